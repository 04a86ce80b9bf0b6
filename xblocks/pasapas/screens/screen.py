"""What a screen is to the rest of the house."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from pasapas.content.personas import Persona
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields

from .artefact import Artefact, Schema, Value


@dataclass(frozen=True)
class Wanted:
    """What the conditions of a practice ask, by path: the values worth trying in a walk.

    `texts`: for a path that one writes in, texts that hold for one condition or another;
    `values`: for a path that one chooses in, the values that conditions name. With
    `everything`, no value is left out, which only small screens can be asked for.
    """

    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    everything: bool = False

    def of_text(self, path: str) -> tuple[str, ...]:
        """Nothing where nobody asks: what is written there changes nothing."""
        return self.texts.get(path, ())

    def some(self, path: str, values: Collection[str]) -> list[str]:
        """Those of `values` that are named, and one that is not: the others are like it."""
        if self.everything:
            return list(values)
        named = self.values.get(path, frozenset())
        others = [value for value in values if value not in named]
        return [value for value in values if value in named] + others[:1]


@dataclass(frozen=True)
class Move:
    """One gesture of a learner, and what it changes. `name` tells it in a message."""

    name: str
    changes: Mapping[str, Value]


class Setup(Protocol):
    """A screen with its starting state, read from one level of a practice."""

    @property
    def schema(self) -> Schema:
        """Every path of the artefact, with its kind."""

    @property
    def start(self) -> Artefact:
        """The artefact before anything is done; all paths of the schema."""

    @property
    def places(self) -> Collection[str]:
        """The names of what can be lit up (`data-place` in the browser)."""

    @property
    def icons(self) -> Collection[str]:
        """The icons that the browser part draws (`screens.icons`)."""

    @property
    def passive(self) -> Collection[str]:
        """Paths on which it does not depend what can be done next."""

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        """What a learner can do from here. All that the browser part lets happen is among
        it: a test with a hand that touches everything holds the two together."""

    def browser(self) -> Mapping[str, Any]:
        """What the browser part needs to know, as JSON."""

    def texts(self) -> Iterator[tuple[str, int]]:
        """(text, line) of what stands on the screen: its addresses and numbers must be
        invented."""


@dataclass(frozen=True)
class Context:
    """What a screen may need while it reads: the person, all the people, and where what is
    wrong is said."""

    persona: Persona | None
    people: Mapping[str, Persona]
    problems: list[Problem]


@dataclass(frozen=True)
class Screen:
    """`read(fields, context)`: the setup of a level, or None where nothing can be shown of
    it. `words`: what the browser part says by itself, name → msgid. `script(setups)`: the name
    of its script for a practice with these levels, where it has more than one."""

    name: str
    read: Callable[[Fields, Context], Setup | None]
    words: Mapping[str, str]
    script: Callable[[Iterable[Setup]], str] | None = None
