"""The site where one makes an account: what is read, what it asks, what can happen on it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pasapas.content.personas import shipped_personas
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.shelf import shipped_references
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.playable import read_playable
from pasapas.screens.screen import Context, Wanted
from pasapas.screens.sign_up import SignUp, read
from pasapas.screens.sign_up_rules import address_refused, code_refused, words_refused

PRACTICES = Path(__file__).parents[2] / "courses" / "practices"
SLUGS = (
    "creer-une-boite-mail",
    "choisir-son-adresse",
    "mot-de-passe-solide",
    "mot-de-passe-oublie",
)

SITE = """site: Boîte Soleil
pages:
  debut: {kind: home, title: Bienvenue}
  qui: {kind: filled, title: Vous, shows: [first_name, born]}
  mots:
    kind: password
    title: Mot de passe
    words: [un, chat, dort, leo]
    signs: [M, "4"]
    personal: [leo]
    least: 2
    wants: [capital]
  numero: {kind: choose, title: Numéro, options: {oui: {label: Oui}, non: {label: Non, to: qui}}}
  code:
    kind: wait
    title: Code
    code: 4827
    messages: {sms: {from: Boîte Soleil, text: ["Code : 4827"]}}
    other: numero
  fin: {kind: done, title: Prêt}
"""


def made(text: str = SITE) -> tuple[SignUp | None, list[Problem]]:
    tree, problems = read_yaml(text)
    problems = list(problems)
    people = shipped_personas()
    fields = Fields(tree, problems)
    setup = read(fields, Context(people["leo"], people, problems))
    fields.no_others()
    return setup, problems


def test_the_person_is_filled_in() -> None:
    setup, problems = made()
    assert problems == []
    assert setup.browser()["pages"][1]["shows"] == [["first_name", "Léo"], ["born", "02/09/2003"]]


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("kind: home", "kind: house", "field.other-word", 3),
        ("shows: [first_name, born]", "shows: [first_name, iban]", "screen.unknown-name", 4),
        ("title: Mot de passe", "why: Pour vous", "field.missing", 6),
        ("personal: [leo]", "personal: [lea]", "screen.unknown-name", 8),
        ("least: 2", "least: 9", "field.number-wanted", 11),
        ("wants: [capital]", "wants: [accent]", "screen.unknown-name", 8),
        ("to: qui", "to: rien", "screen.unknown-name", 13),
        ("other: numero", "other: rien", "screen.unknown-name", 14),
        ("title: Prêt", "title: Prêt, wants: [digit]", "field.unknown", 20),
    ],
)
def test_problems_have_their_line(before: str, after: str, code: str, line: int) -> None:
    assert before in SITE
    _, problems = made(SITE.replace(before, after))
    assert [(item.code, item.line) for item in problems] == [(code, line)]


def test_without_a_page_there_is_no_site() -> None:
    setup, problems = made("site: Boîte Soleil\n")
    assert setup is None
    assert [item.code for item in problems] == ["field.missing"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("leo.gil", ""),
        (" Leo.Gil ", ""),
        ("leo.gil.66", ""),
        ("", "empty"),
        ("leo.gil@mail.example", "at"),
        ("léo.gil", "signs"),
        ("leo. gil", "signs"),
        ("leo-gil", "signs"),
        (".leo", "signs"),
        ("leo..gil", "signs"),
        ("GIL", "taken"),
    ],
)
def test_addresses(text: str, refused: str) -> None:
    assert address_refused(text, ["gil"]) == refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [("4827", ""), ("48 27", ""), ("", "empty"), ("code", "empty"), ("4872", "code")],
)
def test_codes(text: str, refused: str) -> None:
    assert code_refused(text, "4827") == refused


@pytest.mark.parametrize(
    ("picked", "refused"),
    [
        ([], "empty"),
        (["un", "M", "4"], "short"),
        (["un", "leo"], "personal"),
        (["un", "chat"], "kinds"),
        (["un", "chat", "4"], "kinds"),
        (["un", "chat", "4", "M"], ""),
    ],
)
def test_words(picked: list[str], refused: str) -> None:
    assert words_refused(picked, ["M", "4"], ["leo"], 2, ["capital", "digit"]) == refused


def test_what_is_typed_is_private() -> None:
    practice = shipped("creer-une-boite-mail")
    private = {path for path, kind in practice.stages[2].setup.schema.items() if kind.private}
    assert private == {"address", "code"}


@pytest.mark.parametrize(
    "sent",
    [
        {"page": "ailleurs"},
        {"words": ["un", "un"]},
        {"words": ["un vrai mot de passe"]},
        {"picked.numero": "peut-être"},
        {"refused": "for ever"},
        {"code": "4827"},
        {"again": "yes"},
    ],
)
def test_forged_artefacts_are_refused(sent: dict) -> None:
    setup, _ = made()
    with pytest.raises(UnusableArtefactError):
        checked(setup.schema, setup.start, sent)


@pytest.mark.parametrize("slug", SLUGS)
def test_whatever_is_done_fits_the_schema(slug: str) -> None:
    for number, stage in shipped(slug).stages.items():
        hand = random.Random(number)  # noqa: S311
        schema, artefact = stage.setup.schema, dict(stage.setup.start)
        seen = set()
        for _ in range(400):
            moves = list(stage.setup.moves(artefact, Wanted(everything=True)))
            if not moves or hand.random() < 0.02:
                artefact = dict(stage.setup.start)
                continue
            artefact |= hand.choice(moves).changes
            seen.add(str(artefact))
            open_ = {path: value for path, value in artefact.items() if not schema[path].private}
            assert checked(schema, stage.setup.start, open_) == {**stage.setup.start, **open_}
        assert len(seen) > 10


def shipped(slug: str):
    reading = read_playable((PRACTICES / f"{slug}.yaml").read_bytes(), shipped_references())
    assert reading.problems == ()
    return reading.document
