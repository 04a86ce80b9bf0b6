"""Which recordings lessons need."""

from __future__ import annotations

from dataclasses import dataclass, field

from pasapas.content.shelf import Shelf, shipped_references
from pasapas.lesson.script import DONE, screens
from pasapas.player.translation import Gettext, translator

from .errors import NarrationError


@dataclass(frozen=True)
class Place:
    """Where something is said."""

    lesson: str
    screen: str

    def __str__(self) -> str:
        return f"{self.lesson}/{self.screen}"


@dataclass
class Wanted:
    """One recording that lessons need. Screens that say the same share one."""

    screen_hash: str
    lines: tuple[str, ...]
    places: list[Place] = field(default_factory=list)


def wanted_recordings(shelf: Shelf, gettext: Gettext) -> list[Wanted]:
    """What the lessons of `shelf` say, in the order of their slugs and screens."""
    wanted: dict[str, Wanted] = {}
    for slug, shelved in sorted(shelf.lessons.items()):
        lesson = shelved.reading.document
        if lesson is None:
            continue
        # With what comes with the package, as the block will show it.
        for screen in screens(lesson, shipped_references(), gettext):
            if screen.lines:
                item = wanted.setdefault(screen.hash, Wanted(screen.hash, screen.spoken))
                item.places.append(Place(slug, screen.key))
    return list(wanted.values())


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
