"""Which challenge comes next: what tells most, among those that are kind to ask.

*Telling*: by how much an answer is expected to lower the number of skills that are believed
wrongly (a skill is believed known from one half on; the expected number of errors is
Σ min(p, 1 − p)), in its tube and in the other tubes of its domain, and how much it tells of
the person, which says something of all other domains.

*Kind*: a challenge that is less likely to succeed than AIM must tell more to be asked; after
two failures one that will most likely succeed comes next, while there is one; after a failure
another domain comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from .belief import DOMAIN_GIVEN, LEVEL_GIVEN, Belief, likelihood
from .plan import LEVELS, Answered, Item, Outcome, Plan

AIM = 0.7
"""The chance of success that is aimed at."""

SURE = 0.6
"""What is asked after two failures succeeds with at least this chance, where there is such."""

MOST_FAILURES = 2


@dataclass(frozen=True)
class Weights:
    """How much things count when the next challenge is chosen; in expected errors."""

    kindness: float = 6.0
    power: float = 2.0
    tired: float = 1.0
    person: float = 1.5
    new_domain: float = 0.15
    unsettled: float = 0.2


WEIGHTS = Weights()
_BEST = 14
"""Of those that tell most of their own tube, so many are looked at more closely."""

_POINTS = range(len(DOMAIN_GIVEN))


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
        return _one_of(kind, success, seed)
    met = {plan.domains[plan.tubes[plan.items[one.item].skill]] for one in answers}
    missed = (1 + sum(one.outcome is not Outcome.RIGHT for one in answers)) / (2 + len(answers))
    kindness = weights.kindness * (2 * missed) ** weights.tired
    quick = {number: _own_gain(belief, plan.items[number]) for number in kind}

    def worth(number: int, gain: float) -> float:
        item = plan.items[number]
        unkind = max(0.0, AIM - success[number])
        domain = plan.domains[plan.tubes[item.skill]]
        return (
            gain
            - kindness * unkind**weights.power
            + (weights.new_domain if domain not in met else 0)
            + (weights.unsettled if item.skill in wanted else 0)
        )

    rough = sorted(kind, key=lambda number: -worth(number, quick[number]))[:_BEST]
    whole = {
        number: worth(number, quick[number] + _far_gain(belief, plan.items[number], weights))
        for number in rough
    }
    return _one_of(rough, whole, seed)


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
    if not answers or in_a_row >= MOST_FAILURES:
        best = max(success.values())
        least = min(SURE, best - 1e-9) if answers else best - 0.02
        return [number for number in left if success[number] > least]
    if in_a_row:
        domain = plan.domains[plan.tubes[plan.items[answers[-1].item].skill]]
        elsewhere = [
            number
            for number in left
            if plan.domains[plan.tubes[plan.items[number].skill]] != domain
        ]
        return elsewhere or list(left)
    return list(left)


def _one_of(numbers: Iterable[int], worth: dict[int, float], seed: str) -> int:
    """One of those that are about as good as the best."""
    best = max(worth[number] for number in numbers)
    near = [number for number in numbers if worth[number] >= best - 0.01]
    return min(near, key=lambda number: hashlib.sha256(f"{seed}:{number}".encode()).digest())


# --- What an answer would tell -----------------------------------------------------------------


def _error(levels: Sequence[float]) -> float:
    """The expected number of skills of a tube that are believed wrongly."""
    total, above = 0.0, 0.0
    for level in range(LEVELS, 0, -1):
        above += levels[level]
        total += min(above, 1 - above)
    return total


def _own_gain(belief: Belief, item: Item) -> float:
    """What an answer tells of its own tube."""
    plan = belief.plan
    levels, at = belief.levels[plan.tubes[item.skill]], plan.levels[item.skill]
    gain = _error(levels)
    for outcome in (Outcome.RIGHT, Outcome.WRONG):
        unknown, known = likelihood(item, at, outcome)
        after = [value * (known if level >= at else unknown) for level, value in enumerate(levels)]
        chance = sum(after)
        gain -= chance * _error([value / chance for value in after])
    return gain


def _far_gain(belief: Belief, item: Item, weights: Weights) -> float:
    """What an answer tells of the other tubes of its domain, and of the person."""
    plan = belief.plan
    tube = plan.tubes[item.skill]
    domain, at = plan.domains[tube], plan.levels[item.skill]
    likely, cavity = belief.tubes[tube], belief.cavity[tube]
    person = belief.person
    gain = 0.0
    neighbours = [other for other in plan.tubes_of[domain] if other != tube]
    for other in neighbours:
        gain += _error(belief.levels[other])
    mean = sum(map(_times, person, _POINTS))
    for outcome in (Outcome.RIGHT, Outcome.WRONG):
        unknown, known = likelihood(item, at, outcome)
        told = [value * (known if level >= at else unknown) for level, value in enumerate(likely)]
        here = [sum(map(_times, row, told)) for row in LEVEL_GIVEN]
        joint = list(map(_times, cavity, here))
        total = sum(joint)
        usual = sum(map(_times, cavity, belief.up[tube]))
        chance = total / usual
        for other in neighbours:
            shares = _shares(belief, other)
            gain -= chance * _error([sum(map(_times, joint, share)) / total for share in shares])
        # The person: the domain's message with this answer in place of the one without.
        others = belief.up[tube]
        said = [belief.together[domain][point] / others[point] * here[point] for point in _POINTS]
        after = [
            person[point]
            * sum(map(_times, DOMAIN_GIVEN[point], said))
            / belief.to_person[domain][point]
            for point in _POINTS
        ]
        weight = sum(after)
        apart = sum(map(_times, after, _POINTS)) / weight - mean
        gain += weights.person * chance * apart * apart * 0.25
    return gain


def _times(one: float, other: float) -> float:
    return one * other


def _shares(belief: Belief, tube: int) -> list[list[float]]:
    """By level, the chance of it in a tube for each ability of its domain, its own answers
    counted."""
    known = belief.__dict__.setdefault("_shares", {})
    if tube not in known:
        likely, up = belief.tubes[tube], belief.up[tube]
        known[tube] = [
            [LEVEL_GIVEN[point][level] * likely[level] / up[point] for point in _POINTS]
            for level in range(LEVELS + 1)
        ]
    return known[tube]
