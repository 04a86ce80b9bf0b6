"""Canonical text: one form for one text, always fit for XML."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from pasapas.content.problems import Severity
from pasapas.content.text import MAX_CHARACTERS, canonical

from .samples import LESSON, places

quick = settings(max_examples=100, deadline=None)

# Text as hostile as Python can hold: lone surrogates and controls included.
any_text = st.text(st.characters(codec=None), max_size=60) | st.text(
    st.sampled_from("a\r\n\t\x00\x1b\x85\ufeff\ufffe\uffff\ud800\udc00\u2028\u202e\u2066"),
    max_size=30,
)


def test_a_right_text_keeps_every_character():
    assert canonical(LESSON) == (LESSON, ())
    assert canonical(LESSON.encode()) == (LESSON, ())


@pytest.mark.parametrize("text", ["12\u00a0€", "Vraiment\u202f?", "« oui »", "œ", "👍🏽", "𐍈"])
def test_french_typography_and_far_planes_are_kept(text):
    assert canonical(text) == (text, ())
    assert canonical(text.encode()) == (text, ())


@pytest.mark.parametrize("raw", [LESSON.encode("utf-8-sig"), "\ufeff" + LESSON])
def test_a_byte_order_mark_goes_without_a_word(raw):
    assert canonical(raw) == (LESSON, ())


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_become_ours(end):
    text = LESSON.replace("\n", end)
    assert canonical(text) == (LESSON, ())
    assert canonical(text.encode()) == (LESSON, ())


def test_an_empty_text_is_a_text():
    assert canonical("") == canonical(b"") == ("", ())


@pytest.mark.parametrize(
    ("character", "kept", "name"),
    [
        ("\x00", "", "U+0000"),
        ("\x07", "", "U+0007"),
        ("\x1b", "", "U+001B"),
        ("\x7f", "", "U+007F"),
        ("\x9b", "", "U+009B"),
        ("\u2028", " ", "U+2028"),
        ("\u2029", " ", "U+2029"),
        ("\ud83d", "", "U+D83D"),
        ("\udfff", "", "U+DFFF"),
        ("\ufdd0", "", "U+FDD0"),
        ("\ufffe", "", "U+FFFE"),
        ("\uffff", "", "U+FFFF"),
        ("\ufeff", "", "U+FEFF"),
        ("\u202a", "", "U+202A"),
        ("\u202e", "", "U+202E"),
        ("\u2066", "", "U+2066"),
        ("\u2069", "", "U+2069"),
        # Marks of direction without a width: they too can make 12-34 read as 34-12.
        ("\u200e", "", "U+200E"),
        ("\u200f", "", "U+200F"),
        ("\u061c", "", "U+061C"),
    ],
)
def test_an_unwanted_character_is_mended_and_named(character, kept, name):
    text, problems = canonical(f"un\ndeux\ntr{character}ois\n")
    assert text == f"un\ndeux\ntr{kept}ois\n"
    assert places(problems) == [("text.control-character", 3)]
    assert problems[0].severity is Severity.WARNING
    assert name in [value for _, value in problems[0].parameters]


def test_a_tab_has_a_message_of_its_own():
    text, problems = canonical("un\ndeux\ttrois\n")
    assert text == "un\ndeux trois\n"
    assert places(problems) == [("text.tab", 2)]
    assert problems[0].severity is Severity.WARNING


def test_many_unwanted_characters_are_said_once_where_they_begin():
    text, problems = canonical("a\nb\x00\nc\x01\x02\n")
    assert text == "a\nb\nc\n"
    assert places(problems) == [("text.control-character", 2)]


@pytest.mark.parametrize("raw", ["a" * (MAX_CHARACTERS + 1), b"a" * (MAX_CHARACTERS + 1)])
def test_a_text_over_the_limit_comes_back_empty(raw):
    text, problems = canonical(raw)
    assert text == ""
    assert places(problems) == [("text.too-long", 0)]
    assert problems[0].severity is Severity.UNSAFE
    assert problems[0].parameters == (("limit", "50000"),)


@pytest.mark.parametrize("character", ["a", "é", "€", "👍"])
def test_the_limit_counts_characters_not_bytes(character):
    text = character * MAX_CHARACTERS
    assert canonical(text) == canonical(text.encode()) == (text, ())


@pytest.mark.parametrize("character", ["a", "👍"])
def test_a_byte_order_mark_does_not_count(character):
    text = character * MAX_CHARACTERS
    assert canonical("\ufeff" + text) == canonical(text.encode("utf-8-sig")) == (text, ())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac-roman", "utf-16", "utf-32"])
def test_another_encoding_is_refused(encoding):
    text, problems = canonical("Vérifiez".encode(encoding))
    assert text == ""
    assert places(problems) == [("text.not-utf-8", 1)]
    assert problems[0].severity is Severity.UNSAFE


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\xff", 1),
        (b"un\ndeux\ntr\xffois\n", 3),
        (b"un\r\ndeux\r\ntr\xffois", 3),
        (b"un\rdeux\rtr\xffois", 3),
        (b"\xef\xbb\xbf\n\xff", 2),
        (b"\xed\xa0\x80", 1),  # a lone surrogate, in bytes
        (b"a\n\xc3", 2),  # a character cut off at the end
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_on_their_line(raw, line):
    assert canonical(raw) == ("", canonical(raw)[1])
    assert places(canonical(raw)[1]) == [("text.not-utf-8", line)]


@quick
@given(any_text)
@example("\ufeff\ufeffa")
@example("a\r\x00\nb")
def test_canonical_text_is_its_own_canonical_form(raw):
    once, _ = canonical(raw)
    assert canonical(once) == (once, ())
    assert canonical(once.encode()) == (once, ())


@quick
@given(any_text)
def test_canonical_text_goes_through_xml_unchanged(raw):
    text, _ = canonical(raw)
    element = etree.Element("source")
    element.text = text
    assert (etree.fromstring(etree.tostring(element)).text or "") == text


@quick
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw):
    text, problems = canonical(raw)
    assert text == canonical(text)[0]
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(0 <= problem.line <= lines for problem in problems)
