"""The script of a practice: what it says, in parts that are shown, and heard, each alone.

As with lessons, the same script is rendered into the page and read aloud by `pasapas
narrate`. A part is one recording: whoever asks for a hint loads a hint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.practice import Practice
from pasapas.content.practice_fields import Said
from pasapas.content.references import References
from pasapas.player.inline import sentence_html, sentence_words
from pasapas.player.lines import Line, Role
from pasapas.player.sound import spoken_hash
from pasapas.player.translation import Gettext
from pasapas.player.translation import noop as _

SAFE = _("Here nothing is sent.")
IT_WAS_PRACTICE = _("That was practice.")


@dataclass(frozen=True)
class Part:
    """What is shown and heard at once. `key`: `opening-1` (by level), `say-0` (by
    observation), `help-0-1` (by help and hint) or `end`."""

    key: str
    lines: tuple[Line, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(line.words for line in self.lines)

    @cached_property
    def hash(self) -> str:
        return spoken_hash(self.spoken)


def opening_key(level: int) -> str:
    return f"opening-{level}"


def say_key(observation: int) -> str:
    return f"say-{observation}"


def help_key(number: int, hint: int) -> str:
    return f"help-{number}-{hint}"


END = "end"


def parts(practice: Practice, references: References, gettext: Gettext) -> tuple[Part, ...]:
    """Every part, in the order in which a learner may meet them."""
    safe = Said(gettext(SAFE), 0)
    found = [
        _part(
            opening_key(level.number),
            ("title", [Said(practice.title, 0)]),
            ("sentence", level.scene),
            ("item", level.goal),
            ("sentence", [safe]),
            references=references,
        )
        for level in practice.levels
    ]
    found += [
        _part(say_key(number), ("feedback", item.say), references=references)
        for number, item in enumerate(practice.observations)
    ]
    found += [
        _part(help_key(number, place), ("feedback", hint), references=references)
        for number, item in enumerate(practice.helps)
        for place, hint in enumerate(item.hints)
    ]
    found.append(
        _part(
            END,
            ("sentence", [Said(gettext(IT_WAS_PRACTICE), 0), *practice.real]),
            references=references,
        )
    )
    return tuple(found)


def _part(key: str, *said: tuple[Role, Iterable[Said]], references: References) -> Part:
    lines: list[Line] = []
    for role, sentences in said:
        for sentence in sentences:
            words = sentence_words(sentence.text, references)
            if words:
                marked = sentence_html(sentence.text, references)
                lines.append(Line(len(lines), role, words, marked))
    return Part(key, tuple(lines))
