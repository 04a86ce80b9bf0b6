"""Syllables as they are spoken, against a table that was counted by ear."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pasapas.content.plain_language.spoken_numbers import number_syllables
from pasapas.content.plain_language.syllables import syllables

LINES = (Path(__file__).parent / "syllables.txt").read_text("utf-8").splitlines()
TABLE = [
    (word, int(number))
    for line in LINES
    if line and not line.startswith("#")
    for number, words in [line.split(": ")]
    for word in words.split()
]


def test_the_table_has_two_hundred_words_each_once():
    words = [word for word, _ in TABLE]
    assert len(words) >= 200
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("word", "number"), TABLE, ids=[word for word, _ in TABLE])
def test_a_word_has_as_many_syllables_as_one_hears(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize(
    "word", ["Créer", "CRÉER".lower(), "créer,", "« créer", "créer.", "cre\u0301er"]
)
def test_capitals_signs_and_the_way_of_writing_an_accent_change_nothing(word):
    assert syllables(word) == 2


@pytest.mark.parametrize("text", ["", "?", "«", "»", "-", "'", "…", " "])
def test_a_sign_that_nobody_reads_has_none(text):
    assert syllables(text) == 0


def test_an_address_is_read_letter_for_sign():
    # jo-se-point-fe-rrei-ra, arobase, bon-jour, point, e-xample
    assert syllables("jo.lami@bonjour.example") == 1 + 1 + 2 + 3 + 2 + 1 + 2


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("16", 1),
        ("19", 2),
        ("21", 3),  # vingt et un
        ("31", 3),
        ("61", 4),
        ("70", 3),
        ("71", 4),  # soixante et onze
        ("80", 3),
        ("81", 4),  # quatre-vingt-un
        ("91", 4),  # quatre-vingt-onze
        ("99", 5),
        ("101", 2),
        ("999", 7),
        ("1000", 1),
        ("1001", 2),
        ("10000", 2),
        ("999999", 15),
        ("1000000", 13),  # digit by digit: un, zéro six times
        ("00", 4),
        ("007", 5),
    ],
)
def test_a_number_is_read_as_people_say_it(digits, number):
    assert number_syllables(digits) == number


@given(st.text(max_size=40))
def test_any_text_has_a_number_of_syllables(text):
    assert 0 <= syllables(text) <= 9 * 40


@given(st.text(alphabet="aeiouyéèêïbcdlrst'-", max_size=30))
@example("yï")
def test_a_word_has_no_more_syllables_than_letters(word):
    assert syllables(word) <= len(word)


def test_what_no_person_would_write_is_counted_all_the_same():
    assert syllables("1" * 40_000) == 40_000
    assert syllables("a" * 40_000) == 40_000
