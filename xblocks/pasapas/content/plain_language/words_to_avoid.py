"""Words for which there is a better one (RLS 5.5, 6.4, 7.5; care)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, problem, warning
from .passages import SENTENCE_END, Passage
from .tokens import words_of
from .word_lists import Entry, WordList, forms, word_lists

# « Faux ! », « Non, relisez »: what stands before the first pause.
_HEAD = re.compile(r"[^.!?,:;]*")
_INSTEAD_OF_VERDICT = "ce qui s'est passé, puis ce qu'on peut essayer"


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


def verdict(passage: Passage) -> Iterator[Problem]:
    """« Faux ! », « C'est une erreur. » after an answer. « L'offre est fausse » judges nobody."""
    if passage.role != "feedback":
        return
    for sentence in SENTENCE_END.split(passage.text):
        head = _HEAD.match(sentence)[0].strip()
        judged = [word.form for word in words_of(head) if word.form not in forms("before-verdict")]
        if len(judged) == 1 and judged[0] in forms("verdicts"):
            line = passage.line
            yield problem("plain.careless-word", line, word=head, instead=_INSTEAD_OF_VERDICT)


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
