"""What there is to look at in `offer_check`: cases with their parts, and what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pasapas.content.problems import Problem, problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import Node, Scalar

KINDS = ("offer", "mail", "sms", "page")
ROLES = ("head", "lock", "lock-open", "title", "text", "link", "button")
MARKS = ("sure", "clue", "no-proof", "nothing")
ACTION_ICONS = (
    "reply", "phone", "people", "euro", "card", "file", "key", "hand", "globe", "check",
    "trash", "calendar", "home", "close", "chat",
)  # fmt: skip


@dataclass(frozen=True)
class Action:
    text: str
    icon: str
    line: int


@dataclass(frozen=True)
class Part:
    """`name`: `<case>-<part>`; `role`: one of ROLES; `does`: an action, or ""."""

    name: str
    text: str
    role: str
    mark: str
    does: str
    line: int


@dataclass(frozen=True)
class Case:
    """`actions`: those that have a button below the document."""

    name: str
    kind: str
    title: str
    when: str
    parts: tuple[Part, ...]
    actions: tuple[str, ...]
    line: int

    @property
    def possible(self) -> tuple[str, ...]:
        """All that can be decided here, by a button or by a part."""
        done = (part.does for part in self.parts if part.does)
        return tuple(dict.fromkeys((*self.actions, *done)))


def read_actions(fields: Fields, problems: list[Problem]) -> Mapping[str, Action]:
    return {
        name: _action(line, Fields(node, problems, line))
        for name, line, node in fields.entries("actions")
    }


def _action(line: int, fields: Fields) -> Action:
    action = Action(
        text=fields.text("text", required=True),
        icon=fields.one_of("icon", ACTION_ICONS, ""),
        line=line,
    )
    fields.no_others()
    return action


def read_cases(
    fields: Fields, actions: Mapping[str, Action], problems: list[Problem]
) -> tuple[Case, ...]:
    """The cases that have something to look at."""
    found = []
    taken: set[str] = set()
    for name, line, node in fields.entries("cases"):
        case = _case(name, line, Fields(node, problems, line), actions, problems)
        for part in case.parts:
            # « a-b » with « c » is called like « a » with « b-c ».
            if part.name in taken:
                problems.append(problem("yaml.duplicate-key", part.line, key=part.name))
        parts = tuple(part for part in case.parts if part.name not in taken)
        taken.update(part.name for part in parts)
        if parts:
            found.append(
                Case(name, case.kind, case.title, case.when, parts, case.actions, case.line)
            )
    return tuple(found)


def _case(
    name: str,
    line: int,
    fields: Fields,
    actions: Mapping[str, Action],
    problems: list[Problem],
) -> Case:
    case = Case(
        name=name,
        kind=fields.one_of("kind", KINDS, "offer"),
        title=fields.text("title", required=True),
        when=fields.text("when"),
        parts=tuple(
            _part(f"{name}-{part}", at, node, actions, problems)
            for part, at, node in fields.entries("parts")
        ),
        actions=tuple(_known(fields, "actions", actions, problems)),
        line=line,
    )
    if not case.actions:
        problems.append(problem("field.missing", line, field="actions"))
    fields.no_others()
    return case


def _part(
    name: str, line: int, node: Node, actions: Mapping[str, Action], problems: list[Problem]
) -> Part:
    if isinstance(node, Scalar):
        return Part(name, " ".join(node.text.split("\n")), "text", "nothing", "", line)
    fields = Fields(node, problems, line)
    does = _known(fields, "does", actions, problems)
    part = Part(
        name=name,
        text=fields.text("text", required=True),
        role=fields.one_of("as", ROLES, "text"),
        mark=fields.one_of("mark", MARKS, "nothing"),
        does=does[0] if does else "",
        line=line,
    )
    fields.no_others()
    return part


def _known(
    fields: Fields, name: str, actions: Mapping[str, Action], problems: list[Problem]
) -> list[str]:
    """Names of actions, each once; what is none is said and left out."""
    line = fields.line_of(name)
    found = list(dict.fromkeys(fields.slugs(name)))
    for each in found:
        if each not in actions:
            problems.append(problem("screen.unknown-name", line, name=each))
    return [each for each in found if each in actions]
