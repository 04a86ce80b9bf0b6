"""The advice for plain language: whole, and said in one's own language."""

from __future__ import annotations

import re

import pytest

from pasapas.content.problems import problem
from pasapas.player.problems import MESSAGES, describe
from pasapas.player.style_messages import ADVICE, advice


@pytest.mark.parametrize("code", sorted(ADVICE))
def test_an_advice_is_whole(code):
    said = ADVICE[code]
    assert re.fullmatch(r"RLS \d\.\d{1,2}|COGA|care", said.number)
    assert said.what and said.why and said.better
    assert "{" not in said.why
    assert MESSAGES[code] == said.what


def test_an_advice_quotes_what_it_speaks_of():
    found = problem("plain.other-word", 3, word="{courriel}", instead="mail")
    said = advice(found, str)
    assert said.number == "RLS 7.5"
    assert "“{courriel}”" in said.what
    assert said.better == "Write everywhere: mail."
    assert describe(found, str) == said.what


def test_an_advice_is_translated():
    said = advice(problem("plain.careless-word", 3, word="x", instead="y"), str.upper)
    assert said.number == "CARE"
    assert said.why == said.why.upper()


def test_what_is_not_said_is_left_out():
    for code in ADVICE:
        said = advice(problem(code), str)
        assert "{" not in said.what + said.better


def test_other_problems_have_no_advice():
    with pytest.raises(KeyError):
        advice(problem("lesson.no-step"), str)


CASES = [(code, case) for code in sorted(ADVICE) for case in ADVICE[code].cases]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_has_words_of_its_own(code, case):
    usual, special = advice(problem(code), str), advice(problem(code, case=case), str)
    assert (special.what, special.better) != (usual.what, usual.better)
    assert special.what and special.better
    assert (special.number, special.why) == (usual.number, usual.why)
    assert describe(problem(code, case=case), str) == special.what


def test_a_case_without_words_of_its_own_is_said_as_usual():
    assert advice(problem("plain.two-sentences", case="title"), str) == advice(
        problem("plain.two-sentences"), str
    )
