"""Dated facts: what changes with time stands in one file, with its source."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .problems import Problem, Reading, by_line
from .schema import Fields
from .unsafe_marks import unsafe_marks
from .yaml_document import document_fields
from .yaml_reader import Node


@dataclass(frozen=True)
class Fact:
    """`value` is text as it stands in a sentence; `source` says who published it."""

    name: str
    value: str
    source: str
    checked_on: datetime.date | None


def read_facts(raw: bytes | str) -> Reading[dict[str, Fact]]:
    """The facts of `facts.yaml`, by name."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading({}, by_line(problems))
    facts = {
        name: fact
        for name, line, entry in fields.entries("facts")
        if (fact := _fact(name, line, entry, problems))
    }
    fields.no_others()
    return Reading(facts, by_line(problems))


def _fact(name: str, line: int, node: Node, problems: list[Problem]) -> Fact | None:
    fields = Fields(node, problems, line)
    fact = Fact(
        name=name,
        value=fields.text("value", required=True),
        source=fields.text("source", required=True),
        checked_on=fields.date("checked_on"),
    )
    fields.no_others()
    # A value stands in sentences: it may bring into them nothing that they may not hold.
    problems += unsafe_marks(fact.value, fields.line_of("value"))
    return fact if fact.value else None
