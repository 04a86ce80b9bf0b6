"""Problems are values: equal, hashable, immutable, and never long."""

import dataclasses

import pytest

from pasapas.content.problems import (
    QUOTE_LENGTH,
    Problem,
    Reading,
    Severity,
    problem,
    unsafe,
    warning,
)


def test_a_problem_is_an_immutable_value():
    one = problem("step.empty", 3, title="Un")
    assert one == problem("step.empty", 3, title="Un")
    assert len({one, problem("step.empty", 3, title="Un")}) == 1
    for field in dataclasses.fields(Problem):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, field.name, "x")


def test_a_reading_is_an_immutable_value():
    reading = Reading("document", (problem("step.empty", 3),))
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.document = None
    assert hash(reading) == hash(Reading("document", (problem("step.empty", 3),)))


@pytest.mark.parametrize(
    ("make", "severity"),
    [(problem, Severity.ERROR), (unsafe, Severity.UNSAFE), (warning, Severity.WARNING)],
)
def test_each_maker_has_its_severity(make, severity):
    made = make("a.code", 7, name="x")
    assert made == Problem("a.code", 7, severity, (("name", "x"),))


@pytest.mark.parametrize("make", [problem, unsafe, warning])
def test_a_problem_without_a_line_speaks_of_the_whole_document(make):
    assert make("a.code").line == 0


def test_parameters_are_pairs_of_texts_in_the_order_given():
    assert problem("a.code", 1, least=1, most=60).parameters == (("least", "1"), ("most", "60"))


def test_a_short_parameter_is_quoted_whole():
    text = "a" * QUOTE_LENGTH
    assert problem("a.code", text=text).parameters == (("text", text),)


def test_a_long_parameter_is_cut_to_the_quote_length():
    ((_, quoted),) = problem("a.code", text="a" * (QUOTE_LENGTH + 1)).parameters
    assert quoted == "a" * (QUOTE_LENGTH - 1) + "…"


@pytest.mark.parametrize(
    ("problems", "refused"),
    [
        ((), False),
        ((problem("a.code"), warning("a.code")), False),
        ((warning("a.code"), unsafe("a.code")), True),
    ],
)
def test_only_unsafe_text_is_refused(problems, refused):
    assert Reading(None, problems).refused is refused
