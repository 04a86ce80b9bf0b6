"""Receiving what a browser saves: the envelope, and what is answered to it.

A browser keeps what its learner did in a queue and sends it again until the server has
it. So an envelope may come twice, late, out of order, from two tabs, or after somebody
else has signed in on the same phone. The rules, for every block:

- `{v, learner, client, seq, base, data}`: `client` names one queue (one open page),
  `seq` counts its envelopes from 1, `base` is the revision its data were made from;
- the same `(client, seq)` again: 200 and the same reply, nothing is done twice;
- another learner's envelope: 403, and it stays in that learner's queue;
- a `base` that is not the server's revision: 409 with the newer state; the browser puts
  its data on top of it and sends a new envelope;
- anything malformed: 400.

Pure functions: what is stored goes in, what is to be stored comes out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1

# How much is remembered to recognise an envelope that comes again. A page sends one at a
# time, so the last few of a queue are enough; old queues belong to pages long closed.
REPLIES_PER_CLIENT = 4
CLIENTS = 12

_CLIENT = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LARGEST = 2**31

State = dict[str, Any]


class UnusableDataError(ValueError):
    """Raised by a room when the `data` of an envelope have not the shape it wants."""


@dataclass(frozen=True)
class Reply:
    """`status` and `body` for the browser; `saved` to store, or None to leave all as is."""

    status: int
    body: Mapping[str, Any]
    saved: Mapping[str, Any] | None = None


def learner_token(user_id: object) -> str:
    """What stands for a learner in the browser: tells learners apart, names nobody."""
    if user_id is None or user_id == "":
        return ""
    return hashlib.sha256(f"pasapas learner {user_id}".encode()).hexdigest()[:20]


def state_of(saved: Mapping[str, Any]) -> State:
    """A room's state within what is stored; {} before the first save."""
    state = saved.get("state") if isinstance(saved, Mapping) else None
    return dict(state) if isinstance(state, Mapping) else {}


def revision_of(saved: Mapping[str, Any]) -> int:
    """How often the state has been saved."""
    revision = saved.get("revision") if isinstance(saved, Mapping) else None
    return revision if _is_count(revision) else 0


def receive(
    saved: Mapping[str, Any],
    envelope: object,
    learner: str,
    merge: Callable[[State, Mapping[str, Any]], State],
) -> Reply:
    """The reply to one envelope.

    `saved`: what the block has stored, {} at first. `learner`: the token of who is signed
    in. `merge(state, data) -> state`: the room's own; it may raise `UnusableDataError`.
    """
    if not _is_envelope(envelope):
        return Reply(400, {"error": "malformed"})
    if not learner or envelope["learner"] != learner:
        return Reply(403, {"error": "other-learner"})
    client, seq = envelope["client"], envelope["seq"]
    own = _replies(saved, client)
    earlier = own.get(str(seq))
    if earlier is not None:
        return Reply(200, _accepted(seq, earlier))
    revision = revision_of(saved)
    # A page that did not wait for its answer, or lost it, only follows itself.
    follows_itself = revision in own.values() and seq > max(map(int, own))
    if envelope["base"] != revision and not follows_itself:
        newer = {"error": "newer-state", "revision": revision, "state": state_of(saved)}
        return Reply(409, newer)
    try:
        state = merge(state_of(saved), envelope["data"])
    except UnusableDataError:
        return Reply(400, {"error": "unusable-data"})
    stored = {
        "revision": revision + 1,
        "state": state,
        "replies": _remembered(saved, client, seq, revision + 1),
    }
    return Reply(200, _accepted(seq, revision + 1), stored)


def _accepted(seq: int, revision: int) -> dict[str, int]:
    return {"v": VERSION, "seq": seq, "revision": revision}


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def _is_envelope(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and _is_count(value.get("v"))
        and value.get("v") == VERSION
        and isinstance(value.get("learner"), str)
        and isinstance(value.get("client"), str)
        and bool(_CLIENT.fullmatch(value["client"]))
        and _is_count(value.get("seq"))
        and value["seq"] > 0
        and _is_count(value.get("base"))
        and isinstance(value.get("data"), Mapping)
    )


def _replies(saved: Mapping[str, Any], client: str) -> Mapping[str, int]:
    replies = saved.get("replies") if isinstance(saved, Mapping) else None
    return replies.get(client, {}) if isinstance(replies, Mapping) else {}


def _remembered(saved: Mapping[str, Any], client: str, seq: int, revision: int) -> dict:
    """{client: {seq: revision}}, the latest few of each, the latest clients last."""
    old = saved.get("replies")
    replies = {name: dict(seqs) for name, seqs in old.items()} if isinstance(old, Mapping) else {}
    own = replies.pop(client, {})
    own[str(seq)] = revision
    latest = sorted(own.items(), key=lambda item: item[1])[-REPLIES_PER_CLIENT:]
    # JSON stores may sort keys: the order of clients is that of their last revision.
    by_age = sorted(replies.items(), key=lambda item: max(item[1].values(), default=0))
    return {**dict(by_age[-(CLIENTS - 1) :]), client: dict(latest)}
