"""Words that are touched, and their meanings, which open right below the sentence.

Without scripts a meaning is a `<details>` that anybody may open; the link in the sentence
opens it too, since its target lies within. With scripts it is hidden until its word is
touched.
"""

from __future__ import annotations

import dataclasses
from functools import partial

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pasapas.content.references import References
from pasapas.player import parts
from pasapas.player.inline import word_links
from pasapas.player.lines import Line
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.translation import translator
from pasapas.player.words import Words

from . import words
from .script import Screen


def with_links(screen: Screen, address: str) -> Screen:
    """The screen with a link in the place of each word that is explained."""
    link = partial(_link, address)
    lines = (
        dataclasses.replace(line, html=word_links(line.html, link)) if line.explains else line
        for line in screen.lines
    )
    return dataclasses.replace(screen, lines=tuple(lines))


def _link(address: str, name: str, spoken: str, html: SafeString) -> SafeString:
    return format_html(
        '<a class="pap-word" href="#{}" aria-label="{}">{}</a>',
        _place(address, name),
        translator("fr")(words.EXPLAINED).format(word=spoken),
        html,
    )


def _place(address: str, name: str) -> str:
    # No slug has a dot: the id of a pictogram or of a screen is never the same.
    return f"{address}.{name}"


class Meanings:
    """The meanings of one screen. Each stands once, where its word is met first; `address`
    begins their ids."""

    def __init__(
        self,
        screen: Screen,
        address: str,
        references: References,
        pictograms: PictogramSheet,
        say: Words,
    ):
        self._lines = (*screen.of("word"), *screen.of("meaning"))
        self._address = address
        self._references = references
        self._pictograms = pictograms
        self._say = say
        self._shown: set[str] = set()

    def below(self, line: Line) -> SafeString:
        """What opens below a sentence."""
        if not line.explains:
            return parts.NOTHING
        new = [name for name in line.explains if name not in self._shown]
        self._shown.update(new)
        return parts.joined(map(self._meaning, new))

    def _meaning(self, name: str) -> SafeString:
        word, *meaning = (line for line in self._lines if line.explains == (name,))
        return format_html(
            '<details class="pap-meaning"><summary>{}</summary><div id="{}">{}{}{}</div></details>',
            parts.span(word),
            _place(self._address, name),
            self._pictograms.show(self._references.glossary[name].pictogram),
            parts.joined(map(parts.paragraph, meaning)),
            parts.listen_to(word, meaning[-1], self._say),
        )
