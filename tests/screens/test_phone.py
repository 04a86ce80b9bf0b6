"""The phone: what is read, what can happen on it, what its keyboard sees of a text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pasapas.content.personas import shipped_personas
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.shelf import shipped_references
from pasapas.content.yaml_reader import read_yaml
from pasapas.player.assets import BUNDLES, PHONES, SOURCES
from pasapas.screens.artefact import Artefact, UnusableArtefactError, checked
from pasapas.screens.phone import PARENTS, Phone, read, script
from pasapas.screens.phone_reading import TYPED, typed
from pasapas.screens.playable import read_playable
from pasapas.screens.screen import Context, Wanted

PRACTICES = Path(__file__).parents[2] / "courses" / "practices"
SLUGS = (
    "repondre-aux-appels",
    "avoir-internet",
    "installer-une-application",
    "ecrire-sur-le-telephone",
    "lire-plus-facilement",
)
WANTED = "jose.ferreira@bonjour.example"

PHONE = """notices: {appel: {text: Un appel, to: calls}}
ringing: agence
calls:
  agence: {number: 01 99 00 16 17, hidden: yes, message: Bonjour., talk: allo}
talk:
  allo: {says: Bonjour., replies: {oui: {text: Oui., next: fin}}}
  fin: {says: Merci.}
