"""A misspelt name is answered with the one that looks most like it."""

import time

import pytest

from pasapas.content.course import read_course
from pasapas.content.lesson import read_lesson
from pasapas.content.nearest import nearest
from pasapas.content.problems import problem
from pasapas.content.unknown_names import with_nearest

from .samples import ALONE, COURSE, LESSON, REFERENCES, changed, lesson_saying, lesson_with


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("trombonne", "trombone"),
        ("tromb", "trombone"),
        ("Trombone", "trombone"),
        ("pieces-jointes", "piece-jointe"),
        ("licorne", ""),
        ("", ""),
        ("trombone" * 10, ""),
    ],
)
def test_the_nearest_of_some_names(name, found):
    assert nearest(name, ["mail", "piece-jointe", "trombone"]) == found


def said(reading, code: str) -> list[str]:
    return [
        dict(problem.parameters).get("nearest", "")
        for problem in reading.problems
        if problem.code == code
    ]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("pictogram.unknown", lesson_with("pictogram:trombone", "pictogram:trombonne"), "trombone"),
        ("pictogram.unknown", lesson_with("pictogram:trombone", "pictogram:zzz"), ""),
        ("fact.unknown", lesson_saying("Le [[fact:actualisatoin]]."), "actualisation"),
        ("glossary.unknown", lesson_saying("Le [m](glossaire:piece-joint)."), "piece-jointe"),
        ("lesson.unknown-domain", lesson_with("domain: messages", "domain: message"), "messages"),
        (
            "lesson.unknown-prerequisite",
            lesson_with("[ecrire-un-mail]", "ecrire-mail"),
            "ecrire-un-mail",
        ),
        ("field.unknown", lesson_with("level: 1", "levle: 1\nlevel: 1"), "level"),
    ],
)
def test_a_lesson_is_told_which_name_may_be_meant(code, text, found):
    assert said(read_lesson(text, REFERENCES), code) == [found]


def test_a_course_is_told_too():
    text = changed(COURSE, "- lesson: lire-une-offre", "- lesson: lire-un-offre")
    assert said(read_course(text, REFERENCES), "course.unknown-lesson") == ["lire-une-offre"]


def test_a_block_alone_knows_no_other_lesson_to_name():
    unknown = problem("lesson.unknown-prerequisite", 1, name="ecrire-mail")
    assert with_nearest([unknown], ALONE) == (unknown,)


def test_other_problems_stay_what_they_are():
    other = problem("step.empty", 1, name="trombonne")
    assert with_nearest([other], REFERENCES) == (other,)
    once = with_nearest([problem("pictogram.unknown", 1, name="trombonne")], REFERENCES)
    assert with_nearest(once, REFERENCES) == once


@pytest.mark.parametrize(
    "text",
    [
        LESSON + "".join(f"[m](glossaire:piece-joint{n})\n" for n in range(1300)),
        lesson_with("level: 1\n", "level: 1\n" + "".join(f"levle{n}: 1\n" for n in range(3000))),
    ],
)
def test_thousands_of_unknown_names_take_no_time(text):
    begin = time.perf_counter()
    assert read_lesson(text, REFERENCES).problems
    assert time.perf_counter() - begin < 2
