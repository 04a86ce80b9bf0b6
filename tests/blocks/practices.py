"""A practice on a platform in small."""

from __future__ import annotations

from pasapas.content.shelf import shipped_shelf
from pasapas.player.saving import learner_token

from .host import Host

USAGE = "practice-one"
SOURCE = shipped_shelf().practices["joindre-un-cv"].text
# What the observations of joindre-un-cv ask of what is written there, answered for a mail
# that is right: not empty, not the other address, no greeting in its place.
RIGHT = {"to": "010", "subject": "0"}
SENT_WITH_CV = {
    "at": "list",
    "kind": "new",
    "sent": True,
    "mails_sent": 1,
    "attachments": ["cv-2026"],
}


def practice_host(source: str = SOURCE) -> Host:
    """A platform on which what authors made is read only, as in an LMS."""
    host = Host().authored(USAGE, source=source).authored("practice-two", source=source)
    host.store.teaching = True
    return host


def attempt(user: str = "amina", seq: int = 1, base: int = 0, client: str = "page-1", **data):
    """An envelope with a draft at level 1."""
    written = {"level": 1, "look": 0, "at": 1000 + seq, "draft": {"at": "files"}, "told": {}}
    return {
        "v": 1,
        "learner": learner_token(user),
        "client": client,
        "seq": seq,
        "base": base,
        "data": {**written, "tries": [], **data},
    }


def success(day: str = "2026-11-20", look: int = 0, **changed):
    """An attempt that reaches the goal."""
    draft = {"level": 1, "look": look, "day": day, "draft": SENT_WITH_CV, "told": RIGHT}
    return {**draft, **changed}
