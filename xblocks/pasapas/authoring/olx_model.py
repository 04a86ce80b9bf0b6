"""What a course archive is made from, and what is read back from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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
class OlxDocument:
    """One block. `kind`: lesson, practice or assessment. `title`: plain words. `text`:
    canonical. `sounds`: by the hash of what is said, as in the block. `settings`: other fields."""

    kind: str
    slug: str
    title: str
    text: str
    sounds: SoundField = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OlxModule:
    """What stands together in one unit: a lesson with its practice, or either alone."""

    documents: tuple[OlxDocument, ...]

    @property
    def name(self) -> str:
        """What its sequence and its unit are called: a lesson's slug, `practice-<slug>`."""
        first = self.documents[0]
        return first.slug if first.kind == "lesson" else f"{first.kind}-{first.slug}"

    @property
    def title(self) -> str:
        return self.documents[0].title


@dataclass(frozen=True)
class OlxSection:
    title: str
    modules: tuple[OlxModule, ...]


@dataclass(frozen=True)
class OlxCourse:
    """All that an archive is made from. `static`: name without folder → bytes."""

    key: CourseKey
    title: str
    sections: tuple[OlxSection, ...]
    static: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def documents(self) -> tuple[OlxDocument, ...]:
        modules = (module for section in self.sections for module in section.modules)
        return tuple(document for module in modules for document in module.documents)
