"""The challenges of one assessment, between their texts and the engine's numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.assessment import Assessment
from pasapas.content.bank import Bank, Domain, Skill, Tube
from pasapas.content.challenge import Challenge
from pasapas.screens.playable import Stage
from pasapas.screens.tasks import read_task, script_of

from .engine import AFTER_LESSON, ONE_DOMAIN, WHOLE, Rules
from .plan import Item, Plan

GUESS_OF_THREE, GUESS, GUESS_TASK = 0.33, 0.2, 0.05
"""How often who can't do it gets it right: a choice of three; of more, touched, ordered or
ticked; a task. Set by hand, as in the study: no bank of ours has met enough people yet."""

MOST_SCREENS = 2
"""Practice screens in one assessment: each must be loaded, and be found one's way on."""

_RULES: Mapping[str, Rules] = {"whole": WHOLE, "domain": ONE_DOMAIN, "lesson": AFTER_LESSON}


@dataclass(frozen=True)
class Place:
    """Where a skill stands in the bank."""

    domain: Domain
    tube: Tube
    skill: Skill


@dataclass(frozen=True)
class Deck:
    assessment: Assessment
    bank: Bank

    @property
    def rules(self) -> Rules:
        return _RULES[self.assessment.mode]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """By the engine's number of a skill."""
        return tuple(
            Place(domain, tube, skill)
            for domain in self.bank.domains
            for tube in domain.tubes
            for skill in tube.skills
        )

    @cached_property
    def plan(self) -> Plan:
        return Plan(
            domains=tuple(
                number for number, domain in enumerate(self.bank.domains) for _ in domain.tubes
            ),
            tubes=tuple(number for number, tube in enumerate(self.bank.tubes) for _ in tube.skills),
            levels=tuple(place.skill.level for place in self.places),
            lessons=tuple(place.skill.lesson for place in self.places),
            items=tuple(
                Item(number, guess(challenge), self.script_of(challenge.slug))
                for number, place in enumerate(self.places)
                for challenge in place.skill.challenges
            ),
        )

    @cached_property
    def challenges(self) -> tuple[Challenge, ...]:
        """By the engine's number of an item."""
        return tuple(challenge for place in self.places for challenge in place.skill.challenges)

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """By the slug of a challenge, the engine's number of it."""
        return {challenge.slug: number for number, challenge in enumerate(self.challenges)}

    @property
    def can_ask(self) -> bool:
        """Whether there is anything to ask: a mode may name what the bank does not have."""
        return bool(self._in_question)

    @cached_property
    def _in_question(self) -> tuple[int, ...]:
        """The numbers of what this assessment asks about."""
        mode, wanted = self.assessment.mode, self.places
        if mode == "domain":
            of = {
                n for n, place in enumerate(wanted) if place.domain.slug == self.assessment.domain
            }
        elif mode == "lesson":
            of = {
                n for n, place in enumerate(wanted) if place.skill.lesson == self.assessment.lesson
            }
        else:
            of = set(range(len(wanted)))
        return tuple(number for number, item in enumerate(self.plan.items) if item.skill in of)

    @property
    def places_asked(self) -> tuple[Place, ...]:
        """Where the skills stand that this assessment asks about."""
        skills = {self.plan.items[number].skill for number in self._in_question}
        return tuple(self.places[skill] for skill in sorted(skills))

    def lessons_in_question(self, lessons: Collection[str] | None) -> Collection[str] | None:
        """Of the `lessons` that can be reached (None for all), those that teach what this
        assessment asks about: of the rest it knows nothing."""
        if self.assessment.mode == "whole":
            return lessons
        taught = {place.skill.lesson for place in self.places_asked}
        return taught if lessons is None else taught & set(lessons)

    @property
    def warm_ups(self) -> tuple[Challenge, ...]:
        """After a lesson nobody has to be shown how a page works."""
        return () if self.assessment.mode == "lesson" else self.bank.warm_ups

    def allowed(self, asked: Collection[str], before: Collection[str]) -> list[int]:
        """The items that may come next. `asked`: in this run; `before`: in earlier ones, which
        come again only where a skill has nothing else."""
        screens = {self.script_of(slug) for slug in asked if slug in self.bank.by_slug}
        screens.discard("")
        full = len(screens) >= MOST_SCREENS
        left = [
            number
            for number in self._in_question
            if self.challenges[number].slug not in asked
            and (not full or self.plan.items[number].screen in ("", *screens))
            and self._can_be_shown(number)
        ]
        fresh = [number for number in left if self.challenges[number].slug not in before]
        had_fresh = {
            self.plan.items[number].skill
            for number in self._in_question
            if self.challenges[number].slug not in before
        }
        again = [number for number in left if self.plan.items[number].skill not in had_fresh]
        return fresh + again

    def _can_be_shown(self, number: int) -> bool:
        challenge = self.challenges[number]
        return challenge.task is None or self.stage(challenge.slug) is not None

    @cached_property
    def _stages(self) -> dict[str, Stage | None]:
        return {}

    def script_of(self, slug: str) -> str:
        """The script that draws the practice screen of a task, "" for what needs none: each is
        loaded by itself, and is a place to find one's way in."""
        stage = self.stage(slug)
        return script_of(self.bank.by_slug[slug].task, stage) if stage else ""

    def stage(self, slug: str) -> Stage | None:
        """The practice screen of a task; None for what is no task, or can't be shown."""
        if slug not in self._stages:
            challenge = self.bank.by_slug.get(slug)
            task = challenge.task if challenge else None
            self._stages[slug] = read_task(task).document if task else None
        return self._stages[slug]


def guess(challenge: Challenge) -> float:
    if challenge.kind == "task":
        return GUESS_TASK
    return GUESS_OF_THREE if challenge.kind == "one" and len(challenge.choices) == 3 else GUESS
