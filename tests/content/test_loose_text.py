"""Texts compared loosely: capitals, accents, signs, and a letter in four."""

import unicodedata
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pasapas.content.loose_text import LONGEST, SPACES, distance, has_words, near, trimmed, words

LETTERS = st.text("abcdeéàç ", max_size=12)
ANY_TEXT = st.text(st.characters(categories=None), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« L’œuvre d’Élodie ! »", ("l", "oeuvre", "d", "elodie")),
        ("e\u0301te\u0301", ("ete",)),
        ("PIÈCE\u00a0JOINTE", ("piece", "jointe")),
        ("aujourd'hui", ("aujourd", "hui")),
        ("Straße, Łódź, Ørsted", ("strasse", "lodz", "orsted")),
        ("co\u00adnsi\u200bgne", ("consigne",)),
        ("Merci👍🏽beaucoup", ("merci", "beaucoup")),
        ("a\ud83db", ("a", "b")),
        ("Ελληνικά", ("Ελληνικα",)),
        ("مرحبا بك", ("مرحبا", "بك")),
        ("10 €", ("10",)),
        (" … ", ()),
        ("", ()),
    ],
)
def test_words_are_small_letters_and_digits(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("space", SPACES)
def test_every_space_parts_words_or_has_no_width(space):
    assert trimmed(f"{space}a{space}") == "a"
    assert words(f"{space}a{space}") == ("a",)


def test_what_stands_very_far_is_not_compared():
    assert words("a " * LONGEST) == ("a",) * (LONGEST // 2)


@pytest.mark.parametrize("first", [0xC0, 0x1E00])
def test_marks_are_parted_as_they_were_in_2002(first):
    """So that a phone of 2018 and a server of today part them alike."""
    letters = "".join(map(chr, range(first, 0x530 if first == 0xC0 else 0x2000)))
    assert len(unicodedata.normalize("NFD", letters)) > len(letters)
    for letter in letters:
        then = unicodedata.ucd_3_2_0.normalize("NFD", letter)
        assert unicodedata.normalize("NFD", letter) == then


@given(ANY_TEXT)
@example("ǽ ẛ̣ ΅ \u0344")
def test_words_of_words_are_themselves(text):
    assert words(" ".join(words(text))) == words(text)


@given(ANY_TEXT, st.sampled_from(["NFC", "NFD"]))
def test_precomposed_or_not_is_the_same(text, form):
    # Scripts that are compared as they stand may differ.
    latin = "".join(character for character in text if ord(character) < 0x370)
    assert words(unicodedata.normalize(form, latin)) == words(latin)


@given(LETTERS)
def test_a_text_is_near_itself_whatever_its_dress(text):
    dressed = f"\u00a0« {unicodedata.normalize('NFD', text.upper())} » !"
    assert near(dressed, text) == bool(words(text))


@pytest.mark.parametrize(
    ("answer", "wanted", "expected"),
    [
        ("piece jointe", "pièce jointe", True),
        ("piècejointe", "pièce jointe", True),
        ("pieces jointe", "pièce jointe", True),
        ("jointe pièce", "pièce jointe", False),
        ("main", "mail", True),  # one letter in four
        ("nom", "non", False),  # one letter in three
        ("mai", "mail", False),  # the answer's length counts: one in three
        ("mails", "mail", True),
        ("14 h 30", "14 heures 30", False),
        ("14 heure 30", "14 heures 30", True),
        ("14 heures 20", "14 heures 30", False),
        ("06 39 98 12 34", "0639981234", True),
        ("06 39 98 12 35", "0639981234", False),
        ("", "mail", False),
        ("👍", "👍", False),
    ],
)
def test_a_letter_in_four_may_differ_and_no_digit(answer, wanted, expected):
    assert near(answer, wanted) is expected


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Je joins mon C.V. à ce mail", "mon c v", True),
        ("L'offre d’emploi", "offre", True),
        ("Les offres", "offre", False),
        ("Offre d'un emploi", "offre emploi", False),
        ("Bonjour,\nMadame", "bonjour madame", True),
        ("Bonjour", "Bonjour Madame", False),
        ("Bonjour !", "!", False),
        ("", "", False),
    ],
)
def test_words_stand_in_a_row_and_whole(text, wanted, expected):
    assert has_words(text, wanted) is expected


def plain_distance(one: str, other: str) -> int:
    """The definition, word for word."""

    @cache
    def of(left: int, right: int) -> int:
        if not left or not right:
            return left + right
        changed = of(left - 1, right - 1) + (one[left - 1] != other[right - 1])
        return min(changed, of(left - 1, right) + 1, of(left, right - 1) + 1)

    return of(len(one), len(other))


@given(LETTERS, LETTERS, st.integers(0, 12))
def test_distance_is_levenshteins_up_to_its_bound(one, other, most):
    assert distance(one, other, most) == min(plain_distance(one, other), most + 1)
