"""Pix's adaptive algorithm ("smart random"), from its description in words.

Written for this study; no code of Pix was copied. Not in here, since no item of ours has
them: timed questions, languages, archived challenges.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal, Protocol

from .structure import Structure

Untested = Literal["not_acquired", "by_level"]

GRID = tuple(step / 2 for step in range(1, 16))
# Added to the answers before the level is predicted: (difficulty, right or not).
FICTITIOUS = ((0, True), (7, False))
EASY_TUBE = 3
FIRST_LEVEL = 2
TOO_HARD = 2
# Rewards that differ by less are the same number, computed another way.
_DIGITS = 9


class Answering(Protocol):
    def right(self, item: int) -> bool: ...


@dataclass(frozen=True)
class Assessed:
    """What became of a skill, and after how many answers."""

    validated: bool
    direct: bool
    after: int


@dataclass(frozen=True)
class Run:
    """`assessed`: by skill. `predicted`: the level after 0, 1, … answers."""

    structure: Structure
    asked: list[int]
    outcomes: list[bool]
    assessed: dict[int, Assessed]
    predicted: list[float]

    def known(self, length: int, untested: Untested) -> list[bool]:
        """For each skill, whether Pix holds it for acquired after `length` answers, or at
        its own stop if that came before."""
        length = min(length, len(self.asked))
        bound = self.predicted[length] if untested == "by_level" else 0
        found = [level <= bound for level in self.structure.level_of]
        for skill, assessed in self.assessed.items():
            if assessed.after <= length:
                found[skill] = assessed.validated
        return found


def run(structure: Structure, learner: Answering, seed: int, stop_after: int | None = None) -> Run:
    """Until Pix's own stop, or before it after `stop_after` questions."""
    chance = Random(seed)  # noqa: S311 - the same each time, that is what it is for
    state = State(structure)
    asked: list[int] = []
    outcomes: list[bool] = []
    predicted = [state.predicted]
    while stop_after is None or len(asked) < stop_after:
        skills = state.candidates()
        if not skills:
            break
        item = chance.choice(structure.items_of[chance.choice(skills)])
        right = learner.right(item)
        asked.append(item)
        outcomes.append(right)
        state.answer(structure.items[item].skill, right)
        predicted.append(state.predicted)
    return Run(structure, asked, outcomes, state.assessed, predicted)


class State:
    """What is assessed so far, and what may be asked next.

    A skill that was asked is assessed, so each one still to be tested has all its items:
    Pix's filter of what can be played has nothing to do.
    """

    def __init__(self, structure: Structure):
        self._structure = structure
        self._untested = [list(skills) for skills in structure.skills_of]
        self._easy = [
            all(structure.level_of[skill] <= EASY_TUBE for skill in skills)
            for skills in structure.skills_of
        ]
        self._levels = [self._levels_of(tube) for tube in structure.tubes]
        self._direct: Counter[tuple[int, bool]] = Counter()
        self._answers = 0
        self.assessed: dict[int, Assessed] = {}
        self.predicted = predicted_level(())

    def answer(self, skill: int, right: bool) -> None:
        """Assesses the skill and what follows from it in its tube, for good."""
        level_of = self._structure.level_of
        tube, level = self._structure.tube_of[skill], level_of[skill]
        self._answers += 1
        self._direct[level, right] += 1
        self.predicted = _predicted(tuple(sorted(self._direct.items())))
        for other in self._untested[tube]:
            follows = level_of[other] < level if right else level_of[other] > level
            if other == skill or follows:
                self.assessed[other] = Assessed(right, other == skill, self._answers)
        self._untested[tube] = [
            other for other in self._untested[tube] if other not in self.assessed
        ]
        self._levels[tube] = self._levels_of(tube)

    def candidates(self) -> list[int]:
        """The skills among which Pix draws its next one; none when it stops."""
        tubes = [tube for tube in self._structure.tubes if self._untested[tube]]
        tubes = [tube for tube in tubes if self._easy[tube]] or tubes
        if not tubes:
            return []
        return self._most_rewarding(tubes) if self._answers else self._first(tubes)

    def _first(self, tubes: list[int]) -> list[int]:
        lowest = min(level for tube in tubes for level in self._levels[tube])
        found = self._at_level(FIRST_LEVEL, tubes)
        return found or self._at_level(lowest, tubes)

    def _at_level(self, level: int, tubes: list[int]) -> list[int]:
        skills = (skill for tube in tubes for skill in self._untested[tube])
        return [skill for skill in skills if self._structure.level_of[skill] == level]

    def _most_rewarding(self, tubes: list[int]) -> list[int]:
        best = {tube: _best_of_tube(self._levels[tube], self.predicted) for tube in tubes}
        most = max(reward for reward, _places in best.values())
        return [
            self._untested[tube][place]
            for tube, (reward, places) in best.items()
            if reward == most
            for place in places
        ]

    def _levels_of(self, tube: int) -> tuple[int, ...]:
        return tuple(self._structure.level_of[skill] for skill in self._untested[tube])


def predicted_level(answers: Iterable[tuple[int, bool]]) -> float:
    """From direct answers only: (level of the skill, right or not)."""
    return _predicted(tuple(sorted(Counter(answers).items())))


@cache
def _predicted(counts: tuple[tuple[tuple[int, bool], int], ...]) -> float:
    answers = [*((answer, 1) for answer in FICTITIOUS), *counts]

    def distance(level: float) -> float:
        differences = (
            count * (right - chance_of_success(level, difficulty))
            for (difficulty, right), count in answers
        )
        return abs(sum(differences))

    # The first of the grid if two are as near.
    return min(GRID, key=distance)


@cache
def chance_of_success(predicted: float, level: int) -> float:
    return 1 / (1 + math.exp(level - predicted))


def too_hard(level: int, predicted: float) -> bool:
    return level - predicted > TOO_HARD


def reward(level: int, untested: Iterable[int], predicted: float) -> float:
    """How many skills of the tube an answer is expected to assess. `untested`: the levels
    of the tube's skills that are still to be tested, this one with them."""
    chance = chance_of_success(predicted, level)
    untested = tuple(untested)
    easier = sum(other <= level for other in untested)
    harder = sum(other >= level for other in untested)
    return round(chance * easier + (1 - chance) * harder, _DIGITS)


@cache
def _best_of_tube(untested: tuple[int, ...], predicted: float) -> tuple[float, tuple[int, ...]]:
    """The highest reward in a tube, and at which places of `untested` it is found; 0 and
    none if all are too hard."""
    rewards = {
        place: reward(level, untested, predicted)
        for place, level in enumerate(untested)
        if not too_hard(level, predicted)
    }
    most = max(rewards.values(), default=0.0)
    return most, tuple(place for place, found in rewards.items() if found == most)
