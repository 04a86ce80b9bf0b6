"""The glossary: words that a lesson explains where they stand, in one or two sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .pictograms import pictogram_named
from .problems import Problem, Reading, by_line, problem
from .schema import Fields
from .unsafe_marks import FACT, LINK, unsafe_marks
from .yaml_document import document_fields
from .yaml_reader import Node

# More than that is a lesson.
MOST_SENTENCES = 2


@dataclass(frozen=True)
class Entry:
    """`also`: other forms of the word. `meaning`: one or two sentences. `pictogram` is ""
    where the one that was named does not exist."""

    name: str
    word: str
    also: tuple[str, ...]
    meaning: tuple[str, ...]
    pictogram: str

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.word, *self.also)


def read_glossary(raw: bytes | str, pictograms: Collection[str]) -> Reading[dict[str, Entry]]:
    """The entries of `glossary.yaml`, by name. `pictograms`: the names that there are."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading({}, by_line(problems))
    entries: dict[str, Entry] = {}
    owners: dict[str, str] = {}
    for name, line, node in fields.entries("words"):
        entry = _entry(name, line, node, pictograms, problems)
        if entry:
            entries[name] = entry
            problems += _taken(entry, line, owners)
    fields.no_others()
    return Reading(entries, by_line(problems))


def _entry(
    name: str, line: int, node: Node, pictograms: Collection[str], problems: list[Problem]
) -> Entry | None:
    fields = Fields(node, problems, line)
    entry = Entry(
        name=name,
        word=fields.text("word", required=True),
        also=fields.texts("also"),
        meaning=fields.texts("meaning", required=True),
        pictogram=pictogram_named(fields, pictograms, problems),
    )
    fields.no_others()
    if len(entry.meaning) > MOST_SENTENCES:
        place = fields.line_of("meaning")
        problems.append(problem("glossary.long-meaning", place, most=MOST_SENTENCES))
    for field, texts in (
        ("word", (entry.word,)),
        ("also", entry.also),
        ("meaning", entry.meaning),
    ):
        problems += _marks(texts, fields.line_of(field))
    return entry if entry.word and entry.meaning else None


def _marks(texts: Iterable[str], line: int) -> list[Problem]:
    """A meaning is read in place: it leads nowhere else, and stays true for years."""
    found: list[Problem] = []
    for text in texts:
        unsafe = list(unsafe_marks(text, line))
        found += unsafe
        if not unsafe and (FACT.search(text) or LINK.search(text)):
            found.append(problem("glossary.mark", line, text=text))
    return found


def _taken(entry: Entry, line: int, owners: dict[str, str]) -> list[Problem]:
    """Forms that another entry has already: which meaning would be the right one?"""
    found = []
    for form in entry.forms:
        key = unicodedata.normalize("NFC", form).replace("’", "'").casefold()
        owner = owners.setdefault(key, entry.name)
        if owner != entry.name:
            found.append(problem("glossary.word-twice", line, text=form, name=owner))
    return found
