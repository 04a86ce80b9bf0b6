"""The drawn computer: what is read, what can be done, what is refused."""

from __future__ import annotations

import random

import pytest

from pasapas.content.personas import shipped_personas
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.computer import Computer, read
from pasapas.screens.screen import Context, Wanted

COMPUTER = """\
can: [delete, copy, print, private, leave]
open: [web, papers]
reduced: [web]
places:
  papers: {name: Documents}
  received: {name: Téléchargements, kind: downloads}
  stick: {name: Clé USB, kind: usb}
  basket: {name: Corbeille, kind: bin}
files:
  letter: {name: Lettre, in: desktop, parts: [Bonjour. | Merci., Au revoir.]}
  contract: {name: Contrat, in: stick, sheets: 12, parts: [Article 1]}
  cv: {name: CV, parts: [Jardinier]}
site: {name: Internet, title: Mon espace, connected: yes, file: cv, lines: [Bonjour]}
"""


def read_computer(text: str) -> tuple[Computer | None, list[Problem]]:
    problems: list[Problem] = []
    people = shipped_personas()
    tree, _ = read_yaml(text)
    fields = Fields(tree, problems)
    computer = read(fields, Context(people["moussa"], people, problems))
    fields.no_others()
    return computer, problems


@pytest.fixture(scope="module")
def computer() -> Computer:
    found, problems = read_computer(COMPUTER)
    assert found is not None
    assert problems == []
    return found


def after_moves(computer: Computer, *names: str) -> dict:
    """The artefact after the moves with these names; each must be possible."""
    artefact = dict(computer.start)
    for name in names:
        moves = {move.name: move for move in computer.moves(artefact, Wanted(everything=True))}
        artefact.update(moves[name].changes)
    return artefact


def test_it_begins_as_the_level_says(computer: Computer) -> None:
    start = computer.start
    assert set(start) == set(computer.schema)
    assert all(kind.fits(start[path]) for path, kind in computer.schema.items())
    assert (start["windows"], start["reduced"]) == (["web", "papers"], ["web"])
    assert (start["front"], start["session"], start["plugged"]) == ("papers", True, True)
    assert start["in.cv"] == []


