"""The rules of kindness, whatever was answered."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.assessment.belief import believe
from pasapas.assessment.choosing import SURE, choose, failures
from pasapas.assessment.plan import Answered, Item, Outcome, Plan
from study.ours import plan_of
from study.structure import synthetic

PLAN = plan_of(synthetic())
FEW = settings(max_examples=60, deadline=None)
HISTORIES = st.lists(
    st.builds(Answered, st.integers(0, len(PLAN.items) - 1), st.sampled_from(Outcome)),
    max_size=20,
    unique_by=lambda one: one.item,
)
FAILED = st.sampled_from([Outcome.WRONG, Outcome.NOT_YET])


@cache
def everything() -> range:
    return range(len(PLAN.items))


def chosen(answers: list[Answered], seed: str = "a") -> int:
    found = choose(believe(PLAN, answers), answers, everything(), seed)
    assert found is not None
    return found


@FEW
@given(HISTORIES, FAILED, FAILED)
def test_after_two_failures_one_that_most_likely_succeeds_while_there_is_one(
    answers: list[Answered], first: Outcome, second: Outcome
) -> None:
    for outcome in (first, second):
        answers = [*answers, Answered(chosen(answers), outcome)]
    assert failures(answers) >= 2
    belief, asked = believe(PLAN, answers), {one.item for one in answers}
    chances = [belief.success(item) for at, item in enumerate(PLAN.items) if at not in asked]
    if max(chances) > SURE:
        assert belief.success(PLAN.items[chosen(answers)]) > SURE


@FEW
@given(HISTORIES, FAILED)
def test_after_a_failure_another_domain(answers: list[Answered], outcome: Outcome) -> None:
    answers = [*answers, Answered(chosen(answers), outcome)]
    if failures(answers) == 1 and len(answers) > 4:
        following = PLAN.domain_of(chosen(answers))
        # Who struggles gets what most likely succeeds, wherever that is.
        belief = believe(PLAN, answers)
        elsewhere = [
            belief.success(item)
            for at, item in enumerate(PLAN.items)
            if PLAN.domain_of(at) != PLAN.domain_of(answers[-1].item)
        ]
        assert following != PLAN.domain_of(answers[-1].item) or max(elsewhere) < belief.success(
            PLAN.items[chosen(answers)]
        )


@FEW
@given(HISTORIES, st.text(max_size=5))
def test_nothing_is_asked_twice_and_the_same_is_chosen_again(
    answers: list[Answered], seed: str
) -> None:
    found = chosen(answers, seed)
    assert found not in {one.item for one in answers}
    assert found == chosen(answers, seed)


def test_it_begins_with_the_likeliest_and_seeds_differ() -> None:
    belief = believe(PLAN, [])
    best = max(map(belief.success, PLAN.items))
    found = {chosen([], str(seed)) for seed in range(20)}
    assert len(found) > 5
    assert all(belief.success(PLAN.items[item]) > best - 0.03 for item in found)
    assert {PLAN.levels[PLAN.items[item].skill] for item in found} == {1}


def test_only_what_is_allowed_and_none_when_nothing_is_left() -> None:
    belief = believe(PLAN, [])
    assert choose(belief, [], [7], "a") == 7
    assert choose(belief, [Answered(7, Outcome.RIGHT)], [7], "a") is None


def test_one_domain_alone_goes_on_after_a_failure() -> None:
    plan = Plan((0,), (0, 0, 0), (1, 2, 3), ("a", "b", "c"), (Item(0, 0.2), Item(1, 0.2)))
    answers = [Answered(1, Outcome.WRONG)]
    assert choose(believe(plan, answers), answers, range(2), "a") == 0
