"""The courses that come with the package, as the host reads them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pasapas.authoring.assemble import (
    assessment_document,
    blocking_problems,
    lesson_sounds,
    practice_sounds,
    practice_title,
)
from pasapas.authoring.olx_nodes import document_node
from pasapas.authoring.recordings import Recording, load_recordings
from pasapas.content.course import Course, Module
from pasapas.content.shelf import (
    Shelf,
    ShelvedLesson,
    ShelvedPractice,
    shipped_references,
    shipped_shelf,
)
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
                [
                    entry
                    for module in section.modules
                    for entry in _entries(shelf, course, module, recordings)
                ],
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


def _entries(
    shelf: Shelf, course: Course, module: Module, recordings: Mapping[str, Recording]
) -> Iterator[Entry]:
    """A lesson, and the practice that comes with it: a page of its own behind the lesson's.
    A practice by itself is in the list, and so is an assessment."""
    if module.kind == "assessment":
        document = assessment_document(shelf, course, module, recordings)
        yield Entry(
            url_name=f"{document.kind}-{document.slug}",
            title=document.title,
            words="",
            picture=drawing("verifier"),
            node=document_node(
                document.kind,
                document.slug,
                document.title,
                document.text,
                document.sounds,
                document.settings,
            ),
        )
        return
    if module.kind == "practice":
        yield practice_entry(shelf.practices[module.name], recordings)
        return
    shelved = shelf.lessons[module.name]
    yield _entry(shelved, recordings)
    lesson = shelved.reading.document
    practice = shelf.practices.get(lesson.practice) if lesson else None
    if practice:
        yield dataclasses.replace(practice_entry(practice, recordings), listed=False)


def practice_entry(shelved: ShelvedPractice, recordings: Mapping[str, Recording]) -> Entry:
    """A practice as the host has it in its list."""
    practice = shelved.reading.document
    title = _words(practice.title) if practice else shelved.slug
    sounds = practice_sounds(shelved, recordings) if practice else {}
    title = practice_title(title)
    node = document_node("practice", shelved.slug, title, shelved.text, sounds)
    return Entry(
        url_name=str(node.get("url_name")),
        title=title,
        words="",
        picture=drawing(practice.pictogram if practice else ""),
        node=node,
    )


def _entry(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> Entry:
    """A lesson that can't be read stays in the list: its page says that it is not ready."""
    lesson = shelved.reading.document
    title = _words(lesson.title) if lesson else ""
    sounds = lesson_sounds(shelved, recordings) if lesson else {}
    node = document_node("lesson", shelved.slug, title or shelved.slug, shelved.text, sounds)
    return Entry(
        url_name=str(node.get("url_name")),
        title=title or shelved.slug,
        words=_words(lesson.need[0]) if lesson and lesson.need else "",
        picture=drawing(lesson.pictogram if lesson else ""),
        node=node,
    )


def _words(sentence: str) -> str:
    return sentence_words(sentence, shipped_references())
