"""The block's HTML, made once for all learners who stand at the same place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pasapas.content.lesson import Lesson, read_lesson
from pasapas.content.problems import Reading
from pasapas.content.shelf import shipped_references
from pasapas.player.local_card import Place
from pasapas.player.sounds import Sounds
from pasapas.player.words import Words

from .page import Setting, lesson_page, not_ready
from .state import last_screen


@dataclass(frozen=True)
class View:
    """All that the HTML depends on; equal views have equal HTML.

    `script_words`: JSON for the browser part. `block`: its usage id. `here`: the screen shown
    first, counted from 0. `size`: the step of text size, from 0.
    """

    source: str
    sounds: Sounds
    words: Words
    script_words: str
    block: str
    here: int = 0
    size: int = 0
    card: tuple[Place, ...] = ()


@lru_cache(maxsize=256)
def lesson_reading(source: str) -> Reading[Lesson]:
    """The lesson in a block's text. Which other lessons exist, a block can't know."""
    return read_lesson(source, shipped_references())


@lru_cache(maxsize=512)
def lesson_html(view: View) -> SafeString:
    """The block's element; for a text that has nothing to show, one plain sentence."""
    lesson = lesson_reading(view.source).document
    if lesson is None:
        inside = not_ready(view.words)
    else:
        setting = Setting(
            references=shipped_references(),
            words=view.words,
            prefix="pap" + hashlib.sha256(view.block.encode()).hexdigest()[:8],
            here=min(view.here, last_screen(lesson)),
            sounds=view.sounds.field,
            card=view.card,
        )
        inside = lesson_page(lesson, setting)
    return format_html(
        '<div class="pasapas pap-lesson" lang="fr" data-size="{}" data-words="{}">{}</div>',
        str(view.size),
        view.script_words,
        inside,
    )
