"""A report is read by a person in a terminal, or by a program."""

import dataclasses
import io
import json

import pytest

from pasapas.authoring.checking.findings import Finding, findings
from pasapas.authoring.checking.report import WIDTH, as_json, as_text, in_colour
from pasapas.content.problems import problem, unsafe, warning

FINDING = Finding(
    file="courses/lessons/messages/joindre-un-cv.md",
    line=12,
    severity="error",
    code="plain.long-sentence",
    rule="RLS 4.1",
    what="La phrase a 17 mots.",
    why="On a oublié le début d'une longue phrase quand on arrive à sa fin.",
    better="Faites-en deux phrases, une par ligne.",
    text="Une phrase.",
)


def report(*found: Finding, colour: bool = False) -> list[str]:
    return list(as_text(found, colour))


def other(**changes) -> Finding:
    return dataclasses.replace(FINDING, **changes)


def test_a_finding_has_its_place_its_line_its_reason_and_a_better_way():
    assert report(FINDING) == [
        "courses/lessons/messages/joindre-un-cv.md:12: Erreur\u00a0: La phrase a 17 mots.",
        "    « Une phrase. »",
        "    Pourquoi (RLS 4.1)\u00a0: On a oublié le début d'une longue phrase quand on",
        "    arrive à sa fin.",
        "    Mieux\u00a0: Faites-en deux phrases, une par ligne.",
    ]


def test_a_reason_is_said_once_for_each_file():
    lines = report(FINDING, other(line=14), other(file="autre.md"))
    assert sum("Pourquoi" in line for line in lines) == 2
    assert sum("Mieux" in line for line in lines) == 2
    assert (
        lines[5]
        == "courses/lessons/messages/joindre-un-cv.md:14: Erreur\u00a0: La phrase a 17 mots."
    )
    assert lines[7] == ""  # between two files


def test_a_better_way_of_its_own_is_said_each_time():
    lines = report(FINDING, other(line=14, better="Écrivez autrement."))
    assert "    Mieux\u00a0: Écrivez autrement." in lines


def test_a_warning_is_told_apart():
    assert "md:12: À voir\u00a0: La phrase" in report(other(severity="warning"))[0]
    for severity in ("unsafe", "error"):
        first = report(other(severity=severity))[0]
        assert "md:12: Erreur\u00a0: La phrase" in first
        assert "À voir" not in first


def test_a_document_as_a_whole_has_no_line():
    assert report(other(line=0, text="", why="", better="")) == [
        "courses/lessons/messages/joindre-un-cv.md: Erreur\u00a0: La phrase a 17 mots."
    ]


@pytest.mark.parametrize("file", ["a.md", "un dossier/une leçon.md", "d/" * 60 + "a.md"])
def test_lines_are_legible_in_eighty_columns_and_paths_whole(file):
    lines = report(other(file=file, what="mot " * 60, text="mot " * 60, why="mot " * 60))
    assert lines[0].startswith(f"{file}:12: Erreur\u00a0: mot mot mot")
    assert all(len(line) <= WIDTH for line in lines[1:])
    assert len(lines[0]) <= max(WIDTH, len(file) + WIDTH // 2 + 10)


def test_a_line_that_the_message_quotes_is_not_quoted_again():
    assert report(other(what="Longue : « Une phrase. »"))[1].startswith("    Pourquoi")


def test_colour_changes_no_word():
    plain, painted = report(FINDING), report(FINDING, colour=True)
    assert painted[0].startswith("\x1b[1m\x1b[31mcourses/")
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[2m"):
        painted = [line.replace(code, "") for line in painted]
    assert painted == plain


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_a_terminal_whose_owner_has_not_refused_it(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert in_colour(Terminal())
    assert not in_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not in_colour(Terminal())


def test_json_has_all_of_a_finding():
    assert json.loads(as_json([FINDING])) == [dataclasses.asdict(FINDING)]
    assert json.loads(as_json([])) == []


def test_findings_stand_in_the_order_of_the_lines_and_once_each():
    problems = [problem("lesson.no-step"), unsafe("b", 3), warning("a", 1), warning("a", 1)]
    found = list(findings("a.md", "un\ndeux\ntrois", problems, str))
    assert [(item.line, item.severity, item.text) for item in found] == [
        (1, "warning", "un"),
        (3, "unsafe", "trois"),
        (0, "error", ""),
    ]


def test_a_rule_of_plain_language_brings_its_number_and_its_advice():
    (item,) = findings("a.md", "un", [warning("plain.rare-word", 1, word="tiret")], str)
    assert item.rule.startswith("RLS")
    assert "tiret" in item.what
    assert item.why
    assert item.better
    (item,) = findings("a.md", "un", [problem("pictogram.unknown", 1, name="chat")], str)
    assert (item.rule, item.why, item.better) == ("", "", "")
