"""The script of a practice: all that it says, in parts that are shown one at a time.

As with lessons, the same script is rendered into the page and read aloud by `pasapas
narrate`. All parts are one recording, of which each plays its own piece: thirty files a
practice would be a thousand in a course (decision 8).
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

END = "end"


@dataclass(frozen=True)
class Part:
    """What is shown and heard at once. `key`: `opening-1` (by level), `say-0` (by
    observation), `help-0-1` (by help and hint) or `end`. The indexes of its lines are
    their places in the whole script."""

    key: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Script:
    """The parts in the order in which a learner may meet them."""

    parts: tuple[Part, ...]

    # What a recording of it is called among those of a document.
    key = "practice"

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)

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


def practice_script(practice: Practice, references: References, gettext: Gettext) -> Script:
    writer = _Writer(references)
    title, safe = Said(practice.title, 0), Said(gettext(SAFE), 0)
    for level in practice.levels:
        writer.add(
            opening_key(level.number),
            ("title", [title]),
            ("sentence", level.scene),
            ("item", level.goal),
            ("sentence", [safe]),
        )
    for number, observation in enumerate(practice.observations):
        writer.add(say_key(number), ("feedback", observation.say))
    for number, item in enumerate(practice.helps):
        for place, hint in enumerate(item.hints):
            writer.add(help_key(number, place), ("feedback", hint))
    was_practice = Said(gettext(IT_WAS_PRACTICE), 0)
    writer.add(END, ("sentence", [was_practice, *practice.real]))
    return Script(tuple(writer.parts))


class _Writer:
    """Collects parts and numbers their lines."""

    def __init__(self, references: References):
        self._references = references
        self._count = 0
        self.parts: list[Part] = []

    def add(self, key: str, *said: tuple[Role, Iterable[Said]]) -> None:
        lines = []
        for role, sentences in said:
            for sentence in sentences:
                words = sentence_words(sentence.text, self._references)
                if words:
                    marked = sentence_html(sentence.text, self._references)
                    lines.append(Line(self._count, role, words, marked))
                    self._count += 1
        self.parts.append(Part(key, tuple(lines)))
