"""What only screens can tell of a bank: icons, tasks that nobody can do, what is not invented."""

from __future__ import annotations

import pytest

from content.banks import BANK, WARM_UP, bank_with
from content.samples import changed, places
from pasapas.authoring.checking.banks import bank_problems
from pasapas.content.bank import read_bank_file
from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.screens.registry import SCREENS

ACHIEVED = "achieved: {sent: true, attachments: {includes: cv}}"


def found(text: str) -> list[tuple[str, int]]:
    file = read_bank_file(text, shipped_references()).document
    return places(bank_problems(file))


@pytest.mark.parametrize("text", [BANK, WARM_UP])
def test_what_is_right_has_no_problem(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("icon: paperclip", "icon: paperclp", ("challenge.unknown-icon", 28)),
        ("icon: send", "icon: licorne", ("challenge.unknown-icon", 28)),
        ("text: Bonjour Madame.", "text: lea@gmail.com", ("plain.real-address", 27)),
        ("text: Bonjour Madame.", "text: Appelez le 06 12 34 56 78.", ("plain.real-phone", 27)),
        ("text: Un emploi", "text: www.emploi.fr", ("plain.real-address", 65)),
        ("label: Joindre", "label: Écrire à lea@gmail.com", ("plain.real-address", 28)),
        ("screen: mailbox", "screen: mailbx", ("practice.unknown-screen", 55)),
        (ACHIEVED, "achieved: {to: {empty: false}}", ("challenge.private", 55)),
        (ACHIEVED, "achieved: {attachments: {at_least: 2}}", ("challenge.out-of-reach", 55)),
        (ACHIEVED, "achieved: {sent: true, at: compose}", ("challenge.out-of-reach", 55)),
        ("to: lea@mail.example", "to: lea@gmail.com", ("plain.real-address", 55)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, expected: tuple) -> None:
    assert expected in found(bank_with(old, new))


@pytest.mark.parametrize("name", SCREENS)
def test_a_task_on_a_screen_with_nothing_on_it_is_said(name: str) -> None:
    empty = bank_with("{open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}", "{}")
    assert found(empty.replace("screen: mailbox", f"screen: {name}"))


def test_a_misspelt_icon_is_answered_with_the_nearest_one() -> None:
    file = read_bank_file(bank_with("icon: paperclip", "icon: paperclp"), shipped_references())
    (problem,) = bank_problems(file.document)
    assert dict(problem.parameters) == {"name": "paperclp", "nearest": "paperclip"}


def test_warm_ups_are_looked_at_too() -> None:
    text = changed(WARM_UP, "icon: home", "icon: hoome")
    assert found(text) == [("challenge.unknown-icon", 5)]


@pytest.mark.parametrize("name", shipped_shelf().bank_files)
def test_nothing_is_wrong_with_what_ships(name: str) -> None:
    assert places(bank_problems(shipped_shelf().bank_files[name].reading.document)) == []
