"""A course of the shelf, with its recordings, as what an archive is made from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files

from pasapas.assessment.document import text_of, title_of
from pasapas.assessment.script import Piece
from pasapas.assessment.spoken import spoken_pieces
from pasapas.content.course import Course, Module
from pasapas.content.lesson import read_lesson
from pasapas.content.olx import SoundField
from pasapas.content.problems import Severity
from pasapas.content.shelf import (
    Shelf,
    ShelvedCourse,
    ShelvedLesson,
    ShelvedPractice,
    shipped_references,
)
from pasapas.lesson.script import Screen, screens
from pasapas.player.inline import sentence_words
from pasapas.player.sound import sound_from_field
from pasapas.player.translation import translator
from pasapas.practice.script import Script, practice_script
from pasapas.practice.view import practice_reading
from pasapas.practice.words import PRACTICE_TITLE

from .course_policies import COVER
from .olx_model import STATIC, CourseKey, OlxCourse, OlxDocument, OlxModule, OlxSection
from .olx_tree import Place
from .recordings import Recording

_EVERYWHERE = ".mp3"

ReadSound = Callable[[str], bytes]


def cover() -> bytes:
    """The picture that comes with the package."""
    return (files("pasapas.authoring") / COVER).read_bytes()


def blocking_problems(shelf: Shelf, slug: str) -> list[Place]:
    """(path, problem) of the course, its lessons and practices, of all that must be mended
    first.

    Texts are read once more as the blocks will read them, with what comes with the
    package: a fact or a word of one's own folder is not there in Open edX.
    """
    course = shelf.courses[slug]
    names = course.reading.document.lessons if course.reading.document else ()
    lessons = [shelf.lessons[name] for name in names if name in shelf.lessons]
    practices = _practices_of(shelf, course, lessons)
    texts = (*lessons, *practices)
    paths = {"facts.yaml", "glossary.yaml", course.path, *(text.path for text in texts)}
    found = [place for place in shelf.problems if place[0] in paths]
    for lesson in lessons:
        reading = read_lesson(lesson.text, shipped_references())
        found += [(lesson.path, item) for item in reading.problems]
    for practice in practices:
        found += [(practice.path, item) for item in practice_reading(practice.text).problems]
    blocking = (place for place in found if place[1].severity is not Severity.WARNING)
    return sorted(dict.fromkeys(blocking), key=lambda place: (place[0], place[1].line))


def _practices_of(
    shelf: Shelf, course: ShelvedCourse, lessons: Iterable[ShelvedLesson]
) -> list[ShelvedPractice]:
    names = list(course.reading.document.practices) if course.reading.document else []
    names += [item.reading.document.practice for item in lessons if item.reading.document]
    return [shelf.practices[name] for name in dict.fromkeys(names) if name in shelf.practices]


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
            tuple(_module(shelf, course, module, recordings) for module in section.modules),
        )
        for section in course.sections
    )
    static = {COVER: cover()}
    for name in _sound_files(sections):
        static[name] = read_sound(name)
    return OlxCourse(key, course.title, sections, static)


def _module(
    shelf: Shelf, course: Course, module: Module, recordings: Mapping[str, Recording]
) -> OlxModule:
    """A lesson with its practice below it, or a practice or an assessment by itself."""
    if module.kind == "assessment":
        document = assessment_document(shelf, course, module, recordings)
        return OlxModule((dataclasses.replace(document, sounds=_one_format(document.sounds)),))
    if module.kind == "practice":
        return OlxModule((_practice(shelf.practices[module.name], recordings),))
    lesson = shelf.lessons[module.name]
    practice = shelf.practices.get(lesson.reading.document.practice)
    both = (_lesson(lesson, recordings), *([_practice(practice, recordings)] if practice else []))
    return OlxModule(both)


def _lesson(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> OlxDocument:
    # A title may hold marks and facts; the navigation shows plain words.
    title = sentence_words(shelved.reading.document.title, shipped_references())
    sounds = lesson_sounds(shelved, recordings)
    return OlxDocument("lesson", shelved.slug, title, shelved.text, sounds)


def _practice(shelved: ShelvedPractice, recordings: Mapping[str, Recording]) -> OlxDocument:
    title = practice_title(sentence_words(shelved.reading.document.title, shipped_references()))
    sounds = practice_sounds(shelved, recordings)
    return OlxDocument("practice", shelved.slug, title, shelved.text, sounds)


def assessment_document(
    shelf: Shelf, course: Course, module: Module, recordings: Mapping[str, Recording]
) -> OlxDocument:
    """An assessment, which knows the lessons of its course: it sends people to no other."""
    lessons = {
        slug: shelf.lessons[slug].reading.document
        for slug in course.lessons
        if slug in shelf.lessons and shelf.lessons[slug].reading.document
    }
    references = shipped_references()
    title = title_of(module, shelf.bank, lessons, references)
    text = text_of(module, title)
    titles = {slug: sentence_words(lesson.title, references) for slug, lesson in lessons.items()}
    sounds = _sounds(spoken_pieces(text), recordings)
    return OlxDocument("assessment", module.name, title, text, sounds, {"lessons": titles})


def _one_format(sounds: SoundField) -> SoundField:
    """The format that plays everywhere: one block names all recordings of the bank, and must
    not grow beyond what a content library takes."""
    return {
        step: {
            **entry,
            "sources": [name for name in entry["sources"] if name.endswith(_EVERYWHERE)],
        }
        for step, entry in sounds.items()
    }


def lesson_sounds(shelved: ShelvedLesson, recordings: Mapping[str, Recording]) -> SoundField:
    """What the block's field `sound` holds: the recordings of a lesson that can be read."""
    return _sounds(_screens(shelved), recordings)


def practice_sounds(shelved: ShelvedPractice, recordings: Mapping[str, Recording]) -> SoundField:
    """The same for a practice."""
    return _sounds([_script(shelved)], recordings)


def practice_title(title: str) -> str:
    """A page of practice says so in its title: nobody should take it for the real thing."""
    return translator("fr")(PRACTICE_TITLE).format(title=title)


def _sounds(
    spoken: Iterable[Screen | Script | Piece], recordings: Mapping[str, Recording]
) -> SoundField:
    sounds: SoundField = {}
    for screen in spoken:
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


def _script(shelved: ShelvedPractice) -> Script:
    return practice_script(shelved.reading.document, shipped_references(), translator("fr"))


def _sound_files(sections: tuple[OlxSection, ...]) -> Iterator[str]:
    for section in sections:
        for document in (item for module in section.modules for item in module.documents):
            for entry in document.sounds.values():
                yield from (source.removeprefix(f"/{STATIC}") for source in entry["sources"])


def silent_screens(shelf: Shelf, course: OlxCourse) -> int:
    """How many screens of lessons, and practices, have no recording."""
    return sum(
        spoken.hash not in document.sounds
        for document in course.documents
        for spoken in _spoken(shelf, document)
    )


def _spoken(shelf: Shelf, document: OlxDocument) -> tuple[Screen | Script | Piece, ...]:
    if document.kind == "assessment":
        return spoken_pieces(document.text)
    if document.kind == "lesson":
        return _screens(shelf.lessons[document.slug])
    return (_script(shelf.practices[document.slug]),)
