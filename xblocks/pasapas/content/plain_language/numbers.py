"""Small numbers in digits, dates in words (RLS 5.1, 5.2, 5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, problem, warning
from .passages import Passage
from .word_lists import forms

# « 04/03 » and « 4/3/2026 », but not « 12/15 » nor « 1/2 », which count pages and halves.
_DATE = re.compile(
    r"(?<![\w./-])(?:(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])(?:/\d{2,4})?"
    r"|[0-3]?\d/[01]?\d/\d{2,4}|(?<=\ble )[0-3]?\d/[01]?\d|[0-3]?\d([.-])[01]?\d\1(?:19|20)?\d\d"
    r"|(?:19|20)\d\d-[01]\d-[0-3]\d)(?![./-]?\d)(?!\w)"
)
PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+|00 ?)\d{2} ?(?:\(0\) ?)?[1-9](?:[ ./-]?\d){8}|0(?:[ ./-]?\d){9})(?!\d)"
)
_GROUPS = re.compile(r"(?<!\d)(?<!\d[ .])[1-9]\d{0,2}(?:[ .]\d{3})+(?![ .]?\d)")
_ROMAN = re.compile(r"(?<![\w-])[IVX]{2,8}(?:e|ème|er)?(?![\w-])")
# A code is read digit by digit, however many it has.
_CODE = re.compile(r"\b(?:code|numéro|référence|identifiant)", re.IGNORECASE)
_BIG_DIGITS = 5


def date_in_figures(passage: Passage) -> Iterator[Problem]:
    for found in _DATE.finditer(PHONE.sub("", passage.text)):
        yield problem("plain.date-in-figures", passage.line, text=found[0])


def percentage(passage: Passage) -> Iterator[Problem]:
    text = passage.text
    if "%" in text or "pour cent" in text.lower():
        yield problem("plain.percentage", passage.line)


def big_number(passage: Passage) -> Iterator[Problem]:
    text = PHONE.sub("", passage.own_text)
    if not _CODE.search(text):
        for found in _GROUPS.finditer(text):
            if sum(map(str.isdigit, found[0])) >= _BIG_DIGITS:
                yield problem("plain.big-number", passage.line, text=found[0])
    for word in passage.words:
        if word.form in forms("big-numbers"):
            yield problem("plain.big-number", passage.line, text=word.form)


def roman_number(passage: Passage) -> Iterator[Problem]:
    for found in _ROMAN.finditer(passage.own_text):
        yield problem("plain.roman-number", passage.line, text=found[0])


def number_in_letters(passage: Passage) -> Iterator[Problem]:
    if passage.role == "need":  # people's own words
        return
    for word in passage.words:
        if word.form in forms("numbers"):
            yield warning("plain.number-in-letters", passage.line, text=word.form)
