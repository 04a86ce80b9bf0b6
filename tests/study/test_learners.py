"""Learners are as said, and the same each time."""

from __future__ import annotations

import numpy as np
import pytest

from .learners import (
    CORRELATED,
    GROUPS,
    SAID,
    SPREAD,
    WARM_UPS,
    WRONG,
    Group,
    World,
    at_least,
    centre,
    guesses,
    latents,
    learners,
    true_levels,
)
from .structure import LEVELS, synthetic

STRUCTURE = synthetic()
EVEN = [group for group in GROUPS if group.at_home is None]
UNEVEN = GROUPS[-1]
MANY = 20_000
WORLDS = pytest.mark.parametrize("world", [SAID, WRONG], ids=lambda world: world.name)


def levels_of(group: Group, count: int = 2000) -> np.ndarray:
    return np.array([learner.levels for learner in learners(group, STRUCTURE, SAID, count)])


def answers(group: Group, world: World) -> tuple[np.ndarray, np.ndarray]:
    """Of each learner and item: whether its skill is known as said, and the answer."""
    found = learners(group, STRUCTURE, world)
    items = range(len(STRUCTURE.items))
    skills = [item.skill for item in STRUCTURE.items]
    known = [[learner.knows(skill) for skill in skills] for learner in found]
    rights = [[learner.right(item) for item in items] for learner in found]
    return np.array(known), np.array(rights)


def test_nine_groups() -> None:
    assert [(group.mean, group.rho) for group in EVEN] == [
        (mean, rho) for mean in (0.3, 1.0, 1.8, 2.6) for rho in (0, CORRELATED)
    ]
    assert (UNEVEN.name, UNEVEN.mean, UNEVEN.at_home, UNEVEN.rho) == ("par_domaine", 0.5, 2.6, 0)
    assert len({group.label for group in GROUPS}) == len(GROUPS) == 9


@pytest.mark.parametrize("mean", [0.3, 0.5, 1.0, 1.8, 2.6])
def test_the_expected_level_is_exactly_the_mean(mean: float) -> None:
    expected = sum(at_least(level, centre(mean)) for level in LEVELS)
    assert expected == pytest.approx(mean, abs=1e-9)


@pytest.mark.parametrize("group", EVEN, ids=lambda group: group.label)
def test_means_of_groups(group: Group) -> None:
    levels = levels_of(group)
    assert levels.shape == (2000, len(STRUCTURE.tubes))
    assert set(np.unique(levels)) <= {0, 1, 2, 3}
    assert levels.mean() == pytest.approx(group.mean, abs=0.05)


@pytest.mark.parametrize("group", EVEN, ids=lambda group: group.label)
def test_correlations_of_groups(group: Group) -> None:
    chances = np.random.default_rng(1).spawn(2)
    latent = latents(group, STRUCTURE, MANY, *chances)
    between = np.corrcoef(latent.T)[np.triu_indices(len(STRUCTURE.tubes), 1)]
    assert between == pytest.approx(group.rho, abs=0.04)
    assert latent.std(axis=0) == pytest.approx(SPREAD, abs=0.03)


def test_one_domain_at_ease_the_others_not() -> None:
    by_domain = np.array(
        [
            levels_of(UNEVEN)[:, np.array(STRUCTURE.domain_of) == domain].mean(axis=1)
            for domain in STRUCTURE.domains
        ]
    )
    # Of the mean of three tubes: nearly all homes are the best domain, hardly ever another.
    best = by_domain.max(axis=0)
    assert best.mean() == pytest.approx(2.6, abs=0.08)
    others = (by_domain.sum(axis=0) - best) / (len(STRUCTURE.domains) - 1)
    assert others.mean() == pytest.approx(0.5, abs=0.03)
    homes = np.bincount(by_domain.argmax(axis=0), minlength=len(STRUCTURE.domains))
    assert homes / homes.sum() == pytest.approx(1 / len(STRUCTURE.domains), abs=0.04)


def test_tubes_of_the_uneven_are_independent_within() -> None:
    home_of = np.array(STRUCTURE.domain_of)
    chances = np.random.default_rng(1).spawn(2)
    latent = latents(UNEVEN, STRUCTURE, MANY, *chances)
    home = np.random.default_rng(1).spawn(2)[1].integers(len(STRUCTURE.domains), size=MANY)
    for domain in STRUCTURE.domains:
        inside = latent[home == domain]
        middle = np.where(home_of == domain, centre(2.6), centre(0.5))
        assert inside.mean(axis=0) == pytest.approx(middle, abs=0.07)
        between = np.corrcoef(inside.T)[np.triu_indices(len(STRUCTURE.tubes), 1)]
        assert between == pytest.approx(0, abs=0.09)


