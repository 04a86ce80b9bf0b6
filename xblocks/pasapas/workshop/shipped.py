"""The courses that come with the package, as the host reads them."""

from __future__ import annotations

from dataclasses import dataclass

from pasapas.authoring.olx_nodes import lesson_node
from pasapas.content.shelf import ShelvedLesson, shipped_shelf
from pasapas.player.pictograms import drawing

from .content import Entry, SourceSection


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
    return ShippedCourse(
        course.title,
        tuple(
            SourceSection(
                section.title,
                [_entry(shelf.lessons[module.name]) for module in section.modules],
            )
            for section in course.sections
        ),
    )


def _entry(shelved: ShelvedLesson) -> Entry:
    lesson = shelved.reading.document
    title = lesson.title if lesson and lesson.title else shelved.slug
    node = lesson_node(shelved.slug, title, shelved.text, {})
    return Entry(
        url_name=str(node.get("url_name")),
        title=title,
        words=lesson.need[0] if lesson and lesson.need else "",
        picture=drawing(lesson.pictogram if lesson else ""),
        node=node,
    )
