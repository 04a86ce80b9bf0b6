"""`make study`: measures, and writes the tables and plots of `docs/assessment.md`.

`python -m study.run [learners a group]`. With 2 000, some ten minutes on two idle cores.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path

from pasapas.assessment.choosing import WEIGHTS, Weights

from . import tables
from .figures import LIFTED, MOST, WORLDS, Figures, Task, measure
from .learners import COUNT, GROUPS

DOCUMENT = Path(__file__).parents[2] / "docs" / "assessment.md"
CHUNK = 25
# Long runs cost twice as much; how kind it is, and the wrong world, are shown by fewer learners.
LIFTED_SHARE, KIND_SHARE, WRONG_SHARE = 4, 40, 2
KIND_GROUPS = (0, 1, 3, 6, 8)
KINDNESS = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)


@dataclass
class Study:
    """`worlds`: for each world and group; `lifted`: with the cap lifted, for each group, in the
    world as said; `kind`: for each factor of the weights of kindness and group."""

    count: int
    worlds: dict[tuple[int, int], Figures]
    lifted: dict[int, Figures]
    kind: dict[tuple[float, int], Figures]


def kinder(factor: float) -> Weights:
    return replace(WEIGHTS, kindness=WEIGHTS.kindness * factor, more=WEIGHTS.more * factor)


def study(count: int = COUNT, processes: int | None = None) -> Study:
    found = Study(count, {}, {}, {})
    tasks = list(_tasks(count))
    with Pool(processes or os.cpu_count()) as pool:
        for (place, key), figures in pool.imap_unordered(_measured, tasks):
            sums = getattr(found, place)
            sums.setdefault(key, Figures()).add(figures)
            if place == "lifted":
                # They are the first learners of the group as well.
                found.worlds.setdefault((0, key), Figures()).add(figures)
    return found


def _tasks(count: int) -> Iterable[tuple[tuple[str, object], Task]]:
    # Of a short study not so few that they tell nothing.
    long = min(count, max(25, count // LIFTED_SHARE))
    few = min(count, max(25, count // KIND_SHARE))
    wrong = min(count, max(25, count // WRONG_SHARE))
    for group in range(len(GROUPS)):
        for begin, end in _chunks(0, long):
            yield ("lifted", group), Task(group, 0, begin, end, LIFTED)
        for world in range(len(WORLDS)):
            for begin, end in _chunks(*((0, wrong) if world else (long, count))):
                yield ("worlds", (world, group)), Task(group, world, begin, end)
    for group in KIND_GROUPS:
        for factor in KINDNESS:
            for begin, end in _chunks(0, few):
                yield (
                    ("kind", (factor, group)),
                    Task(group, 0, begin, end, MOST, kinder(factor)),
                )


def _chunks(begin: int, end: int) -> Iterable[tuple[int, int]]:
    return ((at, min(at + CHUNK, end)) for at in range(begin, end, CHUNK))


def _measured(both: tuple[tuple[str, object], Task]) -> tuple[tuple[str, object], Figures]:
    return both[0], measure(both[1])


def written(document: str, parts: dict[str, str]) -> str:
    """The document with each part between its markers."""
    for name, text in parts.items():
        marked = re.compile(f"(<!-- study: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not marked.search(document):
            raise ValueError(f"no place for {name}")
        document = marked.sub(lambda found, text=text: f"{found[1]}{text}\n{found[2]}", document)
    return document


def main(count: int = COUNT) -> None:
    # Only here: who runs the tests does not need what draws.
    from . import plots, speed

    begin = time.perf_counter()
    times = speed.times()
    found = study(count)
    parts = tables.parts(found, times)
    DOCUMENT.write_text(written(DOCUMENT.read_text("utf-8"), parts), "utf-8")
    plots.draw(found, DOCUMENT.parent / "images")
    print(parts["targets"])
    print(f"{time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
