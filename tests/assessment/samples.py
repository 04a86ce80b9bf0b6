"""Assessments of a small bank and of the one that ships, and learners who answer."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

from content.banks import BANK, WARM_UP, inline, other_names
from pasapas.assessment.acts import act
from pasapas.assessment.deck import Deck
from pasapas.assessment.judging import NOT_YET, right_places
from pasapas.assessment.state import State, Table, answer, begin, count, current, run_of
from pasapas.assessment.view import View, assessment_reading, deck_of
from pasapas.assessment.words import page_words, script_words
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import Challenge
from pasapas.player.saving import Reply
from pasapas.player.translation import translator
from pasapas.screens.walk import walk, wanted_of
from screens.drafts import choices_of, end_of

FRENCH = translator("fr")
WORDS = page_words(FRENCH)
LEARNER = "un-jeton"
TODAY = "2026-11-22"

SMALL = inline(BANK, other_names(), warm_up=WARM_UP)
"""Two domains of one tube each, all kinds of challenges, two warm-ups; one of them is heard."""
WHOLE = assessment_text("whole", "", "Où j'en suis")

Knows = Callable[[Challenge], bool]


def deck(source: str = SMALL) -> Deck:
    found = deck_of(source)
    assert found, assessment_reading(source).problems
    return found


def view(of: Deck | None = None, **changed: Any) -> View:
    given = {
        "deck": of or deck(),
        "words": WORDS,
        "script_words": script_words(FRENCH),
        "sounds": {},
        "lessons": {},
        "block": "assessment-one",
    }
    return View(**{**given, **changed})


def table(of: Deck | None = None, **changed: Any) -> Table:
    return Table(**{"deck": of or deck(), "seed": "amina", "today": TODAY, **changed})


def everything(challenge: Challenge) -> bool:
    return True


def nothing(challenge: Challenge) -> bool:
    return False


def by_chance(share: float, seed: int) -> Knows:
    """Somebody who gets a share of all right: the same ones for the same seed."""
    return lambda challenge: random.Random(f"{seed} {challenge.slug}").random() < share  # noqa: S311


def reply_to(of: Deck, challenge: Challenge, right: bool) -> object:
    """What a browser sends of one who knows it, or of one who does not."""
    if challenge.kind == "task":
        return draft_of(of, challenge.slug) if right else {}
    places = right_places(challenge)
    if right:
        return places[0] if challenge.kind in ("one", "touch") else places
    if challenge.kind in ("one", "touch"):
        shown = challenge.choices or challenge.things
        return next(at for at in range(len(shown)) if at not in places)
    return list(reversed(places)) if challenge.kind == "order" else places[:1]


_DRAFTS: dict[int, dict[str, dict[str, Any]]] = {}


def draft_of(of: Deck, slug: str) -> dict[str, Any]:
    """What stands on the screen of a task when it is done."""
    known = _DRAFTS.setdefault(id(of), {})
    if slug not in known:
        stage = of.stage(slug)
        known[slug] = choices_of(stage, end_of(stage, wanted_of(stage), walk(stage).ways[0]))
    return known[slug]


def answered(of: Table, state: State, right: bool | None) -> State:
    """After the answer to what is asked now; None: « Je ne sais pas encore »."""
    asked = current(state, of.deck)
    reply = NOT_YET if right is None else reply_to(of.deck, asked, right)
    return answer(state, of, count(state), asked.token, reply)


def played(of: Table, knows: Knows, state: State | None = None, most: int = 60) -> State:
    """A run from its beginning to its end, or until so many answers."""
    state = begin(state or {}, of, run_of(state or {}) + 1)
    for _ in range(most):
        if state["ended"]:
            break
        state = answered(of, state, knows(current(state, of.deck)))
    return state


def asking(slug: str, *answers: list, **more: Any) -> dict[str, Any]:
    """A first run in which `slug` is asked now, after these answers."""
    begun = {"run": 1, "begun": TODAY, "ended": False, "warm": [], "past": []}
    return {**begun, "given": list(answers), "current": slug, **more}


def request(do: str, run: int = 1, **more: Any) -> dict[str, Any]:
    return {"v": 1, "learner": LEARNER, "seq": 1, "do": do, "run": run, **more}


class Hand:
    """A learner's browser and the server behind it: sends, and keeps what is to be kept."""

    def __init__(self, of: Deck | None = None, state: State | None = None, **table_too: Any):
        self.view, self.table = view(of), table(of, **table_too)
        self.state: State = state or {}

    def send(self, sent: object, learner: str = LEARNER) -> Reply:
        reply = act(self.view, self.table, self.state, sent, learner)
        if reply.saved is not None:
            self.state = json.loads(as_json(reply.saved))
        return reply

    def do(self, do: str, **more: Any) -> Reply:
        return self.send(request(do, **{"run": run_of(self.state), **more}))

    def answer(self, right: bool | None = True) -> tuple[Mapping[str, Any], Reply]:
        """(the request, its reply) of an answer to what is asked now."""
        asked = current(self.state, self.table.deck)
        reply = NOT_YET if right is None else reply_to(self.table.deck, asked, right)
        sent = request(
            "answer", run_of(self.state), number=count(self.state), challenge=asked.token,
            reply=reply,
        )  # fmt: skip
        return sent, self.send(sent)


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
