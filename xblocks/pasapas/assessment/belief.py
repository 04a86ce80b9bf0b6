"""What is believed of a learner after some answers: exact Bayesian inference on a tree.

    one ability of the person  →  one of each domain  →  the level (0 to 3) of each tube

Each step is looser than the last: a person is much the same everywhere, yet may be at ease in
one domain alone. A skill is known when its level is not above that of its tube. An answer
changes its tube most, its neighbours in the domain less, the other domains a little.

The abilities are points of a grid on the scale of levels; tables are made once. With L(t, l)
the likelihood of the answers in tube t at level l, messages go up and down (Pearl, 1988,
chapter 4: belief propagation is exact on a tree):

    up_t(d)     = Σ_l P(l | d) L(t, l)               what a tube says of its domain
    up_d(a)     = Σ_d P(d | a) Π_t up_t(d)           what a domain says of the person
    P(a)        ∝ P₀(a) Π_d up_d(a)
    P(d | a, …) = P(d | a) Π_t up_t(d) / up_d(a)     a domain, were the person known
    P(l | d, …) = P(l | d) L(t, l) / up_t(d)         a tube, were its domain known

The last two are multiplied downwards. They depend on the answers of one domain and of one
tube alone: they are kept from call to call.

Levels are ordinal: P(l | d) is the chance that d + noise, rounded and cut to 0…3, is l
(the graded response model with a normal ogive: Samejima, 1969).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import mul

from .plan import LEVELS, Answers, Item, Outcome, Plan

SLIP = 0.1
"""How often who can do it does not get it right (as in the study)."""

LEAST_GUESS = 0.15
"""How often who can't do it is taken to get it right, at the least: what is hard to guess may
be easier than its level says."""

NOT_YET_KNOWN, NOT_YET_UNKNOWN = 0.05, 0.5
"""How often « Je ne sais pas encore » is said by who can do it, by who can't."""

GRID = tuple(-1.25 + 0.5 * step for step in range(12))
"""Abilities, on the scale of levels: below 0 nothing is known, above 3 all is."""

CLOSE, FAR, FAR_SHARE = 0.2, 1.2, 0.36
"""How far domains are from the person: most are close; a share of them are far."""

WITHIN = 0.8
"""How far the tubes of a domain are from it (standard deviation)."""

PRIOR_LOGS = (-4.2, -3.3, -2.1, -0.9, -1.2, -1.6, -1.4, -1.5, -0.75, 0.0, -0.6, -1.35)
"""How likely each ability is before any answer (logarithms, by point of the grid). Two humps:
who stands between them is found out by the answers soon, while who begins, or is at ease,
would long be taken for somebody in the middle."""

Row = tuple[float, ...]

_UNTOLD: Row = (1.0,) * (LEVELS + 1)
"""The likelihoods of a tube of which nothing was asked."""


def luck(item: Item) -> float:
    """How often who can't do it is taken to get it right."""
    return max(item.guess, LEAST_GUESS)


def likelihood(item: Item, level: int, outcome: Outcome) -> tuple[float, float]:
    """(of who does not know the skill, of who does): the chance of this outcome."""
    if outcome is Outcome.NOT_YET:
        return NOT_YET_UNKNOWN, NOT_YET_KNOWN
    right = luck(item), 1 - SLIP
    return right if outcome is Outcome.RIGHT else (1 - right[0], 1 - right[1])


def _below(x: float, spread: float) -> float:
    return 0.5 * (1 + math.erf(x / (spread * math.sqrt(2))))


def _level_table() -> tuple[Row, ...]:
    """P(level | ability): for each level a row with the points of the grid."""
    cuts = [-math.inf, *(level + 0.5 for level in range(LEVELS)), math.inf]
    return tuple(
        tuple(_below(upper - at, WITHIN) - _below(lower - at, WITHIN) for at in GRID)
        for lower, upper in pairwise(cuts)
    )


def _domain_table() -> tuple[Row, ...]:
    """P(ability in a domain | ability of the person), both on the grid; a row for a person."""

    def density(apart: float) -> float:
        near = math.exp(-0.5 * (apart / CLOSE) ** 2) / CLOSE
        far = math.exp(-0.5 * (apart / FAR) ** 2) / FAR
        return (1 - FAR_SHARE) * near + FAR_SHARE * far

    rows = [[density(domain - person) for domain in GRID] for person in GRID]
    return tuple(tuple(value / sum(row) for value in row) for row in rows)


LEVEL_GIVEN = _level_table()
DOMAIN_GIVEN = _domain_table()
PRIOR: Row = tuple(map(math.exp, PRIOR_LOGS))


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(mul, one, other))


@dataclass(frozen=True)
class Tube:
    """What the answers of one tube say. By point of the grid: `up`, their chance; `known`, for
    each level from 1 on, the chance that it is reached."""

    up: Row
    known: tuple[Row, ...]


@dataclass(frozen=True)
class Domain:
    """What the answers of one domain say. `up`: their chance, by ability of the person;
    `given`: for each of these the chance of each ability in the domain (`by_ability`: the
    same, turned round). For each skill, tube
    by tube: `known`, its chance by ability in the domain, `known_of`, by that of the person.
    `together`: by two abilities of the person, the sum over skills of known_of × known_of.
    `all_of`: by ability of the person, the chance that all skills are known."""

    up: Row
    given: tuple[Row, ...]
    by_ability: tuple[Row, ...]
    known: tuple[Row, ...]
    known_of: tuple[Row, ...]
    together: tuple[Row, ...]
    all_of: Row


