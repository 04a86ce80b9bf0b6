"""Pix's algorithm does what its description says: the vectors of the research note."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import pytest

from .learners import SAID, SPREAD, Learner, right_chances
from .measures import longest_streak
from .pix import GRID, Run, State, chance_of_success, predicted_level, reward, run, too_hard
from .structure import LEVELS, Item, Structure, synthetic

STRUCTURE = synthetic()


def tubes_of(*tubes: tuple[int, ...]) -> Structure:
    """Tubes of skills with these levels, each with one item, all in one domain."""
    levels = [level for levels in tubes for level in levels]
    return Structure(
        domain_of=(0,) * len(tubes),
        tube_of=tuple(tube for tube, levels in enumerate(tubes) for _ in levels),
        level_of=tuple(levels),
        lesson_of=tuple(range(len(levels))),
        items=tuple(Item(skill, "four") for skill in range(len(levels))),
    )


def found(state: State) -> dict[int, tuple[bool, str]]:
    return {
        skill: (assessed.validated, "direct" if assessed.direct else "inferred")
        for skill, assessed in state.assessed.items()
    }


@dataclass
class Always:
    """Answers all items in the same way, or only those up to a level."""

    structure: Structure
    up_to: int

    def right(self, item: int) -> bool:
        return self.structure.level_of[self.structure.items[item].skill] <= self.up_to


# What one answer tells.


def test_a_right_answer_validates_what_is_easier_in_the_tube() -> None:
    state = State(tubes_of((1, 2, 3), (1, 2, 3)))
    state.answer(1, True)
    assert found(state) == {1: (True, "direct"), 0: (True, "inferred")}


def test_a_wrong_answer_invalidates_what_is_harder_in_the_tube() -> None:
    state = State(tubes_of((1, 2, 3), (1, 2, 3)))
    state.answer(1, False)
    assert found(state) == {1: (False, "direct"), 2: (False, "inferred")}


def test_nothing_is_ever_revised() -> None:
    state = State(tubes_of((1, 2, 3)))
    state.answer(1, False)
    before = dict(state.assessed)
    state.answer(0, True)
    assert {skill: state.assessed[skill] for skill in before} == before
    assert found(state)[0] == (True, "direct")
    state = State(tubes_of((1, 2, 3)))
    state.answer(0, True)
    state.answer(2, False)
    # 1 is between both, and still to be tested.
    assert set(state.assessed) == {0, 2}
    state.answer(1, False)
    assert found(state)[0] == (True, "direct")


def test_a_skill_of_the_same_level_is_not_inferred() -> None:
    for right in (True, False):
        state = State(tubes_of((1, 1, 2)))
        state.answer(0, right)
        assert 1 not in state.assessed


# The level that is predicted.


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ([], 3.5),
        ([(2, True)], 4.5),
        ([(2, False)], 1.0),
        ([(2, True), (3, True)], 5.0),
        ([(2, False), (1, True)], 2.0),
        ([(2, False), (1, False)], 0.5),
        ([(1, False)] * 3, 0.5),
        ([(2, True), (4, True), (5, False)], 4.5),
        ([(1, True)] * 6, 5.0),
    ],
)
def test_predicted_level(answers: list[tuple[int, bool]], level: float) -> None:
    assert predicted_level(answers) == level
    assert predicted_level(reversed(answers)) == level


def test_the_grid_has_fifteen_values() -> None:
    assert (GRID[0], GRID[1], GRID[-1], len(GRID)) == (0.5, 1.0, 7.5, 15)


def test_the_chance_of_success_is_a_half_at_the_level() -> None:
    assert chance_of_success(2.0, 2) == 0.5
    assert chance_of_success(3.0, 2) == pytest.approx(0.731, abs=0.001)
    assert chance_of_success(1.0, 2) == pytest.approx(0.269, abs=0.001)


def test_only_direct_answers_count_for_the_level() -> None:
    state = State(tubes_of((1, 2, 3), (1, 2, 3)))
    state.answer(2, True)
    assert len(state.assessed) == 3
    assert state.predicted == predicted_level([(3, True)])


# What is asked next.


@pytest.mark.parametrize(
    ("predicted", "rewards", "asked"),
    [
        (3.5, [1.15, 2.00, 2.25], {3}),
        (2, [1.54, 2.00, 1.54], {2}),
        (1, [2.00, 2.00, 1.24], {1, 2}),
    ],
)
def test_rewards(predicted: float, rewards: list[float], asked: set[int]) -> None:
    values = [reward(level, (1, 2, 3), predicted) for level in (1, 2, 3)]
    # The note's 2.25 is 2.245.
    assert values == pytest.approx(rewards, abs=0.0055)
    assert {level for level in (1, 2, 3) if values[level - 1] == max(values)} == asked


def test_the_next_skills_are_those_of_the_highest_reward() -> None:
    # After a failure at level 2: 1.0 is predicted; one of the other tube's 1 and 2.
    state = State(tubes_of((1, 2, 3), (1, 2, 3)))
    state.answer(1, False)
    assert state.predicted == 1.0
    assert state.candidates() == [3, 4]
    # After a success at level 2: 4.5 is predicted; the other tube's 3.
    state = State(tubes_of((1, 2, 3), (1, 2, 3)))
    state.answer(1, True)
    assert state.predicted == 4.5
    assert state.candidates() == [5]


def test_an_untested_skill_has_a_reward_of_one_at_least() -> None:
    for predicted in GRID:
        assert reward(2, (2,), predicted) == 1
        assert all(reward(level, (1, 2, 3), predicted) >= 1 for level in LEVELS)


def test_the_first_question_is_of_level_two() -> None:
    assert State(tubes_of((1, 2, 3), (1, 2), (3,))).candidates() == [1, 4]


def test_without_a_level_two_the_first_question_is_the_lowest() -> None:
    assert State(tubes_of((1, 3), (3,), (1,))).candidates() == [0, 3]
    assert State(tubes_of((3,), (3,))).candidates() == [0, 1]


def test_easy_tubes_come_first() -> None:
    # Structures end at level 3, where the rule has nothing to do: one is bent for it.
    harder = tubes_of((1, 2, 3), (1, 2, 3))
    object.__setattr__(harder, "level_of", (1, 2, 4, 1, 2, 3))
    state = State(harder)
    assert state.candidates() == [4]
    state.answer(4, True)
    assert state.candidates() == [5]
    state.answer(5, True)
    assert set(state.candidates()) <= {0, 1, 2}


def test_what_is_too_hard_is_not_asked() -> None:
    assert too_hard(3, 0.5)
    assert not too_hard(3, 1.0)
    # 2 is failed, then 1: 0.5 is predicted, which excludes 3 in the other tube.
    state = State(tubes_of((2,), (1,), (3,)))
    state.answer(0, False)
    assert 2 in state.candidates()
    state.answer(1, False)
    assert state.predicted == 0.5
    assert state.candidates() == []
    assert 2 not in state.assessed


# Where it ends.


def test_it_ends_when_every_skill_is_assessed() -> None:
    for up_to in (0, 1, 2, 3):
        done = run(STRUCTURE, Always(STRUCTURE, up_to), seed=1)
        assert set(done.assessed) == set(STRUCTURE.skills)
        assert done.known(len(done.asked), "not_acquired") == [
            level <= up_to for level in STRUCTURE.level_of
        ]
        assert len(done.asked) <= len(STRUCTURE.skills)


def test_it_ends_with_what_is_too_hard_left_unassessed() -> None:
    structure = tubes_of((2,), (1,), (3,), (3,))
    done = run(structure, Always(structure, 0), seed=1)
    # Only a weak estimate leaves them.
    assert done.predicted[-1] == 0.5
    assert {2, 3} - set(done.assessed)


def test_it_may_be_cut() -> None:
    learner = Always(STRUCTURE, 1)
    whole, cut = run(STRUCTURE, learner, seed=3), run(STRUCTURE, learner, seed=3, stop_after=7)
    assert len(cut.asked) == 7
    assert cut.asked == whole.asked[:7]
    for untested in ("not_acquired", "by_level"):
        assert cut.known(7, untested) == whole.known(7, untested)
        assert whole.known(99, untested) == whole.known(len(whole.asked), untested)


def test_no_skill_is_asked_twice_and_only_its_own_items() -> None:
    done = run(STRUCTURE, Always(STRUCTURE, 2), seed=5)
    skills = [STRUCTURE.items[item].skill for item in done.asked]
    assert len(set(skills)) == len(skills)
    assert {skill for skill, assessed in done.assessed.items() if assessed.direct} == set(skills)


def test_the_seed_makes_it_reproducible() -> None:
    learner = Always(STRUCTURE, 1)
    assert run(STRUCTURE, learner, 8).asked == run(STRUCTURE, learner, 8).asked
    assert len({tuple(run(STRUCTURE, learner, seed).asked) for seed in range(9)}) == 9


def test_untested_skills_are_counted_in_two_ways() -> None:
    done = run(STRUCTURE, Always(STRUCTURE, 3), seed=2, stop_after=1)
    first = STRUCTURE.items[done.asked[0]].skill
    tube = STRUCTURE.tube_of[first]
    assert done.predicted == [3.5, 4.5]
    assert done.known(0, "not_acquired") == [False] * 63
    assert done.known(0, "by_level") == done.known(1, "by_level") == [True] * 63
    assert done.known(1, "not_acquired") == [
        STRUCTURE.tube_of[skill] == tube and STRUCTURE.level_of[skill] <= 2
        for skill in STRUCTURE.skills
    ]
    failed = run(STRUCTURE, Always(STRUCTURE, 0), seed=2, stop_after=1)
    assert failed.predicted[1] == 1.0
    assert failed.known(1, "by_level") == [level == 1 for level in STRUCTURE.level_of]


# The note's own simulation: 10 tubes of three levels, one item of four choices a skill.


def simulated(middle: float, slip: float | None, count: int = 500) -> tuple[list[Run], np.ndarray]:
    """The runs, and which skills the learners know. Without slips there is no luck."""
    structure = tubes_of(*[LEVELS] * 10)
    chance = np.random.default_rng(2018)
    latent = middle + SPREAD * chance.standard_normal((count, 10))
    levels = np.clip(np.rint(latent), 0, 3)
    known = levels[:, structure.tube_of] >= np.array(structure.level_of)
    world = replace(SAID, slip=slip or 0.0)
    right = chance.random(known.shape) < right_chances(structure, world, levels)
    answers = known if slip is None else right
    runs = [
        run(structure, Learner((), (), tuple(row), ()), seed)
        for seed, row in enumerate(answers.tolist())
    ]
    return runs, known


@pytest.mark.parametrize(
    ("mean", "slip", "questions", "success", "streak", "wrong"),
    [
        (0.3, None, 16.6, 0.26, 5.7, 0.0),
        (0.3, 0.1, 18.6, 0.34, 5.1, 0.14),
        (1.2, 0.1, 20.5, 0.48, 3.7, 0.13),
        (2.5, 0.1, 17.5, 0.69, 2.1, 0.09),
    ],
)
def test_orders_of_magnitude_of_the_note(
    mean: float, slip: float | None, questions: float, success: float, streak: float, wrong: float
) -> None:
    runs, known = simulated(mean, slip)
    held = np.array([done.known(99, "not_acquired") for done in runs])
    assert np.mean([len(done.asked) for done in runs]) == pytest.approx(questions, abs=2)
    outcomes = Counter(right for done in runs for right in done.outcomes)
    assert outcomes[True] / outcomes.total() == pytest.approx(success, abs=0.05)
    streaks = [longest_streak(done) for done in runs]
    assert np.mean(streaks) == pytest.approx(streak, abs=1)
    assert (held != known).mean() == pytest.approx(wrong, abs=0.03)


def test_any_item_of_the_skill_may_be_drawn() -> None:
    asked = {
        run(STRUCTURE, Always(STRUCTURE, 3), seed, stop_after=1).asked[0] for seed in range(999)
    }
    assert asked == {
        item for item, told in enumerate(STRUCTURE.items) if STRUCTURE.level_of[told.skill] == 2
    }
