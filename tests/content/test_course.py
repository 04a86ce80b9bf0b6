"""A course: sections of modules, in order."""

import dataclasses

import pytest

from pasapas.content.course import Course, Module, Section, read_course
from pasapas.content.problems import Severity

from .samples import ALONE, COURSE, REFERENCES, changed, places


def test_a_course_is_read_whole():
    reading = read_course(COURSE, REFERENCES)
    assert reading.problems == ()
    begin = (Module("lesson", "ecrire-un-mail", 6), Module("lesson", "joindre-un-cv", 7))
    assert reading.document == Course(
        "Chercher un emploi",
        (
            Section("Je commence", begin),
            Section("Je réponds à une offre", (Module("lesson", "lire-une-offre", 10),)),
        ),
    )


def test_the_lessons_of_a_course_are_in_order():
    course = read_course(COURSE, REFERENCES).document
    assert course.lessons == ("ecrire-un-mail", "joindre-un-cv", "lire-une-offre")


@pytest.mark.parametrize(
    "raw", [COURSE.encode(), COURSE.encode("utf-8-sig"), COURSE.replace("\n", "\r\n").encode()]
)
def test_the_same_course_from_another_editor_is_the_same(raw):
    assert read_course(raw, REFERENCES) == read_course(COURSE, REFERENCES)


def test_a_course_is_immutable():
    course = read_course(COURSE, REFERENCES).document
    hash(course)
    with pytest.raises(dataclasses.FrozenInstanceError):
        course.title = ""


@pytest.mark.parametrize("raw", ["", "\n", "# rien\n", "\ufeff", b"\xef\xbb\xbf", "\t", "\x00"])
def test_an_empty_course_is_an_error(raw):
    reading = read_course(raw, REFERENCES)
    assert reading.document is None
    assert "document.empty" in [code for code, _ in places(reading.problems)]


@pytest.mark.parametrize("raw", [b"\xff", "a" * 50_001, "a: [", "a: *b"])
def test_an_unreadable_course_is_refused_and_nothing_more_is_said_of_it(raw):
    reading = read_course(raw, REFERENCES)
    assert reading.document is None
    assert [problem.severity for problem in reading.problems] == [Severity.UNSAFE]


@pytest.mark.parametrize("field", ["title", "sections"])
def test_a_field_that_must_be_there(field):
    text = "".join(f"{name}: []\n" for name in ("format", "title", "sections") if name != field)
    problems = read_course(
        text.replace("format: []", "format: 1").replace("title: []", "title: Un"), REFERENCES
    ).problems
    assert [(item.code, item.line, item.parameters) for item in problems] == [
        ("field.missing", 1, (("field", field),))
    ]


def test_a_section_lacks_its_title_and_its_modules():
    text = "format: 1\ntitle: Un\nsections:\n  - title: Deux\n  - modules: []\n"
    assert places(read_course(text, REFERENCES).problems) == [
        ("field.missing", 4),
        ("field.missing", 5),
    ]


def test_a_section_does_not_hold_other_fields():
    text = changed(
        COURSE, "    modules:\n      - lesson: lire", "    x: y\n    modules:\n      - lesson: lire"
    )
    assert places(read_course(text, REFERENCES).problems) == [("field.unknown", 9)]


def test_a_wrong_module_does_not_take_its_section_with_it():
    text = changed(COURSE, "- lesson: ecrire-un-mail", "- lesson: inconnue")
    reading = read_course(text, REFERENCES)
    assert reading.document.lessons == ("joindre-un-cv", "lire-une-offre")
    assert places(reading.problems) == [("course.unknown-lesson", 6)]


@pytest.mark.parametrize("kind", ["assessments", "needs", "Lesson", "", "quiz"])
def test_only_known_kinds_of_modules(kind):
    text = changed(COURSE, "- lesson: lire-une-offre", f"- '{kind}': lire-une-offre")
    assert places(read_course(text, REFERENCES).problems) == [("course.unknown-module", 10)]


def test_where_lessons_cannot_be_known_any_name_will_do():
    text = changed(COURSE, "lire-une-offre", "une-autre")
    assert places(read_course(text, ALONE).problems) == []


@pytest.mark.parametrize("name", ["''", "../../logout", "Un mail", "a_b"])
def test_a_name_of_a_lesson_is_a_slug(name):
    text = changed(COURSE, "lire-une-offre", name)
    reading = read_course(text, ALONE)
    assert places(reading.problems) == [("name.not-a-slug", 10)]
    assert reading.document.lessons == ("ecrire-un-mail", "joindre-un-cv")


def test_each_repetition_is_said():
    text = changed(COURSE, "lire-une-offre", "joindre-un-cv\n      - lesson: ecrire-un-mail")
    assert places(read_course(text, REFERENCES).problems) == [
        ("course.module-twice", 10),
        ("course.module-twice", 11),
    ]
