"""`python -m study.baseline [learners a group]`: Pix's algorithm and the bound, by group."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from . import bound, pix
from .learners import COUNT, GROUPS, SAID, WRONG, Group, Learner, World, learners
from .measures import Known, error, longest_streak, mean_error, mean_streak, questions, success
from .structure import Structure, synthetic

BOUND_LENGTH = 15
UNTESTED = ("not_acquired", "by_level")
_HEADS = (
    "group", "questions", "success", "streak", "p90",
    "err stop n.a.", "err stop level", "err 5-20 n.a.", "err 5-20 level",
    "Pix success at 15", "bound at 15",
)  # fmt: skip


def known_by(untested: pix.Untested) -> Known:
    return lambda run, length: run.known(length, untested)


def pix_runs(structure: Structure, group: Sequence[Learner]) -> list[pix.Run]:
    """The seed of each run is the learner's number."""
    return [pix.run(structure, learner, seed) for seed, learner in enumerate(group)]


def row(structure: Structure, group: Group, world: World, count: int) -> tuple[str, ...]:
    people = learners(group, structure, world, count)
    runs = pix_runs(structure, people)
    best = bound.run_all(structure, people, group, BOUND_LENGTH, world)
    streaks = sorted(map(longest_streak, runs))
    shares = (
        *(error(runs, people, known_by(untested)) for untested in UNTESTED),
        *(mean_error(runs, people, known_by(untested)) for untested in UNTESTED),
        success(runs, BOUND_LENGTH),
        success(best),
    )
    return (
        group.label,
        f"{questions(runs):.1f}",
        f"{success(runs):.1%}",
        f"{mean_streak(runs):.1f}",
        str(streaks[int(0.9 * len(streaks))]),
        *(f"{share:.1%}" for share in shares),
    )


def main(count: int = COUNT) -> None:
    structure = synthetic()
    widths = [26, *(len(head) for head in _HEADS[1:])]
    for world in (SAID, WRONG):
        begin = time.perf_counter()
        print(f"\n{world.name}, {count} learners a group")
        print("  ".join(head.rjust(width) for head, width in zip(_HEADS, widths, strict=True)))
        for group in GROUPS:
            cells = row(structure, group, world, count)
            line = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
            print(line, flush=True)
        print(f"{time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
