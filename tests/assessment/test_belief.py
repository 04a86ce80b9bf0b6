"""What is believed: as all cases counted one by one tell it."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.assessment.belief import (
    DOMAIN_GIVEN,
    GRID,
    LEAST_GUESS,
    LEVEL_GIVEN,
    PRIOR,
    believe,
    likelihood,
    luck,
)
from pasapas.assessment.plan import LEVELS, Answered, Item, Outcome, Plan
from pasapas.assessment.telling import told, told_of

SMALL = Plan(
    domains=(0, 0, 1),
    tubes=(0, 0, 0, 1, 1, 1, 2, 2, 2),
    levels=(1, 2, 3) * 3,
    lessons=tuple("abcdefghi"),
    items=tuple(Item(skill, guess) for skill in range(9) for guess in (0.2, 0.33, 0.05)),
)
POINTS = range(len(GRID))
ANSWERS = st.lists(
    st.builds(Answered, st.integers(0, len(SMALL.items) - 1), st.sampled_from(Outcome)),
    max_size=12,
    unique_by=lambda one: one.item,
)


def counted(answers: list[Answered]) -> tuple[list[float], float]:
    """Every ability of the person and of both domains, every level of the three tubes: the
    chance of each skill, and that of all together."""
    whole, everything, known = 0.0, 0.0, [0.0] * len(SMALL.tubes)
    said = {}
    for levels in product(range(LEVELS + 1), repeat=3):
        chance = 1.0
        for one in answers:
            item = SMALL.items[one.item]
            at = SMALL.levels[item.skill]
            chance *= likelihood(item, at, one.outcome)[levels[SMALL.tubes[item.skill]] >= at]
        said[levels] = chance
    for person, first, second in product(POINTS, repeat=3):
        above = PRIOR[person] * DOMAIN_GIVEN[person][first] * DOMAIN_GIVEN[person][second]
        for levels, chance in said.items():
            one, other, third = levels
            share = above * chance * LEVEL_GIVEN[one][first] * LEVEL_GIVEN[other][first]
            share *= LEVEL_GIVEN[third][second]
            whole += share
            everything += share if min(levels) == LEVELS else 0
            for skill, tube in enumerate(SMALL.tubes):
                if SMALL.levels[skill] <= levels[tube]:
                    known[skill] += share
    return [chance / whole for chance in known], everything / whole


@pytest.mark.parametrize("count", [0, 1, 5, 9])
def test_it_is_what_counting_every_case_gives(count: int) -> None:
    chance = random.Random(count)  # noqa: S311 - the same each time
    items = chance.sample(range(len(SMALL.items)), count)
    answers = [Answered(item, chance.choice(list(Outcome))) for item in items]
    belief = believe(SMALL, answers)
    known, everything = counted(answers)
    assert belief.known == pytest.approx(known)
    if len(SMALL.domains_of(items)) == len(SMALL.tubes_of):
        assert belief.all_known == pytest.approx(everything)


def test_that_all_is_known_is_said_only_when_each_domain_was_asked_about() -> None:
    hard = [number for number, item in enumerate(SMALL.items) if SMALL.levels[item.skill] == 3]
    answers = [Answered(number, Outcome.RIGHT) for number in hard]
    inside = [one for one in answers if SMALL.domain_of(one.item) == 0]
    assert 0 < len(inside) < len(answers)
    assert believe(SMALL, inside).all_known == 0
    assert believe(SMALL, answers).all_known > 0.5


def test_tables_are_chances() -> None:
    for row in DOMAIN_GIVEN:
        assert sum(row) == pytest.approx(1)
    for column in zip(*LEVEL_GIVEN, strict=True):
        assert sum(column) == pytest.approx(1)


@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(
    answers: list[Answered], chance: random.Random
) -> None:
    other = list(answers)
    chance.shuffle(other)
    assert believe(SMALL, answers).known == believe(SMALL, other).known


@given(ANSWERS, st.integers(0, len(SMALL.items) - 1))
def test_a_right_answer_lowers_no_skill_of_its_tube_and_another_raises_none(
    answers: list[Answered], item: int
) -> None:
    before = believe(SMALL, answers)
    tube = SMALL.tubes[SMALL.items[item].skill]
    for outcome, sign in ((Outcome.RIGHT, 1), (Outcome.WRONG, -1), (Outcome.NOT_YET, -1)):
        after = before.after(SMALL.items[item], outcome)
        for skill, its in enumerate(SMALL.tubes):
            if its == tube:
                assert sign * (after.known[skill] - before.known[skill]) >= -1e-9


@given(ANSWERS)
def test_chances_of_levels_add_up_and_harder_is_never_likelier(answers: list[Answered]) -> None:
    belief = believe(SMALL, answers)
    for levels, reached in zip(belief.levels, belief.reached, strict=True):
        assert sum(levels) == pytest.approx(1)
        assert min(levels) >= -1e-9
        assert sorted(reached, reverse=True) == pytest.approx(reached)


def test_not_yet_says_more_than_wrong_and_an_easy_guess_less() -> None:
    wrong, not_yet = (
        believe(SMALL, [Answered(0, outcome)]).known[0]
        for outcome in (Outcome.WRONG, Outcome.NOT_YET)
    )
    assert not_yet < wrong
    task, three = (believe(SMALL, [Answered(item, Outcome.RIGHT)]).known[0] for item in (2, 1))
    assert task > three


def test_what_is_hard_to_guess_may_be_easier_than_it_says() -> None:
    assert luck(Item(0, 0.33)) == 0.33
    assert luck(Item(0, 0.05)) == LEAST_GUESS
    assert likelihood(Item(0, 0.05), 1, Outcome.RIGHT)[0] == LEAST_GUESS


def test_an_answer_tells_most_of_its_tube_less_of_its_domain_least_of_others() -> None:
    before, after = believe(SMALL, []).known, believe(SMALL, [Answered(3, Outcome.RIGHT)]).known
    own, near, far = (after[skill] - before[skill] for skill in (1, 4, 7))
    assert own > near > far > 0


@given(ANSWERS, st.integers(0, len(SMALL.items) - 1))
def test_what_is_told_is_how_much_less_is_not_known_afterwards(
    answers: list[Answered], number: int
) -> None:
    belief, item = believe(SMALL, answers), SMALL.items[number]
    success = belief.success(item)

    def spread(known: list[float]) -> float:
        return sum(chance * (1 - chance) for chance in known)

    right, wrong = (belief.after(item, one).known for one in (Outcome.RIGHT, Outcome.WRONG))
    expected = success * spread(right) + (1 - success) * spread(wrong)
    found = told(success, luck(item), told_of(belief)[item.skill])
    assert found == pytest.approx(spread(belief.known) - expected, abs=1e-9)
