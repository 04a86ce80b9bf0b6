"""Which lessons are named."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.assessment.belief import believe
from pasapas.assessment.plan import Answered, Outcome
from pasapas.assessment.recommending import MOST, THRESHOLDS, recommended
from study.ours import plan_of
from study.structure import synthetic

PLAN = plan_of(synthetic())
LESSONS = sorted(PLAN.skills_of_lesson)
HISTORIES = st.lists(
    st.builds(Answered, st.integers(0, len(PLAN.items) - 1), st.sampled_from(Outcome)),
    max_size=20,
    unique_by=lambda one: one.item,
)


@settings(max_examples=60, deadline=None)
@given(HISTORIES, st.sets(st.sampled_from(LESSONS), max_size=30))
def test_only_lessons_that_can_be_reached_at_most_three_and_all_sure(
    answers: list[Answered], lessons: set[str]
) -> None:
    found = recommended(believe(PLAN, answers), lessons)
    assert len(found) <= MOST
    for one in found:
        assert one.lesson in lessons
        assert one.unknown >= THRESHOLDS.unknown
        assert one.edge >= THRESHOLDS.edge
        assert PLAN.lessons[one.skill] == one.lesson


def answered(outcome_of: dict[int, Outcome]) -> list[Answered]:
    """Every item of each tube's level, right up to the level that is given."""
    return [
        Answered(number, outcome_of[PLAN.levels[item.skill]])
        for number, item in enumerate(PLAN.items)
    ]


def test_who_knows_all_is_sent_to_none() -> None:
    right = dict.fromkeys((1, 2, 3), Outcome.RIGHT)
    assert recommended(believe(PLAN, answered(right))) == ()


def test_lessons_stand_where_knowledge_ends() -> None:
    outcomes = {1: Outcome.RIGHT, 2: Outcome.WRONG, 3: Outcome.NOT_YET}
    found = recommended(believe(PLAN, answered(outcomes)))
    assert [PLAN.levels[one.skill] for one in found] == [2, 2, 2]


def of(tube: int, level: int) -> tuple[int, ...]:
    return PLAN.items_of[PLAN.skill_at[tube, level]]


def test_slips_in_one_place_send_nobody_who_may_know_all() -> None:
    """The hardest of nearly all tubes is right; in one only what is easy."""
    answers = [
        Answered(item, Outcome.RIGHT)
        for tube in range(3, len(PLAN.domains))
        for item in of(tube, 3)[:2]
    ]
    answers += [Answered(item, Outcome.WRONG) for level in (2, 3) for item in of(0, level)[:2]]
    answers += [Answered(of(0, 1)[0], Outcome.RIGHT)]
    belief = believe(PLAN, answers)
    assert THRESHOLDS.all_known < belief.all_known < 0.1
    assert recommended(belief, thresholds=replace(THRESHOLDS, all_known=1))
    assert recommended(belief) == ()
