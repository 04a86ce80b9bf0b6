"""What the answers leave unknown: an estimator that knows how the learners were drawn.

It knows the nine groups (each as likely), the world, its slips and guesses and which
challenges are harder than they say; of a learner it has the answers to what our engine asked,
and not the group. Its posterior is exact. So of all that could be concluded from the same
answers nothing errs less on average over the groups; in one group something else may, at the
cost of others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .bound import Belief, Prior, prior
from .learners import GROUPS, Group, Learner, World
from .measures import Answered
from .structure import Structure


def population(structure: Structure, groups: Sequence[Group] = GROUPS) -> Prior:
    """What is known of who comes from any of the groups."""
    weights, tubes = zip(*(prior(structure, group) for group in groups), strict=True)
    every = np.concatenate([one / one.sum() for one in weights]) / len(groups)
    return every, np.concatenate(tubes)


def errors(
    structure: Structure,
    runs: Sequence[Answered],
    learners: Sequence[Learner],
    world: World,
    length: int,
) -> np.ndarray:
    """By learner and number of answers, from 0 to `length`: the share of skills that it holds
    for what they are not. Each run has at least `length` answers."""
    belief = Belief(structure, population(structure), world, len(learners))
    truth = np.array([learner.known for learner in learners])
    asked = np.array([run.asked[:length] for run in runs])
    rights = np.array([run.outcomes[:length] for run in runs])
    found = np.empty((len(learners), length + 1))
    for answers in range(length + 1):
        if answers:
            belief.update(asked[:, answers - 1], rights[:, answers - 1])
        found[:, answers] = ((belief.known() >= 0.5) != truth).mean(axis=1)
    return found
