"""Whole assessments: where they end, what they meet, that they can be told again."""

from __future__ import annotations

import random

import pytest

from pasapas.assessment.belief import believe
from pasapas.assessment.engine import AFTER_LESSON, ONE_DOMAIN, WHOLE, Rules, next_item
from pasapas.assessment.plan import Answered, Outcome
from pasapas.assessment.recommending import recommended
from study.ours import plan_of
from study.structure import synthetic

PLAN = plan_of(synthetic())
FIRST_DOMAIN = [at for at in range(len(PLAN.items)) if PLAN.domain_of(at) == 0]


def played(
    seed: int, shares: tuple[int, ...], rules: Rules = WHOLE, allowed: list[int] | None = None
) -> list[Answered]:
    """`shares`: how often « pas encore », wrong and right come, by chance."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    answers: list[Answered] = []
    while True:
        item = next_item(PLAN, answers, str(seed), rules, allowed)
        if item is None:
            return answers
        answers.append(Answered(item, chance.choices(list(Outcome), shares)[0]))


SHARES = pytest.mark.parametrize(
    "shares", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1), (0, 1, 4)], ids=str
)


@SHARES
@pytest.mark.parametrize("seed", range(3))
def test_it_ends_after_twenty_at_most_and_has_met_each_domain(
    seed: int, shares: tuple[int, ...]
) -> None:
    answers = played(seed, shares)
    assert len(answers) <= WHOLE.most == 20
    assert len({one.item for one in answers}) == len(answers)
    assert PLAN.domains_of(one.item for one in answers) == set(range(7))


@SHARES
def test_one_domain_stays_in_it_and_after_a_lesson_three_are_asked(
    shares: tuple[int, ...],
) -> None:
    answers = played(1, shares, ONE_DOMAIN, FIRST_DOMAIN)
    assert 1 <= len(answers) <= 9
    assert {one.item for one in answers} <= set(FIRST_DOMAIN)
    assert len(played(1, shares, AFTER_LESSON, FIRST_DOMAIN[:8])) == 3


def test_the_same_seed_tells_the_same_another_seed_something_else() -> None:
    assert played(4, (1, 1, 1)) == played(4, (1, 1, 1))
    assert played(4, (0, 0, 1)) != played(5, (0, 0, 1))


def test_who_gets_all_right_is_sent_to_no_lesson() -> None:
    assert recommended(believe(PLAN, played(2, (0, 0, 1)))) == ()


def test_when_few_challenges_are_left_domains_that_were_not_met_come_first() -> None:
    # All that was asked is of the first domains.
    asked = [at for at in range(len(PLAN.items)) if PLAN.domain_of(at) < 2][: WHOLE.most - 5]
    answers = [Answered(item, Outcome.RIGHT) for item in asked]
    item = next_item(PLAN, answers, "a")
    assert item is not None
    assert PLAN.domain_of(item) not in PLAN.domains_of(asked)
