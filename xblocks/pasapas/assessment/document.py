"""The text of an assessment that a course asks for with one line."""

from __future__ import annotations

from collections.abc import Mapping

from pasapas.content.assessment import assessment_text
from pasapas.content.bank import Bank
from pasapas.content.course import Module
from pasapas.content.lesson import Lesson
from pasapas.content.references import References
from pasapas.player.inline import sentence_words
from pasapas.player.translation import translator

from . import words


def title_of(
    module: Module, bank: Bank, lessons: Mapping[str, Lesson], references: References
) -> str:
    """What it is called in the course, in French as all content is."""
    say = translator("fr")
    if module.mode == "domain":
        found = next(
            (item.title.text for item in bank.domains if item.slug == module.of), module.of
        )
        return say(words.OF_DOMAIN).format(title=found)
    if module.mode == "lesson":
        lesson = lessons.get(module.of)
        title = sentence_words(lesson.title, references) if lesson else module.of
        return say(words.AFTER_LESSON).format(title=title)
    return say(words.OF_ALL)


def text_of(module: Module, title: str) -> str:
    return assessment_text(module.mode, module.of, title)
