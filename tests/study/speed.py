"""How long the next challenge takes: with the bank, and with banks twice as large."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median

from pasapas.assessment.engine import next_item
from pasapas.assessment.plan import Answered, Item, Outcome, Plan

from .figures import plan, structure
from .learners import GROUPS, SAID, learners

RUNS = 12


def times() -> dict[str, tuple[int, float]]:
    """Challenges, and the median of one choice in ms: of processor time, which depends less on
    what else the machine does."""
    once = plan()
    banks = {
        "the bank": once,
        "twice the challenges": _more(once),
        "twice the domains": _wider(once),
    }
    return {name: (len(bank.items), _median(bank)) for name, bank in banks.items()}


def _median(bank: Plan) -> float:
    people = learners(GROUPS[3], structure(), SAID, RUNS)
    count, spent = len(plan().items), []
    for number, learner in enumerate(people):
        answers: list[Answered] = []
        while True:
            begin = time.process_time()
            item = next_item(bank, answers, str(number))
            spent.append(1000 * (time.process_time() - begin))
            if item is None:
                break
            right = learner.right(item % count)
            answers.append(Answered(item, Outcome.RIGHT if right else Outcome.WRONG))
    return median(spent)


def _more(bank: Plan) -> Plan:
    return replace(bank, items=bank.items * 2, _cache={})


def _wider(bank: Plan) -> Plan:
    tubes, skills = len(bank.domains), len(bank.tubes)
    return Plan(
        domains=(*bank.domains, *(domain + max(bank.domains) + 1 for domain in bank.domains)),
        tubes=(*bank.tubes, *(tube + tubes for tube in bank.tubes)),
        levels=bank.levels * 2,
        lessons=(*bank.lessons, *(f"{lesson} again" for lesson in bank.lessons)),
        items=(*bank.items, *(Item(item.skill + skills, item.guess) for item in bank.items)),
    )
