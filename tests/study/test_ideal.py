"""The ideal estimator is calibrated, and on the whole errs less than the engine."""

from __future__ import annotations

import numpy as np
import pytest

from . import ideal, ours
from .bound import Belief
from .learners import GROUPS, SAID, WRONG, World, learners
from .structure import synthetic

STRUCTURE = synthetic()
PLAN = ours.plan_of(STRUCTURE)
LENGTH = 10


def test_the_population_is_that_of_all_groups() -> None:
    weights, tubes = ideal.population(STRUCTURE)
    assert weights.sum() == pytest.approx(1)
    assert tubes.sum(axis=-1) == pytest.approx(1)
    assert len(weights) == len(tubes)


def test_of_one_group_it_is_what_is_known_of_that_group() -> None:
    (weights, tubes), (only, same) = (
        ideal.population(STRUCTURE, GROUPS[3:4]),
        ideal.prior(STRUCTURE, GROUPS[3]),
    )
    assert weights == pytest.approx(only)
    assert tubes == pytest.approx(same)


@pytest.mark.parametrize("world", [SAID, WRONG], ids=lambda world: world.name)
def test_what_it_holds_for_likely_is_so_that_often(world: World) -> None:
    """Over the groups, skills that it holds known with a chance of p are known in p of cases."""
    count = 60
    everybody = [
        (learner, ours.run(PLAN, learner, str(seed), LENGTH))
        for group in GROUPS
        for seed, learner in enumerate(learners(group, STRUCTURE, world, count))
    ]
    belief = Belief(STRUCTURE, ideal.population(STRUCTURE), world, len(everybody))
    for at in range(LENGTH):
        asked = np.array([run.asked[at] for _, run in everybody])
        belief.update(asked, np.array([run.outcomes[at] for _, run in everybody]))
    chances = belief.known().ravel()
    truth = np.array([learner.known for learner, _ in everybody]).ravel()
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        there = (chances >= low) & (chances < low + 0.2)
        assert truth[there].mean() == pytest.approx(chances[there].mean(), abs=0.06)


def test_errors_are_shares_by_number_of_answers() -> None:
    people = learners(GROUPS[5], STRUCTURE, SAID, 20)
    runs = [ours.run(PLAN, learner, str(seed), LENGTH) for seed, learner in enumerate(people)]
    found = ideal.errors(STRUCTURE, runs, people, SAID, LENGTH)
    assert found.shape == (20, LENGTH + 1)
    assert 0 <= found.min() <= found.max() <= 1
    assert found[:, LENGTH].mean() < found[:, 0].mean()
