"""Cases for both interpreters of conditions: shared vectors, and cases made from a seed.

What is generated has hits and misses of each operator: texts that are changed a little.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from pasapas.content.conditions import All, Atom, Condition, Not, OneOf, read_condition
from pasapas.content.operators import NUMBERS, OPERATORS, Argument
from pasapas.content.problems import Problem
from pasapas.content.yaml_reader import read_yaml

VECTORS = json.loads((Path(__file__).parent / "data/conditions.json").read_text("utf-8"))

SEED = 20_261_122
OF_EACH_OPERATOR = 800
WHOLE_CONDITIONS = 1_000

TEXTS = [
    "Bonjour Madame", "pièce jointe", "L’offre d’emploi", "cv-amina.pdf", "14 h 30", "œuvre",
    "recrutement@boulangerie.example", "06 39 98 12 34", "Déjà reçu, merci !", "Łódź", "straße",
    "Aide à domicile", "cariste", "12", "0", "true", "oui", "Здравствуйте, й", "Ελληνικά",
    "مرحبا بك", "你好", "ﬁche", "ＣＶ", "𝐀mina", "👍🏽 d’accord", "a",
    "Je vous envoie mon CV en pièce jointe. Je suis là dès lundi matin. Cordialement, Amina",
]  # fmt: skip
ODD = [
    "\ud83d", "\udc4d", "\ud83d\udc4d", "\u00a0", "\u202f", "\u200b", "\ufeff", "\u00ad", "\x85",
    "\x1c", "\u2028", "\r\n", "\t", "\0", "\u0301", "\u0345", "\u0653", "é", "e\u0301", "İ", "ı",
    "ẞ", "Å", "👩‍🦽", "🇫🇷", "…", "’", "«", "€", "½", "²", "ª", "٣", "。", "\ue000",
    "\U0010ffff", "ǅ", "ﬀ",
]  # fmt: skip
NUMBERS_SEEN = [0, 1, 2, 3, 12, 100_000, -1, -3, 2**53 - 1, 2**53, 3.0, -0.0, 0.5, 1e300]
NO_VALUES = [None, {}, {"is": "a"}, [[]], [None, 3, True], [{"a": "b"}]]


def reading(text: str) -> tuple[Condition | None, list[Problem]]:
    """The condition that a text of YAML is, and what is wrong with it."""
    tree, unreadable = read_yaml(text)
    assert unreadable == ()
    problems: list[Problem] = []
    return read_condition(tree, problems), problems


def read(text: str) -> Condition:
    condition, problems = reading(text)
    assert problems == []
    return condition


def _accents(random: Random, text: str) -> str:
    return unicodedata.normalize(random.choice(["NFD", "NFC"]), text)


def _bare(random: Random, text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _case(random: Random, text: str) -> str:
    return random.choice([str.upper, str.lower, str.title, str.swapcase])(text)


def _spaces(random: Random, text: str) -> str:
    space = random.choice(["\u00a0", "", "  ", "-", "\u202f", "\n", "\u2009", "_"])
    return text.replace(" ", space)


def _outside(random: Random, text: str) -> str:
    return random.choice(ODD) + text + random.choice(["", " ", "\n", *ODD])


def _inside(random: Random, text: str) -> str:
    place = random.randint(0, len(text))
    return text[:place] + random.choice([*ODD, "e", "x", "7"]) + text[place:]


def _left_out(random: Random, text: str) -> str:
    place = random.randrange(len(text)) if text else 0
    return text[:place] + text[place + 1 :]


def _changed(random: Random, text: str) -> str:
    return _inside(random, _left_out(random, text))


def _swapped(random: Random, text: str) -> str:
    place = random.randrange(len(text)) if text else 0
    return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def _among(random: Random, text: str) -> str:
    return f"{random.choice(TEXTS)} {text}{random.choice([' ', ', ', 's '])}{random.choice(TEXTS)}"


MUTATIONS: list[Callable[[Random, str], str]] = [
    _accents, _bare, _case, _spaces, _outside, _inside, _left_out, _changed, _swapped, _among,
]  # fmt: skip


def _argument(text: str) -> str:
    """Documents have no halves of pairs; JSON at least has none that make a whole one."""
    return json.loads(json.dumps(text))


def _mutated(random: Random, text: str, most: int) -> str:
    for _ in range(random.randint(0, most)):
        text = random.choice(MUTATIONS)(random, text)
    return text


def _anything(random: Random) -> object:
    kind = random.randrange(6)
    if kind == 0:
        return random.choice(NO_VALUES)
    if kind == 1:
        return random.choice([True, False])
    if kind == 2:
        return random.choice(NUMBERS_SEEN)
    if kind == 3:
        return random.choice(["", *ODD])
    if kind == 4:
        return [_mutated(random, random.choice(TEXTS), 1) for _ in range(random.randrange(4))]
    return _mutated(random, random.choice(TEXTS), 3)


def _near_text(random: Random, text: str, most: int) -> object:
    """The text, changed a little, alone or in a list."""
    value = _mutated(random, text, most)
    if random.random() < 0.2:
        return [random.choice(TEXTS), value, random.choice([*NO_VALUES, "b"])]
    return value


def _case_of(random: Random, op: str) -> tuple[Argument, object]:
    """(argument, value)."""
    odd = random.random() < 0.2
    if op == "empty":
        nothing = random.choice(["", " ", "\u00a0\n", [], [3], None, {}, 0.5])
        return random.random() < 0.5, nothing if random.random() < 0.4 else _anything(random)
    if op in NUMBERS:
        value = _anything(random) if odd else _near_text(random, random.choice(TEXTS), 2)
        if isinstance(value, list):
            return random.randrange(5), value
        size = len(value.strip()) if isinstance(value, str) else random.choice([0, 1, 3, 12])
        return max(0, size + random.choice([0, 0, 0, 1, -1, 5])), value
    text = random.choice(TEXTS)
    if random.random() < 0.1:
        text = _argument(_mutated(random, text, 2))
    wanted = random.choice([" ".join(text.split()[:2]), text]) if op == "includes" else text
    most = {"like": 3, "includes": 3}.get(op, 1)
    value = _anything(random) if odd else _near_text(random, text, most)
    if op != "any":
        return wanted, value
    return (random.choice(TEXTS), wanted, _argument(_mutated(random, wanted, 1))), value


def generated_cases() -> list[tuple[str, Argument, object]]:
    """(operator, argument, value), `OF_EACH_OPERATOR` of each."""
    random = Random(SEED)  # noqa: S311
    return [(op, *_case_of(random, op)) for op in OPERATORS for _ in range(OF_EACH_OPERATOR)]


def generated_conditions() -> list[tuple[Condition, dict[str, object]]]:
    """(condition, artefact)."""
    random = Random(SEED)  # noqa: S311
    return [_condition_and_artefact(random) for _ in range(WHOLE_CONDITIONS)]


def _condition_and_artefact(random: Random) -> tuple[Condition, dict[str, object]]:
    fields: dict[str, object] = {}
    artefact: dict[str, object] = {"fields": fields, "name": "x", "list": ["a"]}

    def atom() -> Atom:
        op = random.choice(OPERATORS)
        argument, fields[f"n{len(fields)}"] = _case_of(random, op)
        missing = ["none", "fields.none", "fields", "list.length", "list.0", "constructor.name"]
        path = f"fields.n{len(fields) - 1}" if random.random() < 0.9 else random.choice(missing)
        return Atom(path, op, argument)

    def tree(depth: int) -> Condition:
        join = random.choice([None, All, OneOf, Not]) if depth else None
        if join is None:
            return atom()
        if join is Not:
            return Not(tree(depth - 1))
        return join(tuple(tree(depth - 1) for _ in range(random.randint(1, 3))))

    return tree(3), artefact
