"""What comes out of an assessment: first what was done, then what comes next. Facts alone.

« Vous l'avez fait » after one success at a skill; « Vous savez » from a second one, with
another challenge or in another run. Nothing is said of what did not succeed: what comes next
is a lesson, and the rest is still to discover.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .belief import believe
from .deck import Deck, Place
from .plan import Outcome
from .recommending import recommended
from .state import Given, State, answered, given, past_outcomes


@dataclass(frozen=True)
class Did:
    """A skill with at least one success. `knows`: a second one; `is_new`: none before this
    run."""

    place: Place
    knows: bool
    is_new: bool


@dataclass(frozen=True)
class Next:
    lesson: str
    place: Place


@dataclass(frozen=True)
class Walked:
    """A domain in which something was done, with how many skills."""

    slug: str
    steps: int


@dataclass(frozen=True)
class Result:
    """`nothing_left`: nothing that was asked about is left to learn. `retaken`: there was an
    earlier run."""

    did: tuple[Did, ...]
    next: tuple[Next, ...]
    walked: tuple[Walked, ...]
    to_discover: tuple[str, ...]
    nothing_left: bool
    retaken: bool


def result_of(state: State, deck: Deck, lessons: Collection[str] | None) -> Result:
    """`lessons`: those that can be reached, None for all."""
    answers = answered(state, deck)
    belief = believe(deck.plan, answers)
    did = tuple(_did(state, deck))
    named = recommended(belief, deck.lessons_in_question(lessons)) if answers else ()
    steps: dict[str, int] = {}
    for one in did:
        steps[one.place.domain.slug] = steps.get(one.place.domain.slug, 0) + 1
    looked_at = _looked_at(deck)
    return Result(
        did=did,
        next=tuple(Next(one.lesson, deck.places[one.skill]) for one in named),
        walked=tuple(Walked(slug, steps[slug]) for slug in looked_at if slug in steps),
        to_discover=tuple(slug for slug in looked_at if slug not in steps),
        nothing_left=not named
        and bool(answers)
        and all(belief.known[deck.plan.items[one.item].skill] >= 0.5 for one in answers),
        retaken=bool(past_outcomes(state)),
    )


def _looked_at(deck: Deck) -> list[str]:
    return [
        domain.slug
        for domain in deck.bank.domains
        if deck.assessment.mode == "whole" or domain.slug == deck.assessment.domain
    ]


def _did(state: State, deck: Deck) -> list[Did]:
    now = _successes(given(state), deck)
    before: dict[int, int] = {}
    for slug, outcomes in past_outcomes(state).items():
        skill = _skill(slug, deck)
        if skill is not None:
            right = sum(outcome is Outcome.RIGHT for outcome in outcomes)
            before[skill] = before.get(skill, 0) + right
    return [
        Did(
            deck.places[skill],
            knows=now.get(skill, 0) + before.get(skill, 0) > 1,
            is_new=not before.get(skill, 0),
        )
        for skill in sorted({*now, *before})
        if now.get(skill, 0) + before.get(skill, 0)
    ]


def _successes(answers: list[Given], deck: Deck) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in answers:
        skill = _skill(one.slug, deck)
        if one.outcome is Outcome.RIGHT and skill is not None:
            found[skill] = found.get(skill, 0) + 1
    return found


def _skill(slug: str, deck: Deck) -> int | None:
    number = deck.number_of.get(slug)
    return None if number is None else deck.plan.items[number].skill
