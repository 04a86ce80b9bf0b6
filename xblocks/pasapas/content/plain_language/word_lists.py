"""The lists of words that the rules go by: `words.yaml`, `forms.yaml`, `everyday.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..problems import Problem
from ..schema import Fields
from ..text import canonical
from ..yaml_reader import Scalar, read_yaml
from .phrases import Phrases
from .tokens import Word


@dataclass(frozen=True)
class Entry:
    """Words to avoid, and what to write `instead`. `domains`: where they are well known."""

    instead: str
    forms: tuple[str, ...]
    unless: tuple[str, ...]
    domains: tuple[str, ...]


class WordList:
    """A list of `words.yaml`."""

    def __init__(self, entries: tuple[Entry, ...]):
        self.entries = entries
        self._phrases = Phrases((form, entry) for entry in entries for form in entry.forms)
        self._unless = Phrases((form, entry) for entry in entries for form in entry.unless)

    def find(self, words: tuple[Word, ...]) -> Iterator[tuple[int, int, Entry]]:
        """(first word, word after the last, entry), but for the phrases of `unless`."""
        found = list(self._phrases.find(words))
        if not found:
            return
        fine: dict[int, set[int]] = {}
        for first, last, entry in self._unless.find(words):
            fine.setdefault(id(entry), set()).update(range(first, last))
        for first, last, entry in found:
            if fine.get(id(entry), set()).isdisjoint(range(first, last)):
                yield first, last, entry


@dataclass(frozen=True)
class WordLists:
    same_word: WordList
    caring: WordList
    foreign: WordList
    jargon: WordList
    abbreviations: WordList
    acronyms: Mapping[str, str]
    """What each well-known acronym means, by its capitals."""


@cache
def word_lists() -> WordLists:
    return read_word_lists(_data("words.yaml"))[0]


@cache
def forms(name: str) -> frozenset[str]:
    """A list of `forms.yaml`: forms of verbs, names of numbers, and so on."""
    return _all_forms()[name]


@cache
def _all_forms() -> Mapping[str, frozenset[str]]:
    return read_forms(_data("forms.yaml"))[0]


@cache
def everyday_words() -> frozenset[str]:
    """Words that are seldom written but that everybody says: trades, gestures."""
    return frozenset(word for listed in _everyday().values() for word in listed)


def _everyday() -> Mapping[str, frozenset[str]]:
    return read_forms(_data("everyday.yaml"))[0]


def _data(name: str) -> bytes:
    return (files(__package__) / name).read_bytes()


def read_word_lists(raw: bytes) -> tuple[WordLists, list[Problem]]:
    fields, problems = _fields(raw)
    lists = {
        name: WordList(tuple(_entries(fields, name, problems)))
        for name in ("same-word", "caring", "foreign", "jargon", "abbreviations")
    }
    acronyms = {}
    for slug, line, node in fields.entries("acronyms"):
        entry = Fields(node, problems, line)
        acronyms[slug.upper()] = entry.text("means", required=True)
        entry.no_others()
    fields.no_others()
    read = {name.replace("-", "_"): found for name, found in lists.items()}
    return WordLists(**read, acronyms=acronyms), problems


def _entries(fields: Fields, name: str, problems: list[Problem]) -> Iterator[Entry]:
    for _, line, node in fields.entries(name):
        entry = Fields(node, problems, line)
        yield Entry(
            instead=entry.text("instead", required=True),
            forms=entry.texts("forms", required=True),
            unless=entry.texts("unless"),
            domains=entry.texts("domains"),
        )
        entry.no_others()


def read_forms(raw: bytes) -> tuple[Mapping[str, frozenset[str]], list[Problem]]:
    fields, problems = _fields(raw)
    read = {
        name: frozenset(node.text.split())
        for name, _, node in fields.entries("lists")
        if isinstance(node, Scalar)
    }
    fields.no_others()
    return read, problems


def _fields(raw: bytes) -> tuple[Fields, list[Problem]]:
    text, found = canonical(raw)
    tree, unread = read_yaml(text)
    problems = [*found, *unread]
    fields = Fields(tree, problems)
    fields.format()
    return fields, problems
