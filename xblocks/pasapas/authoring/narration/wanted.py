"""Which recordings lessons and practices need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pasapas.assessment.document import text_of, title_of
from pasapas.assessment.script import Piece
from pasapas.assessment.spoken import spoken_pieces
from pasapas.content.shelf import Shelf, shipped_references
from pasapas.lesson.script import DONE, Screen, screens
from pasapas.player.translation import Gettext, translator
from pasapas.practice.script import Script, practice_script

from .errors import NarrationError


@dataclass(frozen=True)
class Place:
    """Where something is said: `document` is `<slug>` of a lesson, `practice-<slug>` of a
    practice; `screen` the key of a screen, or `practice` for the whole of one."""

    document: str
    screen: str

    def __str__(self) -> str:
        return f"{self.document}/{self.screen}"


@dataclass
class Wanted:
    """One recording that is needed. Screens that say the same share one."""

    screen_hash: str
    lines: tuple[str, ...]
    places: list[Place] = field(default_factory=list)


def wanted_recordings(shelf: Shelf, gettext: Gettext) -> list[Wanted]:
    """What lessons and then practices of `shelf` say, by their slugs and screens."""
    wanted: dict[str, Wanted] = {}
    for document, spoken in _documents(shelf, gettext):
        for screen in spoken:
            if screen.lines:
                item = wanted.setdefault(screen.hash, Wanted(screen.hash, screen.spoken))
                item.places.append(Place(document, screen.key))
    return list(wanted.values())


def practice_name(slug: str) -> str:
    """What a practice is called among documents, where a lesson may have the same slug."""
    return f"practice-{slug}"


Spoken = Screen | Script | Piece


def _documents(shelf: Shelf, gettext: Gettext) -> Iterator[tuple[str, tuple[Spoken, ...]]]:
    # With what comes with the package, as the blocks will show it.
    references = shipped_references()
    for slug, shelved in sorted(shelf.lessons.items()):
        if shelved.reading.document:
            yield slug, screens(shelved.reading.document, references, gettext)
    for slug, practice in sorted(shelf.practices.items()):
        if practice.reading.document:
            script = practice_script(practice.reading.document, references, gettext)
            yield practice_name(slug), (script,)
    yield from _assessments(shelf)


def _assessments(shelf: Shelf) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Those that a course of the shelf asks for. All draw from the package's bank."""
    lessons = {
        slug: item.reading.document for slug, item in shelf.lessons.items() if item.reading.document
    }
    for course in shelf.courses.values():
        for module in course.reading.document.modules if course.reading.document else ():
            if module.kind == "assessment":
                title = title_of(module, shelf.bank, lessons, shipped_references())
                yield f"assessment-{module.name}", spoken_pieces(text_of(module, title))


def french() -> Gettext:
    """What the player says by itself is the software's: it is recorded in French.

    Raises `NarrationError` where the French catalogue is missing.
    """
    gettext = translator("fr")
    if gettext(DONE) == DONE:
        raise NarrationError(
            "La traduction française manque : une partie des écrans serait lue en anglais.",
            "The French catalogue is missing: a part of the screens would be read in English.",
        )
    return gettext
