"""The two screens after the last step: what the real thing still asks; then what was done,
how it went, and who else can help."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pasapas.content.lesson import Lesson
from pasapas.player import parts
from pasapas.player.lines import Line
from pasapas.player.local_card import Place
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.words import Words

from . import script, words
from .answers import choices
from .script import Screen


def for_real_screen(
    screen: Screen,
    pictograms: PictogramSheet,
    address: str,
    below: parts.Below,
    practice: SafeString,
) -> SafeString:
    """What is done with somebody beside: it has no place in the count of the steps. Before
    it one may practise."""
    boxes = screen.of("item")
    return parts.joined(
        [
            practice,
            pictograms.show(screen.pictogram),
            *(parts.heading(line, "h2", address) for line in screen.of("title")),
            parts.sentences(screen.of("sentence"), "pap-list", below),
            _boxes(boxes) if boxes else parts.NOTHING,
        ]
    )


def end_screen(
    screen: Screen,
    pictograms: PictogramSheet,
    say: Words,
    address: str,
    card: tuple[Place, ...],
    practice: SafeString,
) -> SafeString:
    """`address` is the id of its first heading."""
    done, rating, talk = _chapters(screen)
    return parts.joined(
        [
            pictograms.show(screen.pictogram),
            parts.heading(done[0], "h2", address),
            parts.sentences(done[1:], "pap-list"),
            practice,
            format_html(
                '<div class="pap-rating">{}{}</div>',
                parts.heading(rating[0], "h3"),
                choices(screen, say),
            ),
            pictograms.show(script.HELP_PICTOGRAM),
            parts.heading(talk[0], "h3"),
            parts.sentences(talk[1:], "pap-list"),
            _card(card),
        ]
    )


def practice_link(lesson: Lesson, say: Words) -> SafeString:
    """To the lesson's practice: Open edX and our host both know such addresses."""
    if not lesson.practice:
        return parts.NOTHING
    return format_html(
        '<p><a class="pap-button pap-main" href="/jump_to_id/practice-{}">{}</a></p>',
        lesson.practice,
        say(words.TRY_IT),
    )


def _chapters(screen: Screen) -> list[list[Line]]:
    """The lines of the end, parted at its headings."""
    chapters: list[list[Line]] = []
    for line in screen.lines:
        if line.role == "title":
            chapters.append([line])
        elif line.role == "sentence":
            chapters[-1].append(line)
    return chapters


def _boxes(boxes: tuple[Line, ...]) -> SafeString:
    return format_html(
        '<ul class="pap-ticks">{}</ul>',
        parts.joined(parts.box(line, number) for number, line in enumerate(boxes)),
    )


def _card(card: tuple[Place, ...]) -> SafeString:
    if not card:
        return parts.NOTHING
    return format_html(
        '<ul class="pap-card">{}</ul>', parts.joined(_place(place) for place in card)
    )


def _place(place: Place) -> SafeString:
    lines = [text for text in (place.person, place.hours) if text]
    phone = parts.NOTHING
    digits = "".join(sign for sign in place.phone if sign in "+0123456789")
    if digits:
        phone = format_html('<br><a href="tel:{}">{}</a>', digits, place.phone)
    elif place.phone:
        lines.append(place.phone)
    return format_html(
        "<li><strong>{}</strong>{}{}</li>",
        place.name,
        parts.joined(format_html("<br>{}", text) for text in lines),
        phone,
    )