@lru_cache(maxsize=1024)
def _tube(likely: Row) -> Tube:
    both = [[value * said for value in row] for row, said in zip(LEVEL_GIVEN, likely, strict=True)]
    up = tuple(map(sum, zip(*both, strict=True)))
    known = []
    above = [0.0] * len(up)
    for row in reversed(both[1:]):
        above = [one + other for one, other in zip(above, row, strict=True)]
        known.append(tuple(one / whole for one, whole in zip(above, up, strict=True)))
    return Tube(up, tuple(reversed(known)))


@lru_cache(maxsize=1024)
def _domain(likely: tuple[Row, ...]) -> Domain:
    tubes = [_tube(one) for one in likely]
    said = [math.prod(values) for values in zip(*(tube.up for tube in tubes), strict=True)]
    rows = [[value * chance for value, chance in zip(said, row, strict=True)]
            for row in DOMAIN_GIVEN]  # fmt: skip
    up = tuple(map(sum, rows))
    given = tuple(
        tuple(value / whole for value in row) for row, whole in zip(rows, up, strict=True)
    )
    known = tuple(row for tube in tubes for row in tube.known)
    known_of = tuple(tuple(dot(row, chances) for chances in given) for row in known)
    columns = tuple(zip(*known_of, strict=True))
    together = tuple(tuple(dot(one, other) for other in columns) for one in columns)
    # Who reaches the highest level of each tube knows all.
    highest = zip(*(tube.known[-1] for tube in tubes), strict=True)
    everything = [math.prod(chances) for chances in highest]
    all_of = tuple(dot(everything, chances) for chances in given)
    return Domain(up, given, tuple(zip(*given, strict=True)), known, known_of, together, all_of)


@dataclass
class Belief:
    """What is believed; made by `believe`, not changed afterwards.

    `tubes`: for each tube the likelihood of its answers at each level.
    """

    plan: Plan
    tubes: list[Row]

    @cached_property
    def domains(self) -> list[Domain]:
        return [_domain(tuple(self.tubes[tube] for tube in tubes)) for tubes in self.plan.tubes_of]

    @cached_property
    def person(self) -> list[float]:
        """The chance of each ability of the person, by point of the grid."""
        said = [
            before * math.prod(values)
            for before, *values in zip(PRIOR, *(one.up for one in self.domains), strict=True)
        ]
        total = sum(said)
        return [value / total for value in said]

    @cached_property
    def abilities(self) -> list[list[float]]:
        """For each domain the chance of each ability in it."""
        return [
            [dot(self.person, column) for column in domain.by_ability] for domain in self.domains
        ]

    @cached_property
    def reached(self) -> list[list[float]]:
        """For each tube the chance that each level from 1 on is reached."""
        found: list[list[float]] = [[] for _ in self.tubes]
        both = zip(self.plan.tubes_of, self.domains, self.abilities, strict=True)
        for tubes, domain, ability in both:
            for place, row in enumerate(domain.known):
                found[tubes[place // LEVELS]].append(dot(ability, row))
        return found

    @cached_property
    def levels(self) -> list[list[float]]:
        """For each tube the chance of each level."""
        return [
            [one - other for one, other in zip([1.0, *row], [*row, 0.0], strict=True)]
            for row in self.reached
        ]

    @cached_property
    def known(self) -> list[float]:
        """For each skill the chance that it is known."""
        both = zip(self.plan.tubes, self.plan.levels, strict=True)
        return [self.reached[tube][level - 1] for tube, level in both]

    @cached_property
    def all_known(self) -> float:
        """The chance that every skill is known; 0 while a domain was not asked about."""
        if any(all(self.tubes[tube] == _UNTOLD for tube in tubes) for tubes in self.plan.tubes_of):
            return 0.0
        by_person = zip(*(domain.all_of for domain in self.domains), strict=True)
        return dot(self.person, [math.prod(chances) for chances in by_person])

    def success(self, item: Item) -> float:
        """The chance that a challenge is answered rightly."""
        known = self.known[item.skill]
        return known * (1 - SLIP) + (1 - known) * luck(item)

    def after(self, item: Item, outcome: Outcome) -> Belief:
        """What would be believed after one more answer."""
        tubes = list(self.tubes)
        tube = self.plan.tubes[item.skill]
        tubes[tube] = _told(tubes[tube], self.plan.levels[item.skill], item, outcome)
        return Belief(self.plan, tubes)


def _told(likely: Row, level: int, item: Item, outcome: Outcome) -> Row:
    unknown, known = likelihood(item, level, outcome)
    return tuple(value * (known if at >= level else unknown) for at, value in enumerate(likely))


def believe(plan: Plan, answers: Answers) -> Belief:
    """What is believed after these answers, in whatever order they came."""
    tubes: list[Row] = [_UNTOLD for _ in plan.domains]
    # In one order, so that the last digit is the same as well.
    for answered in sorted(answers, key=lambda one: (one.item, one.outcome)):
        item = plan.items[answered.item]
        tube = plan.tubes[item.skill]
        tubes[tube] = _told(tubes[tube], plan.levels[item.skill], item, answered.outcome)
    return Belief(plan, tubes)
