"""A practice with its screen: what is wrong between the two, and how attempts are judged."""

from __future__ import annotations

import pytest

from pasapas.content.conditions import Atom, holds
from pasapas.content.problems import Problem
from pasapas.content.shelf import shipped_references
from pasapas.screens.artefact import Artefact, checked
from pasapas.screens.playable import Playable, Stage, Told, read_playable

from .drafts import SLUGS, choices_of, drafts, stages

MAIL = """\
format: 1
title: Un mail
pictogram: mail
screen: mailbox
persona: amina
goal: Envoyez le mail.
levels:
  1: {open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}
  2: {open: list}
observations:
  - when: {sent: true, to: {is: lea@mail.example}, body: {includes: bonjour, at_least: 10}}
    achieves: goal
    say: Le mail est parti.
    show: unsend
  - when: {to: {empty: true}, body: {includes: bonjour}}
    say: Le mail n'a pas d'adresse.
  - say: Continuez.
help:
  - hints: [Écrivez., Cherchez le bouton., Appuyez sur « Envoyer ».]
    show: send
real: [Votre vrai mail n'est pas parti.]
"""
ADDRESS = Atom("to", "is", "lea@mail.example")
NO_ADDRESS = Atom("to", "empty", True)
HELLO = Atom("body", "includes", "bonjour")
LONG = Atom("body", "at_least", 10)


def read(text: str) -> tuple[Playable | None, list[Problem]]:
    reading = read_playable(text, shipped_references())
    return reading.document, list(reading.problems)


def mail_with(old: str, new: str) -> str:
    assert MAIL.count(old) == 1, old
    return MAIL.replace(old, new)


def stage(level: int = 1) -> Stage:
    document, problems = read(MAIL)
    assert problems == []
    return document.stages[level]


def said(found: list[Problem]) -> list[tuple[str, int, str]]:
    """(code, line, the known name that may be meant)."""
    return [(item.code, item.line, dict(item.parameters).get("nearest", "")) for item in found]


def test_a_practice_has_its_screen_its_person_and_its_levels() -> None:
    document, _ = read(MAIL)
    assert document.screen.name == "mailbox"
    assert document.persona.full_name == "Amina Benali"
    assert list(document.stages) == [1, 2]
    assert document.stages[1].setup.start["to"] == "lea@mail.example"
    assert document.stages[2].setup.start["at"] == "list"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("persona: amina", "persona: amine", [("practice.unknown-persona", 5, "amina")]),
        ("{sent: true,", "{sant: true,", [("practice.unknown-path", 11, "sent")]),
        ("{sent: true,", "{sent: oui,", [("practice.odd-test", 11, "")]),
        ("{sent: true,", "{sent: {empty: false},", [("practice.odd-test", 11, "")]),
        ("{sent: true,", "{at: fils,", [("practice.unknown-value", 11, "files")]),
        ("show: send", "show: sand", [("practice.unknown-place", 19, "send")]),
        ("show: unsend", "show: unsent", [("practice.unknown-place", 11, "unsend")]),
        ("open: list", "open: lits", [("field.other-word", 9, "list")]),
        ("open: list", "opne: list", [("field.unknown", 9, "open")]),
        ("files: {cv: {name: CV.pdf}}", "attachments: [cv]", [("screen.unknown-name", 8, "")]),
    ],
)
def test_what_does_not_fit_the_screen_is_said_with_its_line(
    old: str, new: str, expected: list[tuple[str, int, str]]
) -> None:
    document, problems = read(mail_with(old, new))
    assert said(problems) == expected
    assert set(document.stages) == {1, 2}


def test_without_its_person_the_screen_is_still_there() -> None:
    document, problems = read(mail_with("persona: amina\n", ""))
    assert problems == []
    assert document.persona is None
    assert set(document.stages) == {1, 2}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mailbocks", [("practice.unknown-screen", 4, "mailbox")]),
        ("nowhere", [("practice.unknown-screen", 4, "")]),
    ],
)
def test_without_its_screen_there_is_nothing_to_practise_on(name: str, expected: list) -> None:
    document, problems = read(mail_with("screen: mailbox", f"screen: {name}"))
    assert document is None
    assert said(problems) == expected


