"""The catalogue of pictograms: what each one means, and what people may call it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .problems import Problem, Reading, by_line, problem
from .schema import Fields
from .yaml_document import document_fields


@dataclass(frozen=True)
class Pictogram:
    """`label` is the alternative text; `answers` are accepted in a blind naming."""

    name: str
    label: str
    keywords: tuple[str, ...]
    meaning: str
    answers: tuple[str, ...]


def read_pictograms(raw: bytes | str) -> Reading[dict[str, Pictogram]]:
    """The entries of `pictograms/catalogue.yaml`, by name."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading({}, by_line(problems))
    catalogue = {}
    for name, line, node in fields.entries("pictograms"):
        entry = Fields(node, problems, line)
        catalogue[name] = Pictogram(
            name=name,
            label=entry.text("label", required=True),
            keywords=entry.texts("keywords", required=True),
            meaning=entry.text("meaning", required=True),
            answers=entry.texts("answers", required=True),
        )
        entry.no_others()
    fields.no_others()
    return Reading(catalogue, by_line(problems))


def pictogram_named(
    fields: Fields, known: Collection[str], problems: list[Problem], required: bool = True
) -> str:
    """What the field `pictogram` of a document names; "" where it is none of the `known`."""
    line = fields.line_of("pictogram")
    name = fields.text("pictogram", required=required)
    if name and name not in known:
        problems.append(problem("pictogram.unknown", line, name=name))
        return ""
    return name
