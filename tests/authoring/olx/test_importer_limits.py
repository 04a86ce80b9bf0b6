"""Each limit of the importer is found, in the file where it is, and nothing else is."""

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.authoring import importer_limits
from pasapas.authoring.archive import ROOT, pack
from pasapas.authoring.course_olx import course_files
from pasapas.authoring.importer_limits import archive_problems, file_problems
from pasapas.content.problems import Severity
from pasapas.player.problems import MESSAGES, describe

from .limit_examples import (
    BAD_ARCHIVES,
    EXAMPLES,
    LINKS,
    OUTSIDE,
    archive_with,
    member,
    right,
)
from .samples import course_of, lesson

# Found by other tests of this folder.
ELSEWHERE = {"olx.other-name", "olx.too-many-files"}


def codes_of_the_source() -> set[str]:
    sources = (file for file in files("pasapas.authoring").iterdir() if file.name.endswith(".py"))
    texts = (source.read_text("utf-8") for source in sources)
    return {code for text in texts for code in re.findall(r'"(olx\.[a-z-]+)"', text)}


def test_every_code_has_an_example():
    examples = {example.code for example in EXAMPLES} | set(BAD_ARCHIVES) | ELSEWHERE
    assert examples == codes_of_the_source()


def test_every_code_has_a_message():
    assert {code for code in MESSAGES if code.startswith("olx.")} == codes_of_the_source()


def test_a_right_course_has_no_problem():
    assert file_problems(right(), lessons=3) == ()
    assert archive_problems(pack(right())) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda item: f"{item.code}:{item.path}")
def test_a_problem_is_found_in_its_file(example):
    made = example.files()
    lessons = 3 if "static/ab12.ogg" in made else 1
    found = file_problems(made, lessons)
    assert (example.path, example.code) in {(path, item.code) for path, item in found}
    assert {item.code for _, item in found} == {example.code, *example.also}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda item: f"{item.code}:{item.path}")
def test_a_problem_of_an_archive_stops_the_build_and_says_why(example):
    for _, item in file_problems(example.files()):
        assert item.severity is Severity.ERROR
        sentence = describe(item, str)
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|olx\.", sentence.removesuffix("."))
        # A message names nothing that its problem does not have.
        wanted = set(re.findall(r"\{(\w+)\}", MESSAGES[item.code]))
        assert wanted <= {name for name, _ in item.parameters}


@pytest.mark.parametrize("code", BAD_ARCHIVES)
def test_a_bad_archive_is_found(code):
    found = archive_problems(BAD_ARCHIVES[code]())
    assert [item.code for item in found] == [code]
    assert set(re.findall(r"\{(\w+)\}", MESSAGES[code])) <= {
        name for name, _ in found[0].parameters
    }


@pytest.mark.parametrize("kind", LINKS)
def test_links_and_devices_are_refused(kind):
    (found,) = archive_problems(archive_with((member(f"{ROOT}a", *LINKS[kind]), b"")))
    assert found.code == "olx.not-a-file"


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_member_outside_of_the_course_is_refused(name):
    (found,) = archive_problems(archive_with((member(name), b"")))
    assert found.code == "olx.outside"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(importer_limits, "MAX_MEMBERS", len(right()) - 1)
    (found,) = archive_problems(pack(right()))
    assert found.code == "olx.too-many-files"


def test_the_limit_of_a_block_holds_without_cdata_too():
    room = importer_limits.MAX_BLOCK - 1000
    assert not file_problems(course_files(course_of(lesson(text="a" * room))))
    # Whoever parses a block and writes it again escapes its text: four characters for one.
    assert not file_problems(course_files(course_of(lesson(text="<" * (room // 4)))))
    (found,) = file_problems(course_files(course_of(lesson(text="<" * (room // 2)))))
    assert found[1].code == "olx.block-too-long"


PACKED = pack(right())


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(PACKED)))
def test_a_damaged_archive_is_reported_and_never_raises(noise, place):
    damaged = PACKED[:place] + noise + PACKED[place + len(noise) :]
    for item in archive_problems(damaged):
        assert item.code.startswith("olx.")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(right())), st.binary(max_size=80), max_size=4))
def test_files_of_noise_are_reported_and_never_raise(noise):
    file_problems(right() | noise, 3)
