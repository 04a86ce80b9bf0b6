"""The sentences of a lesson as they are read, screen by screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Literal

from ..lesson import Lesson, Step
from ..marks import MISSPELT_FACT, with_facts
from ..references import References
from ..unsafe_marks import FACT, GLOSSARY, LINK, unsafe_marks
from .tokens import Word, masked, spoken_length, words_of

# "box": an item of « pour de vrai », which is ticked.
Role = Literal["title", "need", "known", "sentence", "item", "box", "choice", "feedback"]
# Where a marked word opens its meaning (decision 7); elsewhere it is a word like others.
TOUCHED = ("sentence", "item", "feedback")

# As in Markdown; a sign that opens nothing stays.
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
EMPHASIS = re.compile(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])|(?<!\w)_([^_\s][^_]*)_(?!\w)")
SENTENCE_END = re.compile(r"(?<=[.!?])[ \u00a0\u202f]+(?=[A-ZÀ-ÖØ-ÞŒ«0-9])")


@dataclass(frozen=True)
class Passage:
    """One sentence as it is read, marks stripped and facts in place; `raw` as it is written."""

    text: str
    line: int
    role: Role
    raw: str

    @cached_property
    def authored(self) -> str:
        """The sentence without what comes from the facts: those have their own source."""
        return without_marks(FACT.sub(" ", self.raw))

    @cached_property
    def own_text(self) -> str:
        """Its prose: without what is quoted from a screen or a message, without addresses."""
        return masked(self.text)

    @cached_property
    def explains(self) -> tuple[tuple[str, str], ...]:
        """(words shown, name of the entry) of the words whose meaning a touch opens here."""
        if self.role not in TOUCHED:
            return ()
        return tuple(
            (shown, target.removeprefix(GLOSSARY))
            for shown, target in LINK.findall(FACT.sub("", self.raw))
            if target.startswith(GLOSSARY)
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of `own_text`."""
        return words_of(self.own_text)

    @property
    def is_markup(self) -> bool:
        """Pasted from a page: that is one thing to mend, before its words."""
        return any(item.code == "sentence.html" for item in unsafe_marks(self.raw, self.line))

    def as_written(self, first: int, last: int | None = None) -> str:
        """The words from `first` to `last`, in the letters of their author."""
        end = self.words[first if last is None else last].end
        return self.own_text[self.words[first].start : end]


@dataclass(frozen=True)
class ScreenText:
    """What stands on one screen: the opening, a step, « pour de vrai ».

    `added`: how many words the player says there by itself. Whoever reads has them before
    their eyes too.
    """

    passages: tuple[Passage, ...]
    line: int
    added: int = 0

    @property
    def is_opening(self) -> bool:
        """Only the opening holds what people say of their need."""
        return any(passage.role in ("need", "known") for passage in self.passages)

    @property
    def length(self) -> int:
        """How many words are before the reader's eyes at once."""
        return sum(spoken_length(passage.text) for passage in self.shown) + self.added

    @property
    def shown(self) -> tuple[Passage, ...]:
        """What is there at once: feedback opens only after an answer, and of the needs of
        a lesson its opening shows the first."""
        needs = [passage for passage in self.passages if passage.role == "need"]
        hidden = {id(passage) for passage in needs[1:]}
        return tuple(
            passage
            for passage in self.passages
            if passage.role != "feedback" and id(passage) not in hidden
        )


def passage(raw: str, line: int, role: Role, references: References) -> Passage:
    return Passage(without_marks(with_facts(raw, references)), line, role, raw)


def without_marks(text: str) -> str:
    """The words of a sentence, of links those that are shown. A misspelt fact, which has a
    message of its own, leaves nothing behind."""
    text = MISSPELT_FACT.sub("", text)
    bare = _BOLD.sub(r"\1", LINK.sub(r"\1", text))
    return " ".join(EMPHASIS.sub(lambda mark: mark[1] or mark[2], bare).split())


# What the player says on a screen, in words (lesson/script.py; a test holds the two together).
BEFORE_THE_STEPS = 10
BEFORE_SEVERAL_ANSWERS = 4
BEFORE_BOXES = 8


def lesson_screens(lesson: Lesson, references: References) -> tuple[ScreenText, ...]:
    """The screens in their order; the one of « pour de vrai » comes last."""
    steps = (*lesson.steps, *((lesson.for_real,) if lesson.for_real else ()))
    return (
        ScreenText(
            tuple(_opening(lesson, references)),
            lesson.lines.title,
            BEFORE_THE_STEPS if lesson.for_real else 0,
        ),
        *(ScreenText(tuple(_step(step, references)), step.line, _added(step)) for step in steps),
    )


def _added(step: Step) -> int:
    if step.kind == "for-real":
        return BEFORE_BOXES if any(sentence.listed for sentence in step.sentences) else 0
    return BEFORE_SEVERAL_ANSWERS if step.choices and step.choices.several else 0


def _opening(lesson: Lesson, references: References) -> Iterator[Passage]:
    if lesson.title:
        yield passage(lesson.title, lesson.lines.title, "title", references)
    for need, line in zip_longest(lesson.need, lesson.lines.need, fillvalue=0):
        yield passage(need, line, "need", references)
    # A field of front matter holds its sentences on one line; each is shown on its own.
    for sentence in SENTENCE_END.split(lesson.known):
        if sentence:
            yield passage(sentence, lesson.lines.known, "known", references)


def _step(step: Step, references: References) -> Iterator[Passage]:
    if step.title:
        yield passage(step.title, step.line, "title", references)
    listed: Role = "box" if step.kind == "for-real" else "item"
    for sentence in step.sentences:
        role: Role = listed if sentence.listed else "sentence"
        yield passage(sentence.text, sentence.line, role, references)
    for option in step.choices.options if step.choices else ():
        if option.text:
            yield passage(option.text, option.line, "choice", references)
    for option in step.choices.options if step.choices else ():
        for said in option.feedback:
            yield passage(said, option.line, "feedback", references)
