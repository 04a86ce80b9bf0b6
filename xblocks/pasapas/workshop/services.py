"""What the host offers to blocks by name, beside their fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache

from django.urls import reverse
from xblock.runtime import NullI18nService

from pasapas.player.local_card import Place
from pasapas.player.translation import translations

LANGUAGE = "fr"


class French(NullI18nService):
    """The `i18n` service: our own catalogue; without one, words stay as the code has them."""

    def __init__(self) -> None:
        super().__init__()
        self._translations = translations(LANGUAGE)


class ServedUrls:
    """The `replace_urls` service: `/static/x` of a course is a recording of ours."""

    def replace_urls(self, text: str, static_replace_only: bool = False) -> str:
        """`text` with its addresses as served here.

        `static_replace_only` is Open edX's: links between blocks work here as they are.
        """
        return _with_served_urls(text) if "/static/" in text else text


# As in Open edX: an address between quotes. A text that is nothing but an address, too.
_WITHIN = re.compile(r"""(?P<quote>\\?['"])/static/(?P<rest>[^'"\\<>\s]*)(?P=quote)""")
_ALONE = re.compile(r"/static/([^'\"\\<>\s]*)")


# Lessons are long, few, and the same for all learners who stand at the same step.
@lru_cache(maxsize=256)
def _with_served_urls(text: str) -> str:
    alone = _ALONE.fullmatch(text)
    if alone:
        return _sound_url(alone[1])
    return _WITHIN.sub(
        lambda found: f"{found['quote']}{_sound_url(found['rest'])}{found['quote']}", text
    )


def _sound_url(name: str) -> str:
    return reverse("sound", args=[name]) if name else "/static/"


class LocalCard:
    """The `pasapas_local_card` service: where somebody can be spoken to."""

    def __init__(self, places: Sequence[Place]):
        self._places = tuple(places)

    def places(self) -> list[dict[str, str]]:
        """`[{"name", "person", "hours", "phone"}]`, all texts, "" where nothing is known."""
        return [asdict(place) for place in self._places]
