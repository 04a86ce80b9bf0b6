"""The script of a lesson: its screens, and every sentence of them, in order.

The same script is rendered into the page and read aloud by `pasapas narrate`: what is
shown and what is said can't part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.lesson import Choices, Lesson, Step
from pasapas.content.plain_language.passages import SENTENCE_END
from pasapas.content.references import References
from pasapas.player.inline import explained_html, explained_words, sentence_html, sentence_words
from pasapas.player.lines import Line, Role
from pasapas.player.sound import spoken_hash
from pasapas.player.translation import Gettext
from pasapas.player.translation import noop as _

OPENING = "opening"
FOR_REAL = "for-real"
END = "end"
FINISHED_PICTOGRAM = "fait"
HELP_PICTOGRAM = "aide"

# What a learner may say of themselves at the end; the order is the one shown.
RATINGS = ("yes", "almost", "not-yet")

READ_FIRST = _("Read first. You try it for real at the end.")
SEVERAL = _("Several answers are possible.")
DONE = _("The lesson is finished.")
SEEN = _("You have seen the lesson:")
WITH_SOMEBODY = _("To tick, with somebody if you like:")
CAN_YOU = _("Can you do it?")
RATING_WORDS = {
    "yes": (_("I can do it"), _("Good. Come back to this lesson whenever you like.")),
    "almost": (_("Almost"), _("You are on your way. You can begin the lesson again.")),
    "not-yet": (_("Not yet"), _("Take your time. You can begin again, or ask for help.")),
}
RATHER_TALK = _("Would you rather talk to somebody?")
ASK = _(
    "Speak with your trainer or your adviser. A library or an espace France services helps too."
)


@dataclass(frozen=True)
class Screen:
    """What stands on the screen at once. `lines` are in the order in which they are
    recorded: behind the screen's own sentences comes what is heard only when it is opened,
    first the feedback of its answers, then its words with their meanings."""

    key: str
    pictogram: str
    lines: tuple[Line, ...]
    step: Step | None = None
    choices: Choices | None = None

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(line.words for line in self.lines)

    @cached_property
    def hash(self) -> str:
        return spoken_hash(self.spoken)

    def of(self, role: Role, choice: int | None = None) -> tuple[Line, ...]:
        """Its lines of one role (and of one answer)."""
        return tuple(
            line
            for line in self.lines
            if line.role == role and (choice is None or line.choice == choice)
        )


def screens(lesson: Lesson, references: References, gettext: Gettext) -> tuple[Screen, ...]:
    """The opening, one screen a step, « pour de vrai » if the lesson has it, and the end."""
    real = lesson.for_real
    return (
        _opening(lesson, references, gettext),
        *(
            _step(number, step, references, gettext)
            for number, step in enumerate(lesson.steps, start=1)
        ),
        *([_for_real(real, references, gettext)] if real else []),
        _end(lesson, references, gettext),
    )


class _Script:
    """Collects lines and numbers them."""

    def __init__(self, references: References):
        self._references = references
        self.lines: list[Line] = []

    def add(self, role: Role, text: str, choice: int | None = None) -> None:
        """A line in which nothing is touched: glossary words are words like others."""
        self._add(role, text, sentence_html(text, self._references), choice)

    def add_explained(self, role: Role, text: str, choice: int | None = None) -> None:
        """A line whose glossary words open their meanings."""
        marked = explained_html(text, self._references)
        self._add(role, text, marked, choice, explained_words(marked))

    def _add(
        self,
        role: Role,
        text: str,
        marked: str,
        choice: int | None = None,
        explains: tuple[str, ...] = (),
    ) -> None:
        words = sentence_words(text, self._references)
        if words:
            self.lines.append(Line(len(self.lines), role, words, marked, choice, explains))

    def add_meanings(self) -> None:
        """The words that are touched on the screen, each once, in the order of the lines."""
        for name in dict.fromkeys(name for line in self.lines for name in line.explains):
            entry = self._references.glossary[name]
            for role, texts in (("word", (entry.word,)), ("meaning", entry.meaning)):
                for text in texts:
                    marked = sentence_html(text, self._references)
                    self._add(role, text, marked, explains=(name,))

    def add_choices(self, choices: Choices) -> None:
        for number, option in enumerate(choices.options):
            self.add("choice", option.text, number)
        # An answer without words is not shown: nobody could hear its feedback.
        shown = {line.choice for line in self.lines if line.role == "choice"}
        for number, option in enumerate(choices.options):
            for text in option.feedback if number in shown else ():
                self.add_explained("feedback", text, number)


def _opening(lesson: Lesson, references: References, gettext: Gettext) -> Screen:
    script = _Script(references)
    script.add("title", lesson.title)
    for need in lesson.need[:1]:
        script.add("item", need)
    for sentence in _split(lesson.known):
        script.add("sentence", sentence)
    if lesson.for_real:
        # Steps give orders: without this, people leave to follow the first one.
        for sentence in _split(gettext(READ_FIRST)):
            script.add("sentence", sentence)
    return Screen(OPENING, lesson.pictogram, tuple(script.lines))


def _step(number: int, step: Step, references: References, gettext: Gettext) -> Screen:
    script = _Script(references)
    script.add("title", step.title)
    for sentence in step.sentences:
        script.add_explained("item" if sentence.listed else "sentence", sentence.text)
    if step.choices:
        if step.choices.several:
            script.add("sentence", gettext(SEVERAL))
        script.add_choices(step.choices)
    script.add_meanings()
    return Screen(str(number), step.pictogram, tuple(script.lines), step, step.choices)


def _for_real(real: Step, references: References, gettext: Gettext) -> Screen:
    """Its sentences; before the first box it is said what the boxes are for."""
    script = _Script(references)
    script.add("title", real.title)
    boxes = False
    for sentence in real.sentences:
        if not sentence.listed:
            script.add_explained("sentence", sentence.text)
            continue
        if not boxes:
            script.add("sentence", gettext(WITH_SOMEBODY))
            boxes = True
        script.add("item", sentence.text)
    script.add_meanings()
    return Screen(FOR_REAL, real.pictogram, tuple(script.lines), real)


def _end(lesson: Lesson, references: References, gettext: Gettext) -> Screen:
    script = _Script(references)
    script.add("title", gettext(DONE))
    stop = "" if lesson.title.endswith((".", "?", "!")) else "."
    script.add("sentence", f"{gettext(SEEN)} {lesson.title}{stop}")
    script.add("title", gettext(CAN_YOU))
    for number, rating in enumerate(RATINGS):
        script.add("choice", gettext(RATING_WORDS[rating][0]), number)
    script.add("title", gettext(RATHER_TALK))
    for sentence in _split(gettext(ASK)):
        script.add("sentence", sentence)
    for number, rating in enumerate(RATINGS):
        for sentence in _split(gettext(RATING_WORDS[rating][1])):
            script.add("feedback", sentence, number)
    return Screen(END, FINISHED_PICTOGRAM, tuple(script.lines))


def _split(text: str) -> Iterator[str]:
    """A field of front matter may hold several sentences on its line."""
    return (part for part in SENTENCE_END.split(text) if part)
