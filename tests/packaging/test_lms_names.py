"""Where Open edX finds the blocks' browser files, replayed from its own rules.

openedx-platform, `openedx/core/lib/xblock_pipeline/finder.py` and
`openedx/core/lib/xblock_utils`: the address of a block's file is made of the package
above the class's module; collectstatic takes all files below that package's
`resources_dir`, save Python and Sass, and puts them under the same name. If the two do
not meet, the block works in development and has no style nor script in production.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from xblock.core import XBlock

from pasapas import blocks
from pasapas.content.shelf import shipped_shelf
from pasapas.player import assets

pytestmark = pytest.mark.packaging

FOUND_BY = Path(__file__).with_name("lms_rules.py").read_text(encoding="utf-8")
CLASSES = [
    name
    for name, value in vars(blocks).items()
    if isinstance(value, type) and issubclass(value, XBlock) and value.__module__ == blocks.__name__
]


@pytest.fixture(scope="module", params=CLASSES)
def lms(request, room):
    """`{"addresses": {file: address}, "collected": {address: text or None}}` of a class."""
    done = room.python(FOUND_BY, request.param)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_lesson_is_among_the_classes():
    assert "LessonBlock" in CLASSES


def test_the_names_are_those_of_the_platform(lms):
    assert lms["addresses"]["public/pasapas.css"] == "xblock/resources/pasapas/public/pasapas.css"


def test_every_address_is_a_collected_file(lms):
    assert set(lms["addresses"]) == {f"public/{name}" for name in assets.BUNDLES}
    for address in lms["addresses"].values():
        assert list(lms["collected"]).count(address) == 1


def test_nothing_but_browser_files_is_collected(lms):
    suffixes = {Path(address).suffix for address in lms["collected"]}
    assert suffixes <= {".css", ".js", ".svg", ".map"}
    assert not [address for address in lms["collected"] if "/public/" not in address]


def test_no_words_of_a_lesson_are_collected(lms):
    """No answer, no feedback, no sentence: what is collected is public before it is read."""
    everything = "\n".join(lms["collected"].values())
    for item in shipped_shelf().lessons.values():
        for step in item.reading.document.steps:
            assert not [line.text for line in step.sentences if line.text in everything]
            options = step.choices.options if step.choices else ()
            assert not [
                words for option in options for words in option.feedback if words in everything
            ]
