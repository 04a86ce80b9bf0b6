"""Capitals, acronyms and shortened words (RLS 1.6, 6.4)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ..problems import Problem, problem
from .passages import Passage, ScreenText
from .word_lists import word_lists

_CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŒ]{2,}(?![\w-])")
_CAPITALS_FROM = 4
# « BOîTE MAIL »: some keyboards have no É and no Î.
_FEW = 6
# No shortened words: numbers of another kind, and what everybody says.
_NO_ACRONYM = re.compile(r"[IVX]+|OK|WC|TV|AM|PM")
_EXPLAINED_BY = (
    r"(?:(?:est|sont|c'est|c’est|:) (?:(?:le|la|les|un|une|des|votre|vos|ce|ton)\b|l['’])"
    r"|veut dire|veulent dire|signifie|donne|montre|raconte|sert à|servent à|permet|aide|paie|verse"
    r"|dit|garde|est fait)"
)
_APPOSITION = r", (?:(?:le|la|les|c'est|c’est)\b|l['’])"
_SHORT = re.compile(
    r"(?<![\w.])(?:etc\b\.?|p\. ex\.|[Ee]x\.|cf\.|[nN]°|[Tt]él\.|M\.(?= [A-ZÀ-Þ])|Mr\b|Dr\b"
    r"|min\.|c\.-à-d\.)"
)


def capitals(passages: Collection[Passage]) -> Iterator[Problem]:
    """A word in capitals that is no acronym is shouted. What a screen explains is one."""
    acronyms = word_lists().acronyms.keys() | _explained(passages)
    for passage in passages:
        if passage.is_markup:
            continue
        if is_shouted(passage):
            yield problem("plain.capitals", passage.line, case="line")
            continue
        for word in _capitals(passage):
            if len(word) >= _CAPITALS_FROM and word not in acronyms:
                yield problem("plain.capitals", passage.line, word=word)


def is_shouted(passage: Passage) -> bool:
    """Is the whole line in capitals, but for a letter or two? Two acronyms are no line."""
    words = [word for word in _capitals(passage) if word not in word_lists().acronyms]
    large, small = (sum(map(kind, passage.own_text)) for kind in (str.isupper, str.islower))
    return len(words) > 1 and small < large / _FEW


def _capitals(passage: Passage) -> Iterator[str]:
    yield from dict.fromkeys(_CAPITALS.findall(passage.own_text))


def unexplained_acronyms(screen: ScreenText) -> Iterator[Problem]:
    """One problem for each acronym of the screen, on its first line."""
    seen: dict[str, int] = {}
    hidden: dict[str, int] = {}  # seen in what is said after an answer alone
    for passage in screen.passages:
        if passage.role in ("title", "need", "known") and screen.is_opening:
            continue  # people say them so
        if is_shouted(passage) or passage.is_markup:
            continue
        for word in _capitals(passage):
            known = word in word_lists().acronyms
            if known or (len(word) < _CAPITALS_FROM and not _NO_ACRONYM.fullmatch(word)):
                (hidden if passage.role == "feedback" else seen).setdefault(word, passage.line)
    # An answer may stay closed: what it explains is explained to those alone who open it.
    at_once = _explained(item for item in screen.passages if item.role != "feedback")
    later = at_once | _explained(screen.passages)
    missing = {word: line for word, line in hidden.items() if word not in later}
    missing |= {word: line for word, line in seen.items() if word not in at_once}
    for word, line in missing.items():
        means = word_lists().acronyms.get(word, "…")
        yield problem("plain.acronym", line, word=word, means=means)


def _explained(passages: Iterable[Passage]) -> frozenset[str]:
    found: set[str] = set()
    for passage in passages:
        found.update(_EXPLANATION.findall(passage.text))
        found.update(word for shown, _ in passage.explains for word in _CAPITALS.findall(shown))
    return frozenset(found)


_EXPLANATION = re.compile(rf"(?<![\w-])([A-ZÀ-ÖØ-ÞŒ]{{2,}})(?: {_EXPLAINED_BY}|{_APPOSITION})")


def shortened_word(passage: Passage) -> Iterator[Problem]:
    for found in dict.fromkeys(_SHORT.findall(passage.own_text)):
        yield problem("plain.shortened-word", passage.line, word=found, instead=_in_full(found))
    for first, last, entry in word_lists().abbreviations.find(passage.words):
        words = passage.words
        text = passage.own_text[words[first].start : words[last - 1].end]
        yield problem("plain.shortened-word", passage.line, word=text, instead=entry.instead)


_IN_FULL = {
    "etc": "et d'autres",
    "p. ex": "par exemple",
    "ex": "par exemple",
    "cf": "voir",
    "n°": "numéro",
    "tél": "téléphone",
    "m": "Monsieur",
    "mr": "Monsieur",
    "dr": "docteur",
    "min": "minutes",
    "c.-à-d": "donc",
}


def _in_full(short: str) -> str:
    return _IN_FULL.get(short.lower().rstrip("."), "…")
