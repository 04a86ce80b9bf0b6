"""The lessons that come with the package: whole, within their limits, and kind."""

from __future__ import annotations

import re

import pytest

from pasapas.content.plain_language.check import style_problems, text_problems
from pasapas.content.plain_language.passages import lesson_screens, passage
from pasapas.content.plain_language.readability import lesson_readability
from pasapas.content.plain_language.tokens import spoken_length
from pasapas.content.problems import Severity
from pasapas.content.references import References
from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.lesson.script import Screen, screens
from pasapas.player.translation import translator

SHELF = shipped_shelf()
LESSONS = sorted(SHELF.lessons)

# RLS 4.1, and a small screen's share.
WORDS_A_SENTENCE = 15
WORDS_A_SCREEN = 60
# Kandel-Moles: « easy », and on average « very easy ».
READABILITY = 80
MEAN_READABILITY = 90


def script(slug: str) -> tuple[Screen, ...]:
    return screens(SHELF.lessons[slug].reading.document, shipped_references(), translator("fr"))


def words(screen: Screen, *roles: str) -> int:
    return sum(spoken_length(line.words) for line in screen.lines if line.role in roles)


def readability(slug: str) -> float:
    lesson = SHELF.lessons[slug].reading.document
    return lesson_readability(lesson_screens(lesson, shipped_references()))


def test_nothing_is_wrong_with_what_is_shipped() -> None:
    """But for lessons that the bank of challenges names, and that are still to come."""
    assert [item for _, item in SHELF.problems if item.code != "bank.no-lesson"] == []
    assert all(path.startswith("assessment/") for path, _ in SHELF.problems)
    assert len(LESSONS) >= 10


def test_every_lesson_is_in_the_course() -> None:
    course = SHELF.courses["chercher-un-emploi"].reading.document
    assert sorted(course.lessons) == LESSONS


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_is_short_and_whole(slug: str) -> None:
    lesson = SHELF.lessons[slug].reading.document
    assert 4 <= len(lesson.steps) <= 8
    assert 3 <= lesson.minutes <= 5
    assert 1 <= sum(step.choices is not None for step in lesson.steps) <= 3
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
            assert spoken_length(line.words) <= WORDS_A_SENTENCE, line.words
        # The player's own words count too; what opens at a touch does not.
        shown = words(screen, "title", "sentence", "item", "choice")
        assert shown <= WORDS_A_SCREEN, screen.key


@pytest.mark.parametrize("slug", LESSONS)
def test_the_checker_finds_nothing(slug: str) -> None:
    lesson = SHELF.lessons[slug].reading.document
    assert list(style_problems(lesson, shipped_references())) == []


def test_lessons_are_readable() -> None:
    scores = {slug: readability(slug) for slug in LESSONS}
    assert min(scores.values()) >= READABILITY, scores
    level_1 = [scores[slug] for slug in LESSONS if SHELF.lessons[slug].reading.document.level == 1]
    assert sum(level_1) / len(level_1) >= MEAN_READABILITY, scores


@pytest.mark.parametrize("slug", LESSONS)
def test_what_is_said_in_all_is_plain_too(slug: str) -> None:
    """The player's own sentences, and what facts and the glossary bring into a lesson."""
    for screen in script(slug):
        said = [passage(line.words, 1, "sentence", References()) for line in screen.lines]
        found = [item for item in text_problems(said) if item.severity is Severity.ERROR]
        # A fact is the one place for a real number or address.
        assert {item.code for item in found} <= {"plain.real-phone", "plain.real-address"}


def test_every_glossary_entry_is_used() -> None:
    """By a link in a lesson, or as a word of the bank of challenges."""
    texts = "".join(SHELF.lessons[slug].text for slug in LESSONS)
    words = "".join(file.text for file in SHELF.bank_files.values()).lower()
    glossary = shipped_references().glossary
    assert glossary
    unlinked = [name for name in glossary if f"](glossaire:{name})" not in texts]
    for name in unlinked:
        forms = "|".join(re.escape(form.lower()) for form in glossary[name].forms)
        assert re.search(rf"\b({forms})\b", words), name


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_explains_its_hard_words(slug: str) -> None:
    assert "](glossaire:" in SHELF.lessons[slug].text
