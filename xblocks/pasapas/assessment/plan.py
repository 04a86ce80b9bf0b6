"""What the engine knows of a bank: numbers, and no text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

LEVELS = 3


class Outcome(IntEnum):
    """What came of a challenge. « Je ne sais pas encore » is an answer of its own."""

    NOT_YET = -1
    WRONG = 0
    RIGHT = 1


@dataclass(frozen=True)
class Item:
    """One challenge. `skill`: its number; `guess`: how often who can't do it gets it right all
    the same; `screen`: the practice screen that a task needs, or ""."""

    skill: int
    guess: float
    screen: str = ""


@dataclass(frozen=True)
class Plan:
    """`domains`: for each tube the number of its domain; `tubes`, `levels` and `lessons`: for
    each skill its tube, its level (1 to 3) and the lesson that teaches it, "" for one that
    nobody can be sent to. A tube has one skill for each level, numbered one after the other."""

    domains: tuple[int, ...]
    tubes: tuple[int, ...]
    levels: tuple[int, ...]
    lessons: tuple[str, ...]
    items: tuple[Item, ...]
    _cache: dict = field(default_factory=dict, compare=False, hash=False, repr=False)

    @cached_property
    def items_of(self) -> tuple[tuple[int, ...], ...]:
        """For each skill the numbers of its challenges."""
        found: list[list[int]] = [[] for _ in self.levels]
        for number, item in enumerate(self.items):
            found[item.skill].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def tubes_of(self) -> tuple[tuple[int, ...], ...]:
        """For each domain its tubes."""
        found: list[list[int]] = [[] for _ in range(max(self.domains) + 1)]
        for tube, domain in enumerate(self.domains):
            found[domain].append(tube)
        return tuple(map(tuple, found))

    @cached_property
    def skill_at(self) -> dict[tuple[int, int], int]:
        """(tube, level) → skill."""
        both = zip(self.tubes, self.levels, strict=True)
        return {place: skill for skill, place in enumerate(both)}

    @cached_property
    def skills_of_lesson(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for skill, lesson in enumerate(self.lessons):
            if lesson:
                found.setdefault(lesson, []).append(skill)
        return {lesson: tuple(skills) for lesson, skills in found.items()}

    @cached_property
    def domain_of_item(self) -> tuple[int, ...]:
        return tuple(self.domains[self.tubes[item.skill]] for item in self.items)

    def domain_of(self, item: int) -> int:
        return self.domain_of_item[item]

    def domains_of(self, items: Iterable[int]) -> set[int]:
        return {self.domain_of_item[item] for item in items}


@dataclass(frozen=True)
class Answered:
    """One answer: the number of the item and what came of it."""

    item: int
    outcome: Outcome


Answers = Sequence[Answered]