note: {jour: {name: Le jour, of: [lundi, jeudi]}}
wifi: {place: {name: Place, password: tasse, page: Bonjour.}}
data: {left: 200, of: 5000}
uses: {video: {name: Une vidéo, size: 150}}
space: 20
apps: {emploi: {name: Emploi, maker: Service, size: 60, may: {lieu: {ask: Le lieu}}}}
stored: {jeu: {name: Un jeu, size: 300}}
messages: {ami: {from: Rosa, text: Bonjour.}}
reading: yes
typing: {name: Adresse, wanted: a@b.example}
"""


def made(text: str = PHONE) -> tuple[Phone | None, list[Problem]]:
    tree, problems = read_yaml(text)
    problems = list(problems)
    people = shipped_personas()
    fields = Fields(tree, problems)
    setup = read(fields, Context(people["amina"], people, problems))
    fields.no_others()
    return setup, problems


def after(setup: Phone, *names: str) -> Artefact:
    """The artefact after gestures, each by its name."""
    artefact = dict(setup.start)
    for name in names:
        moves = {move.name: move for move in setup.moves(artefact, Wanted(everything=True))}
        artefact |= moves[name].changes
    return artefact


def test_what_rings_rings_first() -> None:
    setup, problems = made()
    assert problems == []
    assert setup.start["at"] == "ringing"
    assert set(setup.start) == set(setup.schema)


@pytest.mark.parametrize(
    ("before", "then", "code", "line"),
    [
        ("to: calls", "to: mails", "screen.unknown-name", 1),
        ("to: calls", "to: voicemail, at: 3", "field.unknown", 1),
        ("ringing: agence", "ringing: agent", "screen.unknown-name", 2),
        ("talk: allo", "talk: hello", "screen.unknown-name", 4),
        ("next: fin", "next: suite", "screen.unknown-name", 6),
        ("fin: {says: Merci.}", "fin: {}", "field.missing", 7),
        ("of: [lundi, jeudi]", "in: lundi", "field.missing", 8),
        ("left: 200", "left: peu", "field.number-wanted", 10),
        ("size: 60", "size: 60, icon: sun", "field.other-word", 13),
        ("from: Rosa, ", "", "field.missing", 15),
        ("reading: yes", "reading: loud", "field.yes-or-no", 16),
        ("reading: yes", "reading: yes\nopen: sky", "field.other-word", 17),
    ],
)
def test_problems_have_their_line(before: str, then: str, code: str, line: int) -> None:
    assert before in PHONE
    _, problems = made(PHONE.replace(before, then))
    assert (code, line) in [(item.code, item.line) for item in problems]


def test_a_phone_with_nothing_on_it_is_none() -> None:
    setup, _ = made("open: home\n")
    assert setup is None


@pytest.mark.parametrize("seed", range(20))
def test_gestures_keep_the_artefact_valid(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    setup, _ = made()
    artefact = dict(setup.start)
    for _ in range(150):
        moves = list(setup.moves(artefact, Wanted(everything=True)))
        assert moves, f"no way out of {artefact['at']}"
        artefact |= chance.choice(moves).changes
        sent = {path: value for path, value in artefact.items() if not setup.schema[path].private}
        assert checked(setup.schema, setup.start, sent) == {**setup.start, **sent}


def test_every_view_has_a_way_home() -> None:
    setup, _ = made()
    without = {view for view in setup.views if view not in PARENTS}
    assert without == {"home", "ringing", "call"}
    for at in without - {"home"}:
        moves = setup.moves({**setup.start, "at": at}, Wanted(everything=True))
        assert any(move.changes.get("at") in PARENTS for move in moves)


def test_a_hidden_call_is_listed_once_it_has_rung() -> None:
    setup, _ = made()
    names = [move.name for move in setup.moves({**setup.start, "at": "calls"}, Wanted())]
    assert "message of agence" not in names
    assert after(setup, "decline", "message of agence")["at"] == "voicemail"


def test_room_is_made_before_an_application_fits() -> None:
    setup, _ = made(PHONE.replace("ringing: agence\n", ""))
    tried = after(setup, "go to store", "look at emploi", "install without room")
    assert tried["full"] and tried["installed"] == []
    way = ("look at the room", "remove jeu", "home", "go to store", "look at emploi", "install")
    done = after(setup, "go to store", "look at emploi", "install without room", *way)
    assert done["installed"] == ["emploi"]


@pytest.mark.parametrize(
    "forged",
    [
        {"password": "tasse"},
        {"text": "a@b.example"},
        {"size": 9},
        {"typed": "wrong"},
        {"joined": "voisin"},
        {"note.jour": "mardi"},
        {"note.heure": "midi"},
        {"may.lieu": True},
        {"installed": ["emploi", "emploi"]},
    ],
)
def test_forged_artefacts_are_refused(forged: dict) -> None:
    setup, _ = made()
    with pytest.raises(UnusableArtefactError):
        checked(setup.schema, setup.start, forged)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", "empty"),
        ("jose.fer", "begun"),
        (WANTED, "right"),
        ("jose ", "space"),
        ("Jose ", "space"),
        ("Jose.", "capital"),
        (WANTED.upper(), "capital"),
        ("jose.ferreira#", "at"),
        ("jose.ferreirabonjour", "at"),
        ("josé", "letter"),
        (WANTED + "s", "letter"),
    ],
)
def test_what_is_seen_of_a_text(text: str, seen: str) -> None:
    assert typed(text, WANTED) == seen


@pytest.mark.browser
def test_the_browser_sees_the_same(chromium: Browser) -> None:
    chance = random.Random(7)  # noqa: S311
    texts = [WANTED[:place] for place in range(len(WANTED) + 1)]
    texts += [text.capitalize() for text in texts]
    for text in list(texts):
        for _ in range(4):
            place = chance.randrange(len(text) + 1)
            put = chance.choice([" ", "@", "#", "J", "é", "", "x"])
            texts.append(text[:place] + put + text[place + chance.randrange(2) :])
    page = chromium.new_page()
    source = (SOURCES / "screens" / "phone-keyboard.js").read_text(encoding="utf-8")
    source = f"var Screens = {{}}; {source}"
    call = f"texts => {{ {source}\n return texts.map(text => typedOf(text, '{WANTED}')); }}"
    answers = page.evaluate(call, texts)
    page.close()
    assert answers == [typed(text, WANTED) for text in texts]
    assert set(answers) == set(TYPED)


@pytest.mark.parametrize("slug", SLUGS)
def test_shipped_practices_have_no_problem(slug: str) -> None:
    raw = (PRACTICES / f"{slug}.yaml").read_bytes()
    reading = read_playable(raw, shipped_references())
    assert reading.problems == ()
    assert set(reading.document.stages) == {1, 2}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("calls: {ami: {number: 01 99 00 16 17}}\n", "phone-calls"),
        ("wifi: {ici: {name: Ici}}\n", "phone-apps"),
        ("typing: {name: Adresse, wanted: a@b.example}\n", "phone-reading"),
        ("reading: yes\nwifi: {ici: {name: Ici}}\n", "phone"),
        (PHONE, "phone"),
    ],
)
def test_the_script_is_the_smallest_that_has_all_parts(text: str, name: str) -> None:
    setup, _ = made(text)
    assert script([setup]) == name
    assert f"practice-{name}.js" in BUNDLES


def test_each_script_has_the_sources_of_its_parts() -> None:
    for name, parts in PHONES.items():
        sources = BUNDLES[f"practice-{name}.js"]
        assert {f"screens/phone-{part}.js" for part in parts} <= set(sources)
        for part in PHONES["phone"]:
            text = (SOURCES / "screens" / f"phone-{part}.js").read_text(encoding="utf-8")
            assert f"Screens.phone{part.capitalize()} = function (kit)" in text
