"""From a web request to the reply of `saving.receive`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from webob import Request

from .saving import Reply, State, receive


@dataclass(frozen=True)
class Limit:
    """`most` bytes of an envelope, and the status of one that is larger."""

    most: int
    status: int


# An envelope is a few hundred bytes.
LARGEST_ENVELOPE = 50_000
LESSON = Limit(LARGEST_ENVELOPE, 413)
# Nothing that a screen can show makes an attempt this large: it was not made on one.
ATTEMPT = Limit(16_000, 400)


def receive_request(
    request: Request,
    saved: Mapping[str, Any],
    learner: str,
    merge: Callable[[State, Mapping[str, Any]], State],
    limit: Limit = LESSON,
) -> Reply:
    """The reply to a request that carries one envelope; 405, 413 and 400 as HTTP has them."""
    envelope, refusal = read_json(request, limit.most, limit.status)
    return refusal or receive(saved, envelope, learner, merge)


def read_json(request: Request, most: int, too_large: int = 400) -> tuple[object, Reply | None]:
    """(what a request carries, None), or (None, why it is refused): 405 for what is no POST,
    `too_large` for more than `most` bytes, 400 for what is no JSON."""
    if request.method != "POST":
        return None, Reply(405, {"error": "post-wanted"})
    if len(request.body) > most:
        return None, Reply(too_large, {"error": "too-large"})
    try:
        return json.loads(request.body.decode("utf-8")), None
    except (ValueError, RecursionError):
        return None, Reply(400, {"error": "malformed"})
