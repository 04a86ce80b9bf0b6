"""What an answer would tell of all skills: by how much it is expected to lower their variance.

With X_s = 1 for a skill that is known, 0 otherwise, what is not known yet is Σ_s var(X_s) =
Σ p(1 − p). After an answer Y (1 when right) it is expected to be lower by

    Σ_s cov(X_s, Y)² / var(Y)

exactly, since Y has two values (the expected posterior variance: Owen, 1975; to minimise its
sum is A-optimal design: Chaloner & Verdinelli, 1995). An answer depends on its own skill k
alone, with guess g and slip s: cov(X_s, Y) = (1 − s − g) cov(X_s, X_k). So one number for each
skill, T_k = Σ_s cov(X_s, X_k)², is enough for all challenges:

    told = (1 − s − g)² T_k / (π (1 − π)),    π the chance of success

The covariances follow from the tree: in a tube from its levels, in a domain over the domain's
ability, elsewhere over the person's.
"""

from __future__ import annotations

from .belief import SLIP, Belief, Domain, dot
from .plan import LEVELS, Item


def told(belief: Belief, item: Item, of_skill: list[float]) -> float:
    """By how much an answer lowers the sum of variances; in skills. `of_skill`: `told_of`."""
    success = belief.success(item)
    apart = 1 - SLIP - item.guess
    return apart * apart * of_skill[item.skill] / (success * (1 - success))


GAMMA = 0.0


def told_of(belief: Belief) -> list[float]:
    """For each skill the sum over all skills of squared covariances."""
    plan = belief.plan
    weights = []
    for tubes in plan.tubes_of:
        weights.append([(4 * p * (1 - p)) ** GAMMA for tube in tubes for p in belief.reached[tube]])
    parts = []
    for domain, weight in zip(belief.domains, weights):
        columns = list(zip(*domain.known_of, strict=True))
        weighed = [[w * v for w, v in zip(weight, column)] for column in columns]
        parts.append([[dot(one, other) for other in columns] for one in weighed])
    whole = [
        [sum(values) for values in zip(*rows, strict=True)] for rows in zip(*parts, strict=True)
    ]
    found = [0.0] * len(plan.levels)
    for number, domain in enumerate(belief.domains):
        elsewhere = [
            [value - own for value, own in zip(row, mine, strict=True)]
            for row, mine in zip(whole, parts[number], strict=True)
        ]
        tubes = plan.tubes_of[number]
        means = [chance for tube in tubes for chance in belief.reached[tube]]
        here = _told_in_domain(domain, belief.abilities[number], means, weights[number])
        for place, (row, mean) in enumerate(zip(domain.known_of, means, strict=True)):
            moved = [
                chance * (value - mean) for chance, value in zip(belief.person, row, strict=True)
            ]
            far = dot(moved, [dot(moved, others) for others in elsewhere])
            skill = plan.skill_at[tubes[place // LEVELS], place % LEVELS + 1]
            found[skill] = far + here[place]
    return found


def _told_in_domain(
    domain: Domain, ability: list[float], means: list[float], weights
) -> list[float]:
    """The same sum over the skills of its own domain."""
    found = [0.0] * len(means)
    for one, row in enumerate(domain.known):
        moved = [chance * (value - means[one]) for chance, value in zip(ability, row, strict=True)]
        for other in range(one, len(means)):
            if one // LEVELS == other // LEVELS:
                # Who reaches the higher level reaches the lower one.
                covariance = means[other] * (1 - means[one])
            else:
                covariance = dot(moved, domain.known[other])
            square = covariance * covariance
            found[one] += square * weights[other]
            if other != one:
                found[other] += square * weights[one]
    return found