@pytest.mark.parametrize("group", [GROUPS[1], UNEVEN], ids=lambda group: group.label)
def test_a_skill_is_known_when_its_level_is_not_above_the_tubes(group: Group) -> None:
    for learner in learners(group, STRUCTURE, WRONG, 50):
        for skill in STRUCTURE.skills:
            tube = STRUCTURE.tube_of[skill]
            assert learner.knows(skill) == (learner.levels[tube] >= STRUCTURE.level_of[skill])


@WORLDS
def test_the_same_seed_gives_the_same_learners(world: World) -> None:
    def seen(group: Group, count: int) -> list[tuple]:
        return [
            (
                learner.levels,
                [learner.right(item) for item in range(len(STRUCTURE.items))],
                [learner.warm_up(n) for n in range(WARM_UPS)],
            )
            for learner in learners(group, STRUCTURE, world, count)
        ]

    assert seen(UNEVEN, 40) == seen(UNEVEN, 40)
    assert seen(UNEVEN, 15) == seen(UNEVEN, 40)[:15]
    assert seen(GROUPS[0], 40) != seen(GROUPS[1], 40)


def test_other_worlds_have_the_same_learners_with_the_same_luck() -> None:
    said, wrong = (learners(GROUPS[3], STRUCTURE, world, 200) for world in (SAID, WRONG))
    assert [learner.levels for learner in said] == [learner.levels for learner in wrong]
    told = World("more slips", slip=0.2)
    slipping = learners(GROUPS[3], STRUCTURE, told, 200)
    for careful, careless in zip(said, slipping, strict=True):
        for item in range(len(STRUCTURE.items)):
            assert careful.right(item) or not careless.right(item)


@pytest.mark.parametrize("group", [GROUPS[2], GROUPS[5], UNEVEN], ids=lambda group: group.label)
def test_answers_in_the_world_as_said(group: Group) -> None:
    known, rights = answers(group, SAID)
    assert rights[known].mean() == pytest.approx(0.9, abs=0.01)
    for kind, guess in (("three", 0.33), ("four", 0.2), ("task", 0.05)):
        of_kind = np.array([item.kind == kind for item in STRUCTURE.items])
        assert rights[:, of_kind][~known[:, of_kind]].mean() == pytest.approx(guess, abs=0.01)


def test_answers_in_the_wrong_world() -> None:
    known, rights = answers(GROUPS[5], WRONG)
    levels = np.array([STRUCTURE.level_of[item.skill] for item in STRUCTURE.items])
    harder = true_levels(STRUCTURE, WRONG) > levels
    assert rights[:, ~harder][known[:, ~harder]].mean() == pytest.approx(0.8, abs=0.01)
    assert rights[~known].mean() == pytest.approx(0.35, abs=0.01)
    true_level = np.array([learner.levels for learner in learners(GROUPS[5], STRUCTURE, WRONG)])
    level = true_level[:, [STRUCTURE.tube_of[item.skill] for item in STRUCTURE.items]]
    for said in (1, 2):
        cells = level[:, harder & (levels == said)], rights[:, harder & (levels == said)]
        assert cells[1][cells[0] == said].mean() == pytest.approx(0.35, abs=0.02)
        assert cells[1][cells[0] > said].mean() == pytest.approx(0.8, abs=0.01)
    # Beyond level 3: some who have it know these too.
    middle = centre(GROUPS[5].mean)
    beyond = at_least(4, middle) / at_least(3, middle)
    hardest = harder & (levels == 3)
    expected = 0.8 * beyond + 0.35 * (1 - beyond)
    found = rights[:, hardest][level[:, hardest] == 3]
    assert found.mean() == pytest.approx(expected, abs=0.02)


def test_a_third_of_the_items_is_harder_than_said_in_the_wrong_world_only() -> None:
    levels = np.array([STRUCTURE.level_of[item.skill] for item in STRUCTURE.items])
    assert (true_levels(STRUCTURE, SAID) == levels).all()
    more = true_levels(STRUCTURE, WRONG) - levels
    assert more.sum() == round(len(levels) / 3)
    assert set(more) == {0, 1}
    assert set(guesses(STRUCTURE, WRONG)) == {0.35}


@WORLDS
def test_warm_ups(world: World) -> None:
    found = [
        learner.warm_up(n)
        for learner in learners(GROUPS[0], STRUCTURE, world)
        for n in range(WARM_UPS)
    ]
    assert np.mean(found) == pytest.approx(0.9 if world is SAID else 0.8, abs=0.01)


def test_the_learners_of_the_study_do_not_change() -> None:
    """The engine is tuned after them: whoever changes the generator has to say so here."""
    assert [int(levels_of(group).sum()) for group in GROUPS] == [
        12583, 12609, 41926, 41003, 75792, 75155, 109302, 108837, 33372,
    ]  # fmt: skip
    rights = [answers(group, world)[1].sum() for world in (SAID, WRONG) for group in GROUPS[-2:]]
    assert rights == [230642, 113094, 198499, 127046]
