"""Which challenge comes next: what tells most, among those that are kind to ask.

*Telling*: by how much an answer is expected to lower what is not known of all skills
(`telling.py`).

*Kind*: a challenge that is less likely to succeed than AIM must tell more to be asked; after
two failures one that will most likely succeed comes next, while there is one; after a failure
another domain comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import mul

from .belief import GRID, Belief, luck
from .plan import Answered, Outcome, Plan
from .telling import told, told_of

AIM = 0.7
"""The chance of success that is aimed at."""

SURE = 0.6
"""What is asked after two failures succeeds with at least this chance, where there is such."""

MOST_FAILURES = 2

_SAME = 0.002
"""It begins with what is likeliest to succeed: chances that differ by less are the same."""


@dataclass(frozen=True)
class Weights:
    """How much things count when the next challenge is chosen; in skills (`told`).

    A challenge of chance π loses κ max(0, aim − π)². With the chance that the person's ability
    is `low` (see `lowness`), κ goes from `kindness` to `kindness + more` and the aim from AIM
    to AIM + `raised`: for who begins, successes count more than what an answer tells.
    κ is whole at the beginning, where heart is won or lost, and gone after `fades` answers.
    `new_domain`: for a domain that was not met. What differs by less than `near` is as good.
    """

    kindness: float = 1.2
    more: float = 45.0
    fades: int = 18
    raised: float = 0.5
    low: float = 0.3
    new_domain: float = 0.15
    near: float = 0.005


WEIGHTS = Weights()


def choose(
    belief: Belief,
    answers: Sequence[Answered],
    allowed: Collection[int],
    seed: str,
    weights: Weights = WEIGHTS,
) -> int | None:
    """The number of the next item, or None where none of the `allowed` is left to ask.

    Pure: the same arguments give the same item. `seed` decides between those that are about as
    good.
    """
    plan = belief.plan
    asked = {answered.item for answered in answers}
    left = [number for number in allowed if number not in asked]
    if not left:
        return None
    success = {number: belief.success(plan.items[number]) for number in left}
    kind = _kind(left, success, answers, plan)
    if not answers:
        return _one_of(kind, success, seed, _SAME)
    met = plan.domains_of(one.item for one in answers)
    low = lowness(belief, weights.low)
    fading = max(0.0, 1 - len(answers) / weights.fades)
    kindness = (weights.kindness + weights.more * low) * fading
    aim = AIM + weights.raised * low
    of_skill = told_of(belief)

    def worth(number: int) -> float:
        item, chance = plan.items[number], success[number]
        return (
            told(chance, luck(item), of_skill[item.skill])
            - kindness * max(0.0, aim - chance) ** 2
            + (weights.new_domain if plan.domain_of(number) not in met else 0)
        )

    return _one_of(kind, {number: worth(number) for number in kind}, seed, weights.near)


def lowness(belief: Belief, low: float) -> float:
    """The chance that the person's ability is below `low`; what lies within half a level of it
    counts in part."""
    parts = (min(1.0, max(0.0, 0.5 + low - at)) for at in GRID)
    return sum(map(mul, belief.person, parts))


def failures(answers: Sequence[Answered]) -> int:
    """How many of the last answers in a row did not succeed."""
    count = 0
    for answered in reversed(answers):
        if answered.outcome is Outcome.RIGHT:
            break
        count += 1
    return count


def _kind(
    left: Sequence[int],
    success: dict[int, float],
    answers: Sequence[Answered],
    plan: Plan,
) -> list[int]:
    """Those that may be asked now."""
    in_a_row = failures(answers)
    best, kind = max(success.values()), list(left)
    if not answers:
        return [number for number in left if success[number] >= best - _SAME]
    if in_a_row >= MOST_FAILURES:
        least = min(SURE, best - 1e-9)
        kind = [number for number in kind if success[number] > least]
    if in_a_row:
        domain = plan.domain_of(answers[-1].item)
        elsewhere = [number for number in kind if plan.domain_of(number) != domain]
        return elsewhere or kind
    return kind


def _one_of(numbers: Iterable[int], worth: dict[int, float], seed: str, near: float) -> int:
    """One of those that are about as good as the best."""
    best = max(worth[number] for number in numbers)
    close = [number for number in numbers if worth[number] >= best - near]
    return min(close, key=lambda number: hashlib.sha256(f"{seed}:{number}".encode()).digest())
