"""A lesson's page: its script as HTML that reads well before any script runs.

Without scripts all steps stand below each other and answers open by themselves
(`<details>`). The browser part shows one screen at a time and takes `hidden` off what
needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.lesson import Lesson, lesson_texts
from pasapas.content.marks import fact_names
from pasapas.content.references import References
from pasapas.player import parts
from pasapas.player import words as player
from pasapas.player.dates import day_in_words
from pasapas.player.local_card import Place
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field
from pasapas.player.translation import Gettext, translator
from pasapas.player.words import Words

from . import script, words
from .answers import choices
from .end import end_screen, for_real_screen, practice_link
from .meanings import Meanings, with_links
from .script import Screen, screens

# Where the browser part says something in one sentence.
_STATUS = mark_safe('<p class="pap-status" role="status"></p>')


@dataclass(frozen=True)
class Setting:
    """Where and how a lesson is shown.

    `prefix` begins every id: several blocks may stand on one page. `here` is the number
    of the screen that is shown first. `sounds` is the block's field: by the hash of a
    screen's words, `{"sources": […], "starts": […]}`.
    """

    references: References
    words: Words
    prefix: str
    here: int = 0
    sounds: Mapping[str, object] = field(default_factory=dict)
    card: tuple[Place, ...] = ()


def lesson_page(lesson: Lesson, setting: Setting) -> SafeString:
    """The inside of the block: listening, screens, and where to go from here."""
    # The script speaks French whatever the language around it, as its recordings do.
    shown = screens(lesson, setting.references, translator("fr"))
    pictograms = PictogramSheet(_names(shown, setting), setting.references, setting.prefix)
    say = setting.words
    return parts.joined(
        [
            _listening(say),
            *(
                _section(number, screen, lesson, pictograms, setting)
                for number, screen in enumerate(shown)
            ),
            _checked_on(lesson, setting),
            _moving(say),
            _STATUS,
            _tools(say),
        ]
    )


def not_ready(gettext: Gettext) -> SafeString:
    """What a learner sees instead of a lesson that can't be read."""
    return format_html('<p class="pap-sentence">{}</p>', gettext(words.NOT_READY))


def _names(shown: tuple[Screen, ...], setting: Setting) -> list[str]:
    """Every pictogram of the page, as often as it is shown."""
    explained = (line.explains[0] for screen in shown for line in screen.of("word"))
    return [
        *(screen.pictogram for screen in shown),
        *(setting.references.glossary[name].pictogram for name in explained),
        script.HELP_PICTOGRAM,
    ]


def _section(
    number: int, screen: Screen, lesson: Lesson, pictograms: PictogramSheet, setting: Setting
) -> SafeString:
    address = f"{setting.prefix}-{number}"
    say = setting.words
    meanings = Meanings(screen, address, setting.references, pictograms, say)
    linked = with_links(screen, address)
    # Before the real thing; at the end only where nothing is said of the real thing.
    practice = practice_link(lesson, say)
    if screen.key == script.END:
        content = end_screen(
            linked,
            pictograms,
            say,
            address,
            setting.card,
            parts.NOTHING if lesson.for_real else practice,
        )
    elif screen.key == script.FOR_REAL:
        content = for_real_screen(linked, pictograms, address, meanings.below, practice)
    else:
        count = say(words.STEP).format(number=number, count=len(lesson.steps))
        content = _content(linked, pictograms, say, address, count, meanings.below)
    sound = sound_from_field(setting.sounds.get(screen.hash), len(screen.lines))
    return format_html(
        '<section class="pap-screen{}" data-screen="{}"{}>{}{}</section>',
        " pap-here" if number == setting.here else "",
        str(number),
        format_html(' aria-labelledby="{}"', address) if screen.of("title") else parts.NOTHING,
        content,
        audio_html(sound) if sound else parts.NOTHING,
    )


def _content(
    screen: Screen,
    pictograms: PictogramSheet,
    say: Words,
    address: str,
    count: str,
    below: parts.Below,
) -> SafeString:
    opening = screen.key == script.OPENING
    return parts.joined(
        [
            parts.NOTHING if opening else format_html('<p class="pap-count">{}</p>', count),
            pictograms.show(screen.pictogram),
            *(parts.heading(line, "h2", address) for line in screen.of("title")),
            parts.sentences(screen.lines, "pap-need" if opening else "pap-list", below),
            choices(screen, say, below) if screen.choices else parts.NOTHING,
        ]
    )


def _checked_on(lesson: Lesson, setting: Setting) -> SafeString:
    """On paper, how old the facts are: the day on which the oldest of them was checked."""
    known = setting.references.facts
    names = {name for text in lesson_texts(lesson) for name in fact_names(text)}
    days = [known[name].checked_on for name in names if name in known]
    if not any(days):
        return parts.NOTHING
    day = day_in_words(min(filter(None, days)), setting.words)
    return format_html(
        '<p class="pap-checked">{}</p>', setting.words(words.CHECKED).format(day=day)
    )


def _listening(say: Words) -> SafeString:
    return format_html(
        '<div class="pap-listening" hidden>{}{}{}</div>',
        parts.button("pap-listen", say(player.LISTEN), "listen", sign_after="pause"),
        parts.button("pap-again", say(player.AGAIN), "again", hidden=True),
        parts.button("pap-slower", say(player.SLOWER), "slower", hidden=True),
    )


def _moving(say: Words) -> SafeString:
    return format_html(
        '<div class="pap-moving" hidden>{}{}{}</div>',
        parts.button("pap-back", say(words.BACK), "back"),
        parts.button("pap-begin pap-main", say(words.BEGIN), sign_after="next"),
        parts.button("pap-next pap-main", say(words.NEXT), sign_after="next"),
    )


def _tools(say: Words) -> SafeString:
    return format_html(
        '<div class="pap-tools" hidden>{}{}{}{}{}</div>',
        parts.button("pap-restart", say(words.BEGIN_AGAIN), "again", hidden=True),
        parts.button("pap-bigger", say(player.BIGGER), "bigger"),
        parts.button("pap-all", say(words.ALL_STEPS)),
        parts.button("pap-one", say(words.ONE_STEP), hidden=True),
        parts.button("pap-print", say(words.PRINT), "print"),
    )
