"""The blocks in the xblock-sdk workbench: a host that is not ours and not Open edX."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from pasapas.content.shelf import shipped_shelf
from pasapas.scenarios import HOSTILE, LESSON, OTHER_LESSON, UNREADABLE, lesson_scenarios

LESSON_PAGE, HOSTILE_PAGE, UNREADABLE_PAGE, TWO_PAGE = (
    f"/scenario/pasapas_lesson.{number}/" for number in range(4)
)
BLOCK = "//div[@data-block-type='pasapas_lesson']"


def _lesson(slug):
    return shipped_shelf().lessons[slug].reading.document


def _block(answer):
    (block,) = answer.page.xpath(BLOCK)
    return block


def _start(block):
    """What the page's script is started with."""
    (script,) = block.xpath(".//script[@type='json/xblock-args']")
    return json.loads(script.text)


def test_the_first_page_lists_every_scenario(visitor):
    text = visitor.get("/").page.text_content()
    for title, _ in lesson_scenarios():
        assert title in text


@pytest.mark.parametrize("path", [LESSON_PAGE, HOSTILE_PAGE, UNREADABLE_PAGE, TWO_PAGE])
@pytest.mark.parametrize("view", ["", "author_view/", "public_view/"])
def test_every_scenario_opens_in_every_view(visitor, path, view):
    answer = visitor.get(path + view)
    assert answer.status == 200
    assert answer.page.xpath(BLOCK + "//*[contains(@class, 'pasapas')]")


def _words(text):
    """Without the spaces: French ones before a question mark may not break."""
    return "".join(text.split())


def test_the_page_of_a_lesson_says_the_lesson(visitor):
    said = _words(_block(visitor.get(LESSON_PAGE)).text_content())
    lesson = _lesson(LESSON)
    titles = [step.title for step in lesson.steps]
    for text in (lesson.title, lesson.known, lesson.need[0], *titles):
        assert _words(text) in said


def test_the_page_speaks_french(visitor):
    # "Écouter" comes from the catalogue: the lesson's own text has no such button.
    assert "Écouter" in _block(visitor.get(LESSON_PAGE)).text_content()


def test_two_lessons_share_a_page_without_sharing_ids(visitor):
    page = visitor.get(TWO_PAGE).page
    blocks = page.xpath(BLOCK)
    for slug, block in zip((LESSON, OTHER_LESSON), blocks, strict=True):
        assert _words(_lesson(slug).title) in _words(block.text_content())
    ids = Counter(name for block in blocks for name in block.xpath(".//@id"))
    assert ids and max(ids.values()) == 1


@pytest.mark.parametrize("view", ["", "studio_view/", "author_view/"])
def test_a_hostile_text_is_words_and_nothing_else(visitor, view):
    block = _block(visitor.get(HOSTILE_PAGE + view))
    attributes = block.xpath(".//@*")
    assert not [name for name in attributes if name.attrname.startswith("on")]
    assert not [value for value in attributes if value.strip().lower().startswith("javascript:")]
    assert not block.xpath(".//style | .//iframe | .//img[@src='x']")
    runs = [script for script in block.iter("script") if script.get("type") != "json/xblock-args"]
    assert runs == []
    # It is shown, not lost: the author has to find it.
    assert 'hostile("title")' in block.text_content() + "".join(block.xpath(".//@value"))


def test_a_text_that_cannot_be_read_has_a_sentence_for_the_learner(visitor):
    block = _block(visitor.get(UNREADABLE_PAGE))
    assert block.xpath("string(.//*[contains(@class, 'pap-sentence')])").strip()
    assert "format: 1" not in block.text_content()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (LESSON_PAGE, shipped_shelf().lessons[LESSON].text),
        (HOSTILE_PAGE, HOSTILE),
        (UNREADABLE_PAGE, UNREADABLE),
    ],
)
def test_studio_shows_the_text_as_it_is(visitor, path, text):
    answer = visitor.get(path + "studio_view/")
    assert answer.status == 200
    (field,) = _block(answer).xpath(".//textarea")
    assert field.text_content().strip() == text.strip()


@pytest.mark.parametrize("name", ["pasapas.css", "pasapas.js", "editor.css", "editor.js"])
def test_browser_files_are_served(visitor, name):
    answer = visitor.get(f"/resource/pasapas_lesson/public/{name}")
    assert answer.status == 200
    assert answer.body.strip()


@pytest.mark.parametrize("name", ["words.py", "public/../words.py", "../blocks.py"])
def test_nothing_else_is_served(visitor, name):
    assert visitor.get(f"/resource/pasapas_lesson/{name}").status == 404
