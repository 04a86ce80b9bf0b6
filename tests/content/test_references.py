"""What a document may name."""

import dataclasses

import pytest

from pasapas.content.lesson import read_lesson
from pasapas.content.references import DOMAINS, References

from .samples import LESSON, places


def test_the_seven_domains():
    assert DOMAINS == ("phone", "computer", "documents", "messages", "web", "jobs", "safety")


def test_references_are_immutable():
    with pytest.raises(dataclasses.FrozenInstanceError):
        References().lessons = ()


def test_where_nothing_is_said_to_exist_pictograms_do_not_but_lessons_are_not_held_against():
    codes = {code for code, _ in places(read_lesson(LESSON, References()).problems)}
    assert codes == {"pictogram.unknown"}


def test_no_lesson_at_all_is_not_the_same_as_lessons_that_cannot_be_known():
    none = References(lessons=frozenset(), practices=frozenset())
    codes = {code for code, _ in places(read_lesson(LESSON, none).problems)}
    assert codes == {
        "pictogram.unknown",
        "lesson.unknown-prerequisite",
        "lesson.unknown-practice",
    }
