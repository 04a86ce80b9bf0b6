"""The shelf: all documents of a folder of courses, read once, and how they hang together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from .bank import Bank, BankFile, bank_of, read_bank_file, twice
from .course import Course, read_course
from .facts import read_facts
from .glossary import read_glossary
from .lesson import Lesson, read_lesson
from .pictograms import read_pictograms
from .practice import Practice, read_practice
from .problems import Problem, Reading, problem
from .references import References
from .schema import SLUG
from .text import canonical


@dataclass(frozen=True)
class Shelved:
    """A document where it stands: `path` is relative to the folder, with slashes;
    `text` is canonical."""

    slug: str
    path: str
    text: str


@dataclass(frozen=True)
class ShelvedLesson(Shelved):
    reading: Reading[Lesson]


@dataclass(frozen=True)
class ShelvedPractice(Shelved):
    """What its screen has to say of it, `pasapas.screens` adds."""

    reading: Reading[Practice]


@dataclass(frozen=True)
class ShelvedCourse(Shelved):
    reading: Reading[Course]


@dataclass(frozen=True)
class ShelvedBankFile(Shelved):
    reading: Reading[BankFile]


@dataclass(frozen=True)
class Shelf:
    """`bank_files`: those of the bank of challenges, by stem."""

    references: References
    lessons: Mapping[str, ShelvedLesson]
    practices: Mapping[str, ShelvedPractice]
    courses: Mapping[str, ShelvedCourse]
    bank_files: Mapping[str, ShelvedBankFile]
    problems: tuple[tuple[str, Problem], ...]
    """(path, problem) of every document, in the order of the paths."""

    @cached_property
    def bank(self) -> Bank:
        """The bank of challenges, as far as its files can be read."""
        return bank_of(
            file.reading.document for file in self.bank_files.values() if file.reading.document
        )


@cache
def shipped_shelf() -> Shelf:
    """The documents that come with the package."""
    return read_shelf(files("pasapas.courses"), shipped_references())


@cache
def shipped_bank() -> Bank:
    """The bank of challenges that comes with the package, under the name `pasapas`."""
    folder = files("pasapas.courses") / "assessment"
    read = _bank(folder, shipped_references(), [])
    return bank_of(file.reading.document for file in read.values() if file.reading.document)


@cache
def shipped_lessons() -> Mapping[str, Lesson]:
    """The lessons that come with the package, by slug."""
    texts = dict(_lesson_files(files("pasapas.courses") / "lessons", []))
    references = shipped_references()
    read = {slug: read_lesson(raw, references).document for slug, (_, raw) in texts.items()}
    return {slug: lesson for slug, lesson in read.items() if lesson}


@cache
def shipped_references() -> References:
    """What a block may name, wherever it lives: the package's pictograms, facts and words.

    Which other lessons exist is the business of whoever assembles a course.
    """
    pictograms = read_pictograms((files("pasapas.pictograms") / "catalogue.yaml").read_bytes())
    courses = files("pasapas.courses")
    facts = read_facts((courses / "facts.yaml").read_bytes())
    drawn = pictograms.document or {}
    glossary = read_glossary((courses / "glossary.yaml").read_bytes(), drawn)
    return References(
        pictograms=drawn, facts=facts.document or {}, glossary=glossary.document or {}
    )


def read_shelf(folder: Traversable, references: References) -> Shelf:
    """Read `folder`: `lessons/<domain>/<slug>.md`, `practices/<slug>.yaml`,
    `assessment/<domain>.yaml`, `<course>.yaml`, `facts.yaml` and `glossary.yaml`.

    Pictograms come from `references`; facts and explained words too where the folder has
    none of its own.
    """
    problems: list[tuple[str, Problem]] = []
    references = _own(folder, references, problems)
    texts = dict(_lesson_files(folder / "lessons", problems))
    practices = _practices(folder / "practices", references, problems)
    known = frozenset(practices) | frozenset(references.practices or ())
    references = dataclasses.replace(references, lessons=frozenset(texts), practices=known)
    lessons = {
        slug: ShelvedLesson(slug, path, canonical(raw)[0], read_lesson(raw, references))
        for slug, (path, raw) in sorted(texts.items())
    }
    for item in (*lessons.values(), *practices.values()):
        problems += [(item.path, found) for found in item.reading.problems]
    problems += _misplaced(lessons) + _circles(lessons)
    bank = _bank(folder / "assessment", references, problems)
    courses = _courses(folder, references, problems)
    problems += [(item.path, found) for item in courses.values() for found in item.reading.problems]
    problems += _practices_twice(courses, lessons)
    in_order = tuple(sorted(problems, key=_place))
    return Shelf(references, lessons, practices, courses, bank, in_order)


def _own(
    folder: Traversable, references: References, problems: list[tuple[str, Problem]]
) -> References:
    """`references` with the facts and the glossary of the folder, where it has them."""
    facts_file, glossary_file = folder / "facts.yaml", folder / "glossary.yaml"
    if facts_file.is_file():
        facts = read_facts(facts_file.read_bytes())
        problems += [(facts_file.name, found) for found in facts.problems]
        references = dataclasses.replace(references, facts=facts.document or {})
    if glossary_file.is_file():
        glossary = read_glossary(glossary_file.read_bytes(), references.pictograms)
        problems += [(glossary_file.name, found) for found in glossary.problems]
        references = dataclasses.replace(references, glossary=glossary.document or {})
    return references


def _place(entry: tuple[str, Problem]) -> tuple[str, int]:
    return entry[0], entry[1].line


def _lesson_files(
    folder: Traversable, problems: list[tuple[str, Problem]]
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    seen: set[str] = set()
    domains = sorted(_children(folder), key=lambda item: item.name)
    for item in domains:
        if item.is_file() and item.name.endswith(".md"):
            problems.append((f"lessons/{item.name}", problem("lesson.no-domain-folder")))
    for domain in (item for item in domains if item.is_dir()):
        for file in sorted(_children(domain), key=lambda item: item.name):
            if not file.name.endswith(".md") or not file.is_file():
                continue
            slug = file.name.removesuffix(".md")
            path = f"lessons/{domain.name}/{file.name}"
            if not SLUG.fullmatch(slug):
                problems.append((path, problem("name.not-a-slug", name=slug)))
            elif slug in seen:
                problems.append((path, problem("name.twice", name=slug)))
            else:
                seen.add(slug)
                yield slug, (path, file.read_bytes())


def _practices(
    folder: Traversable, references: References, problems: list[tuple[str, Problem]]
) -> dict[str, ShelvedPractice]:
    practices = {}
    for file in sorted(_children(folder), key=lambda item: item.name):
        if not file.name.endswith(".yaml") or not file.is_file():
            continue
        slug, path = file.name.removesuffix(".yaml"), f"practices/{file.name}"
        if not SLUG.fullmatch(slug):
            problems.append((path, problem("name.not-a-slug", name=slug)))
            continue
        raw = file.read_bytes()
        reading = read_practice(raw, references)
        practices[slug] = ShelvedPractice(slug, path, canonical(raw)[0], reading)
    return practices


def _bank(
    folder: Traversable, references: References, problems: list[tuple[str, Problem]]
) -> dict[str, ShelvedBankFile]:
    files_of = {}
    for file in sorted(_children(folder), key=lambda item: item.name):
        if not file.name.endswith(".yaml") or not file.is_file():
            continue
        path = f"assessment/{file.name}"
        raw = file.read_bytes()
        reading = read_bank_file(raw, references)
        problems += [(path, found) for found in reading.problems]
        slug = file.name.removesuffix(".yaml")
        files_of[slug] = ShelvedBankFile(slug, path, canonical(raw)[0], reading)
    read = {item.path: item.reading.document for item in files_of.values()}
    problems += twice({path: document for path, document in read.items() if document})
    return files_of


def _children(folder: Traversable) -> list[Traversable]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _courses(
    folder: Traversable, references: References, problems: list[tuple[str, Problem]]
) -> dict[str, ShelvedCourse]:
    courses = {}
    for file in sorted(_children(folder), key=lambda item: item.name):
        slug = file.name.removesuffix(".yaml")
        if not file.name.endswith(".yaml") or not file.is_file():
            continue
        if not SLUG.fullmatch(slug):
            problems.append((file.name, problem("name.not-a-slug", name=slug)))
        elif slug not in ("facts", "personas", "glossary"):
            raw = file.read_bytes()
            reading = read_course(raw, references)
            courses[slug] = ShelvedCourse(slug, file.name, canonical(raw)[0], reading)
    return courses


def _practices_twice(
    courses: Mapping[str, ShelvedCourse], lessons: Mapping[str, ShelvedLesson]
) -> list[tuple[str, Problem]]:
    """A lesson brings its practice: one that two lessons of a course have, or that the course
    lists besides, would stand in it twice."""
    found = []
    for item in courses.values():
        seen: set[str] = set()
        for module in item.reading.document.modules if item.reading.document else ():
            name = module.name
            if module.kind == "lesson":
                lesson = lessons[name].reading.document if name in lessons else None
                name = lesson.practice if lesson else ""
            if name and name in seen:
                found.append((item.path, problem("course.practice-twice", module.line, name=name)))
            seen.add(name)
    return found


def _misplaced(lessons: Mapping[str, ShelvedLesson]) -> list[tuple[str, Problem]]:
    """A lesson stands in the folder of its domain."""
    found = []
    for item in lessons.values():
        lesson, folder = item.reading.document, item.path.split("/")[1]
        if lesson and lesson.domain and lesson.domain != folder:
            wrong = problem("lesson.other-folder", domain=lesson.domain, folder=folder)
            found.append((item.path, wrong))
    return found


def _circles(lessons: Mapping[str, ShelvedLesson]) -> list[tuple[str, Problem]]:
    """Prerequisites that lead back to where they began; said once for each lesson in one."""
    after = {
        slug: item.reading.document.after if item.reading.document else ()
        for slug, item in lessons.items()
    }
    return [
        (lessons[slug].path, problem("lesson.prerequisite-circle", name=" → ".join(circle)))
        for slug in after
        if (circle := _way_back(slug, after))
    ]


def _way_back(start: str, after: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A shortest path from `start` along prerequisites back to `start`, or []."""
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        for slug in after.get(path[-1], ()):
            if slug == start:
                return [*path, start]
            if slug not in seen:
                seen.add(slug)
                paths.append([*path, slug])
    return []
