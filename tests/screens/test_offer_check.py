"""The screen of offers, mails, SMS and pages that one looks at twice."""

import random

import pytest

from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.offer_check import SCREEN, OfferCheck
from pasapas.screens.screen import Context, Wanted

LEVEL = """\
note: "Le courrier : garage.example"
actions:
  answer: {text: Je réponds, icon: reply}
  pay: {text: Je paie}
  leave: {text: J'arrête}
cases:
  lynx:
    kind: offer
    title: Atelier du Lynx
    when: hier
    parts:
      who: {as: head, text: Atelier du Lynx, mark: clue}
      hello: Bonjour Madame.
      tools: {text: Payez 45 euros., mark: sure}
      link: {as: link, text: Payer ici, does: pay}
    actions: [answer, leave]
  garage:
    kind: mail
    title: Garage Osman
    parts:
      who: {as: head, text: idriss@mail.example, mark: no-proof}
    actions: [answer, leave]
"""
EVERYTHING = Wanted(everything=True)


def setup_of(text: str) -> tuple[OfferCheck | None, list[tuple[str, int]]]:
    tree, problems = read_yaml(text)
    found = list(problems)
    fields = Fields(tree, found)
    setup = SCREEN.read(fields, Context(None, {}, found))
    fields.no_others()
    return setup, [(item.code, item.line) for item in found]


def level() -> OfferCheck:
    setup, problems = setup_of(LEVEL)
    assert setup is not None and problems == []
    return setup


def after(setup: OfferCheck, artefact: dict, name: str) -> dict:
    move = next(move for move in setup.moves(artefact, EVERYTHING) if move.name == name)
    return {**artefact, **move.changes}


def test_a_level_is_read_whole():
    setup = level()
    lynx, garage = setup.cases
    assert [part.name for part in lynx.parts] == [
        "lynx-who", "lynx-hello", "lynx-tools", "lynx-link",
    ]  # fmt: skip
    assert (lynx.parts[1].role, lynx.parts[1].mark) == ("text", "nothing")
    assert lynx.possible == ("answer", "leave", "pay")
    assert garage.possible == ("answer", "leave")
    assert ("idriss@mail.example", 21) in list(setup.texts())
    assert ("Le courrier : garage.example", 1) in list(setup.texts())
    assert setup.browser()["actions"]["answer"] == ["Je réponds", "reply"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("does: pay", "does: paye", "screen.unknown-name", 15),
        ("[answer, leave]\n  garage", "[answer, stay]\n  garage", "screen.unknown-name", 16),
        ("mark: sure", "mark: certain", "field.other-word", 14),
        ("icon: reply", "icon: rocket", "field.other-word", 3),
        ("kind: mail", "kind: letter", "field.other-word", 18),
        ("    title: Garage Osman\n", "", "field.missing", 18),
        ("    when: hier", "    whem: hier", "field.unknown", 10),
        ("cases:\n  lynx", "cases:\n  lynx-who-is: {kind: sms}\n  lynx", "field.missing", 7),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old, new, code, line):
    assert LEVEL.count(old) == 1
    _, problems = setup_of(LEVEL.replace(old, new))
    assert (code, line) in problems


def test_two_parts_never_have_one_name():
    """« a-b » with « c », « a » with « b-c »."""
    twice = (
        LEVEL.replace("  garage:", "  lynx-tools:")
        .replace(
            "      who: {as: head, text: idr",
            ("      old: Bonjour.\n      who: {as: head, text: idr"),
        )
        .replace("      hello:", "      tools-old:")
    )
    setup, problems = setup_of(twice)
    assert ("yaml.duplicate-key", 21) in problems
    assert [part.name for part in setup.cases[1].parts] == ["lynx-tools-who"]


def test_nothing_to_look_at_is_no_setup():
    setup, _ = setup_of(LEVEL[: LEVEL.index("cases:")])
    assert setup is None


def test_touching_a_part_twice_changes_nothing():
    setup = level()
    once = after(setup, dict(setup.start), "touch lynx-tools")
    assert (once["part"], once["mark"], once["found"]) == ("lynx-tools", "sure", ["lynx-tools"])
    assert after(setup, once, "touch lynx-tools") == setup.start


def test_a_clue_is_touched_but_no_sure_sign():
    setup = level()
    clue = after(setup, dict(setup.start), "touch lynx-who")
    assert (clue["mark"], clue["touched"], clue["found"]) == ("clue", ["lynx-who"], [])


def test_a_decision_can_be_another_one_and_is_counted_once():
    setup = level()
    paid = after(setup, dict(setup.start), "decide pay")
    assert (paid["decided.lynx"], paid["choice"], paid["undecided"]) == ("pay", "pay", 1)
    left = after(setup, paid, "decide leave")
    assert (left["decided.lynx"], left["choice"], left["undecided"]) == ("leave", "leave", 1)
    gone = after(setup, left, "go to garage")
    assert (gone["decided.lynx"], gone["choice"]) == ("leave", "")
    assert after(setup, gone, "go to lynx")["choice"] == "leave"


def test_all_gestures_leave_an_artefact_that_can_be_sent():
    setup = level()
    for seed in range(30):
        hand = random.Random(seed)  # noqa: S311
        artefact = dict(setup.start)
        for _ in range(40):
            artefact.update(hand.choice(list(setup.moves(artefact, EVERYTHING))).changes)
            assert checked(setup.schema, setup.start, artefact) == artefact
            waiting = [case for case in setup.cases if not artefact[f"decided.{case.name}"]]
            assert artefact["undecided"] == len(waiting)
            assert artefact["choice"] == artefact[f"decided.{artefact['at']}"]


@pytest.mark.parametrize(
    "forged",
    [
        {"at": "nowhere"},
        {"decided.garage": "pay"},
        {"found": ["lynx-who"]},
        {"touched": ["lynx-who", "lynx-who"]},
        {"undecided": 3},
        {"score": 20},
    ],
)
def test_what_cannot_be_is_refused(forged):
    setup = level()
    with pytest.raises(UnusableArtefactError):
        checked(setup.schema, setup.start, forged)
