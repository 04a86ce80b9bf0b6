"""The words of the player. All words that a browser shows come from here, translated."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .translation import Gettext, once_for_each_catalogue
from .translation import noop as _

LISTEN = _("Listen")
PAUSE = _("Pause")
AGAIN = _("Listen again")
SLOWER = _("Slower")
BIGGER = _("Bigger text")
NORMAL_SIZE = _("Normal text")
NO_SOUND = _("The sound does not work here. You can read the sentences.")
NOT_SENT = _("No network. What you did is kept on this device.")
SENT = _("The network is back. Everything is saved.")
ELSEWHERE = _("You also worked on another screen. Everything is kept.")
SOMEBODY_ELSE = _("Somebody else is using this device now. What you did is kept for you.")
SIGNED_OUT = _("You are signed out. What you did is kept here until you come back.")
NOT_KEPT = _("This could not be saved. Show this screen to your trainer.")

# What the browser's scripts say by themselves; by the names they use.
SCRIPT_WORDS = {
    "listen": LISTEN,
    "pause": PAUSE,
    "bigger": BIGGER,
    "normal": NORMAL_SIZE,
    "noSound": NO_SOUND,
    "notSent": NOT_SENT,
    "sent": SENT,
    "elsewhere": ELSEWHERE,
    "somebodyElse": SOMEBODY_ELSE,
    "signedOut": SIGNED_OUT,
    "notKept": NOT_KEPT,
}


@dataclass(frozen=True)
class Words:
    """Texts already translated: can be compared and be part of a cache's key."""

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def translated(cls, msgids: Iterable[str], gettext: Gettext) -> Words:
        return cls(tuple((msgid, gettext(msgid)) for msgid in msgids))

    def __call__(self, msgid: str) -> str:
        """The translation, as `gettext` would give it."""
        return self._by_msgid.get(msgid, msgid)

    @cached_property
    def _by_msgid(self) -> dict[str, str]:
        return dict(self.texts)


@once_for_each_catalogue
def script_words(gettext: Gettext) -> str:
    """`SCRIPT_WORDS`, translated, as JSON.

    They stand in the block's HTML, which is the same for all learners, not among what a
    host writes anew for each.
    """
    words = {name: gettext(msgid) for name, msgid in SCRIPT_WORDS.items()}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
