"""Simulated learners, written before the engine is tuned: who they are, what they answer.

A latent value stands behind each tube of a learner; rounded to 0..3 it is the tube's true
level, and a skill is known when its level is not above it. All luck is drawn beforehand:
every algorithm meets the same learner with the same answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

import numpy as np

from .structure import LEVELS, Structure

SEED = 2026
SPREAD = 0.8
CORRELATED = 0.6
COUNT = 2000
WARM_UPS = 6

_NORMAL = NormalDist()
_HARDER = 1 / 3


@dataclass(frozen=True)
class World:
    """How answers come about. `guess`: of all items, None for as each item's kind has it.
    `harder`: a third of the items really belong one level higher than they say."""

    name: str
    slip: float
    guess: float | None = None
    harder: bool = False

    @property
    def warm_up(self) -> float:
        return 1 - self.slip


SAID = World("SAID", slip=0.1)
WRONG = World("WRONG", slip=0.2, guess=0.35, harder=True)


@dataclass(frozen=True)
class Group:
    """`mean`: the expected level of a tube. `rho`: the correlation of two tubes' latent
    values. `at_home`: the expected level in one domain, drawn for each learner, if it is
    another there."""

    name: str
    mean: float
    rho: float
    at_home: float | None = None

    @property
    def label(self) -> str:
        return f"{self.name} {self.rho:g}"


_MEANS = {
    "debute": 0.3,
    "quelques_gestes": 1.0,
    "a_l_aise_par_endroits": 1.8,
    "a_l_aise": 2.6,
}
# Their order is part of their seeds.
GROUPS = (
    *(Group(name, mean, rho) for name, mean in _MEANS.items() for rho in (0.0, CORRELATED)),
    Group("par_domaine", 0.5, 0.0, at_home=2.6),
)


class Learner:
    """`levels`: the true level of each tube. Items and skills are given by their numbers."""

    def __init__(
        self,
        levels: tuple[int, ...],
        known: tuple[bool, ...],
        rights: tuple[bool, ...],
        warm_ups: tuple[bool, ...],
    ):
        self.levels = levels
        self.known = known
        self._rights = rights
        self._warm_ups = warm_ups

    def knows(self, skill: int) -> bool:
        return self.known[skill]

    def right(self, item: int) -> bool:
        """The same each time it is asked."""
        return self._rights[item]

    def warm_up(self, n: int) -> bool:
        """Of the n-th warm-up, from 0 to WARM_UPS - 1."""
        return self._warm_ups[n]


def learners(group: Group, structure: Structure, world: World, count: int = COUNT) -> list[Learner]:
    """The first ones of a group are the same whatever the count, and in every world they
    have the same levels and the same luck."""
    chances = np.random.default_rng([SEED, GROUPS.index(group)]).spawn(4)
    latent = latents(group, structure, count, chances[0], chances[1])
    levels = np.clip(np.rint(latent), 0, max(LEVELS)).astype(int)
    known = levels[:, structure.tube_of] >= np.array(structure.level_of)
    luck = chances[2].random((count, len(structure.items)))
    rights = luck < right_chances(structure, world, latent)
    warm_ups = chances[3].random((count, WARM_UPS)) < world.warm_up
    return [
        Learner(*map(tuple, rows))
        for rows in zip(
            levels.tolist(), known.tolist(), rights.tolist(), warm_ups.tolist(), strict=True
        )
    ]


def latents(
    group: Group,
    structure: Structure,
    count: int,
    levels_chance: np.random.Generator,
    domains_chance: np.random.Generator,
) -> np.ndarray:
    """A row for each learner, a column for each tube."""
    drawn = levels_chance.standard_normal((count, 1 + len(structure.tubes)))
    shared, own = drawn[:, :1], drawn[:, 1:]
    z = np.sqrt(group.rho) * shared + np.sqrt(1 - group.rho) * own
    middle = np.full(z.shape, centre(group.mean))
    if group.at_home is not None:
        home = domains_chance.integers(len(structure.domains), size=(count, 1))
        middle[np.array(structure.domain_of) == home] = centre(group.at_home)
    return middle + SPREAD * z


def right_chances(structure: Structure, world: World, latent: np.ndarray) -> np.ndarray:
    """For each learner and item, the chance of a right answer.

    An item of level 3 that is really harder is known with a latent value of 3.5 or more:
    it would be a tube's level 4 if levels were not cut at 3.
    """
    level = np.rint(latent)[:, [structure.tube_of[item.skill] for item in structure.items]]
    known = level >= true_levels(structure, world)
    return np.where(known, 1 - world.slip, guesses(structure, world))


def guesses(structure: Structure, world: World) -> np.ndarray:
    """For each item, the chance of who does not know."""
    said = np.array([item.guess for item in structure.items])
    return said if world.guess is None else np.full(said.shape, world.guess)


def true_levels(structure: Structure, world: World) -> np.ndarray:
    """For each item the level, 1 to 4, that it takes to know it."""
    levels = np.array([structure.level_of[item.skill] for item in structure.items])
    if world.harder:
        # A seed of no group: the same items in all of them.
        chance = np.random.default_rng([SEED, len(GROUPS)])
        count = len(levels)
        levels[chance.choice(count, size=round(count * _HARDER), replace=False)] += 1
    return levels


@cache
def centre(mean: float) -> float:
    """The middle of the latent values whose expected level, rounded and cut, is `mean`."""
    low, high = -5.0, 8.0
    for _ in range(60):
        middle = (low + high) / 2
        if sum(at_least(level, middle) for level in LEVELS) < mean:
            low = middle
        else:
            high = middle
    return middle


def at_least(level: int, middle: float, spread: float = SPREAD) -> float:
    """The chance of a latent value that is rounded to `level` or more."""
    return _NORMAL.cdf((middle - level + 0.5) / spread)
