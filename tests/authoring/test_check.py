"""`pasapas check`: every line names its file, its line and what to do, in French."""

from __future__ import annotations

import argparse
from pathlib import Path

from pasapas.authoring import check
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
"""


def checked(capsys, *files: Path) -> tuple[int, list[str]]:
    status = check.run(argparse.Namespace(files=list(files)))
    return status, capsys.readouterr().out.splitlines()


def written(folder: Path, text: str) -> Path:
    file = folder / "lire-un-mail.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_all_of_ours_is_well_and_counted(capsys):
    status, lines = checked(capsys)
    assert status == 0
    assert lines[0].startswith("Tout va bien : ")


def test_a_good_lesson_is_said_to_be_good(capsys, tmp_path):
    file = written(tmp_path, LESSON)
    assert checked(capsys, file) == (0, [f"Tout va bien : {file}."])


def test_a_mistake_has_its_file_and_its_line(capsys, tmp_path):
    file = written(tmp_path, LESSON.replace("pictogram:retenir", "pictogram:enveloppe"))
    status, lines = checked(capsys, file)
    assert status == 1
    assert lines == [f"{file}:16: Le pictogramme « enveloppe » n'existe pas."]


def test_what_a_list_on_one_line_does_to_a_question_is_said_in_plain_words(capsys, tmp_path):
    text = LESSON.replace("need:\n  - J'ai un mail.", "need: [Où est mon mail ?]")
    status, lines = checked(capsys, written(tmp_path, text))
    assert status == 1
    assert "entre guillemets" in lines[0]
    assert ":4: " in lines[0]


def test_files_that_are_none(capsys, tmp_path):
    status, lines = checked(capsys, tmp_path / "rien.md", tmp_path)
    assert status == 1
    assert lines == [
        f"{tmp_path / 'rien.md'}: Ce fichier n'existe pas.",
        f"{tmp_path}: C'est un dossier. Donnez un fichier, ou rien pour tout vérifier.",
    ]


def test_ours_are_named_as_they_stand_in_the_project(capsys, monkeypatch):
    shelf = check.shipped_shelf()
    wrong = (("lessons/messages/joindre-un-cv.md", Problem("lesson.no-step", 3)),)
    monkeypatch.setattr(check, "shipped_shelf", lambda: _With(shelf, wrong))
    status, lines = checked(capsys)
    assert status == 1
    assert lines[0].startswith("courses/lessons/messages/joindre-un-cv.md:3: ")


class _With:
    """A shelf with other problems."""

    def __init__(self, shelf, problems):
        self._shelf, self.problems = shelf, problems

    def __getattr__(self, name):
        return getattr(self._shelf, name)
