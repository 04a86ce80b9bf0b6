"""What the invented site of `sign_up` asks of an address, a password and a code.

`player/browser/screens/sign_up.js` asks the same, to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from pasapas.content.loose_text import trimmed

_ADDRESS = re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
_NOT_DIGITS = re.compile(r"[^0-9]")

KINDS: Mapping[str, re.Pattern[str]] = {
    "capital": re.compile(r"[A-Z]"),
    "digit": re.compile(r"[0-9]"),
    "sign": re.compile(r"[^A-Za-z0-9]"),
}


def address_refused(text: str, taken: Collection[str]) -> str:
    """Why a beginning of an address is refused, or "". `taken`: in small letters."""
    address = trimmed(text)
    if not address:
        return "empty"
    if "@" in address:
        return "at"
    if not _ADDRESS.fullmatch(address):
        return "signs"
    return "taken" if address.lower() in taken else ""


def code_refused(text: str, code: str) -> str:
    """Why a code is refused, or "". Spaces and dots between its digits do not count."""
    digits = _NOT_DIGITS.sub("", text)
    if not digits:
        return "empty"
    return "" if digits == code else "code"


def words_refused(
    picked: Sequence[str],
    signs: Collection[str],
    personal: Collection[str],
    least: int,
    wants: Collection[str],
) -> str:
    """Why a password of picked words is refused, or "". `signs` are no words: they add a
    capital, a digit, a sign; `personal` words tell of the person."""
    words = [word for word in picked if word not in signs]
    if not picked:
        return "empty"
    if any(word in personal for word in words):
        return "personal"
    if len(words) < least:
        return "short"
    text = "".join(picked)
    return "" if all(KINDS[kind].search(text) for kind in wants) else "kinds"
