"""From a request of the browser to its reply.

    {v, learner, seq, do, run, …}    with `do` one of
    begin                            a new run, number `run`
    answer: number, challenge, reply the answer number `number` of that run, from 0
    stop                             ends the run with what has been answered
    look                             nothing changes: where am I?

- the same request again: 200 and the same reply, nothing is done twice; only `begin`, when it
  comes late, tells where the learner is by now;
- another answer to what has been answered, an answer to what is not asked now, another run:
  409 with the page where the learner is;
- another learner's request: 403; anything malformed: 400. In all of them nothing changes.

Pure: what is kept goes in, what is to be kept comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pasapas.player.saving import Reply

from . import state as states
from .judging import UnusableReplyError
from .state import ConflictError, State, Table
from .view import View, answered_page, page_of

VERSION = 1
LARGEST = 16_000
"""Bytes of a request: a draft of a practice screen is a few hundred."""

_LARGEST_NUMBER = 2**31


def act(view: View, table: Table, state: State, request: object, learner: str) -> Reply:
    """`saved` of the reply is the new state, None where nothing changes."""
    if not _is_request(request):
        return Reply(400, {"error": "malformed"})
    if not learner or request["learner"] != learner:
        return Reply(403, {"error": "other-learner"})
    now = states.resumed(state, table)
    try:
        changed, page = _changed(view, table, now, request)
    except (UnusableReplyError, RecursionError, UnicodeError):
        # The last two: deeper than any reply, or with half a sign in it.
        return Reply(400, {"error": "unusable-reply"})
    except ConflictError:
        here = {"error": "elsewhere", "run": states.run_of(now), "page": page_of(view, now)}
        return Reply(409, {**here, "seq": request["seq"]})
    body = {"v": VERSION, "seq": request["seq"], "run": states.run_of(changed), **page}
    return Reply(200, body, changed if changed != state else None)


def _changed(
    view: View, table: Table, state: State, request: Mapping[str, Any]
) -> tuple[State, dict[str, Any]]:
    do, run = request["do"], request["run"]
    if do == "begin":
        state = states.begin(state, table, run)
    elif do == "stop":
        state = states.stop(state, run)
    elif do == "answer":
        if run != states.run_of(state) or not run:
            raise ConflictError("run")
        number = request.get("number")
        after = states.answer(state, table, number, request.get("challenge"), request.get("reply"))
        return after, answered_page(view, after, number)
    return state, {"page": page_of(view, state)}


def _is_request(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and value.get("v") == VERSION
        and not isinstance(value["v"], bool)
        and isinstance(value.get("learner"), str)
        and _is_number(value.get("seq"))
        and value.get("do") in ("begin", "answer", "stop", "look")
        and _is_number(value.get("run"))
        and isinstance(value.get("challenge", ""), str)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST_NUMBER
