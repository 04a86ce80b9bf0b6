"""Words within a text, and the text without what is not its own prose.

Everything here takes time in proportion to the text, whatever stands in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTED = re.compile(r"«[^«»]*»")
_UNBROKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:-\w+)*'?")

# What may hang on a verb: « gardez-la », « pouvez-vous », « ouvre-t-il ».
_SUBJECTS = ("je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "t")
_OBJECTS = ("le", "la", "les", "lui", "leur", "moi", "toi", "en", "y", "ci", "là")
_PRONOUNS = frozenset((*_SUBJECTS, *_OBJECTS))
_WHOLE = frozenset(["rendez-vous", "jusque-là", "au-delà"])
_EDGES = " .,:!?'\"«»()"


class Word(NamedTuple):
    """`form`: in small letters, with a plain apostrophe; « l'offre » is two words."""

    form: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    # A letter may be longer in small (« İ »): then places would no longer be right.
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for match in _WORD.finditer(small.replace("’", "'")):
        start = match.start()
        for part in _parts(match[0]):
            found.append(Word(part, start, start + len(part)))
            start += len(part) + 1
    return tuple(found)


def _parts(word: str) -> list[str]:
    if "-" not in word or word in _WHOLE:
        return [word]
    parts = word.split("-")
    kept = len(parts)
    while kept > 1 and parts[kept - 1] in _PRONOUNS:
        kept -= 1
    return ["-".join(parts[:kept]), *parts[kept:]]


def masked(text: str) -> str:
    """`text` with a « » where something is quoted, and without addresses and file names."""
    return _UNBROKEN.sub(_prose, _QUOTED.sub("« »", text))


def _prose(match: re.Match[str]) -> str:
    part = match[0]
    core = part.strip(_EDGES)
    if not is_address(core):
        return part
    start = part.index(core)
    return part[:start] + part[start + len(core) :]


def is_address(core: str) -> bool:
    """Is this the name of a mailbox, a site or a file rather than a word?"""
    if "@" in core[1:] or "_" in core or "://" in core:
        return True
    letters = any(map(str.isalpha, core))
    inner_dot = "." in core and "" not in core.split(".")
    digits = any(map(str.isdigit, core))
    return letters and (inner_dot or "#" in core or (digits and "-" in core))


def spoken_length(text: str) -> int:
    """How many words a text has: a sign alone is none, « l'offre » is one."""
    return sum(any(map(str.isalnum, part)) for part in text.split())
