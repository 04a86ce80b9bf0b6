"""Phrases looked up in the words of a sentence, in one walk along it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .tokens import Word, words_of

Meaning = TypeVar("Meaning")

# « cliqu… »: the beginning of a word, whatever its ending.
_ANY_ENDING = "…"


@dataclass(frozen=True)
class _Part:
    text: str
    beginning: bool

    def matches(self, word: Word) -> bool:
        return word.form.startswith(self.text) if self.beginning else word.form == self.text


class Phrases(Generic[Meaning]):
    """Phrases of one or more words, each with its meaning."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]):
        self._whole: dict[str, list[tuple[tuple[_Part, ...], Meaning]]] = {}
        self._beginnings: dict[str, list[tuple[tuple[_Part, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            parts = _parts(phrase)
            kind = self._beginnings if parts[0].beginning else self._whole
            kind.setdefault(parts[0].text, []).append((parts, meaning))
        self._lengths = sorted({len(text) for text in self._beginnings})

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, Meaning]]:
        """(first word, word after the last, meaning) of each phrase in `words`."""
        for first, word in enumerate(words):
            for parts, meaning in self._beginning_with(word.form):
                last = first + len(parts)
                here = words[first:last]
                if len(here) == len(parts) and all(map(_Part.matches, parts, here)):
                    yield first, last, meaning

    def _beginning_with(self, form: str) -> Iterator[tuple[tuple[_Part, ...], Meaning]]:
        yield from self._whole.get(form, ())
        for length in self._lengths:
            if length > len(form):
                return
            yield from self._beginnings.get(form[:length], ())


def _parts(phrase: str) -> tuple[_Part, ...]:
    found = []
    for piece in phrase.split(" "):
        bare = piece.removesuffix(_ANY_ENDING)
        words = words_of(bare)
        found += [_Part(word.form, False) for word in words[:-1]]
        found.append(_Part(words[-1].form, bare != piece))
    return tuple(found)
