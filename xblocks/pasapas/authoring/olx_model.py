"""What a course archive is made from, and what is read back from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pasapas.content.olx import SoundField

COURSE_FILE = "course.xml"
STATIC = "static/"


@dataclass(frozen=True)
class CourseKey:
    """The identity written in the archive. Studio puts that of the course one imports
    into in its place."""

    org: str
    number: str
    run: str


@dataclass(frozen=True)
class OlxLesson:
    """`title`: plain words. `text`: canonical. `sounds`: by screen hash, as in the block."""

    slug: str
    title: str
    text: str
    sounds: SoundField = field(default_factory=dict)


@dataclass(frozen=True)
class OlxSection:
    title: str
    lessons: tuple[OlxLesson, ...]


@dataclass(frozen=True)
class OlxCourse:
    """All that an archive is made from. `static`: name without folder → bytes."""

    key: CourseKey
    title: str
    sections: tuple[OlxSection, ...]
    static: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def lessons(self) -> tuple[OlxLesson, ...]:
        return tuple(lesson for section in self.sections for lesson in section.lessons)
