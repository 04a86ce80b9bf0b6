"""What is kept of a learner in an assessment, and how it changes. Pure functions.

    {"run": 2, "begun": "2026-11-22", "ended": false, "current": "slug of what is asked now",
     "warm": [["toucher", 1, 0]], "given": [["slug", 1, 2], ["slug", -1, "not-yet"]],
     "past": [{"run": 1, "begun": "2026-11-01", "given": [["slug", 1], …]}]}

`warm` and `given`: challenge, outcome (1, 0, −1), and the reply as it came, so that the same
request gets the same answer; a long draft is kept as its hash. `past`: earlier runs, without
replies. Which challenge comes next follows from the answers and the run's seed. In a run that
was stopped `current` is what was not answered any more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.challenge import Challenge, token_of

from .deck import Deck
from .engine import next_item
from .judging import UnusableReplyError, judge
from .plan import Answered, Outcome

State = Mapping[str, Any]

MOST_PAST = 5
_LONG = 60
"""Characters of a reply beyond which its hash is kept."""


class ConflictError(Exception):
    """The request does not follow from what is kept: it is late, or was changed."""


@dataclass(frozen=True)
class Given:
    """One answer of a run."""

    slug: str
    outcome: Outcome
    reply: object


def given(state: State) -> list[Given]:
    """The answers of this run, without warm-ups."""
    return _read(state.get("given"))


def warm(state: State) -> list[Given]:
    return _read(state.get("warm"))


def _read(entries: object) -> list[Given]:
    found = []
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, list) and len(entry) == 3 and entry[1] in (-1, 0, 1):
            found.append(Given(str(entry[0]), Outcome(entry[1]), entry[2]))
    return found


def past(state: State) -> list[Mapping[str, Any]]:
    found = state.get("past")
    return [run for run in found if isinstance(run, Mapping)] if isinstance(found, list) else []


def run_of(state: State) -> int:
    """The number of the run, from 1; 0 before the first."""
    found = state.get("run")
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def has_ended(state: State) -> bool:
    return bool(state.get("ended"))


def current(state: State, deck: Deck) -> Challenge | None:
    """What is asked now; None between runs."""
    slug = state.get("current")
    return deck.bank.by_slug.get(slug) if isinstance(slug, str) and not has_ended(state) else None


def count(state: State) -> int:
    """Answers of this run so far, warm-ups too: the number of the one that is awaited."""
    return len(warm(state)) + len(given(state))


def past_outcomes(state: State) -> dict[str, list[Outcome]]:
    """By challenge, what came of it in earlier runs."""
    found: dict[str, list[Outcome]] = {}
    for run in past(state):
        for entry in run.get("given") or []:
            if isinstance(entry, list) and len(entry) == 2 and entry[1] in (-1, 0, 1):
                found.setdefault(str(entry[0]), []).append(Outcome(entry[1]))
    return found


# --- Changes ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Table:
    """What a change needs besides the state. `seed`: of the learner, the same on all devices;
    `lessons`: those that can be reached, None for all; `heard`: warm-ups that need a recording
    and have it."""

    deck: Deck
    seed: str
    today: str
    lessons: Collection[str] | None = None
    heard: Collection[str] = ()


def begin(state: State, table: Table, run: object) -> State:
    """A new run, number `run`; the state as it is where that run has begun already.

    Raises ConflictError for any other number: somebody else's page, or an old one.
    """
    now = run_of(state)
    if run == now and now:
        return state
    if run != now + 1 or (now and not has_ended(state)):
        raise ConflictError("run")
    fresh = {
        "run": now + 1,
        "begun": table.today,
        "ended": False,
        "warm": [],
        "given": [],
        "past": _remembered(state),
    }
    return _asked(fresh, table)


def _remembered(state: State) -> list[Mapping[str, Any]]:
    runs = past(state)
    answers = given(state)
    if run_of(state) and answers:
        kept = [[one.slug, int(one.outcome)] for one in answers]
        runs = [*runs, {"run": run_of(state), "begun": state.get("begun", ""), "given": kept}]
    return [dict(run) for run in runs[-MOST_PAST:]]


def answer(state: State, table: Table, number: object, token: object, reply: object) -> State:
    """The state after the answer number `number` (from 0) of this run, to the challenge that
    the browser knows as `token`.

    The same answer again leaves all as it is. Raises ConflictError for another answer to what
    has been answered, and for one to what is not asked now; UnusableReplyError for what can't
    be a reply.
    """
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise UnusableReplyError("number")
    answers = [*warm(state), *given(state)]
    if number < len(answers):
        earlier = answers[number]
        if token_of(earlier.slug) == token and _same(earlier.reply, reply):
            return state
        raise ConflictError("answered")
    challenge = current(state, table.deck)
    if challenge is None or number > len(answers) or token != challenge.token:
        raise ConflictError("not asked")
    outcome = judge(challenge, table.deck.stage(challenge.slug), reply)
    entry = [challenge.slug, int(outcome), short(reply)]
    place = "warm" if challenge in table.deck.bank.warm_ups else "given"
    return _asked({**state, place: [*state.get(place, []), entry]}, table)


def stop(state: State, run: object) -> State:
    """Ended, with what has been answered so far. Raises ConflictError for another run."""
    if not run_of(state) or run != run_of(state):
        raise ConflictError("run")
    return state if has_ended(state) else {**state, "ended": True}


def resumed(state: State, table: Table) -> State:
    """The state, with another challenge in the place of one that the bank has no more."""
    if not run_of(state) or has_ended(state) or current(state, table.deck):
        return state
    return _asked(dict(state), table)


def short(reply: object) -> object:
    """The reply as it is kept: a long one as its hash."""
    text = _text(reply)
    if len(text) <= _LONG:
        return reply
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _same(kept: object, reply: object) -> bool:
    """Whether a reply is the one that is kept. In JSON `true` is not 1, as it is in Python."""
    return _text(kept) == _text(short(reply))


def _text(reply: object) -> str:
    return json.dumps(reply, sort_keys=True, ensure_ascii=False)


def _asked(state: dict[str, Any], table: Table) -> State:
    """The state with what is asked next, or ended."""
    following = _next_warm_up(state, table) or _next(state, table)
    return {**state, "current": following, "ended": following is None}


def _next_warm_up(state: State, table: Table) -> str | None:
    if given(state):
        return None
    met = {one.slug for one in warm(state)}
    for challenge in table.deck.warm_ups:
        can_be_heard = not challenge.heard or challenge.slug in table.heard
        if challenge.slug not in met and can_be_heard:
            return challenge.slug
    return None


def _next(state: State, table: Table) -> str | None:
    deck = table.deck
    answers = answered(state, deck)
    asked = {one.slug for one in given(state)}
    number = next_item(
        deck.plan,
        answers,
        seed=f"{table.seed}:{run_of(state)}",
        rules=deck.rules,
        allowed=deck.allowed(asked, past_outcomes(state)),
        lessons=deck.lessons_in_question(table.lessons),
    )
    return None if number is None else deck.challenges[number].slug


def answered(state: State, deck: Deck) -> list[Answered]:
    """The answers of this run as the engine wants them. What the bank has no more is left out:
    an author may have taken it away since."""
    return [
        Answered(deck.number_of[one.slug], one.outcome)
        for one in given(state)
        if one.slug in deck.number_of
    ]
