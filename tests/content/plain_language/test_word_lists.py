"""The lists of words are whole, and don't contradict each other."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pasapas.content.plain_language.phrases import Phrases
from pasapas.content.plain_language.tokens import words_of
from pasapas.content.plain_language.word_lists import (
    everyday_words,
    read_forms,
    read_word_lists,
    word_lists,
)

FOLDER = files("pasapas.content.plain_language")
LISTS = word_lists()
NAMES = ("same_word", "caring", "foreign", "jargon", "abbreviations")


def test_the_lists_are_read_without_a_problem():
    assert read_word_lists((FOLDER / "words.yaml").read_bytes())[1] == []
    for name in ("forms.yaml", "everyday.yaml"):
        lists, problems = read_forms((FOLDER / name).read_bytes())
        assert problems == []
        assert all(lists.values())


def test_a_broken_list_says_so():
    _, problems = read_word_lists(b"format: 1\ncaring: {mot: {forms: [a]}}\nautre: 1\n")
    assert "field.missing" in {problem.code for problem in problems}
    assert "field.unknown" in {problem.code for problem in problems}


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_found(name):
    listed = getattr(LISTS, name)
    for entry in listed.entries:
        for form in entry.forms:
            words = words_of(form.replace("…", "ez"))
            assert entry in [found for *_, found in listed.find(words)], form


@pytest.mark.parametrize("name", NAMES)
def test_every_exception_is_an_exception(name):
    listed = getattr(LISTS, name)
    for entry in listed.entries:
        for form in entry.unless:
            assert list(listed.find(words_of(form))) == [], form
            bare = Phrases((form, entry) for form in entry.forms)
            assert list(bare.find(words_of(form))), f"{form!r} excepts nothing"


@pytest.mark.parametrize("name", NAMES)
def test_no_form_stands_twice(name):
    forms = [form for entry in getattr(LISTS, name).entries for form in entry.forms]
    assert sorted(forms) == sorted(set(forms))


def test_no_word_is_proposed_that_is_to_be_avoided():
    for name in NAMES:
        for entry in getattr(LISTS, name).entries:
            words = words_of(entry.instead)
            for other in ("same_word", "foreign", "jargon"):
                found = [found.instead for *_, found in getattr(LISTS, other).find(words)]
                assert found == [], entry.instead


def test_a_word_with_any_ending():
    verbs = Phrases([("cliqu…", "verb"), ("il suffit", "phrase")])
    assert [found for *_, found in verbs.find(words_of("Cliquez, il suffit."))] == [
        "verb",
        "phrase",
    ]
    assert list(verbs.find(words_of("il ne suffit pas de déclic"))) == []


def test_everybody_knows_trades_and_gestures_in_both_genders():
    words = everyday_words()
    assert len(words) > 300
    assert {"menuisier", "menuisière", "aide-soignante", "cariste", "coudre"} <= words
    for woman, man in (("euse", "eur"), ("trice", "teur"), ("ière", "ier"), ("ienne", "ien")):
        for word in words:
            if word.endswith(woman):
                assert word.removesuffix(woman) + man in words, word
