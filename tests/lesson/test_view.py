"""The block's HTML: made once for equal views, and never without something to say."""

from __future__ import annotations

import pytest

from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.lesson.script import screens
from pasapas.lesson.view import Sounds, View, lesson_html, lesson_reading
from pasapas.lesson.words import page_words
from pasapas.player.local_card import Place
from pasapas.player.translation import translator

from .looking import ids, parsed, screens_of, seen
from .samples import TEXT, WORDS, lesson, sounds


def view(**changed):
    written = {
        "source": TEXT,
        "sounds": Sounds({}),
        "words": WORDS,
        "script_words": "{}",
        "block": "lesson-one",
    }
    return View(**{**written, **changed})


def test_the_block_is_one_element_that_says_its_language_and_size():
    (block,) = parsed(lesson_html(view(size=2)))
    assert set(block.get("class").split()) == {"pasapas", "pap-lesson"}
    assert block.get("lang") == "fr"
    assert block.get("data-size") == "2"


def test_equal_views_are_rendered_once():
    assert lesson_html(view()) is lesson_html(view())


@pytest.mark.parametrize(
    "changed",
    [
        {"here": 2},
        {"size": 1},
        {"block": "lesson-two"},
        {"card": (Place("Ici"),)},
        {"sounds": Sounds(sounds(lesson()))},
        {"source": TEXT.replace("Joindre", "Mettre")},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_a_view_holds_is_seen(changed):
    assert lesson_html(view(**changed)) != lesson_html(view())


def test_the_same_lesson_in_two_blocks_shares_no_id():
    tree = parsed(lesson_html(view()) + lesson_html(view(block="lesson-two")))
    assert len(ids(tree)) == len(set(ids(tree)))


def test_a_place_beyond_a_shortened_lesson_is_its_end():
    tree = parsed(lesson_html(view(here=99)))
    shown = [item for item in screens_of(tree) if "pap-here" in item.get("class")]
    assert shown == [screens_of(tree)[-1]]


@pytest.mark.parametrize("source", ["", "---\nformat: 1\n---\n", "words", "---\n: [\n", "\x00"])
def test_a_text_with_nothing_to_show_says_so_in_french(source):
    assert lesson_reading(source).document is None
    said = seen(parsed(lesson_html(view(source=source))))
    assert said == "Cette leçon n'est pas encore prête. Dites-le à votre formateur."


def test_a_lesson_with_a_part_that_cannot_be_read_is_shown_as_far_as_it_can():
    broken = TEXT.replace("title: Joindre un CV", "title: [")
    reading = lesson_reading(broken)
    assert reading.problems
    assert "Appuyez sur le trombone" in seen(parsed(lesson_html(view(source=broken))))


@pytest.mark.parametrize("slug", shipped_shelf().lessons)
def test_recordings_are_found_in_a_platform_of_another_language(slug: str) -> None:
    """The platform's buttons may be English; what a lesson says, and its sound, are French."""
    shelved = shipped_shelf().lessons[slug]
    spoken = screens(shelved.reading.document, shipped_references(), translator("fr"))
    sounds = {
        screen.hash: {"sources": ["/static/a.mp3"], "starts": [0.0] * (len(screen.lines) + 1)}
        for screen in spoken
    }
    english = page_words(lambda msgid: msgid)
    html = lesson_html(View(shelved.text, Sounds(sounds), english, "{}", "block"))
    assert html.count("<audio") == len(spoken)
    assert "Read first" not in html
    assert ">Next<" in html
