"""The upper bound for success: a policy that only maximises it, and knows the group.

The posterior is exact for who is drawn as `learners` says: given the shared value of a
correlated group (or the domain where an uneven learner is at home) the tubes are
independent, each with five latent levels; the shared value is summed over nodes.
It looks one answer ahead: it asks what is most likely to succeed now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .learners import (
    SAID,
    SPREAD,
    Group,
    Learner,
    World,
    at_least,
    centre,
    guesses,
    true_levels,
)
from .structure import Structure

LENGTH = 20
# Of Gauss and Hermite. Twice as many change no chance by more than 0.002.
NODES = 31
# A fourth: items of level 3 that are harder than said, and who knows them.
LATENT_LEVELS = 5


@dataclass(frozen=True)
class Run:
    """`chances`: what the policy expected of each question when it asked it."""

    asked: list[int]
    outcomes: list[bool]
    chances: list[float]


def run(
    structure: Structure,
    learner: Learner,
    group: Group,
    length: int = LENGTH,
    world: World = SAID,
) -> Run:
    return run_all(structure, [learner], group, length, world)[0]


def run_all(
    structure: Structure,
    learners: Sequence[Learner],
    group: Group,
    length: int = LENGTH,
    world: World = SAID,
) -> list[Run]:
    """All learners side by side. The policy knows the world that it is in, as well."""
    belief = Belief(structure, prior(structure, group), world, len(learners))
    runs = [Run([], [], []) for _ in learners]
    everyone = np.arange(len(learners))
    for _ in range(length):
        chances = belief.chances()
        for row, done in enumerate(runs):
            chances[row, done.asked] = -1
        items = chances.argmax(axis=1)
        rights = np.array(
            [learner.right(item) for learner, item in zip(learners, items.tolist(), strict=True)]
        )
        belief.update(items, rights)
        for done, item, right, chance in zip(
            runs, items, rights, chances[everyone, items], strict=True
        ):
            done.asked.append(int(item))
            done.outcomes.append(bool(right))
            done.chances.append(float(chance))
    return runs


Prior = tuple[np.ndarray, np.ndarray]
"""The weights of the components; by component, tube and level, the chance of the level."""


class Belief:
    """What is believed of each of `count` learners, from what is known of all of them and
    from the answers of each.

    Axes: learners; components (nodes of the shared value, or domains); tubes; latent levels.
    `_weights` of components; `_tubes`: of a tube's levels in a component, each sums to 1.
    """

    def __init__(self, structure: Structure, before: Prior, world: World, count: int):
        weights, tubes = before
        self._weights = np.repeat(weights[None], count, axis=0)
        self._tubes = np.repeat(tubes[None], count, axis=0)
        self._item_tubes = np.array([structure.tube_of[item.skill] for item in structure.items])
        self._skill_tubes = np.array(structure.tube_of)
        self._skill_levels = np.array(structure.level_of)
        levels = np.arange(LATENT_LEVELS)
        known = levels >= true_levels(structure, world)[:, None]
        # Of an item and a latent level of its tube: the chance of a right answer.
        self._rights = np.where(known, 1 - world.slip, guesses(structure, world)[:, None])

    def chances(self) -> np.ndarray:
        """Of each learner and item: the chance that the answer is right."""
        levels = np.einsum("nc,nctk->ntk", self._weights, self._tubes)
        return np.einsum("nik,ik->ni", levels[:, self._item_tubes], self._rights)

    def known(self) -> np.ndarray:
        """Of each learner and skill: the chance that it is known."""
        levels = np.einsum("nc,nctk->ntk", self._weights, self._tubes)
        reached = np.cumsum(levels[..., ::-1], axis=-1)[..., ::-1]
        return reached[:, self._skill_tubes, self._skill_levels]

    def update(self, items: np.ndarray, rights: np.ndarray) -> None:
        """One answer of each learner."""
        everyone = np.arange(len(items))
        likelihood = np.where(rights[:, None], self._rights[items], 1 - self._rights[items])
        tubes = self._item_tubes[items]
        together = self._tubes[everyone, :, tubes] * likelihood[:, None]
        of_components = together.sum(axis=-1)
        self._tubes[everyone, :, tubes] = together / of_components[..., None]
        self._weights *= of_components
        self._weights /= self._weights.sum(axis=1, keepdims=True)


def prior(structure: Structure, group: Group) -> Prior:
    """What is known of who is drawn from this group."""
    if group.at_home is not None:
        if group.rho:
            raise ValueError("no group is both uneven and correlated")
        home = np.array(structure.domains)[:, None] == np.array(structure.domain_of)
        inside, outside = (_levels(centre(mean)) for mean in (group.at_home, group.mean))
        weights = np.full(len(structure.domains), 1 / len(structure.domains))
        return weights, np.where(home[..., None], inside, outside)
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES if group.rho else 1)
    own = SPREAD * np.sqrt(1 - group.rho)
    shared = SPREAD * np.sqrt(group.rho) * nodes
    levels = np.array([_levels(centre(group.mean) + value, own) for value in shared])
    return weights / weights.sum(), np.repeat(levels[:, None], len(structure.tubes), axis=1)


def _levels(middle: float, spread: float = SPREAD) -> np.ndarray:
    """The chances of the latent levels 0, 1, … of a tube."""
    above = [1.0, *(at_least(level, middle, spread) for level in range(1, LATENT_LEVELS)), 0.0]
    return -np.diff(above)
