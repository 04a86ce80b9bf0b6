"""What the bound expects of answers is what comes, so its posterior is the right one."""

from __future__ import annotations

import numpy as np
import pytest

from . import pix
from .bound import LENGTH, Belief, prior, run, run_all
from .learners import GROUPS, SAID, SEED, WRONG, Group, World, latents, learners, right_chances
from .measures import success
from .structure import synthetic

STRUCTURE = synthetic()
KINDS = pytest.mark.parametrize(
    "group", [GROUPS[0], GROUPS[3], GROUPS[5], GROUPS[-1]], ids=lambda group: group.label
)
WORLDS = pytest.mark.parametrize("world", [SAID, WRONG], ids=lambda world: world.name)


@KINDS
@WORLDS
def test_before_any_answer_it_expects_the_mean_of_the_group(group: Group, world: World) -> None:
    chances = np.random.default_rng(SEED).spawn(2)
    of_many = right_chances(STRUCTURE, world, latents(group, STRUCTURE, 20_000, *chances))
    believed = Belief(STRUCTURE, prior(STRUCTURE, group), world, 1).chances()[0]
    assert believed == pytest.approx(of_many.mean(axis=0), abs=0.02)


@KINDS
def test_after_answers_it_expects_what_learners_who_answered_so_do(group: Group) -> None:
    """Against many simulated learners of the group, weighed by the likelihood."""
    chances = np.random.default_rng(SEED).spawn(2)
    of_many = right_chances(STRUCTURE, SAID, latents(group, STRUCTURE, 200_000, *chances))
    belief = Belief(STRUCTURE, prior(STRUCTURE, group), SAID, 1)
    weights = np.ones(len(of_many))
    for item, right in ((0, True), (3, True), (30, False), (100, False)):
        belief.update(np.array([item]), np.array([right]))
        weights *= of_many[:, item] if right else 1 - of_many[:, item]
    expected = weights @ of_many / weights.sum()
    assert belief.chances()[0] == pytest.approx(expected, abs=0.015)


@KINDS
@WORLDS
def test_it_succeeds_as_often_as_it_expects(group: Group, world: World) -> None:
    runs = run_all(STRUCTURE, learners(group, STRUCTURE, world, 300), group, world=world)
    expected = np.mean([done.chances for done in runs])
    assert success(runs) == pytest.approx(expected, abs=0.03)


@KINDS
def test_it_succeeds_more_often_than_pix(group: Group) -> None:
    people = learners(group, STRUCTURE, SAID, 300)
    plain = [pix.run(STRUCTURE, learner, seed) for seed, learner in enumerate(people)]
    assert success(run_all(STRUCTURE, people, group)) > success(plain, LENGTH) + 0.1


def test_one_alone_is_as_among_others_and_no_item_comes_twice() -> None:
    group = GROUPS[3]
    people = learners(group, STRUCTURE, SAID, 5)
    together = run_all(STRUCTURE, people, group, 12)
    for learner, done in zip(people, together, strict=True):
        alone = run(STRUCTURE, learner, group, 12)
        assert (alone.asked, alone.outcomes) == (done.asked, done.outcomes)
        assert len(set(done.asked)) == len(done.asked) == 12
        assert done.outcomes == [learner.right(item) for item in done.asked]
