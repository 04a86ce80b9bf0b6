"""Sentences in the fields of a practice: a `|` parts them, as in a lesson's feedback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .problems import Problem, problem
from .schema import Fields
from .yaml_reader import Node, Scalar, Sequence

PARTED_BY = "|"


@dataclass(frozen=True)
class Said:
    """One sentence, with the line on which it stands."""

    text: str
    line: int


def said(
    fields: Fields, name: str, problems: list[Problem], required: bool = False
) -> tuple[Said, ...]:
    """The sentences of a text, or of a list of texts."""
    found = []
    for text, line in fields.sentences(name, required):
        parts = _parted(text)
        if not parts:
            problems.append(problem("field.text-wanted", line, field=name))
        found += [Said(part, line) for part in parts]
    return tuple(found)


def said_in(nodes: Iterable[Node], name: str, problems: list[Problem]) -> list[tuple[Said, ...]]:
    """For each text of a list its sentences; what is no text is said and left out."""
    found = []
    for node in nodes:
        whole = " ".join(node.text.split("\n")) if isinstance(node, Scalar) else ""
        parts = _parted(whole)
        if parts:
            found.append(tuple(Said(part, node.line) for part in parts))
        else:
            problems.append(problem("field.text-wanted", node.line, field=name))
    return found


def items_of(fields: Fields, name: str, problems: list[Problem]) -> tuple[Node, ...]:
    """The nodes of a list that must be there, and not empty."""
    node = fields.node(name, required=True)
    if isinstance(node, Sequence):
        if not node.items:
            problems.append(problem("field.missing", node.line, field=name))
        return node.items
    if node is not None:
        problems.append(problem("field.list-wanted", node.line, field=name))
    return ()


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(PARTED_BY) if part.strip()]
