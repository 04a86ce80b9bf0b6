"""What a course looks like to Open edX."""

import json

from pasapas.authoring.course_olx import course_files
from pasapas.authoring.olx_model import CourseKey, OlxSection
from pasapas.authoring.olx_xml import from_xml

from .samples import alone, course_of, lesson, small_course

FILES = course_files(small_course())


def xml(path, files=FILES):
    return from_xml(files[path])


def test_the_pointer_has_its_three_attributes_and_nothing_else():
    pointer = xml("course.xml")
    assert dict(pointer.attrib) == {"url_name": "cours", "org": "PasAPas", "course": "essai"}
    assert (pointer.tag, len(pointer)) == ("course", 0)


def test_a_section_is_a_chapter_and_a_lesson_a_unit_of_its_own():
    course = xml("course/cours.xml")
    assert course.get("display_name") == "Chercher un emploi"
    chapters = [xml(f"chapter/{node.get('url_name')}.xml") for node in course]
    assert [chapter.get("display_name") for chapter in chapters] == ["Je commence", "Après"]
    sequences = [node.get("url_name") for node in chapters[0]]
    assert sequences == ["sequence-un-mail", "sequence-mon-cv"]
    for name in sequences:
        (unit,) = xml(f"sequential/{name}.xml")
        (block,) = xml(f"vertical/{unit.get('url_name')}.xml")
        assert block.tag == "pasapas_lesson"


def test_every_level_bears_the_name_that_the_learner_presses():
    for path in ("sequential/sequence-un-mail.xml", "vertical/unit-un-mail.xml"):
        assert xml(path).get("display_name") == "Un mail"


def test_a_block_stands_inline_with_its_name_title_and_text():
    (block,) = xml("vertical/unit-un-mail.xml")
    assert dict(block.attrib) == {"url_name": "lesson-un-mail", "display_name": "Un mail"}
    assert b"<![CDATA[---\nformat: 1\n" in FILES["vertical/unit-un-mail.xml"]
    assert [sound.get("src") for sound in block.iterchildren("sound")] == [
        "/static/ab12.ogg",
        "/static/ab12.mp3",
    ]


def test_names_do_not_change_when_titles_do_or_a_section_comes_before():
    kept = lesson("mon-cv", title="Mon CV")
    before = course_files(course_of(kept))
    sections = (OlxSection("Nouveau", alone(lesson("un-mail"))), OlxSection("Autre", alone(kept)))
    after = course_files(course_of(kept, sections=sections))
    assert {path for path in before if "mon-cv" in path} <= set(after)


def test_the_policy_says_what_the_course_is():
    policy = json.loads(FILES["policies/cours/policy.json"])
    settings = policy.pop("course/cours")
    assert not policy
    assert settings["advanced_modules"] == [
        "pasapas_lesson",
        "pasapas_practice",
        "pasapas_assessment",
    ]
    assert (settings["language"], settings["course_image"]) == ("fr", "cover.png")
    assert settings["start"] < "2026" < settings["end"]


def test_a_learner_is_not_shown_a_mark():
    settings = json.loads(FILES["policies/cours/policy.json"])["course/cours"]
    assert settings["hide_progress_tab"] is True
    assert not any(b"graded" in data for path, data in FILES.items() if "sequential" in path)


def test_every_static_file_has_its_type_in_the_policy_of_assets():
    assets = json.loads(FILES["policies/assets.json"])
    types = {name: asset["contentType"] for name, asset in assets.items()}
    assert types == {
        "ab12.mp3": "audio/mpeg",
        "ab12.ogg": "audio/ogg",
        "cover.png": "image/png",
    }
    assert {f"static/{name}" for name in types} == {p for p in FILES if p.startswith("static/")}


def test_the_cover_is_a_png_of_the_size_of_a_card():
    cover = FILES["static/cover.png"]
    assert cover.startswith(b"\x89PNG\r\n")
    assert (int.from_bytes(cover[16:20]), int.from_bytes(cover[20:24])) == (756, 450)


def test_titles_are_escaped_on_the_about_page():
    hostile = "<script>alert('é')</script> & co"
    page = course_files(
        course_of(
            lesson(title=hostile), title=hostile, sections=(OlxSection(hostile, alone(lesson())),)
        )
    )["about/overview.html"].decode()
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 2


def test_the_key_names_files():
    files = course_files(course_of(lesson(), key=CourseKey("Asso", "CV", "2027")))
    assert {"course/2027.xml", "policies/2027/policy.json"} <= set(files)
    assert "course/2027" in json.loads(files["policies/2027/policy.json"])
