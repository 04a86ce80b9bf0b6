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

from operator import mul, sub

from .belief import SLIP, Belief, Domain, Row, dot
from .plan import LEVELS


def told(success: float, guess: float, of_skill: float) -> float:
    """By how much an answer lowers the sum of variances; in skills. `success`: its chance;
    `of_skill`: what `told_of` says of the skill."""
    apart = 1 - SLIP - guess
    return apart * apart * of_skill / (success * (1 - success))


def told_of(belief: Belief) -> list[float]:
    """For each skill the sum over all skills of squared covariances."""
    plan, person = belief.plan, belief.person
    # Of skill k at ability a: moved = P(a) (known_of_k(a) − p_k). Then cov(X_s, X_k) is the sum
    # over a of known_of_s(a) moved(a), and the sum of squares over s is moved · together · moved.
    rows = zip(*(domain.together for domain in belief.domains), strict=True)
    whole = [list(map(sum, zip(*parts, strict=True))) for parts in rows]
    found = [0.0] * len(plan.levels)
    for tubes, domain, ability in zip(plan.tubes_of, belief.domains, belief.abilities, strict=True):
        elsewhere = [
            list(map(sub, row, mine)) for row, mine in zip(whole, domain.together, strict=True)
        ]
        means = [chance for tube in tubes for chance in belief.reached[tube]]
        here = _told_in_domain(domain, ability, means)
        for place, (row, mean) in enumerate(zip(domain.known_of, means, strict=True)):
            moved = _moved(person, row, mean)
            far = sum([one * dot(moved, row) for one, row in zip(moved, elsewhere, strict=True)])
            skill = plan.skill_at[tubes[place // LEVELS], place % LEVELS + 1]
            found[skill] = far + here[place]
    return found


def _told_in_domain(domain: Domain, ability: list[float], means: list[float]) -> list[float]:
    """The same sum over the skills of its own domain, tube by tube."""
    found = [0.0] * len(means)
    places = range(len(means))
    for one in places:
        moved = _moved(ability, domain.known[one], means[one])
        for other in places[one:]:
            if one // LEVELS == other // LEVELS:
                # Who reaches the higher level reaches the lower one.
                covariance = means[other] * (1 - means[one])
            else:
                covariance = dot(moved, domain.known[other])
            found[one] += covariance * covariance
            if other != one:
                found[other] += covariance * covariance
    return found


def _moved(chances: list[float], row: Row, mean: float) -> list[float]:
    return list(map(mul, chances, [value - mean for value in row]))
