"""What a reply is worth. Only here, on the server: nothing in the browser knows the key."""

from __future__ import annotations

from collections.abc import Mapping

from pasapas.content.challenge import Challenge
from pasapas.screens.artefact import UnusableArtefactError
from pasapas.screens.playable import Stage
from pasapas.screens.tasks import achieved

from .plan import Outcome

NOT_YET = "not-yet"

Reply = str | int | list[int] | Mapping[str, object]
"""`not-yet`; the place of what was chosen or touched; the places of what was ticked, or of
what was put in order, in that order; for a task the draft of its screen."""


class UnusableReplyError(ValueError):
    """What came can't be a reply to this challenge."""


def judge(challenge: Challenge, stage: Stage | None, reply: object) -> Outcome:
    """Raises UnusableReplyError for what the challenge's screen can't have made."""
    if reply == NOT_YET:
        return Outcome.NOT_YET
    right = _JUDGES[challenge.kind](challenge, stage, reply)
    return Outcome.RIGHT if right else Outcome.WRONG


def right_places(challenge: Challenge) -> list[int]:
    """For after the answer: the places of what was right, in order where there is one."""
    if challenge.kind == "order":
        return list(challenge.order)
    if challenge.kind == "touch":
        return [place for place, thing in enumerate(challenge.things) if thing.here]
    return [place for place, choice in enumerate(challenge.choices) if choice.right]


def _one(challenge: Challenge, stage: Stage | None, reply: object) -> bool:
    return challenge.choices[_place(reply, len(challenge.choices))].right


def _touch(challenge: Challenge, stage: Stage | None, reply: object) -> bool:
    return challenge.things[_place(reply, len(challenge.things))].here


def _several(challenge: Challenge, stage: Stage | None, reply: object) -> bool:
    found = _places(reply, len(challenge.choices))
    if not found:
        raise UnusableReplyError("nothing is ticked")
    return sorted(found) == right_places(challenge)


def _order(challenge: Challenge, stage: Stage | None, reply: object) -> bool:
    found = _places(reply, len(challenge.ordered))
    if len(found) != len(challenge.ordered):
        raise UnusableReplyError("something is not in order yet")
    return found == list(challenge.order)


def _task(challenge: Challenge, stage: Stage | None, reply: object) -> bool:
    if stage is None:
        raise UnusableReplyError("this task can't be shown")
    try:
        return achieved(stage, reply)
    except UnusableArtefactError as error:
        raise UnusableReplyError(str(error)) from error


_JUDGES = {"one": _one, "several": _several, "order": _order, "touch": _touch, "task": _task}


def _place(value: object, count: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < count:
        raise UnusableReplyError("a place of what is shown is wanted")
    return value


def _places(value: object, count: int) -> list[int]:
    if not isinstance(value, list) or len(value) > count:
        raise UnusableReplyError("a list of places is wanted")
    found = [_place(item, count) for item in value]
    if len(set(found)) < len(found):
        raise UnusableReplyError("a place stands there twice")
    return found
