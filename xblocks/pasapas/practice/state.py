"""What is kept of a learner in a practice: the draft, and what has been achieved.

    {"level": 1, "look": 0, "at": 1763769600000, "draft": {"at": "compose"}, "told": {"to": "10"},
     "done": [{"level": 1, "look": 0, "day": "2026-11-22"}]}

`draft` holds the choices that differ from the start; `told` answers what the conditions ask
of what was written, which itself stays on the device. `at`: when the learner last did
something, in milliseconds; of two drafts the later one stays. `done` are the successes, each
judged here. What helped on the way is kept nowhere: it is nobody's business. Pure functions.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from pasapas.player.saving import State, UnusableDataError
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.playable import Playable, Stage, Told

LOOKS = 2
MOST_DONE = 8
MOST_TRIES = 4

_FIELDS = {"level", "look", "at", "draft", "told", "tries"}
_TRY_FIELDS = {"level", "look", "day", "draft", "told"}
_BITS = re.compile(r"[01]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def merge_attempt(
    playable: Playable, now: datetime.datetime, state: State, data: Mapping[str, Any]
) -> State:
    """The state after a save. `data`: the draft with its level, look and time, and `tries`:
    the attempts that reached the goal since the last save that was answered.

    Of two pages the one in which something was done last keeps its draft; successes of both
    stay. A clock that is ahead counts as now, so that it can't win for ever.

    Raises UnusableDataError when the data have not the shape above.
    """
    if not set(data) <= _FIELDS:
        raise UnusableDataError("unknown field")
    tries = data.get("tries", [])
    if not isinstance(tries, list) or len(tries) > MOST_TRIES:
        raise UnusableDataError("tries")
    done = [dict(item) for item in _done(state)]
    for item in tries:
        success = _success(playable, item, now)
        if success and not _is_counted(done, success, item["day"]):
            done.append(success)
    merged: State = {**_draft(playable, state, data, now), "done": done[-MOST_DONE:]}
    return merged


def fitting(playable: Playable, state: State) -> State:
    """The state as the practice is now: a draft of a screen that was written anew since would
    name what is there no more, and is left out."""
    try:
        _attempt(_stage(playable, state), state)
    except UnusableDataError:
        return {name: state[name] for name in ("at", "done") if name in state}
    return state


def is_complete(state: State) -> bool:
    """Completed once a goal was reached, however."""
    return bool(_done(state))


def _done(state: State) -> list[Mapping[str, Any]]:
    done = state.get("done")
    return done if isinstance(done, list) else []


def _draft(
    playable: Playable, state: State, data: Mapping[str, Any], now: datetime.datetime
) -> State:
    stage = _stage(playable, data)
    look = _look(data)
    draft, told = _attempt(stage, data)
    at = data.get("at")
    if isinstance(at, bool) or not isinstance(at, int) or at < 0:
        raise UnusableDataError("at")
    at = min(at, int(now.timestamp() * 1000))
    if at < state.get("at", 0):
        return {name: state[name] for name in ("level", "look", "at", "draft", "told")}
    return {"level": stage.level.number, "look": look, "at": at, "draft": draft, "told": told}


def _success(playable: Playable, item: object, now: datetime.datetime) -> dict[str, Any] | None:
    """What is kept of an attempt, or None where the server finds that it is no success:
    the text of the practice may have changed since."""
    if not isinstance(item, Mapping) or not set(item) <= _TRY_FIELDS:
        raise UnusableDataError("try")
    look = _look(item)
    day = _day(item.get("day"), now)
    try:
        stage = _stage(playable, item)
        draft, told = _attempt(stage, item)
    except UnusableDataError:
        return None  # of a level or a screen that was written anew: the rest is not lost for it
    artefact = checked(stage.setup.schema, stage.setup.start, draft)
    if not stage.judge(artefact, told).achieves:
        return None
    return {"level": stage.level.number, "look": look, "day": day}


def _is_counted(done: list[dict[str, Any]], success: Mapping[str, Any], told: str) -> bool:
    """Whether a success is among those that are kept; `told`: its day, as the device has it.

    An attempt may come again, on a later day: its answer got lost. Where the device's clock is
    wrong, its day would be another one each time: there level and look alone tell.
    """
    if success["day"] == told:
        return success in done
    return any(
        (item["level"], item["look"]) == (success["level"], success["look"]) for item in done
    )


def _stage(playable: Playable, data: Mapping[str, Any]) -> Stage:
    level = data.get("level")
    if isinstance(level, bool) or not isinstance(level, int) or level not in playable.stages:
        raise UnusableDataError("level")
    return playable.stages[level]


def _look(data: Mapping[str, Any]) -> int:
    look = data.get("look")
    if isinstance(look, bool) or not isinstance(look, int) or not 0 <= look < LOOKS:
        raise UnusableDataError("look")
    return look


def _attempt(stage: Stage, data: Mapping[str, Any]) -> tuple[dict[str, Any], Told]:
    """(draft as it was sent, told): both checked."""
    draft, told = data.get("draft", {}), data.get("told", {})
    try:
        checked(stage.setup.schema, stage.setup.start, draft)
    except UnusableArtefactError as error:
        raise UnusableDataError(str(error)) from error
    if not isinstance(told, Mapping) or not set(told) <= set(stage.questions):
        raise UnusableDataError("told")
    for path, bits in told.items():
        fits = isinstance(bits, str) and _BITS.fullmatch(bits)
        if not fits or len(bits) > len(stage.questions[path]):
            raise UnusableDataError("told")
    return dict(draft), dict(told)


def _day(value: object, now: datetime.datetime) -> str:
    """The day of a success, as the learner's device has it. One that is still to come, or
    older than a year, is a clock gone wrong: then it is today."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise UnusableDataError("day")
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError as error:
        raise UnusableDataError("day") from error
    today = now.date()
    # Somewhere on earth it is tomorrow already.
    if not -365 <= (day - today).days <= 1:
        day = today
    return day.isoformat()
