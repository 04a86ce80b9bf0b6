"""The courses that come with the package, as the host reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pasapas.authoring.assemble import blocking_problems, lesson_sounds
from pasapas.authoring.olx_nodes import lesson_node
from pasapas.authoring.recordings import Recording, load_recordings
from pasapas.content.shelf import ShelvedLesson, shipped_references, shipped_shelf
from pasapas.player.inline import sentence_words
from pasapas.player.pictograms import drawing
from pasapas.player.problems import describe_at
from pasapas.player.translation import translator

from .content import Entry, SourceSection

TO_MEND = "Attention, le cours a des erreurs. Corrigez ces lignes avant l'atelier :"


class UnknownCourseError(LookupError):
    """No course has that name. `known`: those that there are."""

    def __init__(self, name: str, known: list[str]):
        super().__init__(name)
        self.name = name
        self.known = known


@dataclass(frozen=True)
class ShippedCourse:
    title: str
    sections: tuple[SourceSection, ...]


def shipped_course(slug: str) -> ShippedCourse:
    """A course of the package's own shelf. Raises `UnknownCourseError`."""
    shelf = shipped_shelf()
    shelved = shelf.courses.get(slug)
    if shelved is None or shelved.reading.document is None:
        raise UnknownCourseError(slug, sorted(shelf.courses))
    course = shelved.reading.document
    recordings = load_recordings()
    return ShippedCourse(
        course.title,
        tuple(
            SourceSection(
                section.title,
                [_entry(shelf.lessons[module.name], recordings) for module in section.modules],
            )
            for section in course.sections
        ),
    )


def course_warning(slug: str) -> str:
    """What a trainer should mend before learners come, by file and line; "" for nothing."""
    shelf = shipped_shelf()
    if slug not in shelf.courses:
        return ""
    gettext = translator("fr")
    lines = [describe_at(*place, gettext) for place in blocking_problems(shelf, slug)]
    return "\n".join([TO_MEND, *lines]) if lines else ""


def _entry(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> Entry:
    """A lesson that can't be read stays in the list: its page says that it is not ready."""
    lesson = shelved.reading.document
    title = _words(lesson.title) if lesson else ""
    sounds = lesson_sounds(shelved, recordings) if lesson else {}
    node = lesson_node(shelved.slug, title or shelved.slug, shelved.text, sounds)
    return Entry(
        url_name=str(node.get("url_name")),
        title=title or shelved.slug,
        words=_words(lesson.need[0]) if lesson and lesson.need else "",
        picture=drawing(lesson.pictogram if lesson else ""),
        node=node,
    )


def _words(sentence: str) -> str:
    return sentence_words(sentence, shipped_references())