def test_a_screen_that_is_not_named_is_missed_once() -> None:
    document, problems = read(mail_with("screen: mailbox\n", ""))
    assert document is None
    assert said(problems) == [("field.missing", 1, "")]


def test_a_level_that_its_screen_can_not_show_is_left_out() -> None:
    text = mail_with("screen: mailbox", "screen: web")
    document, problems = read(text)
    assert document is None
    assert {item.line for item in problems} >= {8, 9}


@pytest.mark.parametrize("raw", ["", "format: 1\n", b"\xff\xfe", "---\n: [\n"])
def test_what_can_not_be_read_has_problems_and_no_document(raw: bytes | str) -> None:
    reading = read_playable(raw, shipped_references())
    assert reading.document is None
    assert reading.problems


def test_problems_of_both_stand_in_the_order_of_their_lines() -> None:
    text = mail_with("show: send", "show: sand").replace("title: Un mail", "title: ''")
    text = text.replace("open: list", "open: lits")
    assert [item.line for item in read(text)[1]] == [2, 9, 19]


def test_an_observation_of_another_level_is_not_looked_at() -> None:
    text = mail_with("    achieves: goal", "    achieves: goal\n    levels: [2]")
    document, _ = read(text)
    assert [len(document.stages[level].observations) for level in (1, 2)] == [2, 3]


def test_what_stands_only_at_the_other_level_is_known_there() -> None:
    """A file of level 1 may be named by what counts at both, not by what counts at level 2."""
    named = mail_with("{sent: true,", "{attachments: {includes: cv},")
    assert read(named)[1] == []
    at_two = named.replace("    achieves: goal", "    achieves: goal\n    levels: [2]")
    assert said(read(at_two)[1]) == [("practice.unknown-value", 11, "")]


# --- Judging ------------------------------------------------------------------------------


def test_questions_are_what_is_asked_of_private_paths_each_once() -> None:
    assert stage().questions == {"to": (ADDRESS, NO_ADDRESS), "body": (HELLO, LONG)}


def draft(**changed: object) -> Artefact:
    return {**stage().setup.start, **changed}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"to": "10", "body": "11"}, 11),
        ({"to": "00", "body": "11"}, 17),
        ({"to": "10", "body": "10"}, 17),
        ({"to": "01", "body": "10"}, 15),
        ({"to": "01", "body": "01"}, 17),
    ],
)
def test_what_is_told_answers_for_what_was_written(told: Told, line: int) -> None:
    # What stands in the artefact itself of a private path counts for nothing.
    for body in ("", "bonjour Madame"):
        assert stage().judge(draft(sent=True, body=body), told).line == line


@pytest.mark.parametrize(
    ("told", "line"), [({}, 17), ({"body": "11"}, 11), ({"to": "1", "body": "11"}, 11)]
)
def test_what_is_not_told_is_as_at_the_start(told: Told, line: int) -> None:
    """As with the choices: what is not sent has not been touched."""
    assert stage().judge(draft(sent=True), told).line == line


def told_of(stage: Stage, artefact: Artefact) -> Told:
    """What the browser tells of what was written."""
    return {
        path: "".join(str(int(holds(atom.op, atom.argument, artefact[path]))) for atom in questions)
        for path, questions in stage.questions.items()
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_the_server_judges_as_if_it_knew_what_was_written(slug: str) -> None:
    """For the choices and the answers of whatever draft, of each practice that is shipped."""
    for level, stage in stages(slug):
        schema, start = stage.setup.schema, stage.setup.start
        seen = set()
        for artefact in drafts(slug, level, 60):
            received = checked(schema, start, choices_of(stage, artefact))
            expected = stage.seen(artefact)
            assert stage.judge(received, told_of(stage, artefact)) is expected
            seen.add(expected.line)
        assert len(seen) > 1
        assert stage.judge(start, {}) is stage.seen(start)
