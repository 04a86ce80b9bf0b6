"""What an assessment is about: domains, their tubes, the tubes' skills and the challenges."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.bank import Bank
from pasapas.content.challenge import Challenge

LEVELS = (1, 2, 3)

# The chance of who does not know: a choice of three, of four or more, a task to do.
GUESSES = {"three": 0.33, "four": 0.2, "task": 0.05}

SEED = 2026
_ITEMS_OF_DOMAIN = (21, 20, 20, 21, 20, 20, 20)
_FOURS, _TASKS = 0.45, 0.2


@dataclass(frozen=True)
class Item:
    """One challenge. `kind` is one of GUESSES."""

    skill: int
    kind: str

    @property
    def guess(self) -> float:
        return GUESSES[self.kind]


@dataclass(frozen=True)
class Structure:
    """Domains, tubes, skills and items are all numbered from 0; these tuples say what each
    number is. `domain_of` a tube; `tube_of`, `level_of` and `lesson_of` a skill."""

    domain_of: tuple[int, ...]
    tube_of: tuple[int, ...]
    level_of: tuple[int, ...]
    lesson_of: tuple[int | str, ...]
    items: tuple[Item, ...]

    def __post_init__(self) -> None:
        if not len(self.tube_of) == len(self.level_of) == len(self.lesson_of):
            raise ValueError("each skill needs a tube, a level and a lesson")
        if set(self.tube_of) != set(self.tubes) or set(self.domain_of) != set(self.domains):
            raise ValueError("a tube or a domain is empty, or its number is missing")
        if not set(self.level_of) <= set(LEVELS):
            raise ValueError(f"a level is not among {LEVELS}")
        # Every algorithm may ask about every skill: who has no item could never be known.
        if {item.skill for item in self.items} != set(self.skills):
            raise ValueError("a skill has no item, or an item is of no skill")

    @cached_property
    def domains(self) -> tuple[int, ...]:
        return tuple(range(max(self.domain_of) + 1))

    @cached_property
    def tubes(self) -> tuple[int, ...]:
        return tuple(range(len(self.domain_of)))

    @cached_property
    def skills(self) -> tuple[int, ...]:
        return tuple(range(len(self.tube_of)))

    @cached_property
    def skills_of(self) -> tuple[tuple[int, ...], ...]:
        """By tube, the easiest first."""
        return tuple(
            tuple(
                sorted(
                    (skill for skill in self.skills if self.tube_of[skill] == tube),
                    key=self.level_of.__getitem__,
                )
            )
            for tube in self.tubes
        )

    @cached_property
    def items_of(self) -> tuple[tuple[int, ...], ...]:
        """By skill, the numbers of its items."""
        found: list[list[int]] = [[] for _ in self.skills]
        for number, item in enumerate(self.items):
            found[item.skill].append(number)
        return tuple(map(tuple, found))


def from_bank(bank: Bank) -> Structure:
    """The bank as it ships. What is touched, ordered or ticked counts as a choice of four:
    there are at least as many answers."""
    tubes = bank.tubes
    skills = [(number, skill) for number, tube in enumerate(tubes) for skill in tube.skills]
    domains = [number for number, domain in enumerate(bank.domains) for _ in domain.tubes]
    return Structure(
        domain_of=tuple(domains),
        tube_of=tuple(number for number, _ in skills),
        level_of=tuple(skill.level for _, skill in skills),
        lesson_of=tuple(skill.lesson for _, skill in skills),
        items=tuple(
            Item(number, _kind(challenge))
            for number, (_, skill) in enumerate(skills)
            for challenge in skill.challenges
        ),
    )


def _kind(challenge: Challenge) -> str:
    if challenge.kind == "task":
        return "task"
    return "three" if challenge.kind == "one" and len(challenge.choices) == 3 else "four"


def synthetic() -> Structure:
    """As large as the bank shall be: 7 domains, 21 tubes, 63 skills, 142 items."""
    tubes = range(3 * len(_ITEMS_OF_DOMAIN))
    tube_of = tuple(tube for tube in tubes for _ in LEVELS)
    chance = random.Random(SEED)  # noqa: S311 - it only has to be the same each time
    items: list[Item] = []
    for domain, count in enumerate(_ITEMS_OF_DOMAIN):
        skills = [skill for skill, tube in enumerate(tube_of) if tube // 3 == domain]
        items += _items(skills, count, chance)
    return Structure(
        domain_of=tuple(tube // 3 for tube in tubes),
        tube_of=tube_of,
        level_of=LEVELS * len(tubes),
        lesson_of=tuple(range(len(tube_of))),
        items=tuple(items),
    )


def _items(skills: list[int], count: int, chance: random.Random) -> list[Item]:
    """Two for each skill, a third for some. No skill has tasks only, as in the bank."""
    thirds = chance.sample(skills, count - 2 * len(skills))
    tasks = chance.sample(skills, round(count * _TASKS))
    others = sorted([*skills, *skills, *thirds])
    for skill in tasks:
        others.remove(skill)
    fours = round(count * _FOURS)
    kinds = ["four"] * fours + ["three"] * (len(others) - fours)
    chance.shuffle(kinds)
    told = map(Item, others, kinds)
    return sorted([*told, *(Item(skill, "task") for skill in tasks)], key=lambda item: item.skill)
