"""Fields: what is wrong with one is said once, on its line."""

import datetime

import pytest

from pasapas.content.schema import SLUG, Fields
from pasapas.content.yaml_reader import read_yaml

from .samples import places


def fields(text: str) -> tuple[Fields, list]:
    problems: list = []
    return Fields(read_yaml(text)[0], problems), problems


@pytest.mark.parametrize("name", ["a", "0", "un-mail", "a1-b2", "39-49"])
def test_a_slug(name):
    assert SLUG.fullmatch(name)


@pytest.mark.parametrize(
    "name", ["", "-", "a-", "-a", "a--b", "A", "é", "a b", "a_b", "a.b", "../a", "a/b", "a\n", "١"]
)
def test_not_a_slug(name):
    assert not SLUG.fullmatch(name)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("un", "un"),
        ("'  un   deux '", "un deux"),
        ("10:30", "10:30"),
        ("~", "~"),
        ("|\n  un\n  deux", "un deux"),
        ("Vraiment\u00a0?", "Vraiment\u00a0?"),
        ("12\u202f€", "12\u202f€"),
    ],
)
def test_a_text_stands_on_one_line_and_keeps_its_no_break_spaces(written, text):
    read, problems = fields(f"a: {written}\n")
    assert read.text("a") == text
    assert problems == []


@pytest.mark.parametrize("written", ["", "''", "' '"])
def test_an_empty_text_is_missing_only_where_it_is_required(written):
    read, problems = fields(f"a: {written}\nb: {written}\n")
    assert (read.text("a"), read.text("b", required=True)) == ("", "")
    assert places(problems) == [("field.missing", 2)]


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("[un, deux]", ("un", "deux")),
        ("un", ("un",)),
        ("[]", ()),
        ("\n- un  mail\n- no", ("un mail", "no")),
        ("['Vraiment\u00a0?']", ("Vraiment\u00a0?",)),
    ],
)
def test_texts(written, texts):
    read, problems = fields(f"a: {written}\n")
    assert read.texts("a") == texts
    assert problems == []


def test_what_is_no_text_in_a_list_is_left_out_and_said():
    read, problems = fields("a:\n- un\n- [deux]\n- ''\n- quatre\n")
    assert read.texts("a") == ("un", "quatre")
    assert places(problems) == [("field.text-wanted", 3), ("field.text-wanted", 4)]


@pytest.mark.parametrize("written", ["1", "60", "'4'", "04"])
def test_a_number(written):
    read, problems = fields(f"a: {written}\n")
    assert read.number("a", 1, 60, default=5) == int(written.strip("'"))
    assert problems == []


@pytest.mark.parametrize(
    "written",
    ["0", "61", "-1", "+1", "4.0", "1e1", "0x4", "quatre", "٤", "1_0", "9999999", "9" * 5000],
)
def test_not_a_number(written):
    read, problems = fields(f"b: x\na: {written}\n")
    assert read.number("a", 1, 60, default=5) == 5
    assert places(problems) == [("field.number-wanted", 2)]


def test_a_date():
    read, problems = fields("a: 2026-11-21\n")
    assert read.date("a") == datetime.date(2026, 11, 21)
    assert problems == []


@pytest.mark.parametrize(
    "written", ["21/11/2026", "2026-02-30", "2026-11", "20261121", "2026-W47-6", "2026-1-1", "hier"]
)
def test_not_a_date(written):
    read, problems = fields(f"b: x\na: {written}\n")
    assert read.date("a") is None
    assert places(problems) == [("field.date-wanted", 2)]


def test_entries_are_those_whose_names_are_slugs():
    read, problems = fields("a:\n  un: 1\n  Deux: 2\n  trois: 3\n")
    assert [(name, line, node.text) for name, line, node in read.entries("a")] == [
        ("un", 2, "1"),
        ("trois", 4, "3"),
    ]
    assert places(problems) == [("name.not-a-slug", 3)]


def test_what_has_not_been_taken_is_unknown():
    read, problems = fields("a: 1\nb: 2\nc: 3\n")
    read.text("b")
    read.no_others()
    assert places(problems) == [("field.unknown", 1), ("field.unknown", 3)]


@pytest.mark.parametrize("text", ["un", "[un, deux]"])
def test_what_is_no_mapping_has_no_field(text):
    read, problems = fields(f"\n{text}\n")
    assert read.node("a") is None
    assert places(problems) == [("field.mapping-wanted", 2)]


def test_the_line_of_a_field_is_known_before_and_after_it_is_taken():
    read, _ = fields("a: 1\nb: 2\n")
    assert read.line_of("b") == 2
    read.text("b")
    assert read.line_of("b") == 2
    assert read.line_of("inconnu") == 1


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("need: [Oui, merci.]", ["Oui, merci."]),
        ("need: [Oui, merci, à vous.]", ["Oui, merci", "merci, à vous."]),
        ("need: [J'ai un mail., Je lis.]", []),
        ("need: [J'ai un mail, Je lis.]", []),
        ("need: [J'ai un mail., je lis.]", []),
        ("need: ['Oui, merci.']", []),
        ("need: oui", []),
        ("need: []", []),
    ],
)
def test_a_comma_that_cuts_a_sentence_in_a_list_is_a_warning(text, cut):
    read, problems = fields(text)
    read.sentences("need")
    assert [dict(problem.parameters)["text"] for problem in problems] == cut
    assert {problem.code for problem in problems} <= {"field.split-by-comma"}


def test_sentences_have_their_lines():
    read, problems = fields("a: x\nneed:\n  - Un.\n\n  - ' '\n  - Deux.\n")
    assert read.sentences("need") == (("Un.", 3), ("Deux.", 6))
    assert places(problems) == [("field.text-wanted", 5)]
    assert read.sentences("need") == ()
