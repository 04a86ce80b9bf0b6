"""A talk: what is read of a level, and where one can go in it."""

from __future__ import annotations

import random

import pytest

from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.conversation import SCREEN, Conversation
from pasapas.screens.icons import PATHS
from pasapas.screens.screen import Context, Wanted

ALL = Wanted(everything=True)
TALK = """\
channel: phone
with: Garage Osman
always:
  raccrocher: {do: Raccrocher, icon: hang-up, to: fini}
turns:
  bonjour:
    text: Pouvez-vous venir lundi ?
    answers:
      oui: {say: Oui., to: fini}
      repeter: {say: Pardon, to: encore}
  encore:
    scene: La ligne coupe.
    text: Je disais lundi.
    answers:
      oui: {say: Oui., to: fini}
      repeter: {say: Pardon, to: bonjour}
  fini:
    scene: L'appel est fini.
    end: yes
"""


def read(text: str) -> tuple[Conversation | None, list[Problem]]:
    tree, problems = read_yaml(text)
    problems = list(problems)
    fields = Fields(tree, problems)
    setup = SCREEN.read(fields, Context(None, {}, problems))
    fields.no_others()
    return setup, problems


def talk(text: str = TALK) -> Conversation:
    setup, problems = read(text)
    assert problems == []
    assert setup is not None
    return setup


def changed(old: str, new: str) -> list[tuple[str, int]]:
    assert old in TALK
    _, problems = read(TALK.replace(old, new))
    return [(found.code, found.line) for found in problems]


def after(setup: Conversation, *names: str) -> dict:
    artefact = dict(setup.start)
    for name in names:
        moves = {move.name: move.changes for move in setup.moves(artefact, ALL)}
        artefact |= moves[name]
    return artefact


SECOND = "      repeter: {say: Pardon, to: encore}\n"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (SECOND, SECOND.replace("encore", "encor"), ("screen.unknown-name", 10)),
        (SECOND, SECOND.replace("encore", "fini"), ("conversation.out-of-reach", 11)),
        (SECOND, "", ("conversation.answers", 8)),
        ("    end: yes\n", "", ("field.missing", 18)),
        ("icon: hang-up", "icon: hang", ("field.other-word", 4)),
        ("channel: phone", "channel: fax", ("field.other-word", 1)),
        ("end: yes", "end: yes\n    answers: {}", ("field.unknown", 20)),
        ("    scene: L'appel est fini.\n", "", ("field.missing", 17)),
    ],
)
def test_what_is_said_of_a_mistake(old: str, new: str, found: tuple[str, int]) -> None:
    assert found in changed(old, new)


def test_a_circle_that_only_hanging_up_ends_is_said() -> None:
    _, problems = read(TALK.replace("Oui., to: fini", "Oui., to: encore"))
    assert [(item.code, item.line) for item in problems] == [
        ("conversation.no-way-out", 6),
        ("conversation.no-way-out", 11),
    ]


def test_no_turn_no_screen() -> None:
    setup, problems = read("channel: sms\nwith: Garage Osman\nturns: {}\n")
    assert setup is None
    assert problems


def test_an_answer_leads_on_and_can_be_taken_back() -> None:
    setup = talk()
    assert after(setup, "answer bonjour.repeter")["at"] == "encore"
    ended = after(setup, "answer bonjour.oui")
    assert ended == {"at": "fini", "said": ["bonjour.oui"], "picked": ""}
    assert after(setup, "answer bonjour.oui", "take back") == setup.start


def test_an_answer_given_again_moves_to_the_end() -> None:
    round_trip = ("answer bonjour.repeter", "answer encore.repeter")
    assert after(talk(), *round_trip, round_trip[0])["said"] == [
        "encore.repeter",
        "bonjour.repeter",
    ]


def test_where_one_writes_a_sentence_is_picked_before_it_leaves() -> None:
    setup = talk(TALK.replace("phone", "sms", 1))
    picked = after(setup, "pick bonjour.oui")
    assert (picked["at"], picked["picked"]) == ("bonjour", "bonjour.oui")
    assert after(setup, "pick bonjour.oui", "empty the line") == setup.start
    assert after(setup, "pick bonjour.oui", "send bonjour.oui")["at"] == "fini"
    # A gesture is no sentence.
    assert after(setup, "answer bonjour.raccrocher")["at"] == "fini"


def test_alone_one_cannot_hang_up() -> None:
    setup = talk(TALK.replace("    scene: La ligne coupe.\n", "    only: yes\n"))
    names = {move.name for move in setup.moves(after(setup, "answer bonjour.repeter"), ALL)}
    assert names == {"answer encore.oui", "answer encore.repeter"}


@pytest.mark.parametrize("channel", ["phone", "sms", "chat", "face"])
def test_whatever_is_done_the_artefact_is_one_of_the_screen(channel: str) -> None:
    setup = talk(TALK.replace("phone", channel, 1))
    chance = random.Random(7)  # noqa: S311 - a test repeats
    artefact = dict(setup.start)
    for _ in range(200):
        moves = list(setup.moves(artefact, ALL))
        assert moves, artefact
        artefact |= chance.choice(moves).changes
        assert checked(setup.schema, setup.start, artefact) == artefact


@pytest.mark.parametrize(
    "forged",
    [
        {"at": "ailleurs"},
        {"said": ["bonjour.oui", "bonjour.oui"]},
        {"said": ["fini.oui"]},
        {"picked": "bonjour.oui"},
        {"log": "x"},
    ],
)
def test_a_forged_artefact_is_refused(forged: dict) -> None:
    setup = talk()
    with pytest.raises(UnusableArtefactError):
        checked(setup.schema, setup.start, forged)


def test_what_stands_on_the_screen_can_be_checked() -> None:
    texts = {text for text, _ in talk().texts()}
    assert {"Garage Osman", "Je disais lundi.", "Raccrocher", "La ligne coupe."} <= texts


def test_every_icon_is_drawn() -> None:
    assert set(talk().icons) <= PATHS.keys()
