"""What the parts of a phone have in common: its calls, its internet, its store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .artefact import Artefact, Kind, Value
from .screen import Context, Move, Wanted


class Part(Protocol):
    """`views`: what `at` can be because of it; `scripts`: those of its browser side, of
    `player.assets.PHONES`. The rest is as in `screen.Setup`."""

    @property
    def scripts(self) -> Collection[str]: ...

    @property
    def views(self) -> tuple[str, ...]: ...

    @property
    def schema(self) -> Mapping[str, Kind]: ...

    @property
    def start(self) -> Mapping[str, Value]: ...

    @property
    def places(self) -> tuple[str, ...]: ...

    @property
    def icons(self) -> tuple[str, ...]: ...

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]: ...

    def browser(self) -> Mapping[str, Any]: ...

    def texts(self) -> Iterator[tuple[str, int]]: ...


def with_name(names: object, name: str) -> list[str]:
    known = list(names) if isinstance(names, (list, tuple)) else []
    return known if name in known else [*known, name]


def without_name(names: object, name: str) -> list[str]:
    return [other for other in names if other != name] if isinstance(names, list) else []


def known_name(fields: Fields, name: str, known: object, context: Context) -> str:
    """The slug of a field if it is one of `known`; else "", and the problem is said."""
    line = fields.line_of(name)
    found = fields.slug(name)
    if found and found not in known:
        context.problems.append(problem("screen.unknown-name", line, name=found))
        return ""
    return found
