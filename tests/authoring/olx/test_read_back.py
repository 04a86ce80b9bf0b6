"""Archive to course to archive: nothing is lost, and nothing hostile is believed."""

import pytest
from hypothesis import given, settings

from pasapas.authoring.archive import pack
from pasapas.authoring.course_olx import course_files
from pasapas.authoring.importer_limits import file_problems
from pasapas.authoring.read_back import UnreadableCourseError, read_archive, read_files

from .samples import course_of, course_with_practices, courses, lesson, small_course


@settings(max_examples=60, deadline=None)
@given(courses())
def test_what_is_read_back_is_what_was_built_and_builds_the_same_bytes(course):
    files = course_files(course)
    assert file_problems(files, len(course.documents)) == ()
    packed = pack(files)
    again = read_archive(packed)
    assert again == course
    assert [item.text for item in again.documents] == [item.text for item in course.documents]
    assert pack(course_files(again)) == packed


def test_practices_come_back_in_the_units_of_their_lessons():
    course = course_with_practices()
    files = course_files(course)
    assert file_problems(files, len(course.documents)) == ()
    assert read_files(files) == course
    unit = files["vertical/unit-un-mail.xml"].decode()
    assert unit.index("<pasapas_lesson ") < unit.index("<pasapas_practice ")
    assert "vertical/unit-practice-mon-cv.xml" in files


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "fin   \n\n\n",
        "]]>",
        "a]]>b]]>\n]]>",
        "<![CDATA[ ]]>",
        "&amp; & &#10; <b>'\"</b>",
        "]]> &amp;   & ",
        "😀\u00a0é",
    ],
)
def test_hostile_texts_come_back_byte_for_byte(text):
    (again,) = read_archive(pack(course_files(course_of(lesson(text=text))))).documents
    assert again.text.encode() == text.encode()


def test_a_title_with_quotes_comes_back():
    title = 'L\'« offre » "A&B" <vrai>'
    course = read_archive(pack(course_files(course_of(lesson(title=title), title=title))))
    assert (course.title, course.documents[0].title) == (title, title)


def reasons(caught):
    return {found.code for _, found in caught.value.places}


def test_what_is_no_archive_is_refused():
    for packed in (b"", b"not gzip", pack({})[:-5]):
        with pytest.raises(UnreadableCourseError):
            read_archive(packed)


def test_another_course_is_refused():
    files = course_files(small_course())
    path = "vertical/unit-mon-cv.xml"
    other = files | {path: files[path].replace(b"lesson-mon-cv", b"autre-mon-cv")}
    with pytest.raises(UnreadableCourseError) as caught:
        read_files(other)
    assert reasons(caught) == {"olx.other-name"}


def test_an_entity_is_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    files = course_files(small_course())
    path = "vertical/unit-mon-cv.xml"
    entity = f'<!DOCTYPE vertical [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    hostile = entity + files[path].replace(b"<![CDATA[", b"&e;<![CDATA[")
    with pytest.raises(UnreadableCourseError) as caught:
        read_files(files | {path: hostile})
    assert "olx.unreadable-xml" in reasons(caught)
