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

from .belief import Belief
from .plan import Answered, Outcome, Plan
from .telling import told, told_of

AIM = 0.7
"""The chance of success that is aimed at."""

SURE = 0.6
"""What is asked after two failures succeeds with at least this chance, where there is such."""

MOST_FAILURES = 2


@dataclass(frozen=True)
class Weights:
    """How much things count when the next challenge is chosen; in skills (`told`)."""

    kindness: float = 20.0
    power: float = 2.0
    tired: float = 4.0
    catch_up: float = 2.0
    patient: float = 0.5
    new_domain: float = 0.15
    unsettled: float = 0.2
    near: float = 0.02


WEIGHTS = Weights()


def choose(
    belief: Belief,
    answers: Sequence[Answered],
    allowed: Collection[int],
    seed: str,
    wanted: Collection[int] = (),
    weights: Weights = WEIGHTS,
) -> int | None:
    """The number of the next item, or None where none of the `allowed` is left to ask.

    `wanted`: skills on which a recommendation hangs. Pure: the same arguments give the same
    item. `seed` decides between those that are about as good.
    """
    plan = belief.plan
    asked = {answered.item for answered in answers}
    left = [number for number in allowed if number not in asked]
    if not left:
        return None
    success = {number: belief.success(plan.items[number]) for number in left}
    kind = _kind(left, success, answers, plan)
    if not answers:
        # It begins with what is nearly sure to succeed.
        return _one_of(kind, success, seed, 0.02)
    met = {plan.domains[plan.tubes[plan.items[one.item].skill]] for one in answers}
    missed = (1 + sum(one.outcome is not Outcome.RIGHT for one in answers)) / (2 + len(answers))
    kindness = weights.kindness * (2 * missed) ** weights.tired
    aim = AIM + weights.catch_up * max(0.0, missed - weights.patient)
    of_skill = told_of(belief)

    def worth(number: int) -> float:
        item = plan.items[number]
        unkind = max(0.0, aim - success[number])
        domain = plan.domains[plan.tubes[item.skill]]
        return (
            told(belief, item, of_skill)
            - kindness * unkind**weights.power
            + (weights.new_domain if domain not in met else 0)
            + (weights.unsettled if item.skill in wanted else 0)
        )

    return _one_of(kind, {number: worth(number) for number in kind}, seed, weights.near)


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
    kind = list(left)
    if not answers or in_a_row >= MOST_FAILURES:
        best = max(success.values())
        least = min(SURE, best - 1e-9) if answers else best - 0.02
        kind = [number for number in left if success[number] > least]
    if in_a_row:
        domain = plan.domains[plan.tubes[plan.items[answers[-1].item].skill]]
        elsewhere = [
            number
            for number in kind
            if plan.domains[plan.tubes[plan.items[number].skill]] != domain
        ]
        return elsewhere or kind
    return kind


def _one_of(numbers: Iterable[int], worth: dict[int, float], seed: str, near: float) -> int:
    """One of those that are about as good as the best."""
    best = max(worth[number] for number in numbers)
    close = [number for number in numbers if worth[number] >= best - near]
    return min(close, key=lambda number: hashlib.sha256(f"{seed}:{number}".encode()).digest())
