"""The shipped practices with their screens, and drafts of them: what hands may leave."""

from __future__ import annotations

import random as chance
from collections.abc import Iterator
from functools import cache

from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.screens.artefact import Artefact, Choice, Flag, Items, Kind, Number, Value
from pasapas.screens.playable import Playable, Stage, read_playable
from pasapas.screens.screen import Wanted
from pasapas.screens.walk import Walk, walk, wanted_of

SLUGS = tuple(shipped_shelf().practices)
# What surrounds the texts that conditions ask for, or takes their place.
ODD_TEXTS = (
    *("", " ", "bonjour", "a@b.example", "12", "É", "œuf\u00a0!", "👍🏽", "\u0301e", "x" * 300),
)


@cache
def playable(slug: str) -> Playable:
    reading = read_playable(shipped_shelf().practices[slug].text, shipped_references())
    assert reading.problems == ()
    return reading.document


@cache
def walked(slug: str, level: int) -> Walk:
    return walk(playable(slug).stages[level])


def stages(slug: str) -> Iterator[tuple[int, Stage]]:
    yield from playable(slug).stages.items()


def drafts(slug: str, level: int, number: int, seed: int = 1) -> list[Artefact]:
    """The ends of all known ways, then as many at random: some that a hand comes to, some
    that only a forger makes; all of them fit the screen."""
    stage = playable(slug).stages[level]
    random = chance.Random(f"{slug} {level} {seed}")  # noqa: S311 - a test repeats
    wanted = wanted_of(stage)
    found = [end_of(stage, wanted, way) for way in walked(slug, level).ways.values()]
    for place in range(number):
        if place % 2:
            found.append(wandered(stage, wanted, random))
        else:
            found.append(thrown(stage, wanted, random, random.choice(found)))
    return found


def end_of(stage: Stage, wanted: Wanted, way: tuple[str, ...]) -> Artefact:
    """The artefact to which the moves of a way lead."""
    artefact = dict(stage.setup.start)
    for name in way:
        moves = [move for move in stage.setup.moves(artefact, wanted) if move.name == name]
        artefact = {**artefact, **moves[0].changes}
    return artefact


def wandered(stage: Stage, wanted: Wanted, random: chance.Random) -> Artefact:
    artefact = dict(stage.setup.start)
    for _ in range(random.randint(1, 12)):
        moves = list(stage.setup.moves(artefact, wanted))
        if not moves:
            break
        artefact = {**artefact, **random.choice(moves).changes}
    return artefact


def thrown(stage: Stage, wanted: Wanted, random: chance.Random, base: Artefact) -> Artefact:
    """Another draft with a few values replaced by any that fit."""
    changed = random.sample(list(stage.setup.schema), min(3, len(stage.setup.schema)))
    values = {
        path: any_value(stage.setup.schema[path], wanted.of_text(path), random) for path in changed
    }
    return {**base, **values}


def any_value(kind: Kind, texts: tuple[str, ...], random: chance.Random) -> Value:
    if isinstance(kind, Flag):
        return random.random() < 0.5
    if isinstance(kind, Choice):
        return random.choice(list(kind.values))
    if isinstance(kind, Number):
        return random.randint(kind.least, kind.most)
    if isinstance(kind, Items):
        values = list(kind.values)
        most = len(values) if kind.most is None else min(kind.most, len(values))
        return random.sample(values, random.randint(0, most))
    text = random.choice((*texts, *ODD_TEXTS))
    worn = random.choice((str, str.upper, lambda it: f"  {it}\n", _misspelt, _doubled))
    return worn(text)


def _misspelt(text: str) -> str:
    """A third of the letters are others: too many for `like`, which lets a quarter pass."""
    return "".join("x" if place % 3 == 1 else letter for place, letter in enumerate(text))


def _doubled(text: str) -> str:
    return f"{text}, {text}"


def choices_of(stage: Stage, artefact: Artefact) -> dict[str, Value]:
    """What a browser sends of a draft: the choices that differ from the start."""
    schema, start = stage.setup.schema, stage.setup.start
    return {
        path: value
        for path, value in artefact.items()
        if not schema[path].private and value != start[path]
    }
