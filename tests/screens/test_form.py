"""The screen with a form: what is read, what can be done, what is refused."""

from __future__ import annotations

import random

import pytest

from pasapas.content.personas import shipped_personas
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.form import Form, read
from pasapas.screens.form_data import Rule
from pasapas.screens.screen import Context, Wanted

FORM = """\
site: Les Bus du Delta
steps:
  vous:
    title: Vous
    fields:
      nom: {kind: shown, label: Nom, filled: full_name}
      telephone: {label: Téléphone, filled: phone, rules: {digits: Sans espace., length-10: Dix.}}
      travail: {kind: radio, label: Travail, options: {oui: Oui, non: Non}, rules: {filled: Oui.}}
      heures: {kind: number, label: Heures, only: {travail: oui}, rules: {filled: Écrire.}}
  choix:
    title: Vos choix
    fields:
      ville: {kind: select, label: Ville, options: {agde: Agde, sete: Sète}, value: agde}
      courrier: {kind: tick, label: Courrier, value: yes}
      cv: {kind: file, label: CV}
files: {cv-2026: {name: CV-2026.pdf}, photo: {name: IMG_1.jpg}}
after: {title: Une erreur, options: {appeler: Téléphoner, attendre: Attendre}}
"""


def read_form(text: str) -> tuple[Form | None, list[Problem]]:
    problems: list[Problem] = []
    people = shipped_personas()
    tree, _ = read_yaml(text)
    fields = Fields(tree, problems)
    form = read(fields, Context(people["bogdan"], people, problems))
    fields.no_others()
    return form, problems


@pytest.fixture(scope="module")
def form() -> Form:
    found, problems = read_form(FORM)
    assert found is not None
    assert problems == []
    return found


def after_moves(form: Form, *names: str, **values: object) -> dict:
    """The artefact after the moves with these names; each must be possible."""
    paths = {f"fields.{name}": value for name, value in values.items()}
    artefact = {**form.start, **paths}
    for name in names:
        moves = {move.name: move for move in form.moves(artefact, Wanted(everything=True))}
        artefact.update(moves[name].changes)
    return artefact


def test_it_begins_with_what_is_filled_in_already(form: Form) -> None:
    start = form.start
    assert start["at"] == "vous"
    assert start["fields.telephone"] == shipped_personas()["bogdan"].phone
    assert (start["fields.ville"], start["fields.courrier"]) == ("agde", True)
    assert "fields.nom" not in start
    assert set(start) == set(form.schema)
    assert all(kind.fits(start[path]) for path, kind in form.schema.items())


def test_what_is_written_stays_on_the_device(form: Form) -> None:
    private = {path for path, kind in form.schema.items() if kind.private}
    assert private == {"fields.telephone", "fields.heures"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: select", "kind: liste", "field.other-word"),
        ("value: agde", "value: meze", "screen.unknown-name"),
        ("{travail: oui}", "{travail: peut-etre}", "screen.unknown-name"),
        ("{travail: oui}", "{courrier: yes}", "screen.unknown-name"),
        ("length-10", "length", "screen.unknown-name"),
        ("digits", "letters", "screen.unknown-name"),
        ("digits: Sans espace.", "digits: ''", "field.text-wanted"),
        ("choix:", "review:", "field.unknown"),
        ("ville:", "travail:", "field.unknown"),
        ("label: Ville, ", "", "field.missing"),
        ("site: Les Bus du Delta", "nom: Bus", "field.missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, code: str) -> None:
    before, _, _ = FORM.partition(old)
    line = before.count("\n") + 1
    _, problems = read_form(FORM.replace(old, new, 1))
    assert (code, line) in {(found.code, found.line) for found in problems}


def test_without_a_step_there_is_nothing_to_show() -> None:
    found, problems = read_form("site: Les Bus du Delta")
    assert found is None
    assert [item.code for item in problems] == ["field.missing"]


@pytest.mark.parametrize(
    ("test", "size", "kept", "broken"),
    [
        ("filled", 0, ["a", " 0 ", True], ["", "  ", False]),
        ("digits", 0, ["", "06", " 10 "], ["10 h", "1 0", "1,5", "٣"]),
        ("amount", 0, ["", "130", "130,50", "130.5"], ["130 euros", "1,234", ",5", "-1"]),
        ("length", 3, ["", "abc", " abc "], ["ab", "abcd"]),
        ("at-most", 3, ["", "abc"], ["abcd"]),
    ],
)
def test_rules(test: str, size: int, kept: list, broken: list) -> None:
    rule = Rule(test, size, "…")
    assert [value for value in (*kept, *broken) if rule.holds(value)] == kept
    assert rule.holds(rule.witness())


def test_what_breaks_a_rule_holds_one_on_the_page(form: Form) -> None:
    artefact = after_moves(form, "go on")
    assert (artefact["at"], artefact["refused"]) == ("vous", ["telephone", "travail"])
    artefact = after_moves(form, "go on", "choose oui in travail", "go on", telephone="0639981674")
    assert (artefact["at"], artefact["refused"]) == ("vous", ["heures"])
    artefact = after_moves(form, "choose non in travail", "go on", telephone="0639981674")
    assert (artefact["at"], artefact["refused"]) == ("choix", [])


def test_one_goes_back_to_the_review_after_a_change(form: Form) -> None:
    filled = {"telephone": "0639981674", "travail": "non"}
    way = ("go on", "go on", "change vous")
    assert after_moves(form, *way, **filled)["at"] == "vous"
    assert after_moves(form, *way, "go on", **filled)["at"] == "review"


def test_closed_once_sent(form: Form) -> None:
    closed, _ = read_form(FORM + "closed: yes\n")
    sent = {"at": "done", "sent": True}

    def names(one: Form) -> set[str]:
        return {move.name for move in one.moves({**one.start, **sent}, Wanted())}

    assert names(form) - names(closed) == {"open again"}


def test_whatever_is_done_leaves_an_artefact_that_fits(form: Form) -> None:
    hand = random.Random(7)  # noqa: S311 - not a secret
    wanted = Wanted(texts={"fields.telephone": ("0639981674",)}, everything=True)
    seen = set()
    for _ in range(40):
        artefact = dict(form.start)
        for _ in range(60):
            artefact.update(hand.choice(list(form.moves(artefact, wanted))).changes)
            seen.add(artefact["at"])
            public = {p: v for p, v in artefact.items() if not form.schema[p].private}
            assert checked(form.schema, form.start, public)
    assert seen == set(form.schema["at"].values)


@pytest.mark.parametrize(
    "forged",
    [
        {"at": "ailleurs"},
        {"fields.ville": "paris"},
        {"fields.courrier": "yes"},
        {"fields.telephone": "0639981674"},
        {"fields.nom": "Bogdan"},
        {"refused": ["inconnu"]},
        {"after": "rien"},
    ],
)
def test_forged_artefacts_are_refused(form: Form, forged: dict) -> None:
    with pytest.raises(UnusableArtefactError):
        checked(form.schema, form.start, forged)


def test_all_that_stands_on_the_screen_is_told(form: Form) -> None:
    told = {text for text, _ in form.texts()}
    assert {"Les Bus du Delta", "06 39 98 16 74", "Sète", "Sans espace.", "CV-2026.pdf"} <= told
    assert {"Une erreur", "Téléphoner"} <= told
