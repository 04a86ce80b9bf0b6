"""Numbers in words, where the voice reads digits unevenly: telephone numbers by pairs."""

from __future__ import annotations

import re

_NAMES = (
    "zéro,un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,"
    "quinze,seize,dix-sept,dix-huit,dix-neuf"
)
_UNITS = _NAMES.split(",")
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def below_hundred(number: int) -> str:
    """`number`, 0 to 99, in words: « quatre-vingt-dix-sept »."""
    if not 0 <= number < 100:
        raise ValueError(f"{number} is not between 0 and 99")
    if number < 20:
        return _UNITS[number]
    if number >= 80:
        if number == 80:
            return "quatre-vingts"
        return f"quatre-vingt-{_UNITS[number - 80]}"
    # 70 to 79 count on from sixty: soixante-dix, soixante et onze.
    tens = min(number // 10, 6)
    rest = number - tens * 10
    if rest == 0:
        return _TENS[tens]
    return f"{_TENS[tens]}{' et ' if rest in (1, 11) else '-'}{_UNITS[rest]}"


def group(digits: str) -> str:
    """One group of a telephone number: « 06 » is said « zéro six », « 805 » « huit cent cinq »."""
    zeros = len(digits) - len(digits.lstrip("0"))
    words = ["zéro"] * zeros
    rest = digits[zeros:]
    if len(rest) == 3:
        hundreds, below = int(rest[0]), int(rest[1:])
        cents = "cents" if below == 0 and hundreds > 1 else "cent"
        words += [] if hundreds == 1 else [_UNITS[hundreds]]
        words += [cents] + ([below_hundred(below)] if below else [])
    elif rest:
        words.append(below_hundred(int(rest)))
    return " ".join(words)


# The separators that people type between the groups of a number.
_GAP = r"[ .\u2011-]"
_NOT_IN_NUMBER = r"(?<![\w,.+-])(?<!\d )"
_TELEPHONES = re.compile(
    _NOT_IN_NUMBER
    + rf"(?:(?P<abroad>\+33{_GAP}?)(?P<mobile>[1-9])(?P<pairs>(?:{_GAP}?\d\d){{4}})"
    + rf"|(?P<ten>0[1-9](?:{_GAP}?\d\d){{4}})"
    + rf"|(?P<free>0{_GAP}8\d\d{_GAP}\d{{3}}{_GAP}\d{{3}})"
    + r"|(?P<short>(?:10|3\d) \d\d))(?![\w]|[.,]\d| \d)"
)


def say_telephones(text: str) -> str:
    """French telephone numbers in `text` as they are said, group by group.

    Ten digits by pairs, free numbers (0 805 …) by threes as they are printed, and short
    numbers (39 49) where they are written as pairs. 3949 without a space may be a
    quantity: the lexicon names those that are telephones.
    """
    return _TELEPHONES.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    if found["abroad"]:
        groups = ["+33", found["mobile"], *_pairs(found["pairs"])]
    elif found["ten"]:
        groups = _pairs(found["ten"])
    elif found["free"]:
        groups = re.findall(r"\d+", found["free"])
    else:
        groups = _pairs(found["short"])
    return ", ".join("plus trente-trois" if item == "+33" else group(item) for item in groups)


def _pairs(text: str) -> list[str]:
    return re.findall(r"\d\d", re.sub(r"\D", "", text))
