"""The words of the practice block, besides those of its script and of its screen."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pasapas.player import words as player
from pasapas.player.translation import Gettext, once_for_each_catalogue
from pasapas.player.translation import noop as _
from pasapas.player.words import Words
from pasapas.screens.registry import SCREENS

PRACTICE = _("Practice")
PRACTICE_TITLE = _("Practice: {title}")
FRAME = _("Practice. Here nothing is sent.")
BEGIN = _("Begin")
NEEDS_SCRIPT = _("This practice does not work on this device. Tell your trainer.")
NOT_READY = _("This practice is not ready yet. Tell your trainer.")

PAGE = (PRACTICE, NEEDS_SCRIPT, NOT_READY)

# What the browser part says by itself; by the names it uses.
SCRIPT_WORDS = {
    "practice": PRACTICE,
    "frame": FRAME,
    "title": PRACTICE_TITLE,
    "begin": BEGIN,
    "again": _("Do it again"),
    "surprise": _("Another situation"),
    "doAgain": _("Shall we do it again?"),
    "youDidIt": _("You did it: {title}."),
    "youCan": _("You can do it: {title}."),
    "help": _("Help"),
    "moreHelp": _("More help"),
    "showMe": _("Show me"),
    "undo": _("Undo"),
    "undone": _("It is undone."),
    "restart": _("Start over"),
    "restarted": _("You start over."),
    "show": _("Show my trainer"),
    "shown": _("What I did"),
    "onlyHere": _("What you write stays on this device. Here you show it by yourself."),
    "print": _("Print"),
    "closeShown": _("Close"),
    "empty": _("Empty"),
    "yes": _("Yes"),
    "no": _("No"),
    "newer": _("You went on somewhere else. Here is the latest."),
    "textElsewhere": _("What you wrote stayed on the other device."),
    "bigger": player.BIGGER,
    "normal": player.NORMAL_SIZE,
    "listen": player.LISTEN,
    "pause": player.PAUSE,
    "noSound": player.NO_SOUND,
    "notSent": player.NOT_SENT,
    "sent": player.SENT,
    "somebodyElse": player.SOMEBODY_ELSE,
    "signedOut": player.SIGNED_OUT,
    "notKept": player.NOT_KEPT,
}


@once_for_each_catalogue
def page_words(gettext: Gettext) -> Words:
    """All that a practice's page says by itself, translated."""
    return Words.translated(PAGE, gettext)


def script_words(screen: str, gettext: Gettext) -> str:
    """The words of the browser part and those of a screen, translated, as JSON."""
    return _by_screen(gettext)[screen]


@once_for_each_catalogue
def _by_screen(gettext: Gettext) -> Mapping[str, str]:
    words = {name: gettext(msgid) for name, msgid in SCRIPT_WORDS.items()}
    return {
        name: json.dumps(
            {**words, "screen": {key: gettext(msgid) for key, msgid in own.items()}},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for name, own in {"": {}, **{name: item.words for name, item in SCREENS.items()}}.items()
    }
