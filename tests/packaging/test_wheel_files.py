"""What is in the wheel: all that the project ships, and nothing of its workshop."""

from __future__ import annotations

import configparser
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from clean_room import ROOT, wheel_files

pytestmark = pytest.mark.packaging

PACKAGE = ROOT / "xblocks" / "pasapas"
DATA = ("courses", "pictograms", "audio")

# Below these folders stand the sources that others are made from.
SOURCES = {PACKAGE / "player" / "browser"}


def _shipped() -> dict[str, Path]:
    """{name in the wheel: file of the project} of everything that should be in it."""
    found = {}
    for top, prefix in ((PACKAGE, ""), *((ROOT / name, f"{name}/") for name in DATA)):
        for file in top.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts and not _is_source(file):
                found[f"pasapas/{prefix}{file.relative_to(top).as_posix()}"] = file
    return found


def _is_source(file: Path) -> bool:
    return file.suffix == ".pot" or any(folder in file.parents for folder in SOURCES)


def test_every_file_is_in_the_wheel_byte_for_byte(wheel):
    shipped = _shipped()
    names = set(wheel_files(wheel))
    assert sorted(shipped.keys() - names) == []
    with zipfile.ZipFile(wheel) as archive:
        changed = [
            name for name, file in shipped.items() if archive.read(name) != file.read_bytes()
        ]
    assert changed == []


def test_the_wheel_has_nothing_else(wheel):
    expected = _shipped().keys()
    extra = [name for name in wheel_files(wheel) if name not in expected]
    assert [name for name in extra if ".dist-info/" not in name] == []


@pytest.mark.parametrize("suffix", [".css", ".js", ".svg", ".md", ".yaml", ".mo", ".ogg", ".mp3"])
def test_each_kind_of_file_is_there(wheel, suffix):
    """The comparison above would hold of two empty folders too."""
    assert any(name.endswith(suffix) for name in wheel_files(wheel))


@pytest.mark.parametrize("part", ["tests", "__pycache__", "setup", "docs", ".venv"])
def test_the_workshop_stays_at_home(wheel, part):
    assert [name for name in wheel_files(wheel) if part in PurePosixPath(name).parts] == []


@pytest.mark.parametrize("licence", ["LICENSE", "CC-BY-SA-4.0.txt"])
def test_both_licences_come_along(wheel, licence):
    """For the code, and for the texts, pictograms and recordings."""
    metadata = [name for name in wheel_files(wheel) if ".dist-info/" in name]
    (name,) = (name for name in metadata if PurePosixPath(name).name == licence)
    with zipfile.ZipFile(wheel) as archive:
        assert len(archive.read(name)) > 10_000


def test_the_entry_points_are_named(wheel):
    (name,) = (name for name in wheel_files(wheel) if name.endswith("/entry_points.txt"))
    parser = configparser.ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        parser.read_string(archive.read(name).decode("utf-8"))
    assert dict(parser["xblock.v1"]) == {
        "pasapas_lesson": "pasapas.blocks:LessonBlock",
        "pasapas_practice": "pasapas.blocks:PracticeBlock",
        "pasapas_assessment": "pasapas.blocks:AssessmentBlock",
    }
    assert dict(parser["console_scripts"]) == {"pasapas": "pasapas.cli:main"}
