"""The one loader for all YAML: strict, without types, with lines.

Every scalar is read as text and typed by the schema, so that `10:30`, `06 12` and `no`
stay what was written. Duplicate keys, aliases, anchors, tags and several documents in a
file are refused: none of them is needed to write a lesson, and aliases are how a short
text becomes a very long one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml

from .problems import Problem, problem, unsafe
from .text import UNWANTED

MAX_DEPTH = 20


@dataclass(frozen=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True)
class Sequence:
    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int

    def get(self, key: str) -> Node | None:
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, refused: Problem):
        super().__init__(refused.code)
        self.problem = refused


# A practice is read by the shelf, then with its screen; trees are immutable.
@lru_cache(maxsize=128)
def read_yaml(text: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text, or None and the reason why not.

    `first_line` is the line of the file on which the text begins (front matter).
    """
    problems: list[Problem] = []
    try:
        # Not the loader in C: twenty times as fast, but it takes what this one refuses (a tab,
        # a « ? » in braces), so that a lesson would be good here and wrong elsewhere.
        loader = yaml.SafeLoader(text)
    except yaml.YAMLError as error:  # characters that did not come through the door
        return None, (unsafe("yaml.malformed", first_line, detail=str(error)),)
    try:
        reader = _TreeReader(iter(loader.get_event, None), first_line, problems)
        return reader.document(), tuple(problems)
    except _RefusedError as refused:
        return None, (*problems, refused.problem)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        return None, (*problems, unsafe("yaml.malformed", line, detail=error.problem or ""))
    except (yaml.YAMLError, ValueError, ArithmeticError, RecursionError) as error:
        # PyYAML lets some of Python's own errors through, such as chr()'s.
        line = first_line + loader.line
        return None, (*problems, unsafe("yaml.malformed", line, detail=str(error)))


class _TreeReader:
    def __init__(self, events: Iterator[yaml.Event], first_line: int, problems: list[Problem]):
        self._events = events
        self._first_line = first_line
        self._problems = problems

    def document(self) -> Node | None:
        next(self._events)  # the stream's start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        tree = self._node(next(self._events), 0)
        next(self._events)  # the document's end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError(unsafe("yaml.several-documents", self._line(event)))
        return tree

    def _line(self, event: yaml.Event) -> int:
        return event.start_mark.line + self._first_line

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(unsafe("yaml.alias", line))
        if getattr(event, "tag", None):
            raise _RefusedError(unsafe("yaml.tag", line, tag=event.tag))
        if depth > MAX_DEPTH:
            raise _RefusedError(unsafe("yaml.too-deep", line, limit=MAX_DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            # Between double quotes an escape can spell what the door keeps out.
            if UNWANTED.search(event.value):
                raise _RefusedError(unsafe("yaml.malformed", line, detail="control character"))
            return Scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), line)
        return Mapping(tuple(self._entries(depth)), line)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: set[str] = set()
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError(unsafe("yaml.odd-key", key.line))
            if key.text in seen:
                self._problems.append(problem("yaml.duplicate-key", key.line, key=key.text))
                continue
            seen.add(key.text)
            yield key, value
