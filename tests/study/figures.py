"""What the study measures, group by group: sums over some learners, added up afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from pasapas.assessment.choosing import WEIGHTS, Weights
from pasapas.assessment.plan import Plan
from pasapas.content.shelf import shipped_shelf

from . import bound, ideal, ours, pix
from .learners import GROUPS, SAID, WRONG, Learner, learners
from .measures import LENGTHS, longest_streak
from .structure import Structure, from_bank

MOST = 20
LIFTED = 45
"""Questions with the cap lifted: more than Pix's algorithm asks on average in any group."""

WORLDS = (SAID, WRONG)


@dataclass(frozen=True)
class Task:
    """Some learners, from `begin` to before `end`, of a group (its number) in a world (its
    number). `go_on_to`: how many answers each gives."""

    group: int
    world: int
    begin: int
    end: int
    go_on_to: int = MOST
    weights: Weights = WEIGHTS


_BY_LENGTH = ("ours", "ideal", "not_acquired", "by_level", "right", "pix_right", "bound")


@dataclass
class Figures:
    """Sums over `people`. By number of answers: `ours` (error of our engine), `ideal` (of the
    ideal estimator, from the same answers), `not_acquired` and `by_level` (of Pix's, its
    untested skills counted so), `right` and `pix_right` (the share of right answers), `bound`
    (that of the bound)."""

    people: int = 0
    ours: np.ndarray = field(default_factory=lambda: np.zeros(LIFTED + 1))
    ideal: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    not_acquired: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    by_level: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    right: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    pix_right: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    bound: np.ndarray = field(default_factory=lambda: np.zeros(MOST + 1))
    counts: Counter = field(default_factory=Counter)
    stops: Counter = field(default_factory=Counter)

    def add(self, other: Figures) -> None:
        self.people += other.people
        for name in _BY_LENGTH:
            getattr(self, name).__iadd__(getattr(other, name))
        self.counts.update(other.counts)
        self.stops.update(other.stops)

    def mean(self, name: str) -> float:
        return self.counts[name] / self.people

    def error(self, of: str) -> float:
        """The mean over the lengths 5 to 20."""
        return float(getattr(self, of)[list(LENGTHS)].mean()) / self.people

    @property
    def median_stop(self) -> int:
        ordered = sorted(self.stops.elements())
        return ordered[len(ordered) // 2]


@cache
def structure() -> Structure:
    return from_bank(shipped_shelf().bank)


@cache
def plan() -> Plan:
    return ours.plan_of(structure())


def measure(task: Task) -> Figures:
    group, world = GROUPS[task.group], WORLDS[task.world]
    # The first ones are the same whatever the count.
    people = learners(group, structure(), world, task.end)[task.begin :]
    found = Figures(people=len(people))
    best = bound.run_all(structure(), people, group, MOST, world)
    runs = [
        ours.run(plan(), learner, str(number), task.go_on_to, weights=task.weights)
        for number, learner in enumerate(people, task.begin)
    ]
    found.ideal += ideal.errors(structure(), runs, people, world, MOST).sum(axis=0)
    for number, (learner, run, best_run) in enumerate(
        zip(people, runs, best, strict=True), task.begin
    ):
        theirs = pix.run(structure(), learner, number)
        found.ours[: task.go_on_to + 1] += [
            _error(run.known(length), learner) for length in range(task.go_on_to + 1)
        ]
        for untested in ("not_acquired", "by_level"):
            getattr(found, untested).__iadd__(
                [_error(theirs.known(length, untested), learner) for length in range(MOST + 1)]
            )
        found.right += _shares(run.outcomes)
        found.pix_right += _shares(theirs.outcomes)
        found.bound += _shares(best_run.outcomes)
        found.stops[run.stopped] += 1
        found.counts.update(_of_pix(theirs, learner))
        found.counts.update(_at_the_stop(run, theirs, best_run, learner))
        found.counts.update(_of_lessons(run, learner))
    return found


def _of_pix(run: pix.Run, learner: Learner) -> dict[str, float]:
    length = len(run.asked)
    return {
        "pix questions": length,
        "pix streak": longest_streak(run),
        "pix success": sum(run.outcomes) / length,
        "pix error at its stop": _error(run.known(length, "not_acquired"), learner),
        "pix error at its stop by level": _error(run.known(length, "by_level"), learner),
    }


def _at_the_stop(
    run: ours.OurRun, theirs: pix.Run, best: bound.Run, learner: Learner
) -> dict[str, float]:
    """Pix's algorithm and the bound are cut where our engine stops."""
    stop = run.stopped
    return {
        "error": _error(run.known(stop), learner),
        "success": sum(run.outcomes[:stop]) / stop,
        "pix success there": sum(theirs.outcomes[:stop]) / len(theirs.outcomes[:stop]),
        "bound there": sum(best.outcomes[:stop]) / stop,
        "streak": longest_streak(run, stop),
        "first": run.outcomes[0],
        "warm-up": learner.warm_up(0),
    }


def _of_lessons(run: ours.OurRun, learner: Learner) -> dict[str, int]:
    """A lesson teaches something not known if one of its skills is not; it stands at the edge
    if one of its skills is the first that is not known of its tube."""
    teaching = plan()
    if all(learner.known):
        return {"know all": 1, "know all, none named": not run.lessons}
    named = [teaching.skills_of_lesson[lesson.lesson] for lesson in run.lessons]
    return {
        "lessons": len(named),
        "lessons unknown": sum(
            any(not learner.known[skill] for skill in skills) for skills in named
        ),
        "lessons at the edge": sum(
            any(learner.levels[teaching.tubes[one]] == teaching.levels[one] - 1 for one in skills)
            for skills in named
        ),
        "get none": not named,
    }


def _error(known: list[bool], learner: Learner) -> float:
    return sum(one != other for one, other in zip(known, learner.known, strict=True)) / len(known)


def _shares(outcomes: list[bool]) -> np.ndarray:
    """Of right answers, by number of answers; of no answer, 0."""
    counts = np.cumsum(outcomes[:MOST])
    shares = counts / np.arange(1, len(counts) + 1)
    # A run that ended before counts with its end.
    return np.concatenate([[0.0], shares, np.full(MOST - len(shares), shares[-1])])
