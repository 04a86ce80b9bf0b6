"""`pasapas check`: every finding names its file, its line and what to do, in French."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest

from pasapas.authoring import check
from pasapas.cli import main
from pasapas.content.problems import Problem

LESSON = """\
---
format: 1
title: Lire un mail
need:
  - J'ai un mail.
domain: messages
level: 1
minutes: 4
pictogram: mail
---
## Ouvrez le mail
![](pictogram:mail)
Appuyez sur le nom.

## À retenir
![](pictogram:retenir)
- Le mail reste là.
- Vous lisez le mail.
"""
LONG = "Appuyez sur le nom du mail dans la boîte de la dame de la rue du port."


@pytest.fixture(autouse=True)
def no_other_checker(monkeypatch):
    """What this machine may have installed besides must not change the tests."""
    monkeypatch.setattr(check, "installed_checker", lambda: None)


def checked(capsys, *files: Path, **options: bool) -> tuple[int, list[str]]:
    given = {"json": False, "figures": False, **options}
    status = check.run(argparse.Namespace(files=list(files), **given))
    return status, capsys.readouterr().out.splitlines()


def as_data(capsys, *files: Path) -> tuple[int, list[dict]]:
    status, lines = checked(capsys, *files, json=True)
    return status, json.loads("\n".join(lines))


def written(folder: Path, text: str, name: str = "lire-un-mail.md") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_all_of_ours_has_no_error_of_structure_and_is_counted_where_all_is_well(capsys):
    _, found = as_data(capsys)
    to_come = [item for item in found if item["code"] == "bank.no-lesson"]
    assert {item["severity"] for item in to_come} <= {"warning"}
    others = [item for item in found if item not in to_come]
    assert [item for item in others if not item["code"].startswith("plain.")] == []
    _, lines = checked(capsys)
    assert re.match(r"Tout va bien : |[0-9]+ erreurs?, ", next(filter(_is_summary, lines)))


def _is_summary(line: str) -> bool:
    return line.startswith("Tout va bien") or line.endswith(" à voir.")


def test_a_good_lesson_is_said_to_be_good(capsys, tmp_path):
    file = written(tmp_path, LESSON)
    assert checked(capsys, file) == (0, [f"Tout va bien : {file}."])


def test_a_mistake_has_its_file_and_its_line(capsys, tmp_path):
    file = written(tmp_path, LESSON.replace("pictogram:retenir", "pictogram:licorne"))
    status, lines = checked(capsys, file)
    assert status == 1
    assert " ".join(lines[:2]).replace("  ", "").startswith(f"{file}:16: ")
    assert lines[-1] == "1 erreur, 0 point à voir."
    assert "« ![](pictogram:licorne) »" in "".join(lines)
    _, found = as_data(capsys, file)
    assert found[0]["what"] == "Le pictogramme « licorne » n'existe pas."


def test_a_misspelt_name_is_answered_with_the_nearest_one(capsys, tmp_path):
    text = LESSON.replace("pictogram:retenir", "pictogram:retnir").replace("minutes:", "minute:")
    _, found = as_data(capsys, written(tmp_path, text))
    said = {item["code"]: item["what"] for item in found}
    assert "retenir" in said["pictogram.unknown"]
    assert "minutes" in said["field.unknown"]


def test_style_is_checked_with_its_rule_and_a_better_way(capsys, tmp_path):
    file = written(tmp_path, LESSON.replace("Appuyez sur le nom.", LONG))
    status, found = as_data(capsys, file)
    assert status == 1
    (item,) = [item for item in found if item["code"] == "plain.long-sentence"]
    assert item["file"] == str(file)
    assert (item["line"], item["severity"], item["rule"]) == (13, "error", "RLS 4.1")
    assert item["text"] == LONG
    assert item["what"]
    assert item["why"]
    assert item["better"]


def test_warnings_alone_do_not_fail(capsys, tmp_path):
    file = written(tmp_path, LESSON.replace("## À retenir", "## Le mail reste là"))
    status, found = as_data(capsys, file)
    assert {item["severity"] for item in found} == {"warning"}
    assert status == 0
    status, lines = checked(capsys, file)
    assert status == 0
    assert re.fullmatch(r"0 erreur, [1-9] points? à voir\.", lines[-1])


def test_what_a_list_on_one_line_does_to_a_question_is_said_in_plain_words(capsys, tmp_path):
    text = LESSON.replace("need:\n  - J'ai un mail.", "need: [Où est mon mail ?]")
    status, found = as_data(capsys, written(tmp_path, text))
    assert status == 1
    assert "entre guillemets" in found[0]["what"]
    assert found[0]["line"] == 4


def test_a_comma_that_cuts_a_sentence_is_found(capsys, tmp_path):
    text = LESSON.replace("need:\n  - J'ai un mail.", "need: [J'ai un mail, et une photo.]")
    _, found = as_data(capsys, written(tmp_path, text))
    assert ("field.split-by-comma", 4) in [(item["code"], item["line"]) for item in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LESSON.removeprefix("---\n"), "lesson.no-front-matter"),
        (LESSON.replace("---\n##", "##"), "lesson.open-front-matter"),
        (LESSON.replace("---\n", ""), "lesson.no-front-matter"),
    ],
)
def test_a_lesson_without_its_lines_of_dashes_gets_one_message(capsys, tmp_path, text, code):
    _, found = as_data(capsys, written(tmp_path, text))
    structure = [item["code"] for item in found if not item["code"].startswith("plain.")]
    assert structure == [code]


def test_a_tab_has_its_own_message(capsys, tmp_path):
    text = LESSON.replace("domain: messages", "domain:\tmessages")
    status, found = as_data(capsys, written(tmp_path, text))
    assert [(item["code"], item["line"]) for item in found] == [("text.tab", 6)]
    assert status == 0


def test_files_that_are_none(capsys, tmp_path):
    status, found = as_data(capsys, tmp_path / "rien.md", tmp_path)
    assert status == 1
    assert [(item["file"], item["line"], item["what"]) for item in found] == [
        (str(tmp_path / "rien.md"), 0, "Ce fichier n'existe pas."),
        (str(tmp_path), 0, "C'est un dossier. Donnez un fichier, ou rien pour tout vérifier."),
    ]


def test_a_glossary_is_checked_as_one_and_its_meanings_as_sentences(capsys, tmp_path):
    text = (
        "format: 1\nwords:\n  mail:\n    word: mail\n"
        f"    meaning:\n      - {LONG}\n    pictogram: mail\n"
    )
    _, found = as_data(capsys, written(tmp_path, text, "mots.yaml"))
    assert ("plain.long-sentence", 6) in [(item["code"], item["line"]) for item in found]


def test_rare_words_are_found_where_the_dictionary_is_installed(capsys, tmp_path):
    pytest.importorskip("wordfreq")
    file = written(tmp_path, LESSON.replace("Le mail reste là.", "Regardez l'arborescence."))
    _, found = as_data(capsys, file)
    assert [item["line"] for item in found if item["code"] == "plain.rare-word"] == [17]


def test_without_the_dictionary_one_line_says_so_and_nothing_else_changes(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setattr(check, "installed_dictionary", lambda: None)
    file = written(tmp_path, LESSON.replace("Le mail reste là.", "Regardez l'arborescence."))
    status = check.run(argparse.Namespace(files=[file], json=False, figures=False))
    printed = capsys.readouterr()
    assert status == 0
    assert printed.out == f"Tout va bien : {file}.\n"
    assert printed.err.count("\n") == 1
    assert "pasapas[authoring]" in printed.err


def test_figures_are_added_for_each_lesson(capsys, tmp_path):
    file = written(tmp_path, LESSON)
    _, lines = checked(capsys, file, figures=True)
    assert lines[0].split() == ["Lisibilité", "Phrase", "Écran", "Leçon"]
    score, sentence, screen, name = lines[1].split()
    assert 80 < float(score.replace(",", ".")) < 140
    assert (sentence, screen, name) == ("4", "10", "lire-un-mail.md")
    assert all(len(line) <= 80 for line in lines[:-1])


def test_the_command_line_gives_json_and_nothing_else(capsys, tmp_path):
    file = written(tmp_path, LESSON.replace("pictogram:retenir", "pictogram:licorne"))
    assert main(["check", "--json", str(file)]) == 1
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert main(["check", "--json", str(written(tmp_path, LESSON))]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_ours_are_named_as_they_stand_in_the_project(capsys, monkeypatch):
    shelf = check.shipped_shelf()
    wrong = (("lessons/messages/joindre-un-cv.md", Problem("lesson.no-step", 3)),)
    monkeypatch.setattr(check, "shipped_shelf", lambda: _With(shelf, wrong))
    status, found = as_data(capsys)
    assert status == 1
    assert "courses/lessons/messages/joindre-un-cv.md" in [
        item["file"] for item in found if item["code"] == "lesson.no-step"
    ]


def test_a_file_that_the_shelf_can_not_take_is_told_too(capsys, monkeypatch):
    shelf = check.shipped_shelf()
    wrong = (("lessons/Un mail.md", Problem("lesson.no-domain-folder")),)
    monkeypatch.setattr(check, "shipped_shelf", lambda: _With(shelf, wrong))
    _, found = as_data(capsys)
    assert ("courses/lessons/Un mail.md", "lesson.no-domain-folder") in [
        (item["file"], item["code"]) for item in found
    ]


class _With:
    """A shelf with other problems."""

    def __init__(self, shelf, problems):
        self._shelf, self.problems = shelf, problems

    def __getattr__(self, name):
        return getattr(self._shelf, name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("OUVREZ VOTRE BOîTE ET LE MAIL DE LA DAME.", "plain.capitals"),
        ("<p>Le <b>mail</b> (récépissé) &amp; l'URL ; 12/03/2026</p>", "sentence.html"),
        ("Appelez le [[fait:numero]].", "fact.malformed"),
        ("1. Ouvrez le mail.", "plain.punctuation"),
        ("• Ouvrez le mail.", "plain.punctuation"),
        ("-Ouvrez le mail.", "line.no-space"),
        ("Samira lit le mail.", None),
        ("Elle coud, et Amira abîme le papier.", None),
    ],
)
def test_one_mistake_has_one_message(capsys, tmp_path, text, code):
    _, found = as_data(capsys, written(tmp_path, LESSON.replace("Appuyez sur le nom.", text)))
    # A lesson of three lines is as hard to read as its longest.
    codes = [item["code"] for item in found if item["code"] != "plain.hard-to-read"]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"PK\x03\x04\xff", "text.not-text"), (b"a\x00b", "text.not-text"), (b"", "lesson.empty")],
)
def test_a_file_that_is_no_lesson_has_one_message(capsys, tmp_path, raw, code):
    file = tmp_path / "lecon.md"
    file.write_bytes(raw)
    status, found = as_data(capsys, file)
    assert status == 1
    assert [item["code"] for item in found] == [code]


def test_figures_are_not_for_programs_and_that_is_said(capsys, tmp_path):
    file = written(tmp_path, LESSON)
    check.run(argparse.Namespace(files=[file], json=True, figures=True))
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert "--json" in err


def test_advice_speaks_of_what_stands_there(capsys, tmp_path):
    lines = (
        "La personne qui vous appelle depuis le bureau de la mairie lit le mail.",
        "Appuyez sur le nom si vous voyez le nom.",
    )
    text = LESSON.replace("Appuyez sur le nom.", "\n".join(lines))
    _, found = as_data(capsys, written(tmp_path, text))
    qui, si = [item["better"] for item in found if item["code"] == "plain.two-ideas"]
    assert "Ce mot est là ?" in si
    assert "Ce mot est là ?" not in qui
    text = LESSON.replace("- J'ai un mail.", "- J'ai un mail. Je ne sais pas le lire.")
    _, found = as_data(capsys, written(tmp_path, text))
    (need,) = [item["better"] for item in found if item["code"] == "plain.two-sentences"]
    assert "|" not in need


def test_a_screen_that_is_filled_by_ours_too_says_so(capsys, tmp_path):
    text = LESSON + "\n## Et maintenant, pour de vrai\n![](pictogram:pour-de-vrai)\n"
    text += "".join("- Le mail reste là où vous lisez le mail.\n" for _ in range(6))
    _, found = as_data(capsys, written(tmp_path, text))
    (item,) = [item for item in found if item["code"] == "plain.full-screen"]
    assert item["what"].startswith("L'écran a 67 mots, avec les 8 que Pas à pas y ajoute.")
