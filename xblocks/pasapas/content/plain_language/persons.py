"""Who speaks and to whom: « vous », and a « je » that anybody can say (RLS 7.4, care)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..problems import Problem, problem, warning
from .passages import Passage
from .tokens import Word
from .word_lists import forms

_TU = frozenset(["tu", "t'", "toi", "ta", "tes", "ton", "tien", "tienne"])
_VOUS = frozenset(["vous", "votre", "vos", "vôtre", "vôtres"])
# « inscrit(e) », « inscrit·e », « inscrit-e-s ».
_TWO_FORMS = re.compile(
    r"\w\(e?s?\)|\w·\w|\w-(?:e|es|e-s|ne|trice|euse)(?![\w'’])|\w/(?:e|trice|euse|ère)\b"
)
_AFFIRMED = frozenset(["suis", "serai", "reste", "deviens"])


def familiar(passage: Passage) -> Iterator[Problem]:
    words = passage.words
    for place, word in enumerate(words):
        if word.form not in _TU:
            continue
        before = words[place - 1].form if place else ""
        if word.form == "ton" and before in forms("before-tone"):
            continue
        yield problem("plain.familiar", passage.line, word=word.form)


def gendered(passage: Passage) -> Iterator[Problem]:
    for word in passage.own_text.split():
        if _TWO_FORMS.search(word):
            yield problem("plain.gendered", passage.line, word=word.strip(".,!?"))
    for word in _after_je_suis(passage.words):
        yield problem("plain.gendered", passage.line, word=word)


def _after_je_suis(words: Sequence[Word]) -> Iterator[str]:
    """The word after « je suis » that tells whether a man or a woman speaks."""
    for place in range(len(words)):
        if words[place].form not in ("je", "j'"):
            continue
        verb = _next(words, place + 1)
        if verb is None:
            continue
        form = words[verb].form
        after = _next(words, verb + 1)
        been = form == "ai" and "été" in {word.form for word in words[verb + 1 : verb + 4]}
        if after is None or not (form in _AFFIRMED or been):
            continue
        said = words[after].form
        if said.endswith(("é", "ée")) or said in forms("gendered"):
            yield said


def _next(words: Sequence[Word], place: int) -> int | None:
    """The first word from `place` on that is neither « me » nor « pas » and so on."""
    for found in range(place, min(place + 6, len(words))):
        if words[found].form not in forms("between"):
            return found
    return None


def nobody_spoken_to(passages: Sequence[Passage]) -> Iterator[Problem]:
    if not any(word.form in _VOUS for passage in passages for word in passage.words):
        yield warning("plain.nobody-spoken-to")
