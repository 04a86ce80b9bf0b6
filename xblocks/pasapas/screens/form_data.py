"""What a form asks: its steps, their fields, and the rules of each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.loose_text import trimmed
from pasapas.content.problems import problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import Scalar

from .artefact import Choice, Flag, Kind, Text, Value
from .screen import Context

PICKED = ("radio", "select")
WRITTEN = ("text", "number", "long")
SHOWN = "shown"
KINDS = (*PICKED, "tick", *WRITTEN, "file", SHOWN)
FILLED = ("first_name", "last_name", "full_name", "street", "postcode", "place", "mail", "phone")

_NAMED_RULE = re.compile(r"(filled|digits|amount|length|at-most)(?:-([0-9]{1,3}))?")
_DIGITS = re.compile(r"[0-9]+")
_AMOUNT = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True)
class Rule:
    """`test`: filled, digits, amount, length or at-most; `size`: of the last two, in
    characters. `say`: what stands beside the field where the rule does not hold.

    An empty field breaks `filled` alone.
    """

    test: str
    size: int
    say: str

    def holds(self, value: object) -> bool:
        text = trimmed(value) if isinstance(value, str) else ""
        if self.test == "filled":
            return value is True or bool(text)
        if not text:
            return True
        if self.test in ("digits", "amount"):
            form = _DIGITS if self.test == "digits" else _AMOUNT
            return bool(form.fullmatch(text))
        return len(text) == self.size if self.test == "length" else len(text) <= self.size

    def witness(self) -> str:
        """A text for which every rule can hold."""
        return "1" * (self.size if self.test == "length" else 1)


@dataclass(frozen=True)
class Field:
    """One thing that a form asks. `options`: (value, words). `only`: (field, value) without
    which it is not there, or None. `start`: its value at first; the text of what is shown."""

    name: str
    kind: str
    label: str
    explain: str
    options: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]
    only: tuple[str, str] | None
    start: Value
    line: int

    @property
    def path(self) -> str:
        return f"fields.{self.name}"

    def type(self, files: tuple[str, ...]) -> Kind | None:
        """The kind of its path; None for what is only shown."""
        if self.kind in PICKED:
            return Choice(("", *(value for value, _ in self.options)))
        if self.kind == "file":
            return Choice(("", *files))
        if self.kind == "tick":
            return Flag()
        return Text() if self.kind in WRITTEN else None

    def broken(self, value: object) -> Rule | None:
        """The first rule that a value does not keep."""
        return next((rule for rule in self.rules if not rule.holds(value)), None)


@dataclass(frozen=True)
class Step:
    name: str
    title: str
    text: tuple[str, ...]
    fields: tuple[Field, ...]
    line: int


@dataclass(frozen=True)
class File:
    name: str
    label: str
    size: str
    line: int


@dataclass(frozen=True)
class After:
    """What can be done once the form is sent; `options`: (value, words)."""

    title: str
    text: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    line: int


def read_steps(fields: Fields, context: Context) -> Iterator[Step]:
    for name, line, node in fields.entries("steps"):
        inner = Fields(node, context.problems, line)
        step = Step(
            name=name,
            title=inner.text("title", required=True),
            text=inner.texts("text"),
            fields=tuple(_read_fields(inner, context)),
            line=line,
        )
        inner.no_others()
        yield step


def _read_fields(step: Fields, context: Context) -> Iterator[Field]:
    before: dict[str, Field] = {}
    for name, line, node in step.entries("fields", required=False):
        inner = Fields(node, context.problems, line)
        before[name] = _read_field(name, line, inner, before, context)
        inner.no_others()
    yield from before.values()


def _read_field(
    name: str, line: int, fields: Fields, before: dict[str, Field], context: Context
) -> Field:
    kind = fields.one_of("kind", KINDS, "text")
    options = tuple(_pairs(fields, "options")) if kind in PICKED else ()
    return Field(
        name=name,
        kind=kind,
        label=fields.text("label", required=True),
        explain=fields.text("explain"),
        options=options,
        rules=tuple(_rules(fields, context)),
        only=_only(fields, before, context),
        start=_start(fields, kind, options, context),
        line=line,
    )


def _pairs(fields: Fields, name: str) -> Iterator[tuple[str, str]]:
    for value, _, node in fields.entries(name):
        yield value, node.text if isinstance(node, Scalar) else ""


def _rules(fields: Fields, context: Context) -> Iterator[Rule]:
    for name, line, node in fields.entries("rules", required=False):
        found = _NAMED_RULE.fullmatch(name)
        sized = found is not None and found[1] in ("length", "at-most")
        if found is None or sized != bool(found[2]):
            context.problems.append(problem("screen.unknown-name", line, name=name))
        elif isinstance(node, Scalar) and node.text.strip():
            yield Rule(found[1], int(found[2] or 0), node.text.strip())
        else:
            context.problems.append(problem("field.text-wanted", node.line, field=name))


def _only(fields: Fields, before: dict[str, Field], context: Context) -> tuple[str, str] | None:
    """It can hang on a field above it, in the same step, that is chosen or ticked."""
    for name, line, node in fields.entries("only", required=False):
        value = node.text if isinstance(node, Scalar) else ""
        above = before.get(name)
        known = dict(above.options) if above and above.kind in PICKED else {}
        if above and above.kind == "tick":
            known = {"yes": "", "no": ""}
        if value in known:
            return name, value
        context.problems.append(problem("screen.unknown-name", line, name=f"{name}: {value}"))
    return None


def _start(
    fields: Fields, kind: str, options: tuple[tuple[str, str], ...], context: Context
) -> Value:
    if kind == "tick":
        return fields.flag("value")
    line = fields.line_of("value")
    filled, value = fields.one_of("filled", FILLED, ""), fields.text("value")
    if filled and context.persona is not None:
        value = str(getattr(context.persona, filled))
    known = kind not in PICKED or value in dict(options)
    if value and (not known or kind == "file"):
        context.problems.append(problem("screen.unknown-name", line, name=value))
        return ""
    return value


def read_files(fields: Fields, context: Context) -> Iterator[File]:
    for name, line, node in fields.entries("files", required=False):
        inner = Fields(node, context.problems, line)
        yield File(name, inner.text("name", required=True), inner.text("size"), line)
        inner.no_others()


def read_after(fields: Fields, context: Context) -> After | None:
    line = fields.line_of("after")
    node = fields.node("after")
    if node is None:
        return None
    inner = Fields(node, context.problems, line)
    after = After(
        title=inner.text("title", required=True),
        text=inner.texts("text"),
        options=tuple(_pairs(inner, "options")),
        line=line,
    )
    inner.no_others()
    return after


def step_json(step: Step) -> Mapping[str, Any]:
    return {
        "name": step.name,
        "title": step.title,
        **({"text": list(step.text)} if step.text else {}),
        "fields": [_field_json(field) for field in step.fields],
    }


def _field_json(field: Field) -> Mapping[str, Any]:
    found: dict[str, Any] = {"name": field.name, "kind": field.kind, "label": field.label}
    if field.explain:
        found["explain"] = field.explain
    if field.kind in PICKED:
        found["options"] = field.options
    if field.kind == SHOWN:
        found["value"] = field.start
    if field.only:
        found["only"] = field.only
    if field.rules:
        found["rules"] = [[rule.test, rule.size, rule.say] for rule in field.rules]
    return found
