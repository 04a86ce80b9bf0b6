"""What is believed of a learner after some answers: exact Bayesian inference on a tree.

    one ability of the person  →  one of each domain  →  the level (0 to 3) of each tube

Each step is looser than the last: a person is much the same everywhere, yet may be at ease in
one domain alone. A skill is known when its level is not above that of its tube. An answer
changes its tube most, its neighbours in the domain less, the other domains a little.

The abilities are points of a grid on the scale of levels; tables are made once. With L(t, l)
the likelihood of the answers in tube t at level l, messages go up and down (Pearl, 1988,
chapter 4: belief propagation is exact on a tree):

    up_t(d)   = Σ_l P(l | d) L(t, l)                 what a tube says of its domain
    up_d(a)   = Σ_d P(d | a) Π_t up_t(d)             what a domain says of the person
    P(a)      ∝ P₀(a) Π_d up_d(a)
    down_d(d) = Σ_a P(d | a) P(a) / up_d(a)          what all others say of a domain
    P(l of t) ∝ L(t, l) Σ_d P(l | d) down_d(d) Π_{u≠t} up_u(d)

Levels are ordinal: P(l | d) is the chance that d + noise, rounded and cut to 0…3, is l
(the graded response model with a normal ogive: Samejima, 1969).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from .plan import LEVELS, Answers, Item, Outcome, Plan

SLIP = 0.1
"""How often who can do it does not get it right (as in the study)."""

NOT_YET_KNOWN, NOT_YET_UNKNOWN = 0.05, 0.5
"""How often « Je ne sais pas encore » is said by who can do it, by who can't."""

GRID = tuple(-0.75 + 0.5 * step for step in range(10))
"""Abilities, on the scale of levels: below 0 nothing is known, above 3 all is."""

CLOSE, FAR, FAR_SHARE = 0.3, 1.3, 0.3
"""How far domains are from the person: most are close; a share of them are far."""

WITHIN = 0.7
"""How far the tubes of a domain are from it (standard deviation)."""

Row = tuple[float, ...]


def likelihood(item: Item, level: int, outcome: Outcome) -> tuple[float, float]:
    """(of who does not know the skill, of who does): the chance of this outcome."""
    if outcome is Outcome.NOT_YET:
        return NOT_YET_UNKNOWN, NOT_YET_KNOWN
    right = item.guess, 1 - SLIP
    return right if outcome is Outcome.RIGHT else (1 - right[0], 1 - right[1])


def _below(x: float, spread: float) -> float:
    return 0.5 * (1 + math.erf(x / (spread * math.sqrt(2))))


def _level_table() -> tuple[Row, ...]:
    """P(level | ability) for each point of the grid."""
    cuts = [-math.inf, *(level + 0.5 for level in range(LEVELS)), math.inf]
    return tuple(
        tuple(
            _below(upper - ability, WITHIN) - _below(lower - ability, WITHIN)
            for lower, upper in zip(cuts, cuts[1:], strict=False)
        )
        for ability in GRID
    )


def _domain_table() -> tuple[Row, ...]:
    """P(ability in a domain | ability of the person), both on the grid."""

    def density(apart: float) -> float:
        near = math.exp(-0.5 * (apart / CLOSE) ** 2) / CLOSE
        far = math.exp(-0.5 * (apart / FAR) ** 2) / FAR
        return (1 - FAR_SHARE) * near + FAR_SHARE * far

    rows = [[density(domain - person) for domain in GRID] for person in GRID]
    return tuple(tuple(value / sum(row) for value in row) for row in rows)


LEVEL_GIVEN = _level_table()
DOMAIN_GIVEN = _domain_table()
PRIOR: Row = tuple(1 / len(GRID) for _ in GRID)
_POINTS = range(len(GRID))


def _normalised(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values]


