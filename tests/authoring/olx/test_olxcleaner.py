"""The OLX checker that Studio itself may run finds nothing to say, and could."""

import argparse

import pytest

from pasapas.authoring import build
from pasapas.authoring.archive import unpack
from pasapas.authoring.course_olx import course_files

from .cleaner import findings
from .samples import small_course


def written(files, folder):
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("options", [[], ["--no-sound"]])
def test_the_course_that_comes_with_the_package_is_clean(tmp_path, options):
    parser = argparse.ArgumentParser()
    build.add_arguments(parser)
    archive = tmp_path / "course.tar.gz"
    arguments = parser.parse_args(["chercher-un-emploi", "-o", str(archive), *options])
    assert build.run(arguments) == 0
    assert findings(written(unpack(archive.read_bytes()), tmp_path / "course")) == []


def test_a_course_with_sound_is_clean(tmp_path):
    assert findings(written(course_files(small_course()), tmp_path)) == []


CV = "vertical/unit-mon-cv.xml"
FAULTS = {
    "ERROR DuplicateURLName": (CV, b"lesson-mon-cv", b"lesson-un-mail"),
    "ERROR UnexpectedTag": (CV, b"pasapas_lesson", b"pasapas_leson"),
    "WARNING MissingDisplayName": (
        CV,
        b' url_name="lesson-mon-cv" display_name="Un mail"',
        b' url_name="lesson-mon-cv"',
    ),
    "WARNING MissingFile": ("vertical/unit-un-mail.xml", b"ab12.ogg", b"ab13.ogg"),
    "ERROR FileDoesNotExist": ("chapter/section-un-mail.xml", b"sequence-mon-cv", b"sequence-x"),
    "ERROR InvalidSetting": ("policies/cours/policy.json", b'"start"', b'"stort"'),
    "ERROR GradingPolicyIssue": ("policies/cours/grading_policy.json", b"1.0", b"0.5"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(tmp_path, fault):
    path, old, new = FAULTS[fault]
    files = course_files(small_course())
    assert old in files[path]
    found = findings(written(files | {path: files[path].replace(old, new)}, tmp_path))
    assert fault in found


def test_a_missing_cover_is_found(tmp_path):
    files = course_files(small_course())
    del files["static/cover.png"]
    assert any(found.endswith("MissingFile") for found in findings(written(files, tmp_path)))
