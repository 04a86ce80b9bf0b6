"""The beginning of every YAML document: canonical, read, `format: 1`."""

from __future__ import annotations

from .problems import Problem
from .schema import Fields
from .text import canonical
from .yaml_reader import read_yaml


def document_fields(raw: bytes | str, problems: list[Problem]) -> Fields | None:
    """Its fields, or None where nothing of it can be read; what is wrong lands in `problems`."""
    text, found = canonical(raw)
    problems += found
    tree, found = read_yaml(text)
    problems += found
    if tree is None and problems:
        return None
    fields = Fields(tree, problems)
    fields.format()
    return fields
