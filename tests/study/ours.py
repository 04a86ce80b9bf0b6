"""Our engine on simulated learners: what it asks, and what it believes at each length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pasapas.assessment.belief import believe
from pasapas.assessment.choosing import WEIGHTS, Weights
from pasapas.assessment.engine import WHOLE, Rules, next_after
from pasapas.assessment.plan import Answered, Item, Outcome, Plan
from pasapas.assessment.recommending import THRESHOLDS, Recommended, Thresholds, recommended

from .learners import Learner
from .structure import Structure


def plan_of(structure: Structure) -> Plan:
    return Plan(
        domains=structure.domain_of,
        tubes=structure.tube_of,
        levels=structure.level_of,
        lessons=tuple(map(str, structure.lesson_of)),
        items=tuple(Item(item.skill, item.guess) for item in structure.items),
    )


@dataclass
class OurRun:
    """`estimates`: by number of answers, for each skill the chance that it is known."""

    asked: list[int] = field(default_factory=list)
    outcomes: list[bool] = field(default_factory=list)
    estimates: list[list[float]] = field(default_factory=list)
    stopped: int = 0
    """How many answers there were when it would have ended."""
    lessons: tuple[Recommended, ...] = ()

    def known(self, length: int) -> list[bool]:
        at = min(length, len(self.estimates) - 1)
        return [chance >= 0.5 for chance in self.estimates[at]]


def run(
    plan: Plan,
    learner: Learner,
    seed: str,
    go_on_to: int = 20,
    rules: Rules = WHOLE,
    weights: Weights = WEIGHTS,
    thresholds: Thresholds = THRESHOLDS,
) -> OurRun:
    """Asks until it would end, then goes on to `go_on_to` answers, to be compared."""
    found = OurRun()
    answers: list[Answered] = []
    on = replace(rules, most=go_on_to, enough=())
    while True:
        belief = believe(plan, answers)
        found.estimates.append(belief.known)
        item = None
        if not found.stopped:
            item = next_after(belief, answers, seed, rules, None, None, weights, thresholds)
            if item is None:
                found.stopped = len(answers)
                found.lessons = recommended(belief, thresholds=thresholds)
        if item is None:
            item = next_after(belief, answers, seed, on, None, None, weights, thresholds)
        if item is None:
            return found
        right = learner.right(item)
        found.asked.append(item)
        found.outcomes.append(right)
        answers.append(Answered(item, Outcome.RIGHT if right else Outcome.WRONG))
