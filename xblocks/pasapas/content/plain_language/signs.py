"""Plain signs, no emphasis but bold (RLS 1.2, 4.2, 5.4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..problems import Problem, problem
from .passages import EMPHASIS, Passage
from .tokens import is_address

_PUNCTUATION = frozenset(";()[]…–—")
# What a lesson needs or teaches. « % » and « · » have rules of their own.
_FINE = frozenset("@.€:#«»?!'’-,+%·_")
# « le signe & »: the sign itself is what is spoken of.
_NAMED = re.compile(r"\b(?:signe|signes|touche|symbole|caractère) +(?:« ?)?(\S)")
# Lists as other programs write them.
_BULLET = re.compile(r"[•●▪◦‣·∙–—*][ \u00a0]|[•●▪◦‣∙]")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.|\)|°|\.\)))[ \u00a0]+(?=\w)")
_OTHER_HYPHENS = frozenset("\u2010\u2011\u2212")
_ELLIPSIS = re.compile(r"\.\.+")
_TAGS = re.compile(r"<(?:i|em|u|s|del|ins)>", re.IGNORECASE)


def signs(passage: Passage) -> Iterator[Problem]:
    text = " ".join(part for part in passage.text.split() if not is_address(part.strip(".,!?«»")))
    if found := _BULLET.match(text):
        yield problem("plain.punctuation", passage.line, sign=found[0].strip(), case="bullet")
        text = text[found.end() :]
    elif found := _NUMBERED.match(text):
        yield problem("plain.punctuation", passage.line, sign=found[1], case="numbered")
        text = text[found.end() :]
    named = set(_NAMED.findall(passage.text))
    for sign in dict.fromkeys(text):
        if sign in _FINE or sign in named or _is_letter(sign):
            continue
        if sign in _PUNCTUATION:
            yield problem("plain.punctuation", passage.line, sign=sign)
        elif unicodedata.category(sign) == "Cf":
            yield problem("plain.special-sign", passage.line, case="invisible")
        elif sign in _OTHER_HYPHENS:
            yield problem("plain.special-sign", passage.line, sign=sign, case="hyphen")
        elif sign != "/" or not _in_date(text):
            yield problem("plain.special-sign", passage.line, sign=sign)
    if _ELLIPSIS.search(text):
        yield problem("plain.punctuation", passage.line, sign="...")


def _is_letter(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] == "L" or kind in ("Mn", "Mc", "Nd", "Zs")


def _in_date(text: str) -> bool:
    """Does « / » stand in a date alone? That has a rule of its own."""
    return all(
        text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        for place, sign in enumerate(text)
        if sign == "/"
    )


def emphasis(passage: Passage) -> Iterator[Problem]:
    found = EMPHASIS.search(passage.raw) or _TAGS.search(passage.raw)
    if found:
        yield problem("plain.emphasis", passage.line, text=found[0])
