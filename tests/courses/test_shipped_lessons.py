"""The lessons that come with the package: whole, within their limits, and kind."""

from __future__ import annotations

import re

import pytest

from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.lesson.script import Screen, screens
from pasapas.player.translation import translator

SHELF = shipped_shelf()
LESSONS = sorted(SHELF.lessons)

WORD = re.compile(r"[\w@.#'’-]*\w")
# RLS 4.1, and a small screen's share.
WORDS_A_SENTENCE = 15
WORDS_A_SCREEN = 60
# What belittles whoever does not find it easy, or shouts.
UNKIND = re.compile(
    r"\b(?:facile\w*|simple\w*|il suffit|juste|évident\w*|vite fait|bravo|super|faux)\b", re.I
)
# RLS 4.2 and 5.2; « mail » is the one word for it (RLS 7.5).
UNREADABLE = re.compile(r"[;()\[\]…–—%]|\b(?:e-mail|courriel|mél)\b", re.I)


def script(slug: str) -> tuple[Screen, ...]:
    return screens(SHELF.lessons[slug].reading.document, shipped_references(), translator("fr"))


def words(screen: Screen, *roles: str) -> int:
    return sum(len(WORD.findall(line.words)) for line in screen.lines if line.role in roles)


def test_nothing_is_wrong_with_what_is_shipped() -> None:
    assert SHELF.problems == ()
    assert len(LESSONS) >= 3


def test_every_lesson_is_in_the_course() -> None:
    course = SHELF.courses["chercher-un-emploi"].reading.document
    assert sorted(course.lessons) == LESSONS


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_is_short_and_whole(slug: str) -> None:
    lesson = SHELF.lessons[slug].reading.document
    assert 4 <= len(lesson.steps) <= 8
    assert 3 <= lesson.minutes <= 5
    assert 1 <= sum(step.choices is not None for step in lesson.steps) <= 2
    assert lesson.steps[-1].kind == "remember"
    assert lesson.for_real
    assert any("Vous pouvez aussi" in sentence.text for sentence in lesson.for_real.sentences)
    assert any(sentence.listed for sentence in lesson.for_real.sentences)


@pytest.mark.parametrize("slug", LESSONS)
def test_every_answer_says_something_and_one_may_not_know(slug: str) -> None:
    for step in SHELF.lessons[slug].reading.document.steps:
        if step.choices:
            assert all(option.feedback for option in step.choices.options)
            assert any(o.text == "Je ne sais pas encore" for o in step.choices.options)


@pytest.mark.parametrize("slug", LESSONS)
def test_sentences_and_screens_are_short(slug: str) -> None:
    for screen in script(slug):
        for line in screen.lines:
            assert len(WORD.findall(line.words)) <= WORDS_A_SENTENCE, line.words
        # The player's own words count too; what opens at a touch does not.
        shown = words(screen, "title", "sentence", "item", "choice")
        assert shown <= WORDS_A_SCREEN, screen.key


@pytest.mark.parametrize("slug", LESSONS)
def test_words_are_kind_and_readable(slug: str) -> None:
    for screen in script(slug):
        for line in screen.lines:
            assert not UNKIND.search(line.words), line.words
            assert not UNREADABLE.search(line.words), line.words


def test_unkind_and_unreadable_words_are_noticed() -> None:
    assert UNKIND.search("C'est facile.")
    assert UNKIND.search("Il suffit d'appuyer.")
    assert UNREADABLE.search("Un e-mail (ou mail)")