@dataclass
class Belief:
    """What is believed; made by `believe`, not changed afterwards.

    `tubes`: for each tube the likelihood of its answers at each level.
    """

    plan: Plan
    tubes: list[list[float]]

    @cached_property
    def up(self) -> list[list[float]]:
        """What each tube says of its domain, by point of the grid."""
        return [
            [sum(map(_times, row, likely)) for row in LEVEL_GIVEN] if min(likely) < 1 else _NOTHING
            for likely in self.tubes
        ]

    @cached_property
    def together(self) -> list[list[float]]:
        """The same of all tubes of a domain."""
        return [
            [math.prod(self.up[tube][point] for tube in tubes) for point in _POINTS]
            for tubes in self.plan.tubes_of
        ]

    @cached_property
    def to_person(self) -> list[list[float]]:
        """What each domain says of the person."""
        return [[sum(map(_times, row, said)) for row in DOMAIN_GIVEN] for said in self.together]

    @cached_property
    def person(self) -> list[float]:
        said = self.to_person
        return _normalised(
            [PRIOR[point] * math.prod(one[point] for one in said) for point in _POINTS]
        )

    @cached_property
    def down(self) -> list[list[float]]:
        """For each domain its ability as all others tell it, by point of the grid."""
        found = []
        for said in self.to_person:
            others = [self.person[point] / said[point] for point in _POINTS]
            found.append(
                _normalised(
                    [
                        sum(others[above] * DOMAIN_GIVEN[above][point] for above in _POINTS)
                        for point in _POINTS
                    ]
                )
            )
        return found

    @cached_property
    def cavity(self) -> list[list[float]]:
        """For each tube the ability of its domain as all but its own answers tell it."""
        found: list[list[float]] = []
        for tube, domain in enumerate(self.plan.domains):
            others = [other for other in self.plan.tubes_of[domain] if other != tube]
            found.append(
                [
                    self.down[domain][point] * math.prod(self.up[one][point] for one in others)
                    for point in _POINTS
                ]
            )
        return found

    @cached_property
    def levels(self) -> list[list[float]]:
        """For each tube the chance of each level."""
        return [
            _normalised(
                [
                    likely[level] * sum(map(_times, cavity, _LEVEL_COLUMNS[level]))
                    for level in range(LEVELS + 1)
                ]
            )
            for likely, cavity in zip(self.tubes, self.cavity, strict=True)
        ]

    @cached_property
    def known(self) -> list[float]:
        """For each skill the chance that it is known."""
        both = zip(self.plan.tubes, self.plan.levels, strict=True)
        return [sum(self.levels[tube][level:]) for tube, level in both]

    def success(self, item: Item) -> float:
        """The chance that a challenge is answered rightly."""
        known = self.known[item.skill]
        return known * (1 - SLIP) + (1 - known) * item.guess

    def after(self, item: Item, outcome: Outcome) -> Belief:
        """What would be believed after one more answer."""
        tubes = list(self.tubes)
        tube = self.plan.tubes[item.skill]
        tubes[tube] = _told(tubes[tube], self.plan.levels[item.skill], item, outcome)
        return Belief(self.plan, tubes)


def _times(one: float, other: float) -> float:
    return one * other


_NOTHING = [1.0] * len(GRID)
_LEVEL_COLUMNS = tuple(zip(*LEVEL_GIVEN, strict=True))


def _told(likely: list[float], level: int, item: Item, outcome: Outcome) -> list[float]:
    unknown, known = likelihood(item, level, outcome)
    return [value * (known if at >= level else unknown) for at, value in enumerate(likely)]


def believe(plan: Plan, answers: Answers) -> Belief:
    """What is believed after these answers, in whatever order they came."""
    tubes = [[1.0] * (LEVELS + 1) for _ in plan.domains]
    for answered in answers:
        item = plan.items[answered.item]
        tube = plan.tubes[item.skill]
        tubes[tube] = _told(tubes[tube], plan.levels[item.skill], item, answered.outcome)
    return Belief(plan, tubes)
