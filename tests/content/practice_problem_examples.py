"""The same for practices, people, offers and conditions."""

from __future__ import annotations

from pasapas.content.conditions import read_condition
from pasapas.content.offers import read_offers
from pasapas.content.personas import read_personas
from pasapas.content.practice import read_practice
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml

from .example import Example
from .samples import PRACTICE, REFERENCES, changed
from .test_offers import OFFERS


def practice(raw) -> tuple[Problem, ...]:
    return read_practice(raw, REFERENCES).problems


def condition(raw) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    read_condition(read_yaml(raw)[0], problems)
    return tuple(problems)


def choices(raw) -> tuple[Problem, ...]:
    """What screens ask for in a level: one of a few words, yes or no."""
    problems: list[Problem] = []
    fields = Fields(read_yaml(raw)[0], problems)
    fields.one_of("open", ("list", "compose"), "list")
    fields.flag("unread")
    return tuple(problems)


def personas(raw) -> tuple[Problem, ...]:
    return read_personas(raw).problems


def offers(raw) -> tuple[Problem, ...]:
    return read_offers(raw).problems


def practice_with(old: str, new: str) -> str:
    return changed(PRACTICE, old, new)


AMINA = """  amina:
    role: learner
    title: Madame
    first_name: Amina
    last_name: Benali
    born: 1994-03-17
    street: 14 rue des Lilas
    postcode: "69100"
    place: Villeurbanne
    trade: boulangère
    does_well: Elle réussit des pains au levain.
    mail: amina.benali@mail.example
    phone: 06 39 98 10 21
"""
PEOPLE = f"format: 1\npeople:\n{AMINA}"
TWIN = AMINA.replace("amina:", "lea:").replace("10 21", "10 22")


def people_with(old: str, new: str) -> str:
    return changed(PEOPLE, old, new)


def offers_with(old: str, new: str) -> str:
    return changed(OFFERS, old, new)


DEFAULT = "  - say: Continuez."
MANY = "  - {when: {sent: true}, say: Oui.}\n" * 40

PRACTICES = [
    Example("practice.empty", 0, practice, "\n"),
    Example("practice.unknown-level", 11, practice, practice_with("  2: {", "  3: {")),
    Example(
        "practice.unknown-level",
        15,
        practice,
        practice_with("    say: Le mail", "    levels: [3]\n    say: Le mail"),
    ),
    Example(
        "practice.too-many",
        12,
        practice,
        practice_with(DEFAULT, MANY + DEFAULT),
        also=(("practice.no-default", 54),),
    ),
    Example(
        "practice.default-not-last",
        13,
        practice,
        practice_with("  - when: {sent: true}", "  - say: Oui.\n  - when: {sent: true}"),
    ),
    Example(
        "practice.no-default",
        16,
        practice,
        practice_with(DEFAULT, "  - when: {sent: false}\n    say: Continuez."),
    ),
    Example("practice.nothing-achieves", 12, practice, practice_with("    achieves: goal\n", "")),
    Example(
        "practice.achieves-what",
        14,
        practice,
        practice_with("achieves: goal", "achieves: but"),
        also=(("practice.nothing-achieves", 12),),
    ),
    Example(
        "practice.default-achieves",
        16,
        practice,
        practice_with(DEFAULT, "  - achieves: goal\n    say: Continuez."),
    ),
    Example(
        "practice.three-hints", 19, practice, practice_with("      - Cherchez le crayon.\n", "")
    ),
]

CONDITIONS = [
    Example("condition.empty", 1, condition, "{}"),
    Example("condition.path", 1, condition, "Sent: true"),
    Example("condition.test-wanted", 1, condition, "attachments: [cv.pdf]"),
    Example("condition.unknown-test", 1, condition, "subject: {inclueds: a}"),
    Example("condition.true-or-false", 1, condition, "subject: {empty: oui}"),
    Example("condition.like-address", 1, condition, "to: {like: a@b.example}"),
    Example("condition.no-word", 1, condition, "to: {like: '!'}"),
    Example("condition.long-text", 1, condition, "to: " + "b" * 201),
    Example("condition.too-many-texts", 1, condition, f"to: {{any: [{', '.join('b' * 51)}]}}"),
    Example(
        "condition.too-many-tests",
        1,
        condition,
        "\n".join(f"a{number}: 1" for number in range(61)),
    ),
    Example("condition.too-deep", 1, condition, "not: {not: {not: {not: {a: 1}}}}"),
]

PERSONAS = [
    Example("persona.unknown-role", 4, personas, people_with("learner", "élève")),
    Example("persona.unknown-title", 5, personas, people_with("Madame", "Mme")),
    Example("persona.postcode", 10, personas, people_with('"69100"', '"6910"')),
    Example("persona.real-mail", 14, personas, people_with("mail.example", "mail.fr")),
    Example("persona.real-phone", 15, personas, people_with("06 39 98", "06 12 34")),
    Example("persona.same-contact", 27, personas, PEOPLE + TWIN),
]

OFFERED = [
    Example("offer.unknown-trade", 12, offers, offers_with("trade: plonge\n", "trade: plong\n")),
    Example("offer.unknown-place", 35, offers, offers_with("place: L'Arbresle", "place: Tarare")),
    Example("offer.unknown-choice", 46, offers, offers_with("kind: placement", "kind: stage")),
    Example(
        "offer.odd-address",
        17,
        offers,
        offers_with("equipe@sept-marmites.example", "equipe@marmites.fr"),
    ),
]

FIELDS = [
    Example("field.other-word", 1, choices, "open: lits"),
    Example("field.yes-or-no", 2, choices, "open: list\nunread: peut-être"),
]

ALL = [*FIELDS, *OFFERED, *PRACTICES, *CONDITIONS, *PERSONAS]