def test_what_a_level_cannot_do_has_no_path() -> None:
    bare, problems = read_computer("files: {letter: {name: Lettre, in: desktop, parts: [Bonjour]}}")
    assert problems == []
    assert bare is not None
    assert set(bare.schema) == {
        "windows", "reduced", "closed", "front", "selected", "read", "in.letter",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("private, leave", "private, go", "screen.unknown-name"),
        ("open: [web, papers]", "open: [web, papes]", "screen.unknown-name"),
        ("reduced: [web]", "reduced: [letter]", "screen.unknown-name"),
        ("kind: downloads", "kind: cellar", "field.other-word"),
        ("papers: {name", "web: {name", "screen.unknown-name"),
        ("letter: {name", "papers: {name", "screen.unknown-name"),
        ("in: desktop", "in: shelf", "screen.unknown-name"),
        ("sheets: 12", "sheets: 100", "field.other-word"),
        ("name: CV, parts: [Jardinier]", "name: CV", "field.missing"),
        ("file: cv", "file: letters", "screen.unknown-name"),
        ("title: Mon espace, ", "", "field.missing"),
        ("connected: yes", "connected: perhaps", "field.yes-or-no"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, code: str) -> None:
    before, _, _ = COMPUTER.partition(old)
    line = before.count("\n") + 1
    _, problems = read_computer(COMPUTER.replace(old, new, 1))
    assert (code, line) in {(found.code, found.line) for found in problems}


def test_nothing_is_deleted_where_there_is_no_bin() -> None:
    found, problems = read_computer(COMPUTER.replace("kind: bin", "kind: folder"))
    assert found is not None
    assert "delete" not in found.can
    assert [item.code for item in problems] == ["field.missing"]


def test_two_presses_open_however_long_between_them(computer: Computer) -> None:
    artefact = after_moves(computer, "close papers", "select letter")
    assert (artefact["selected"], artefact["front"]) == ("letter", "")
    artefact = after_moves(computer, "close papers", "select letter", "open letter")
    assert (artefact["selected"], artefact["front"]) == ("", "letter")


def test_a_reduced_window_keeps_its_page_and_a_closed_one_does_not(computer: Computer) -> None:
    way = ("close papers", "select letter", "open letter", "go down")
    reduced = after_moves(computer, *way, "reduce letter", "bring letter to the front")
    assert (reduced["front"], reduced["page.letter"], reduced["read"]) == ("letter", 2, ["letter"])
    closed = after_moves(computer, *way, "close letter")
    assert (closed["page.letter"], closed["closed"]) == (1, ["letter"])


def test_closing_a_window_logs_nobody_out_but_in_a_private_one(computer: Computer) -> None:
    way = ("bring web to the front", "open a private window", "log in")
    assert after_moves(computer, *way)["private-session"]
    artefact = after_moves(computer, *way, "close private", "bring web to the front", "close web")
    assert (artefact["private-session"], artefact["session"]) == (False, True)


def test_what_is_in_the_bin_can_still_be_taken_out(computer: Computer) -> None:
    way = ("close papers", "select letter", "delete letter", "select basket", "open basket")
    assert after_moves(computer, *way)["in.letter"] == ["basket"]
    back = after_moves(computer, *way, "select letter", "put letter back")
    assert back["in.letter"] == ["desktop"]
    assert after_moves(computer, *way, "empty the bin")["in.letter"] == []


def test_what_was_only_on_the_stick_goes_with_it(computer: Computer) -> None:
    way = ("close papers", "select stick", "open stick", "select contract")
    opened = ("open contract", "bring stick to the front")
    artefact = after_moves(computer, *way, *opened, "remove the stick")
    assert (artefact["plugged"], artefact["windows"]) == (False, ["web"])
    copied = ("copy contract to papers", "open contract", "bring stick to the front")
    artefact = after_moves(computer, *way, *copied, "remove the stick")
    assert artefact["windows"] == ["web", "contract"]
    assert artefact["front"] == "contract"


@pytest.mark.parametrize(
    ("choices", "printed", "sheets"),
    [
        ((), "contract.all", 12),
        (("pages: 1",), "contract.1", 1),
        (("pages: 12", "one copy more", "one copy more", "one copy fewer"), "contract.12", 2),
    ],
)
def test_printing(computer: Computer, choices: tuple[str, ...], printed: str, sheets: int) -> None:
    way = ("close papers", "select stick", "open stick", "select contract", "open contract")
    way = (*way, "print contract", *choices, "start printing " + printed)
    artefact = after_moves(computer, *way)
    assert (artefact["printed"], artefact["sheets"], artefact["printing"]) == (
        [printed],
        sheets,
        "",
    )
    artefact = after_moves(computer, *way, "cancel the printing")
    assert (artefact["printed"], artefact["sheets"]) == ([], 0)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_done_leaves_a_valid_artefact(computer: Computer, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    artefact = dict(computer.start)
    for _ in range(80):
        moves = list(computer.moves(artefact, Wanted(everything=True)))
        assert moves
        artefact.update(chance.choice(moves).changes)
        assert checked(computer.schema, computer.start, artefact) == artefact
        shown = [name for name in artefact["windows"] if name not in artefact["reduced"]]
        assert set(artefact["reduced"]) <= set(artefact["windows"])
        assert artefact["front"] in shown if shown else artefact["front"] == ""


@pytest.mark.parametrize(
    "forged",
    [
        {"front": "other"},
        {"windows": ["web", "web"]},
        {"page.letter": 3},
        {"page.cv": 1},
        {"printed": ["letter.1"]},
        {"copies": 0},
        {"sheets": 1000},
        {"session": "yes"},
    ],
)
def test_what_the_screen_does_not_have_is_refused(computer: Computer, forged: dict) -> None:
    with pytest.raises(UnusableArtefactError):
        checked(computer.schema, computer.start, forged)
