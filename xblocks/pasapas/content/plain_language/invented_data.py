"""People, addresses and numbers are invented; what is real comes from the facts (care)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, problem, warning
from ..unsafe_marks import FACT, LINK
from .numbers import PHONE
from .passages import Passage
from .word_lists import forms

# Reserved for fiction by Arcep, the French regulator: no one ever has one of these.
_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
_COUNTRY = re.compile(r"^(?:\+|00 ?)33 ?(?:\(0\) ?)?")
_NOT_DIGITS = re.compile(r"\D")
# « le 39 49 », « au 33700 », « appelez le 115 »: short numbers are always real ones.
_SHORT_NUMBER = re.compile(
    r"\b(?:au|le|du) (3\d{3}|3\d \d\d|3\d{4})(?![\d]| ?\d| ?€| euros?\b)"
    r"|\b(?:appel\w{1,4}|compos\w{1,4}|téléphon\w{1,4}|faites) (?:le|au) (1\d\d|1[578])"
    r"(?!\d| ?\d| [a-zûé])",
    re.IGNORECASE,
)
_RULE_DATE = re.compile(
    r"\b(?:depuis|à partir d[eu]|dès|jusqu'(?:au|en)|jusqu’(?:au|en)) (?:le )?(?:\d{1,2}(?:er)? )?"
    r"(?:\w{3,9} )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CALL = "tel:"
_EDGES = ".,:!?'\"«»()"


def real_address(passage: Passage) -> Iterator[Problem]:
    """A mailbox or a site that somebody may own."""
    for part in _unbroken(passage):
        name = part.strip(_EDGES)
        if _may_exist(name):
            yield problem("plain.real-address", passage.line, text=name)


def _unbroken(passage: Passage) -> Iterator[str]:
    yield from passage.authored.split()
    for _, target in LINK.findall(FACT.sub("", passage.raw)):
        yield target


def _may_exist(name: str) -> bool:
    lower = name.lower()
    for scheme in ("https://", "http://", "mailto:"):
        lower = lower.removeprefix(scheme)
    host = lower.rsplit("@", 1)[-1].split("/", 1)[0].split("?", 1)[0]
    labels = host.split(".")
    if len(labels) < 2 or "" in labels or labels[-1] == "example":
        return False
    if "@" in lower[1:] or lower.startswith("www.") or lower != name.lower():
        return True
    return labels[-1] in forms("sites")


def real_phone(passage: Passage) -> Iterator[Problem]:
    called = (
        target[len(_CALL) :]
        for _, target in LINK.findall(FACT.sub("", passage.raw))
        if target.lower().startswith(_CALL)
    )
    for text in (passage.authored, *called):
        for found in PHONE.finditer(text):
            digits = _NOT_DIGITS.sub("", _COUNTRY.sub("0", found[0]))
            if not digits.startswith(_FICTION):
                yield problem("plain.real-phone", passage.line, text=found[0])
    for found in _SHORT_NUMBER.finditer(passage.authored):
        yield problem("plain.real-phone", passage.line, text=found[1] or found[2])


def rule_date(passage: Passage) -> Iterator[Problem]:
    """A date from which something holds: it changes, and nobody looks for it in a lesson."""
    for found in _RULE_DATE.finditer(passage.authored):
        yield warning("plain.rule-date", passage.line, text=found[0])
