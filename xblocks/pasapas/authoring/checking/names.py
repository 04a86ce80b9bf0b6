"""Names of people, places and firms: no dictionary has them all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pasapas.content.plain_language.passages import Passage
from pasapas.content.plain_language.tokens import Word

_LOOKED_BACK = 8
_OPENING = " \u00a0\u202f\"'«("
_END = ".?!:»"


def names(passages: Iterable[Passage]) -> set[str]:
    """What has a capital within a sentence; without accents too, as in « jose »."""
    found = {
        word.form
        for passage in passages
        for word in passage.words
        if passage.own_text[word.start].isupper() and not _begins_sentence(passage, word)
    }
    return found | set(map(_without_accents, found))


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())


def _begins_sentence(passage: Passage, word: Word) -> bool:
    before = passage.own_text[max(0, word.start - _LOOKED_BACK) : word.start].rstrip(_OPENING)
    return not before or before[-1] in _END
