"""Words for which there is a better one (RLS 5.5, 6.4, 7.5; care)."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem, warning
from .passages import Passage
from .word_lists import Entry, WordList, word_lists


def other_word(passage: Passage, domain: str = "") -> Iterator[Problem]:
    """A second name for a thing. People's own words are left to them."""
    if passage.role == "need":
        return
    for word, entry in _found(word_lists().same_word, passage):
        if domain not in entry.domains:
            yield problem("plain.other-word", passage.line, word=word, instead=entry.instead)


def careless_word(passage: Passage) -> Iterator[Problem]:
    for word, entry in _found(word_lists().caring, passage):
        yield problem("plain.careless-word", passage.line, word=word, instead=entry.instead)


def foreign_word(passage: Passage) -> Iterator[Problem]:
    for word, entry in _found(word_lists().foreign, passage):
        yield warning("plain.foreign-word", passage.line, word=word, instead=entry.instead)


def jargon(passage: Passage) -> Iterator[Problem]:
    if passage.role == "need":
        return
    for word, entry in _found(word_lists().jargon, passage):
        yield warning("plain.jargon", passage.line, word=word, instead=entry.instead)


def _found(listed: WordList, passage: Passage) -> Iterator[tuple[str, Entry]]:
    words = passage.words
    for first, last, entry in listed.find(words):
        yield passage.own_text[words[first].start : words[last - 1].end], entry
