"""Texts compared loosely, after the treatments of answers that Pix calls T1, T2 and T3.

T1: outer spaces, capitals and accents do not count. T2: nor do punctuation and signs. T3: nor
does a letter in four of the answer: more, missing or another.

Where this differs from Pix, on purpose: near spelling never changes a digit. 14 h 30 is not
14 h 20, and one telephone number is not its neighbour.

`player/browser/practice/conditions.js` does the same to the letter. So nothing here asks what
a letter is of a table that grows with each version of Unicode: ranges are written out, only
A to Z have small letters, and only Latin, Greek and Cyrillic letters lose their marks (their
decompositions are those of 2002). Other scripts are compared as they stand.
"""

from __future__ import annotations

import itertools
import unicodedata
from functools import lru_cache

# No `str.strip()`: what JavaScript takes for a space is not quite the same.
SPACES = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
# What stands beyond is not compared: nobody writes so much on a practice screen.
LONGEST = 10_000

_SPELT = {
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ł": "l", "Ł": "l", "þ": "th", "Þ": "th", "ı": "i",
}  # fmt: skip
_DECOMPOSED = ((0xC0, 0x52F), (0x1E00, 0x1FFF))
# Marks, and characters without a width: they stand within words.
_PASSED_OVER = (
    (0xAD, 0xAD), (0x300, 0x36F), (0x200B, 0x200D), (0x2060, 0x2060), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xE0000, 0xE0FFF),
)  # fmt: skip
# Punctuation, signs, halves of pairs, private use, emoji. Below U+0100 only a to z and 0 to 9
# are no such thing.
_PARTING = (
    (0x2B0, 0x2FF), (0x1680, 0x1680), (0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0x3000, 0x303F),
    (0xD800, 0xF8FF), (0xFE10, 0xFE6F), (0xFFF0, 0xFFFF), (0x1F000, 0x1FBFF), (0xF0000, 0x10FFFF),
)  # fmt: skip
_DIGITS = "0123456789"


def trimmed(text: str) -> str:
    """The text without its outer spaces."""
    return text.strip(SPACES)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without marks and signs (T1 and T2).

    « L’œuvre d’Élodie ! » gives l, oeuvre, d, elodie. At most `LONGEST` characters are read.
    """
    return tuple(part for part in "".join(map(_folded, text[:LONGEST])).split(" ") if part)


def has_words(text: str, wanted: str) -> bool:
    """Whether the words of `wanted` stand in `text` in a row, whole and in their order.

    False where `wanted` has no word.
    """
    row = " ".join(words(wanted))
    return row != "" and f" {row} " in f" {' '.join(words(text))} "


def near(answer: str, wanted: str) -> bool:
    """Whether an answer is `wanted` but for T1 to T3; words stand in the same order.

    False where the answer has no word. For words and sentences: in an address each letter
    counts, so it wants to be equal.
    """
    given, right = "".join(words(answer)), "".join(words(wanted))
    if _digits(given) != _digits(right):
        return False
    most = len(given) // 4
    return given != "" and distance(given, right, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """Levenshtein's: how many letters to add, leave out or change. `most` + 1 stands for more.

    Texts whose lengths differ by more than `most` are not looked at, so that time is bounded
    by the shorter of them.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, row = row, [place]
        for index, (wanted, changed) in enumerate(zip(other, above, strict=False)):
            row.append(min(changed + (letter != wanted), above[index + 1] + 1, row[index] + 1))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _digits(text: str) -> str:
    return "".join(character for character in text if character in _DIGITS)


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """What one character comes to: " " where it parts words, "" where it is passed over.

    One by one, so that marks that follow each other never change places.
    """
    if _within(ord(character), _DECOMPOSED):
        return "".join(map(_letter, unicodedata.normalize("NFD", character)))
    return _letter(character)


def _letter(character: str) -> str:
    code = ord(character)
    if character in _SPELT:
        return _SPELT[character]
    if _within(code, _PASSED_OVER):
        return ""
    if code < 0x100:
        return character.lower() if code < 0x80 and character.isalnum() else " "
    return " " if _within(code, _PARTING) else character


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(itertools.starmap(lambda first, last: first <= code <= last, ranges))
