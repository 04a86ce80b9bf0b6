"""The catalogue of pictograms."""

import dataclasses

import pytest

from pasapas.content.pictograms import Pictogram, read_pictograms
from pasapas.content.problems import Severity

from .samples import PICTOGRAMS, changed, places


def test_a_catalogue_is_read_whole():
    reading = read_pictograms(PICTOGRAMS)
    assert reading.problems == ()
    assert list(reading.document) == [
        "mail",
        "trombone",
        "piece-jointe",
        "verifier",
        "retenir",
        "pour-de-vrai",
    ]
    assert reading.document["mail"] == Pictogram(
        "mail",
        "Un mail",
        ("mail", "message"),
        "Un message qui part et arrive par internet.",
        ("mail", "message", "lettre"),
    )


def test_a_pictogram_is_immutable():
    with pytest.raises(dataclasses.FrozenInstanceError):
        read_pictograms(PICTOGRAMS).document["mail"].label = ""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("    label: Un mail\n", "label"),
        ("    keywords: [mail, message]\n", "keywords"),
        ("    meaning: Un message qui part et arrive par internet.\n", "meaning"),
        ("    answers: [mail, message, lettre]\n", "answers"),
    ],
)
def test_a_pictogram_needs_each_of_its_fields(line, field):
    problems = read_pictograms(changed(PICTOGRAMS, line, "")).problems
    assert [(item.code, item.line, item.parameters) for item in problems] == [
        ("field.missing", 4, (("field", field),))
    ]


def test_a_misspelt_field_is_said():
    text = changed(PICTOGRAMS, "    label: Un mail\n", "    lable: x\n    label: Un mail\n")
    assert places(read_pictograms(text).problems) == [("field.unknown", 4)]


def test_an_entry_that_is_no_mapping_is_said():
    text = "format: 1\npictograms:\n  mail: Un mail\n"
    assert places(read_pictograms(text).problems)[0] == ("field.mapping-wanted", 3)


@pytest.mark.parametrize("raw", [b"\xff", "a: [", "a: *b", "a" * 50_001])
def test_an_unreadable_catalogue_is_refused_and_nothing_more_is_said_of_it(raw):
    reading = read_pictograms(raw)
    assert not reading.document
    assert [problem.severity for problem in reading.problems] == [Severity.UNSAFE]
