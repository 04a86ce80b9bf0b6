"""The assessment that comes with the package as a block, with a recording of all that it says.

What has not been recorded yet is given an invented recording: it weighs as much in a page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import ScopeIds

from pasapas.assessment.deck import Deck
from pasapas.assessment.spoken import spoken_pieces
from pasapas.assessment.view import deck_of
from pasapas.authoring.recordings import load_recordings
from pasapas.content.assessment import assessment_text
from pasapas.player.saving import learner_token

if TYPE_CHECKING:
    from .pages import PageRuntime

USAGE = "assessment"
SOURCE = assessment_text("whole", "", "Où j'en suis")
_A_SENTENCE = 2.4  # seconds


def deck() -> Deck:
    return deck_of(SOURCE)


@cache
def sounds() -> Mapping[str, Mapping[str, Any]]:
    recorded = load_recordings()
    found = {}
    for piece in spoken_pieces(SOURCE):
        recording = recorded.get(piece.hash)
        name = hashlib.sha256(piece.hash.encode()).hexdigest()[:24]
        names = recording.names if recording else (f"{name}.ogg", f"{name}.mp3")
        starts = [round(number * _A_SENTENCE, 2) for number in range(len(piece.lines) + 1)]
        found[piece.hash] = {
            "sources": [f"/static/{name}" for name in names],
            "starts": list(recording.starts) if recording else starts,
        }
    return found


def block(runtime: PageRuntime) -> XBlock:
    ids = ScopeIds(runtime.user_id, "pasapas_assessment", USAGE, USAGE)
    found = runtime.construct_xblock("pasapas_assessment", ids)
    if not found.source:
        found.source, found.sound = SOURCE, sounds()
        found.save()  # as an author's, once; a learner's page only reads them
    return found


def handled(runtime: PageRuntime, handler: str, request: Request, suffix: str = "") -> Response:
    return runtime.handle(block(runtime), handler, request, suffix)


def act(runtime: PageRuntime, **more: object) -> Response:
    """One act of the learner, as the browser part sends it."""
    body = body_of(runtime, **more)
    return handled(runtime, "act", Request.blank("/", method="POST", body=body))


def body_of(runtime: PageRuntime, **more: object) -> bytes:
    asked = {"v": 1, "learner": learner_token(runtime.user_id), "seq": 1, "run": 1, **more}
    return json.dumps(asked, separators=(",", ":")).encode()


def put(runtime: PageRuntime, **state: object) -> None:
    """What is kept of the learner from now on."""
    found = block(runtime)
    kept = {"run": 1, "begun": "2026-11-22", "ended": False, "warm": [], "given": [], **state}
    found.saved = {"revision": 1, "state": kept}
    found.save()


def kept(runtime: PageRuntime) -> Mapping[str, Any]:
    return block(runtime).saved["state"]
