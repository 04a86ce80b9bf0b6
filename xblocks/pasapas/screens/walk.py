"""A walk through the model of a screen: can every observation be met, and the goal reached?

Best first: a state from which more of what an observation asks holds is gone on from
sooner. The walk tries what the conditions name and one thing that they do not.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice

from pasapas.content.conditions import All, Atom, Condition, Not, atoms, holds, satisfied
from pasapas.content.operators import NUMBERS

from .artefact import Artefact, Items, Kind
from .playable import Stage
from .screen import Wanted

MOST_STATES = 4000
"""States looked at for one observation before it counts as out of reach."""

Path = tuple[str, ...]


@dataclass(frozen=True)
class Walk:
    """`ways`: for each observation that was met, by its place among the stage's, the moves
    that lead to it. `goal`: whether one that achieves is among them."""

    ways: Mapping[int, Path]
    goal: bool


def walk(stage: Stage) -> Walk:
    """The shortest ways that were found."""
    wanted = wanted_of(stage)
    ways: dict[int, Path] = {}
    for number in range(len(stage.observations)):
        if number not in ways:
            _search(stage, wanted, number, ways)
    goal = any(stage.observations[number].achieves for number in ways)
    return Walk(ways, goal)


def _search(stage: Stage, wanted: Wanted, target: int, ways: dict[int, Path]) -> None:
    """Adds to `ways` whatever is met on the way to `target`."""
    order = count()
    start = dict(stage.setup.start)
    key = _key_of(stage, wanted)
    queue: list[tuple[int, int, int, Path, Artefact]] = [(0, 0, next(order), (), start)]
    seen = {key(start)}
    while queue and len(seen) < MOST_STATES:
        _, _, _, path, artefact = heapq.heappop(queue)
        ways.setdefault(stage.observations.index(stage.seen(artefact)), path)
        if target in ways:
            return
        for move in stage.setup.moves(artefact, wanted):
            after = {**artefact, **move.changes}
            name = key(after)
            if name not in seen:
                seen.add(name)
                way = (*path, move.name)
                rank = -_nearness(stage, target, after)
                heapq.heappush(queue, (rank, len(way), next(order), way, after))


def _nearness(stage: Stage, target: int, artefact: Artefact) -> int:
    """How much of what the target asks holds, and how few of the observations before it,
    which would speak in its place."""

    def answer(atom: Atom) -> bool:
        return holds(atom.op, atom.argument, artefact.get(atom.path))

    *before, observation = stage.observations[: target + 1]
    held = _held(observation.when, answer, True) if observation.when else 0
    spoken = sum(satisfied(item.when, answer) for item in before if item.when)
    return held - spoken


def _held(condition: Condition, answer: Callable[[Atom], bool], wanted: bool) -> int:
    """How many of the tests are as they should be for the condition to be `wanted`."""
    if isinstance(condition, Atom):
        return int(answer(condition) == wanted)
    if isinstance(condition, Not):
        return _held(condition.part, answer, not wanted)
    held = [_held(part, answer, wanted) for part in condition.parts]
    return sum(held) if isinstance(condition, All) == wanted else max(held)


def _key_of(stage: Stage, wanted: Wanted) -> Callable[[Artefact], Hashable]:
    """States that differ in nothing that is asked, nor in what can be done, are one."""
    asked = {*wanted.texts, *wanted.values}
    paths = [
        path for path in stage.setup.schema if path in asked or path not in stage.setup.passive
    ]

    def key(artefact: Artefact) -> Hashable:
        values = (artefact[path] for path in paths)
        return tuple(frozenset(value) if isinstance(value, list) else value for value in values)

    return key


def wanted_of(stage: Stage) -> Wanted:
    """What is worth trying: for each path the values and texts that conditions ask for."""
    texts: dict[str, dict[str, None]] = {}
    values: dict[str, set[str]] = {}
    for path, asked in _asked(stage):
        kind = stage.setup.schema.get(path)
        if kind is not None and kind.private:
            found = texts.setdefault(path, {"": None, "quelques mots": None})
            found.update(dict.fromkeys(text for atom in asked for text in _witnesses(atom)))
            found.update(dict.fromkeys(_joined(asked)))
        else:
            named = (name for atom in asked for name in _named(atom, kind))
            values.setdefault(path, set()).update(named)
    return Wanted(
        {path: tuple(found) for path, found in texts.items()},
        {path: frozenset(found) for path, found in values.items()},
    )


def _asked(stage: Stage) -> Iterator[tuple[str, list[Atom]]]:
    """For each condition and each of its paths, what it asks of that path."""
    for item in (*stage.observations, *stage.helps):
        asked: dict[str, list[Atom]] = {}
        for atom in atoms(item.when) if item.when else ():
            asked.setdefault(atom.path, []).append(atom)
        yield from asked.items()


def _witnesses(atom: Atom) -> Iterator[str]:
    """Texts for which a test holds, and some for which it does not."""
    argument = atom.argument
    if isinstance(argument, bool):
        return
    if isinstance(argument, int):
        yield from ("a" * max(argument, 0), "a" * (argument + 1), "a" * max(argument - 1, 0))
    elif isinstance(argument, tuple):
        yield from argument
    else:
        yield argument


def _joined(asked: list[Atom]) -> Iterator[str]:
    """One text for all that a condition asks of a path: its words, and letters enough."""
    words = [atom.argument for atom in asked if isinstance(atom.argument, str)]
    least = [atom.argument for atom in asked if atom.op in ("count", "at_least")]
    text = " ".join(words)
    if len(words) > 1:
        yield text
    if words and least:
        yield text + " " + "a" * (max(least) - len(text) - 1)


def _named(atom: Atom, kind: Kind | None) -> Iterator[str]:
    if isinstance(kind, Items) and atom.op in NUMBERS:
        # Who counts must be able to take as many, and one more.
        yield from islice(kind.values, atom.argument + 1)
    elif isinstance(atom.argument, tuple):
        yield from atom.argument
    elif isinstance(atom.argument, str):
        yield atom.argument
