"""The documents to check: each with its problems of structure and the sentences in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from pasapas.content.bank import BankFile, read_bank_file
from pasapas.content.course import read_course
from pasapas.content.facts import read_facts
from pasapas.content.glossary import read_glossary
from pasapas.content.lesson import Lesson, read_lesson
from pasapas.content.offers import read_offers
from pasapas.content.personas import read_personas
from pasapas.content.pictograms import read_pictograms
from pasapas.content.plain_language.bank_passages import bank_screens
from pasapas.content.plain_language.passages import Passage, lesson_screens, passage
from pasapas.content.plain_language.practice_passages import practice_screens
from pasapas.content.problems import Problem, Severity
from pasapas.content.references import References
from pasapas.content.shelf import Shelf
from pasapas.content.text import canonical
from pasapas.content.unknown_names import with_nearest
from pasapas.content.yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml
from pasapas.screens.playable import Playable, read_playable

# The folders as they are called where people write in them.
COURSES, PICTOGRAMS = "courses", "pictograms"

# What a YAML document is: by its name, or else by a field of its own.
_NAMES = {
    "facts.yaml": "facts",
    "glossary.yaml": "glossary",
    "catalogue.yaml": "pictograms",
    "personas.yaml": "personas",
}
_FIELDS = {
    "facts": "facts",
    "words": "glossary",
    "pictograms": "pictograms",
    "people": "personas",
    "offers": "offers",
    "screen": "practice",
    "tubes": "bank",
    "warm_up": "bank",
}
_FIRST_FIELD = re.compile(rf"^({'|'.join(_FIELDS)}):", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """`explained`: the sentences of documents that explain words, each with its words."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()
    lesson: Lesson | None = None
    playable: Playable | None = None
    bank: BankFile | None = None
    explained: tuple[Explained, ...] = field(default=())

    def passages(self, references: References) -> tuple[Passage, ...]:
        if self.lesson:
            screens = lesson_screens(self.lesson, references)
        elif self.playable:
            screens = practice_screens(self.playable.practice, references)
        elif self.bank:
            screens = bank_screens(self.bank, references)
        else:
            return tuple(item for entry in self.explained for item in entry.passages)
        return tuple(item for screen in screens for item in screen.passages)


@dataclass(frozen=True)
class Explained:
    """An entry of the glossary or of the pictograms: what it explains, and how."""

    words: tuple[str, ...]
    passages: tuple[Passage, ...]


def shelf_sources(shelf: Shelf) -> Iterator[Source]:
    """All of ours, in the order of their paths."""
    found: dict[str, list[Problem]] = {}
    for path, problem in shelf.problems:
        found.setdefault(path, []).append(problem)
    references = shelf.references
    sources = []
    for item in shelf.courses.values():
        sources.append(Source(f"{COURSES}/{item.path}", item.text, tuple(found.pop(item.path, ()))))
    for item in shelf.lessons.values():
        problems = tuple(found.pop(item.path, ()))
        lesson = item.reading.document
        sources.append(Source(f"{COURSES}/{item.path}", item.text, problems, lesson))
    for practice in shelf.practices.values():
        found.pop(practice.path, None)  # read again, with its screen
        sources.append(source(f"{COURSES}/{practice.path}", practice.text.encode(), references))
    for item in shelf.bank_files.values():
        problems = tuple(found.pop(item.path, ()))
        bank = item.reading.document
        sources.append(Source(f"{COURSES}/{item.path}", item.text, problems, bank=bank))
    courses = files("pasapas.courses")
    for name in ("facts.yaml", "glossary.yaml", "personas.yaml", *data_files()):
        found.pop(name, None)
        sources.append(source(f"{COURSES}/{name}", (courses / name).read_bytes(), references))
    catalogue = (files("pasapas.pictograms") / "catalogue.yaml").read_bytes()
    sources.append(source(f"{PICTOGRAMS}/catalogue.yaml", catalogue, references))
    # Files that the shelf could not take at all, such as a lesson whose name is no slug.
    sources += (Source(f"{COURSES}/{path}", "", tuple(rest)) for path, rest in found.items())
    yield from sorted(sources, key=lambda item: item.path)


def data_files() -> tuple[str, ...]:
    """The large data that practices name, by their path in the courses' folder."""
    folder = files("pasapas.courses") / "practices" / "data"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return tuple(f"practices/data/{name}" for name in names)


def file_source(path: Path, references: References) -> Source:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Source(str(path), "", (_unreadable(error),))
    return source(str(path), raw, references)


def source(path: str, raw: bytes, references: References) -> Source:
    """The document in a file: a lesson, unless its name ends as YAML's do."""
    text = canonical(raw)[0]
    if not path.lower().endswith((".yaml", ".yml")):
        reading = read_lesson(raw, references)
        return Source(path, text, reading.problems, reading.document)
    kind = _kind(path, text)
    if kind == "practice":
        reading = read_playable(raw, references)
        problems = with_nearest(reading.problems, references)
        return Source(path, text, problems, playable=reading.document)
    if kind == "bank":
        bank = read_bank_file(raw, references)
        return Source(path, text, bank.problems, bank=bank.document)
    problems, explained = _READERS[kind](raw, text, references)
    return Source(path, text, with_nearest(problems, references), explained=explained)


def _kind(path: str, text: str) -> str:
    name = Path(path).name
    if name in _NAMES:
        return _NAMES[name]
    field = _FIRST_FIELD.search(text)
    return _FIELDS[field[1]] if field else "course"


Read = tuple[tuple[Problem, ...], tuple[Explained, ...]]


def _course(raw: bytes, text: str, references: References) -> Read:
    return read_course(raw, references).problems, ()


def _facts(raw: bytes, text: str, references: References) -> Read:
    return read_facts(raw).problems, ()


def _personas(raw: bytes, text: str, references: References) -> Read:
    return read_personas(raw).problems, ()


def _offers(raw: bytes, text: str, references: References) -> Read:
    return read_offers(raw).problems, ()


def _glossary(raw: bytes, text: str, references: References) -> Read:
    problems = read_glossary(raw, references.pictograms).problems
    return problems, tuple(_explained(text, "words", ("word", "also"), references))


def _pictograms(raw: bytes, text: str, references: References) -> Read:
    problems = read_pictograms(raw).problems
    return problems, tuple(_explained(text, "pictograms", ("keywords",), references))


_READERS: dict[str, Callable[[bytes, str, References], Read]] = {
    "course": _course,
    "facts": _facts,
    "offers": _offers,
    "personas": _personas,
    "glossary": _glossary,
    "pictograms": _pictograms,
}


def _explained(
    text: str, group: str, words: tuple[str, ...], references: References
) -> Iterator[Explained]:
    """The meanings of a document, which its values hold without their lines."""
    tree = read_yaml(text)[0]
    entries = tree.get(group) if isinstance(tree, Mapping) else None
    for _, entry in entries.entries if isinstance(entries, Mapping) else ():
        if isinstance(entry, Mapping):
            named = tuple(item.text for name in words for item in _scalars(entry.get(name)))
            meanings = _scalars(entry.get("meaning"))
            said = (passage(item.text, item.line, "sentence", references) for item in meanings)
            yield Explained(named, tuple(said))


def _scalars(node: Node | None) -> tuple[Scalar, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if isinstance(item, Scalar))


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("file.missing", 0, Severity.UNSAFE)
    if isinstance(error, IsADirectoryError):
        return Problem("file.is-folder", 0, Severity.UNSAFE)
    parameters = (("reason", error.strerror or str(error)),)
    return Problem("file.unreadable", 0, Severity.UNSAFE, parameters)
