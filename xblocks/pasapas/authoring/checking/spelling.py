"""Spelling and grammar, where `grammalecte` is installed: it is on no package index.

What it says is a warning: an invented name or a label on a screen may look wrong to it.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from pasapas.content.plain_language.passages import Passage
from pasapas.content.plain_language.tokens import is_address
from pasapas.content.problems import Problem, Severity, warning
from pasapas.content.references import References

from .names import names

# Spaces and apostrophes are the player's business; signs and numbers have our own rules.
_OPTIONS_OFF = (
    "typo",
    "apos",
    "eepi",
    "esp",
    "tab",
    "nbsp",
    "unit",
    "num",
    "nf",
    "poncfin",
    "liga",
)
_LABEL = re.compile(r"«[^«»]*»")
_UNBROKEN = re.compile(r"\S+")
_AROUND = " .,:!?'\"«»()"

Errors = Iterable[Mapping[str, Any]]


class Checker(Protocol):
    """What we use of `grammalecte.GrammarChecker`."""

    def getParagraphErrors(self, sText: str) -> tuple[Errors, Errors]: ...  # noqa: N802, N803


def installed_checker() -> Checker | None:
    """The checker, or None where it is not installed."""
    if importlib.util.find_spec("grammalecte") is None:
        return None
    try:
        checker = importlib.import_module("grammalecte").GrammarChecker("fr")
        checker.getGCEngine().setOptions(dict.fromkeys(_OPTIONS_OFF, False))
    except (ImportError, AttributeError):
        return None  # another module of that name, or another version
    return checker


def spelling_problems(
    passages: Iterable[Passage], references: References, checker: Checker
) -> Iterator[Problem]:
    """Each misspelt word once, and what seems wrong in each sentence."""
    passages = tuple(passages)
    seen = names(passages)
    ours = _glossary_words(references)
    for passage in passages:
        grammar, spelling = checker.getParagraphErrors(passage.text)
        passed_over = _passed_over(passage.text, ours)
        for error in spelling:
            word = error["sValue"]
            if word in seen or not _is_word(word) or _touches(error, passed_over):
                continue
            seen.add(word)
            yield warning("plain.spelling", passage.line, word=word)
        for error in grammar:
            word = passage.text[error["nStart"] : error["nEnd"]].strip()
            if not _touches(error, passed_over) and (error["nStart"] == 0 or word.islower()):
                # Not shortened as quotes are: it is the checker's own sentence.
                parameters = (("word", word), ("message", error["sMessage"].rstrip(".")))
                yield Problem("plain.grammar", passage.line, Severity.WARNING, parameters)


def _is_word(word: str) -> bool:
    """Neither a name, which nobody can look up, nor a sign or a code."""
    return word.isalpha() and not word[0].isupper()


def _glossary_words(references: References) -> re.Pattern[str] | None:
    """The words of the glossary: « boîte mail » is no mistake for « boîte mâle »."""
    forms = {form for entry in references.glossary.values() for form in entry.forms}
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.I) if forms else None


def _passed_over(text: str, ours: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Where labels, addresses and explained words stand: nobody is to mend those."""
    places = [match.span() for match in _LABEL.finditer(text)]
    places += [match.span() for match in (ours.finditer(text) if ours else ())]
    for match in _UNBROKEN.finditer(text):
        if is_address(match[0].strip(_AROUND)):
            places.append(match.span())
    return places


def _touches(error: Mapping[str, Any], places: Iterable[tuple[int, int]]) -> bool:
    return any(error["nStart"] < end and start < error["nEnd"] for start, end in places)
