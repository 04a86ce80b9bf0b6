"""The site with job offers: what a level says of it, and what can happen there."""

from __future__ import annotations

import random

import pytest

from content.samples import changed, places
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.job_search import SCREEN, JobSearch
from pasapas.screens.screen import Context, Wanted

LEVEL = """\
data: offers-lyon
only: [cuisine, plonge-vieux-lyon]
open: offer
offer: plonge-vieux-lyon
near: 10
mark: yes
offers:
  agence:
    title: Employé de cantine
    trade: cuisine
    kind: job
    agency: Agence Tempovane
    how: phone
    address: 01 99 00 52 84
    place: Bron
    contract: Intérim
    time: full
    when: day
    hours: 35 heures
    start: Lundi
    text: [Vous cuisinez.]
questions:
  entreprise: {text: "Qui recrute ?", answer: C'est une cantine.}
"""


def level(text: str) -> tuple[JobSearch | None, list[Problem]]:
    problems: list[Problem] = []
    fields = Fields(read_yaml(text)[0], problems)
    setup = SCREEN.read(fields, Context(None, {}, problems))
    fields.no_others()
    return setup, problems


def setup_of(text: str) -> JobSearch:
    setup, problems = level(text)
    assert problems == []
    return setup


SETUP = setup_of(LEVEL)


def after(setup: JobSearch, artefact: dict, name: str, wanted: Wanted | None = None) -> dict:
    moves = setup.moves(artefact, wanted or Wanted(everything=True))
    (move,) = [move for move in moves if move.name == name]
    return {**artefact, **move.changes}


def test_only_the_offers_that_are_named_are_there_and_those_of_the_level() -> None:
    assert list(SETUP.level.offers.offers) == [
        "aide-cuisine-croix-rousse",
        "cuisine-cantine-bron",
        "plonge-vieux-lyon",
        "formation-cuisine-villeurbanne",
        "agence",
    ]
    assert set(SETUP.level.offers.trades) == {"cuisine", "plonge"}


def test_without_only_all_fifty_are_there() -> None:
    assert len(setup_of("data: offers-lyon").level.offers.offers) == 50


def test_a_level_may_have_nothing_but_its_own() -> None:
    own = "offers:" + LEVEL.split("offers:", 1)[1]
    text = "places: {Bron: 8}\ntrades:\n  cuisine: {name: Cuisine, also: [resto]}\n" + own
    assert list(setup_of(text).level.offers.offers) == ["agence"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("offers-lyon", "offers-paris", ("screen.unknown-name", 1)),
        ("plonge-vieux-lyon]", "plonje]", ("screen.unknown-name", 2)),
        ("open: offer\n", "open: map\n", ("field.other-word", 3)),
        ("offer: plonge-vieux-lyon", "offer: plonge", ("screen.unknown-name", 4)),
        ("near: 10", "near: 12", ("field.other-word", 5)),
        ("mark: yes", "mark: perhaps", ("field.yes-or-no", 6)),
        ("address: 01 99 00 52 84", "address: 04 78 00 52 84", ("offer.odd-address", 14)),
        ('{text: "Qui recrute ?", ', "{", ("field.missing", 23)),
        ("mark: yes", "marks: yes", ("field.unknown", 6)),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, expected: tuple) -> None:
    assert expected in places(level(changed(LEVEL, old, new))[1])


def test_a_level_without_an_offer_has_nothing_to_show() -> None:
    setup, problems = level("near: 10")
    assert setup is None
    assert {item.code for item in problems} == {"field.missing"}


def test_how_many_are_listed_follows_the_filters_and_the_words() -> None:
    start = {**SETUP.start, "at": "filters"}
    assert SETUP.start["found"] == "5"
    near = after(SETUP, start, "set near to 5")
    assert near["found"] == "3"
    searched = after(SETUP, {**near, "at": "list", "search": "plonje"}, "search “plonje”", Wanted())
    assert searched["asked"] == "plonje"
    assert searched["found"] == "1"
    assert after(SETUP, {**near, "search": ""}, "clear the filters")["found"] == "5"


def test_an_offer_that_is_opened_has_no_marks_of_another() -> None:
    marked = after(SETUP, dict(SETUP.start), "mark place")
    listed = after(SETUP, marked, "back to the list")
    assert after(SETUP, listed, "open plonge-vieux-lyon")["marked"] == ["place"]
    assert after(SETUP, listed, "open agence")["marked"] == []


def test_what_an_offer_does_not_say_can_not_be_marked() -> None:
    names = {move.name for move in SETUP.moves(SETUP.start, Wanted(everything=True))}
    assert "mark place" in names
    assert "mark pay" not in names
    assert "mark agency" not in names


def test_the_sign_of_a_fake_stays_on_the_server() -> None:
    setup = setup_of("data: offers-lyon\nonly: [menage-bureaux-part-dieu]")
    fake = setup.level.offers.offers["menage-bureaux-part-dieu"].fake
    assert fake
    assert fake not in str(setup.browser())


def test_whatever_one_does_leaves_an_artefact() -> None:
    chance = random.Random(5)  # noqa: S311
    private = {path for path, kind in SETUP.schema.items() if kind.private}
    for _ in range(60):
        artefact = dict(SETUP.start)
        for _ in range(25):
            move = chance.choice(list(SETUP.moves(artefact, Wanted(everything=True))))
            artefact.update(move.changes)
            sent = {path: value for path, value in artefact.items() if path not in private}
            assert checked(SETUP.schema, SETUP.start, sent)["at"] == artefact["at"]
            assert isinstance(artefact["found"], str)


@pytest.mark.parametrize(
    "sent",
    [
        {"offer": "service-bellecour"},
        {"saved": ["agence", "agence"]},
        {"marked": ["fake"]},
        {"near": "7"},
        {"alert": "off"},
        {"sent": "salaire"},
        {"search": "resto"},
        {"asked": "resto"},
        {"found": "5"},
    ],
)
def test_a_forged_artefact_is_refused(sent: dict) -> None:
    with pytest.raises(UnusableArtefactError):
        checked(SETUP.schema, SETUP.start, sent)
