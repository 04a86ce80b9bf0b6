"""Which lessons come next: those at the edge of what a person can do.

A lesson stands at the edge when it teaches a skill that is not known and whose tube is known
up to the level before. The first ones are those that most surely stand there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .belief import Belief

MOST = 3
"""Lessons that are named at once: more would be a programme."""


@dataclass(frozen=True)
class Thresholds:
    """`unknown`: how sure it must be that a lesson teaches something new; `edge`: that what
    comes before is known. `all_known`: who knows everything with such a chance is sent to none,
    for slips in one place look like something to learn."""

    unknown: float = 0.9
    edge: float = 0.75
    all_known: float = 0.008

    def met_by(self, item: Recommended) -> bool:
        """Whether the lesson is that sure."""
        return item.unknown >= self.unknown and item.edge >= self.edge


THRESHOLDS = Thresholds()


@dataclass(frozen=True)
class Recommended:
    """`skill`: the one for which the lesson is named; the chances are those of the lesson."""

    lesson: str
    skill: int
    unknown: float
    edge: float


def recommended(
    belief: Belief,
    lessons: Collection[str] | None = None,
    thresholds: Thresholds = THRESHOLDS,
    most: int = MOST,
) -> tuple[Recommended, ...]:
    """At most `most` lessons, the surest first. `lessons`: those that can be reached, None for
    all. Nothing, where nothing is sure enough to learn."""
    return tuple(sure(belief, ranked(belief, lessons), thresholds)[:most])


def sure(
    belief: Belief, found: Sequence[Recommended], thresholds: Thresholds = THRESHOLDS
) -> list[Recommended]:
    """Those of all lessons that are sure enough, in the same order."""
    if belief.all_known >= thresholds.all_known:
        return []
    return [item for item in found if thresholds.met_by(item)]


def ranked(belief: Belief, lessons: Collection[str] | None = None) -> list[Recommended]:
    """Every lesson with its chances; of those that are about as sure, the lower level first."""
    plan = belief.plan
    found = []
    for lesson, skills in plan.skills_of_lesson.items():
        if lessons is not None and lesson not in lessons:
            continue
        edges = [belief.levels[plan.tubes[skill]][plan.levels[skill] - 1] for skill in skills]
        # Two skills of one tube are never both at the edge; of two tubes either may be.
        by_tube: dict[int, float] = {}
        for skill, edge in zip(skills, edges, strict=True):
            tube = plan.tubes[skill]
            by_tube[tube] = by_tube.get(tube, 0) + edge
        none = 1.0
        for edge in by_tube.values():
            none *= 1 - edge
        known = 1.0
        hardest: dict[int, float] = {}
        for skill in skills:
            tube = plan.tubes[skill]
            hardest[tube] = min(hardest.get(tube, 1.0), belief.known[skill])
        for chance in hardest.values():
            known *= chance
        best = max(zip(edges, skills, strict=True), key=lambda pair: pair[0])[1]
        found.append(Recommended(lesson, best, 1 - known, 1 - none))
    return sorted(
        found, key=lambda item: (-round(item.edge, 1), plan.levels[item.skill], -item.edge)
    )
