"""The adaptive engine: bank and answers so far → the next challenge, or the result. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .belief import Belief, believe
from .choosing import WEIGHTS, Weights, choose
from .plan import Answers, Plan
from .recommending import THRESHOLDS, Recommended, Thresholds, ranked, sure


@dataclass(frozen=True)
class Rules:
    """When an assessment ends. `enough`: (answers, lessons): from so many answers on, so many
    sure recommendations settle it. `most`: challenges asked. `domains`: whether each domain
    is met before it may end. From `patience` answers on it goes on only while one more answer
    may make a lesson sure."""

    enough: tuple[tuple[int, int], ...] = ((14, 2), (15, 1))
    most: int = 20
    domains: bool = True
    patience: int = 15
    quiet: float = 0.15


WHOLE = Rules()
ONE_DOMAIN = Rules(enough=((4, 2), (6, 1)), most=9, domains=False, patience=7)
AFTER_LESSON = Rules(enough=(), most=3, domains=False, patience=3)

_WORTH_GOING_ON = Thresholds(unknown=0.8, edge=0.65)
"""Lessons less sure than that don't keep anybody beyond `patience`."""


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
    belief = believe(plan, answers)
    return next_after(belief, answers, seed, rules, allowed, lessons, weights, thresholds)


def next_after(
    belief: Belief,
    answers: Answers,
    seed: str,
    rules: Rules = WHOLE,
    allowed: Collection[int] | None = None,
    lessons: Collection[str] | None = None,
    weights: Weights = WEIGHTS,
    thresholds: Thresholds = THRESHOLDS,
) -> int | None:
    """The same, where what the answers tell is worked out already."""
    if len(answers) >= rules.most:
        return None
    plan = belief.plan
    items = range(len(plan.items)) if allowed is None else allowed
    found = ranked(belief, lessons)
    if is_settled(belief, answers, found, rules, thresholds):
        return None
    if rules.domains:
        items = _of_unmet(plan, answers, items, rules.most - len(answers))
    return choose(belief, answers, items, seed, weights)


def _of_unmet(plan: Plan, answers: Answers, items: Collection[int], left: int) -> Collection[int]:
    """When as many challenges are left as domains that were not met: those of such domains."""
    asked = {one.item for one in answers}
    met = plan.domains_of(asked)
    if len(plan.tubes_of) - len(met) < left:
        return items
    unmet = [one for one in items if one not in asked and plan.domain_of(one) not in met]
    return unmet or items


def is_settled(
    belief: Belief,
    answers: Answers,
    found: Sequence[Recommended],
    rules: Rules,
    thresholds: Thresholds,
) -> bool:
    """Whether further answers would change no recommendation. `found`: all lessons, `ranked`."""
    if not rules.enough or len(answers) < rules.enough[0][0]:
        return False
    plan = belief.plan
    if rules.domains and len(plan.domains_of(one.item for one in answers)) < len(plan.tubes_of):
        return False
    settled = sure(belief, found, thresholds)
    if any(len(answers) >= least and len(settled) >= wanted for least, wanted in rules.enough):
        return True
    if len(answers) >= rules.patience:
        return not any(_WORTH_GOING_ON.met_by(item) for item in found if item not in settled)
    # Nothing much left to learn: no lesson is likely to be found.
    return all(item.edge < rules.quiet for item in found)
