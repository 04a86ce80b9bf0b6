"""The parts that pages are made of: headings, sentences, lists, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from . import words as player
from .icons import icon
from .lines import Line
from .words import Words

NOTHING = mark_safe("")

# What stands below a sentence, such as the meanings of its words.
Below = Callable[[Line], SafeString]


def nothing_below(line: Line) -> SafeString:
    return NOTHING


def joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def heading(line: Line, tag: str, address: str = "") -> SafeString:
    """A heading; one with an address can be given the focus when its screen is shown."""
    place = format_html(' id="{}" tabindex="-1"', address) if address else NOTHING
    return format_html(
        '<{0} class="pap-title"{1}{2}>{3}</{0}>',
        mark_safe(tag),  # noqa: S308 - h2 or h3
        place,
        _index(line),
        _marked(line),
    )


def paragraph(line: Line) -> SafeString:
    return format_html('<p class="pap-sentence"{}>{}</p>', _index(line), _marked(line))


def span(line: Line) -> SafeString:
    return format_html("<span{}>{}</span>", _index(line), _marked(line))


def item(line: Line, below: SafeString = NOTHING) -> SafeString:
    if line.explains:
        # What stands below is no part of the sentence: it is not read aloud with it.
        return format_html("<li>{}{}</li>", span(line), below)
    return format_html("<li{}>{}</li>", _index(line), _marked(line))


def box(line: Line, number: int) -> SafeString:
    """A box to tick, with its sentence as its label."""
    return format_html(
        '<li><label class="pap-tick"><input type="checkbox" data-tick="{}" autocomplete="off">'
        "{}</label></li>",
        str(number),
        span(line),
    )


def sentences(lines: Iterable[Line], css: str, below: Below = nothing_below) -> SafeString:
    """Sentences and lists in the order of the text; `css` is the class of the lists."""
    parts: list[SafeString] = []
    items: list[SafeString] = []
    for line in lines:
        if line.role == "item":
            items.append(item(line, below(line)))
        elif line.role == "sentence":
            parts += _listed(items, css)
            items = []
            parts += (paragraph(line), below(line))
    return joined([*parts, *_listed(items, css)])


def _listed(items: list[SafeString], css: str) -> list[SafeString]:
    return [format_html('<ul class="{}">{}</ul>', css, joined(items))] if items else []


def listen_to(first: Line, last: Line, say: Words) -> SafeString:
    """A button of its own for lines that listening to the screen does not read."""
    return format_html(
        '<button type="button" class="pap-button pap-say" data-from="{}" data-to="{}" hidden>'
        "{}<span>{}</span></button>",
        str(first.index),
        str(last.index),
        icon("listen"),
        say(player.LISTEN),
    )


def button(
    css: str, words: str, sign: str = "", sign_after: str = "", hidden: bool = False
) -> SafeString:
    """A button of the page; `css` is how the browser part finds it."""
    return format_html(
        '<button type="button" class="pap-button {}"{}>{}<span>{}</span>{}</button>',
        css,
        mark_safe(" hidden") if hidden else NOTHING,
        icon(sign) if sign else NOTHING,
        words,
        icon(sign_after) if sign_after else NOTHING,
    )


def _marked(line: Line) -> SafeString:
    return mark_safe(line.html)  # noqa: S308 - cleaned by player.inline


def _index(line: Line) -> SafeString:
    """The sentence's place in the recording."""
    return format_html(' data-s="{}"', str(line.index))
