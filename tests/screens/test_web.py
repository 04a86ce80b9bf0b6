"""The browser: what is read of it, and what can be done in it."""

from random import Random

import pytest

from pasapas.content.personas import shipped_personas
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens import web_trail
from pasapas.screens.artefact import Artefact, UnusableArtefactError, checked
from pasapas.screens.screen import Context, Wanted
from pasapas.screens.web import SCREEN, Browser

LEVEL = """\
open: tissus
before: [depart]
home: depart
query: laine
sites:
  fil:
    {name: Maison, address: fil.example, home: accueil, menu: [accueil, heures], cookies: yes}
pages:
  depart: {title: Départ, address: depart.example, shows: search}
  trouve: {title: Résultats, address: depart.example, shows: results}
  accueil: {site: fil, title: Bienvenue}
  heures: {site: fil, title: Horaires, address: fil.example/heures}
  tissus:
    title: Tissus
    address: tissus.example
    links:
      fil: {says: La Maison du Fil, to: accueil}
      plan: {says: Le plan, to: plan, new_tab: yes}
  plan: {title: Plan, address: plan.example}
  trajet: {title: Trajet, address: bus.example, shows: journey}
  trajets: {title: Trajets, address: bus.example, shows: trips}
  detail: {title: Détail, address: bus.example, shows: trip}
results:
  fil: {title: La Maison du Fil, page: accueil, advert: yes}
searches:
  fil: {words: [Fil|Couture, maison], results: [fil]}
journey:
  from: 3 rue Haute
  places:
    port: {says: 5 rue du Port}
  trips:
    tot: {to: port, leave: 8 h, arrive: 8 h 30, steps: [Bus 3]}
    tard: {to: port, leave: 9 h, arrive: 9 h 30, steps: [Bus 3]}
  times:
    neuf: {says: 9 h, trips: [tot]}
"""
EVERYTHING = Wanted(everything=True)


def read(text: str) -> tuple[Browser | None, list[Problem]]:
    problems: list[Problem] = []
    tree, _ = read_yaml(text)
    fields = Fields(tree, problems)
    people = shipped_personas()
    setup = SCREEN.read(fields, Context(people["helene"], people, problems))
    fields.no_others()
    return setup, problems


def browser() -> Browser:
    setup, problems = read(LEVEL)
    assert setup is not None
    assert problems == []
    return setup


def after(setup: Browser, artefact: Artefact, *names: str) -> Artefact:
    for name in names:
        moves = {move.name: move.changes for move in setup.moves(artefact, EVERYTHING)}
        artefact = {**artefact, **moves[name]}
    return artefact


def test_a_level_begins_where_it_says() -> None:
    setup = browser()

    assert setup.start["page"] == "tissus"
    assert setup.start["trail"] == ["1-1-depart", "1-2-tissus"]
    assert setup.start["seen"] == ["depart", "tissus"]
    assert setup.start["query"] == "laine"
    assert set(setup.start) == set(setup.schema)
    checked(setup.schema, setup.start, public(setup, setup.start))


def test_words_to_find_are_kept_as_they_are_compared() -> None:
    (search,) = browser().web.searches

    assert search.words == (("fil", "couture"), ("maison",))


@pytest.mark.parametrize(
    ("written", "instead", "code", "line"),
    [
        ("to: accueil", "to: acueil", "screen.unknown-name", 17),
        ("menu: [accueil, heures]", "menu: [heure]", "screen.unknown-name", 7),
        ("results: [fil]", "results: [autre]", "screen.unknown-name", 26),
        ("trips: [tot]", "trips: [to]", "screen.unknown-name", 35),
        ("open: tissus", "open: tisus", "screen.unknown-name", 1),
        ("title: Plan, address: plan.example", "title: Plan", "field.missing", 19),
        ("shows: search", "shows: find", "field.other-word", 9),
        (", shows: results", "", "field.missing", 9),
        ("says: Le plan", "say: Le plan", "field.unknown", 18),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    written: str, instead: str, code: str, line: int
) -> None:
    setup, problems = read(LEVEL.replace(written, instead))

    assert setup is not None
    assert (code, line) in {(problem.code, problem.line) for problem in problems}


def test_nothing_to_show_without_pages() -> None:
    setup, problems = read("open: depart\n")

    assert setup is None
    assert "field.missing" in {problem.code for problem in problems}
    assert "field.unknown" not in {problem.code for problem in problems}


def test_a_new_tab_has_nothing_behind() -> None:
    setup = browser()
    opened = after(setup, setup.start, "link plan")
    stuck = after(setup, opened, "back, where nothing is")

    assert (opened["page"], opened["tab"]) == ("plan", "2")
    assert (stuck["page"], stuck["stuck"]) == ("plan", True)
    assert after(setup, stuck, "tab 1")["page"] == "tissus"
    assert after(setup, stuck, "close tab 2")["page"] == "tissus"


def test_the_question_about_cookies_comes_before_the_page() -> None:
    setup = browser()
    asked = after(setup, setup.start, "link fil")
    names = {move.name for move in setup.moves(asked, EVERYTHING)}

    assert "menu" not in names
    assert after(setup, asked, "refused", "menu", "menu: heures")["page"] == "heures"
    assert after(setup, asked, "back")["page"] == "tissus"


def test_with_a_time_only_trips_in_time_are_there() -> None:
    journey = browser().web.journey

    assert journey.shown("port", "") == ["tot", "tard"]
    assert journey.shown("port", "neuf") == ["tot"]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_can_be_saved(seed: int) -> None:
    setup, random = browser(), Random(seed)  # noqa: S311 - a test repeats
    artefact = {**setup.start, "page": "trajet", "trail": ["1-1-trajet"]}
    for _ in range(150):
        move = random.choice(list(setup.moves(artefact, EVERYTHING)))
        artefact = {**artefact, **move.changes}
        checked(setup.schema, setup.start, public(setup, artefact))
        shown = web_trail.of_tab(artefact["trail"], artefact["tab"])
        assert shown[-1] == artefact["page"], move.name
        assert len(shown) <= web_trail.MOST_BACK


@pytest.mark.parametrize(
    "forged",
    [
        {"page": "ailleurs"},
        {"query": "laine"},
        {"destination": "5 rue du Port"},
        {"trail": ["1-1-depart", "1-1-depart"]},
        {"trail": ["4-1-depart"]},
        {"trail": ["1-9-depart"]},
        {"found": "autre"},
        {"accepted": ["tissus"]},
        {"kept": "jamais"},
        {"tab": 1},
    ],
)
def test_what_no_browser_sends_is_refused(forged: dict) -> None:
    setup = browser()

    with pytest.raises(UnusableArtefactError):
        checked(setup.schema, setup.start, forged)


def public(setup: Browser, artefact: Artefact) -> Artefact:
    return {path: value for path, value in artefact.items() if not setup.schema[path].private}
