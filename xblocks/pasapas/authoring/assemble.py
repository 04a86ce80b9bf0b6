"""A course of the shelf, with its recordings, as what an archive is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from pasapas.content.lesson import read_lesson
from pasapas.content.olx import SoundField
from pasapas.content.problems import Severity
from pasapas.content.shelf import Shelf, ShelvedLesson, shipped_references
from pasapas.lesson.script import Screen, screens
from pasapas.player.inline import sentence_words
from pasapas.player.sound import sound_from_field
from pasapas.player.translation import translator

from .course_policies import COVER
from .olx_model import STATIC, CourseKey, OlxCourse, OlxLesson, OlxSection
from .olx_tree import Place
from .recordings import Recording

ReadSound = Callable[[str], bytes]


def cover() -> bytes:
    """The picture that comes with the package."""
    return (files("pasapas.authoring") / COVER).read_bytes()


def blocking_problems(shelf: Shelf, slug: str) -> list[Place]:
    """(path, problem) of the course and its lessons, of all that must be mended first.

    Lessons are read once more as the block will read them, with what comes with the
    package: a fact or a word of one's own folder is not there in Open edX.
    """
    course = shelf.courses[slug]
    names = course.reading.document.lessons if course.reading.document else ()
    lessons = [shelf.lessons[name] for name in names if name in shelf.lessons]
    paths = {"facts.yaml", "glossary.yaml", course.path, *(lesson.path for lesson in lessons)}
    found = [place for place in shelf.problems if place[0] in paths]
    for lesson in lessons:
        reading = read_lesson(lesson.text, shipped_references())
        found += [(lesson.path, item) for item in reading.problems]
    blocking = (place for place in found if place[1].severity is not Severity.WARNING)
    return sorted(dict.fromkeys(blocking), key=lambda place: (place[0], place[1].line))


def assemble(
    shelf: Shelf,
    slug: str,
    key: CourseKey,
    recordings: Mapping[str, Recording],
    read_sound: ReadSound,
) -> OlxCourse:
    """The course `slug`, which has no blocking problem.

    `recordings`: by screen hash; {} for a course without sound. `read_sound`: name of a
    recording's file → bytes; it may raise OSError.
    """
    course = shelf.courses[slug].reading.document
    sections = tuple(
        OlxSection(
            section.title,
            tuple(_lesson(shelf.lessons[module.name], recordings) for module in section.modules),
        )
        for section in course.sections
    )
    static = {COVER: cover()}
    for name in _sound_files(sections):
        static[name] = read_sound(name)
    return OlxCourse(key, course.title, sections, static)


def _lesson(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> OlxLesson:
    # A title may hold marks and facts; the navigation shows plain words.
    title = sentence_words(shelved.reading.document.title, shipped_references())
    return OlxLesson(shelved.slug, title, shelved.text, lesson_sounds(shelved, recordings))


def lesson_sounds(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> SoundField:
    """What the block's field `sound` holds: the recordings of a lesson that can be read."""
    sounds: SoundField = {}
    for screen in _screens(shelved):
        recording = recordings.get(screen.hash)
        if recording is None:
            continue
        entry = {
            "sources": [f"/{STATIC}{name}" for name in recording.names],
            "starts": list(recording.starts),
        }
        # What the player would not play is not worth its bytes.
        if sound_from_field(entry, len(screen.spoken)):
            sounds[screen.hash] = entry
    return sounds


def _screens(shelved: ShelvedLesson) -> tuple[Screen, ...]:
    """What the block will show: the hashes of its screens find the recordings."""
    return screens(shelved.reading.document, shipped_references(), translator("fr"))


def _sound_files(sections: tuple[OlxSection, ...]) -> Iterator[str]:
    for section in sections:
        for lesson in section.lessons:
            for entry in lesson.sounds.values():
                yield from (source.removeprefix(f"/{STATIC}") for source in entry["sources"])


def silent_screens(shelf: Shelf, course: OlxCourse) -> int:
    """How many screens of the course have no recording."""
    return sum(
        screen.hash not in lesson.sounds
        for lesson in course.lessons
        for screen in _screens(shelf.lessons[lesson.slug])
    )
