"""The adaptive engine: bank and answers so far → the next challenge, or the result. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .belief import Belief, believe
from .choosing import WEIGHTS, Weights, choose, failures
from .plan import Answered, Answers, Outcome, Plan
from .recommending import THRESHOLDS, Recommended, Thresholds, candidates, ranked, recommended


@dataclass(frozen=True)
class Rules:
    """When an assessment ends. `enough`: (answers, lessons): from so many answers on, so many
    sure recommendations settle it. `most`: challenges asked. `domains`: whether each domain
    is met before it may end. From `patience` answers on it goes on only while one more answer
    may make a lesson sure."""

    enough: tuple[tuple[int, int], ...] = ((8, 3), (11, 2), (14, 1))
    most: int = 20
    domains: bool = True
    patience: int = 15
    quiet: float = 0.15


WHOLE = Rules()
ONE_DOMAIN = Rules(enough=((4, 2), (6, 1)), most=9, domains=False, patience=7)
AFTER_LESSON = Rules(enough=(), most=3, domains=False, patience=3)


def next_item(
    plan: Plan,
    answers: Answers,
    seed: str,
    rules: Rules = WHOLE,
    allowed: Collection[int] | None = None,
    lessons: Collection[str] | None = None,
    weights: Weights = WEIGHTS,
    thresholds: Thresholds = THRESHOLDS,
) -> int | None:
    """The number of the next item; None when it is time to end.

    `allowed`: the items that may be asked, None for all; `lessons`: those that can be reached.
    """
    if len(answers) >= rules.most:
        return None
    belief = believe(plan, answers)
    items = range(len(plan.items)) if allowed is None else allowed
    if is_settled(belief, answers, items, rules, lessons, thresholds):
        return None
    wanted = unsettled(belief, lessons, thresholds)
    return choose(belief, answers, items, seed, wanted, weights)


def unsettled(
    belief: Belief, lessons: Collection[str] | None, thresholds: Thresholds = THRESHOLDS
) -> set[int]:
    """Skills on which a recommendation hangs that one more answer may make sure."""
    near = [
        item
        for item in ranked(belief, lessons)
        if item.unknown >= 0.55
        and item.edge >= 0.5
        and not (item.unknown >= thresholds.unknown and item.edge >= thresholds.edge)
    ]
    return {item.skill for item in near[:6]}


def is_settled(
    belief: Belief,
    answers: Answers,
    items: Collection[int],
    rules: Rules,
    lessons: Collection[str] | None,
    thresholds: Thresholds,
) -> bool:
    """Whether further answers would change no recommendation."""
    plan = belief.plan
    if not rules.enough or len(answers) < rules.enough[0][0]:
        return False
    if rules.domains:
        met = {plan.domains[plan.tubes[plan.items[one.item].skill]] for one in answers}
        if len(met) < len(plan.tubes_of):
            return False
    found = candidates(belief, lessons, thresholds)
    if any(len(answers) >= least and len(found) >= wanted for least, wanted in rules.enough):
        return True
    if len(answers) >= rules.patience:
        return not unsettled(belief, lessons, thresholds)
    # Nothing much left to learn: no lesson is likely to be found.
    return all(item.edge < rules.quiet for item in ranked(belief, lessons))
