"""Conditions of observations: a small closed language over what somebody did on a screen.

    when: {sent: true, attachments: {includes: cv-amina.pdf}, subject: {empty: false}}

A condition is a mapping; all its entries must hold. An entry is a path of the artefact
(`sent`, `fields.hours`) with a test, or `any` with a list of conditions of which one must
hold, or `not` with a condition that must not hold. A test is a text, short for `is`, or a
mapping of operators that must all hold:

    is: text          the same text, outer spaces apart; true and false; whole numbers in digits
    like: text        the same, loosely (`loose_text.near`); never for an address
    includes: text    a list has this item (as `is`); a text has these words (`has_words`)
    any: [texts]      it is one of them (as `is`); a list has one of them or more
    empty: true       nothing, or only spaces, or a list without items; `empty: false`: not so.
                      A number, true and false are never empty
    count: n          the items of a list, the characters of a text (outer spaces apart), a
    at_least: n       number itself; 0 where there is nothing; true and false never match
    at_most: n
    not: test         the test must not hold

No part of a document is run, neither as code nor as a pattern. Values: see `operators`.

Two interpreters: this one decides; `player/browser/practice/conditions.js` answers at once.
`tests/content/data/conditions.json` holds both to the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .loose_text import words
from .nearest import nearest
from .operators import NUMBERS, OPERATORS, Argument, holds
from .problems import Problem, problem
from .schema import Fields
from .yaml_reader import Mapping as MappingNode
from .yaml_reader import Node, Scalar, Sequence

MOST_DEEP = 4
MOST_TESTS = 60
MOST_TEXTS = 50
LONGEST_TEXT = 200
LARGEST_NUMBER = 100_000

_PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)?")


@dataclass(frozen=True)
class Atom:
    """One operator on the value of one path."""

    path: str
    op: str
    argument: Argument


@dataclass(frozen=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class OneOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    part: Condition


Condition = Atom | All | OneOf | Not


# --- What holds ---------------------------------------------------------------------------


def satisfied(condition: Condition, answer: Callable[[Atom], bool]) -> bool:
    """Whether a condition holds, when `answer` tells for each atom whether it does.

    `answers(artefact)` is one; for a value that stays on the device, what the browser said
    of it is another.
    """
    if isinstance(condition, Atom):
        return answer(condition)
    if isinstance(condition, Not):
        return not satisfied(condition.part, answer)
    join = all if isinstance(condition, All) else any
    return join(satisfied(part, answer) for part in condition.parts)


def atoms(condition: Condition) -> Iterator[Atom]:
    """The atoms of a condition in the order of the document."""
    if isinstance(condition, Atom):
        yield condition
    elif isinstance(condition, Not):
        yield from atoms(condition.part)
    else:
        for part in condition.parts:
            yield from atoms(part)


def condition_json(condition: Condition) -> list[object]:
    """For the browser: ["all", […]], ["any", […]], ["not", condition]; an atom alone has
    three entries: [path, op, argument]."""
    if isinstance(condition, Atom):
        given = condition.argument
        return [condition.path, condition.op, list(given) if isinstance(given, tuple) else given]
    if isinstance(condition, Not):
        return ["not", condition_json(condition.part)]
    join = "all" if isinstance(condition, All) else "any"
    return [join, [condition_json(part) for part in condition.parts]]


def answers(artefact: object) -> Callable[[Atom], bool]:
    """Tells for each atom whether it holds for an artefact: mappings of names to values."""
    return lambda atom: holds(atom.op, atom.argument, value_at(artefact, atom.path))


def value_at(artefact: object, path: str) -> object:
    """The value of a path such as `sent` or `fields.hours`; None where there is none."""
    value = artefact
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


# --- What a document says -----------------------------------------------------------------


def read_condition(node: Node, problems: list[Problem]) -> Condition | None:
    """The condition of a document, or None where any of it is wrong: half a condition would
    speak where it should not. What is wrong lands in `problems`."""
    found: list[Problem] = []
    condition = _condition(node, 1, found)
    if condition and sum(1 for _ in atoms(condition)) > MOST_TESTS:
        found.append(problem("condition.too-many-tests", node.line, most=MOST_TESTS))
    problems += found
    return None if found else condition


def _condition(node: Node, depth: int, problems: list[Problem]) -> Condition | None:
    if not isinstance(node, MappingNode):
        problems.append(problem("field.mapping-wanted", node.line))
        return None
    return _all(node, depth, problems, lambda key, value: _entry(key, value, depth, problems))


def _all(
    node: MappingNode,
    depth: int,
    problems: list[Problem],
    read: Callable[[Scalar, Node], Condition | None],
) -> Condition | None:
    if depth > MOST_DEEP:
        problems.append(problem("condition.too-deep", node.line, most=MOST_DEEP))
        return None
    if not node.entries:
        problems.append(problem("condition.empty", node.line))
    return _joined_by(All, [read(key, value) for key, value in node.entries])


def _joined_by(join: type[All | OneOf], read: list[Condition | None]) -> Condition | None:
    parts = tuple(part for part in read if part)
    return parts[0] if len(parts) == 1 else join(parts) if parts else None


def _entry(key: Scalar, node: Node, depth: int, problems: list[Problem]) -> Condition | None:
    if key.text == "not":
        part = _condition(node, depth + 1, problems)
        return Not(part) if part else None
    if key.text == "any":
        if not isinstance(node, Sequence) or not node.items:
            problems.append(problem("field.list-wanted", node.line, field="any"))
            return None
        return _joined_by(OneOf, [_condition(item, depth + 1, problems) for item in node.items])
    if not _PATH.fullmatch(key.text):
        problems.append(problem("condition.path", key.line, name=key.text))
        return None
    return _test(key, node, depth, problems)


def _test(path: Scalar, node: Node, depth: int, problems: list[Problem]) -> Condition | None:
    if isinstance(node, Scalar):
        return _atom(path.text, "is", Scalar(path.text, node.line), node, problems)
    if isinstance(node, Sequence):
        problems.append(problem("condition.test-wanted", node.line, name=path.text))
        return None

    def read(key: Scalar, value: Node) -> Condition | None:
        if key.text == "not":
            part = _test(path, value, depth + 1, problems)
            return Not(part) if part else None
        return _atom(path.text, key.text, key, value, problems)

    return _all(node, depth, problems, read)


def _atom(
    path: str, op: str, name: Scalar, node: Node, problems: list[Problem]
) -> Condition | None:
    """`name`: how the document calls what is read, for messages."""
    if op not in OPERATORS:
        found = nearest(op.lower(), (*OPERATORS, "not"))
        helped = {"nearest": found} if found else {}
        problems.append(problem("condition.unknown-test", name.line, name=op, **helped))
        return None
    fields = Fields(MappingNode(((name, node),), name.line), problems)
    return Atom(path, op, _argument(op, fields, name, problems))


def _argument(op: str, fields: Fields, name: Scalar, problems: list[Problem]) -> Argument:
    if op in NUMBERS:
        return fields.number(op, 0, LARGEST_NUMBER, 0)
    if op == "any":
        return _texts(fields, name, problems)
    text = fields.text(name.text, required=True)
    if op == "empty":
        if text not in ("true", "false", ""):
            problems.append(problem("condition.true-or-false", name.line, text=text))
        return text == "true"
    _too_long((text,), name, problems)
    if op == "like" and text:
        if "@" in text:
            problems.append(problem("condition.like-address", name.line, text=text))
        elif not words(text):
            problems.append(problem("condition.no-word", name.line, text=text))
    return text


def _texts(fields: Fields, name: Scalar, problems: list[Problem]) -> tuple[str, ...]:
    texts = fields.texts(name.text, required=True)
    if len(texts) > MOST_TEXTS:
        problems.append(problem("condition.too-many-texts", name.line, most=MOST_TEXTS))
    _too_long(texts, name, problems)
    return texts


def _too_long(texts: tuple[str, ...], name: Scalar, problems: list[Problem]) -> None:
    if any(len(text) > LONGEST_TEXT for text in texts):
        long = problem("condition.long-text", name.line, field=name.text, most=LONGEST_TEXT)
        problems.append(long)
