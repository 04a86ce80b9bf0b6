"""Dated facts."""

import dataclasses
import datetime

import pytest

from pasapas.content.facts import Fact, read_facts
from pasapas.content.problems import Severity

from .samples import FACTS, changed, places


def test_facts_are_read_whole():
    reading = read_facts(FACTS)
    assert reading.problems == ()
    assert reading.document == {
        "actualisation": Fact(
            "actualisation",
            "entre le 28 et le 15",
            "https://agence.example/actualisation",
            datetime.date(2026, 11, 21),
        ),
        "numero-aide": Fact(
            "numero-aide",
            "39 49",
            "https://agence.example/telephone",
            datetime.date(2026, 11, 20),
        ),
    }


def test_a_fact_is_immutable():
    fact = read_facts(FACTS).document["numero-aide"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        fact.value = ""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("    value: 39 49\n", "value"),
        ("    source: https://agence.example/telephone\n", "source"),
        ("    checked_on: 2026-11-20\n", "checked_on"),
    ],
)
def test_a_fact_needs_its_value_its_source_and_its_day(line, field):
    problems = read_facts(changed(FACTS, line, "")).problems
    assert [(item.code, item.line, item.parameters) for item in problems] == [
        ("field.missing", 8, (("field", field),))
    ]


def test_a_fact_without_a_value_is_no_fact():
    assert set(read_facts(changed(FACTS, "39 49", "''")).document) == {"actualisation"}


@pytest.mark.parametrize("value", ["06 12", "10:30", "no", "012", "~", "2026-11-21"])
def test_a_value_stays_what_was_written(value):
    assert read_facts(changed(FACTS, "39 49", value)).document["numero-aide"].value == value


def test_a_value_keeps_its_no_break_spaces():
    reading = read_facts(changed(FACTS, "39 49", "12\u00a0€"))
    assert reading.document["numero-aide"].value == "12\u00a0€"


def test_a_fact_of_the_same_name_is_said_and_the_first_kept():
    text = changed(FACTS, "numero-aide:", "actualisation:")
    reading = read_facts(text)
    assert places(reading.problems) == [("yaml.duplicate-key", 7)]
    assert reading.document["actualisation"].value == "entre le 28 et le 15"


@pytest.mark.parametrize("raw", [b"\xff", "a: [", "a: *b", "a" * 50_001])
def test_unreadable_facts_are_refused_and_nothing_more_is_said_of_them(raw):
    reading = read_facts(raw)
    assert not reading.document
    assert [problem.severity for problem in reading.problems] == [Severity.UNSAFE]


# A value stands within a sentence: what a sentence may not hold, it may not bring.
@pytest.mark.parametrize("value", ["<script>x</script>", "'[Oui](javascript:x)'"])
def test_a_value_is_as_safe_as_a_sentence(value):
    reading = read_facts(changed(FACTS, "39 49", value))
    assert reading.refused
    assert [problem.line for problem in reading.problems] == [8]
