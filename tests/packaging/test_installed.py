"""The wheel where it has been installed: no project around it, no extra beside it."""

from __future__ import annotations

import json
import tarfile

import pytest

from pasapas.player import assets

pytestmark = pytest.mark.packaging

BLOCK = """
import json, sys
from xblock.core import XBlock
block = XBlock.load_class("pasapas_lesson")
answers = {}
for name in json.loads(sys.argv[1]):
    try:
        with block.open_local_resource(name) as file:
            answers[name] = len(file.read())
    except Exception as error:
        answers[name] = type(error).__name__
print(json.dumps([block.__module__, answers]))
"""

DATA = """
import json
from importlib.resources import files
from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.authoring.recordings import load_recordings
from pasapas.player.translation import translator

shelf, audio = shipped_shelf(), files("pasapas.audio")
pictograms = shipped_references().pictograms
svg = [(files("pasapas.pictograms") / f"{name}.svg").read_bytes() for name in pictograms]
sounds = {
    f"{recording.file}.{kind}": (audio / f"{recording.file}.{kind}").is_file()
    for recording in load_recordings().values()
    for kind in ("ogg", "mp3")
}
print(json.dumps({
    "pictograms": len(pictograms),
    "svg": sum(b"<svg" in picture for picture in svg),
    "facts": len(shipped_references().facts),
    "lessons": {slug: item.reading.document is not None for slug, item in shelf.lessons.items()},
    "courses": sorted(shelf.courses),
    "sounds": sounds,
    "french": translator("fr")("Listen"),
}))
"""


def _answer(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def data(room):
    return _answer(room.python(DATA))


def test_the_package_is_the_installed_one(room):
    done = room.python("import pasapas.blocks; print(pasapas.blocks.__file__)")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(room.folder / "venv"))


@pytest.mark.parametrize("extra", ["pydub", "soundfile", "waitress", "whitenoise", "pytest"])
def test_no_extra_is_there(room, extra):
    """Or the commands below would be tried with what they are to do without."""
    assert "ModuleNotFoundError" in room.python(f"import {extra}").stderr


def test_the_block_opens_its_browser_files_and_no_others(room):
    served = [f"public/{name}" for name in assets.BUNDLES]
    kept = ["words.py", "public/../words.py", "../blocks.py", "/etc/passwd", "public/none.css"]
    module, answers = _answer(room.python(BLOCK, json.dumps(served + kept)))
    assert module == "pasapas.blocks"
    assert all(isinstance(answers[name], int) and answers[name] > 0 for name in served), answers
    # DisallowedFileError for what may not be asked for, FileNotFoundError for what is not there.
    refusals = {"DisallowedFileError", "FileNotFoundError"}
    assert {answers[name] for name in kept} <= refusals, answers


def test_every_pictogram_has_its_picture(data):
    assert data["pictograms"] == data["svg"] > 10


def test_lessons_courses_and_facts_are_read(data):
    assert data["lessons"] and all(data["lessons"].values())
    assert "chercher-un-emploi" in data["courses"]
    assert data["facts"] > 0


def test_every_recording_has_its_files(data):
    assert data["sounds"]
    assert [name for name, there in data["sounds"].items() if not there] == []


def test_it_speaks_french(data):
    assert data["french"] == "Écouter"


def test_help_names_every_command(room):
    done = room.pasapas("--help")
    assert done.returncode == 0, done.stderr
    for command in ("build", "check", "narrate", "pictograms", "serve"):
        assert command in done.stdout


def test_the_shipped_documents_pass_their_own_check(room):
    done = room.pasapas("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_course_is_built_from_the_wheel(room):
    done = room.pasapas("build", "chercher-un-emploi", "-o", "x.tar.gz")
    assert done.returncode == 0, done.stderr
    with tarfile.open(room.here / "x.tar.gz") as archive:
        names = archive.getnames()
    assert any(name.endswith("course.xml") for name in names)
    assert any(name.endswith((".ogg", ".mp3")) for name in names)


@pytest.mark.parametrize(
    ("command", "extra"), [("narrate", "pasapas[authoring]"), ("serve", "pasapas[workshop]")]
)
def test_a_command_without_its_extra_says_what_to_install(room, command, extra):
    done = room.pasapas(command)
    assert done.returncode in (1, 2)
    assert extra in done.stderr
    assert "Traceback" not in done.stderr
    # One sentence in French, one in English at the most.
    assert len(done.stderr.strip().splitlines()) <= 2
