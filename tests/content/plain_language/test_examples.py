"""Every rule has examples; it finds the bad ones and lets the good ones through."""

from __future__ import annotations

import ast
from importlib.resources import files

import pytest

from pasapas.content.problems import Severity
from pasapas.player.style_messages import ADVICE

from .examples import BAD, GOOD, Example, found_in

# Needs a dictionary, which only authors have: tests/authoring/checking/test_dictionary.py.
ELSEWHERE = {"plain.rare-word"}
# What a single sentence can't tell.
OF_A_LESSON = {"plain.nobody-spoken-to", "plain.hard-to-read", "plain.long-on-average"}
OF_A_SCREEN = {
    "plain.acronym",
    "plain.full-screen",
    "plain.many-answers",
    "plain.no-way-out",
}


def codes_of_the_source() -> dict[str, Severity]:
    makers = {"problem": Severity.ERROR, "warning": Severity.WARNING}
    found = {}
    for file in files("pasapas.content.plain_language").iterdir():
        if file.name.endswith(".py"):
            for call in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in makers:
                    found[call.args[0].value] = makers[call.func.id]
    return found


SOURCE = codes_of_the_source()


def test_every_rule_has_its_advice_and_every_advice_its_rule():
    assert SOURCE.keys() | ELSEWHERE == ADVICE.keys()


@pytest.mark.parametrize("code", sorted(ADVICE))
def test_every_rule_has_two_examples_of_each_kind(code):
    for examples in (BAD, GOOD):
        assert len({example.texts for example in examples if example.code == code}) >= 2


def test_every_example_belongs_to_a_rule():
    assert {example.code for example in (*BAD, *GOOD)} <= ADVICE.keys()


@pytest.mark.parametrize("example", [e for e in BAD if e.code not in ELSEWHERE], ids=str)
def test_a_rule_finds_its_bad_examples(example: Example):
    found = [problem for problem in found_in(example) if problem.code == example.code]
    assert found
    assert {problem.severity for problem in found} == {SOURCE[example.code]}


@pytest.mark.parametrize("example", GOOD, ids=str)
def test_a_good_example_breaks_no_rule(example: Example):
    elsewhere = set() if example.whole else OF_A_LESSON | OF_A_SCREEN
    # A screen that shows one rule is not yet a lesson that speaks to somebody.
    elsewhere |= OF_A_LESSON - {example.code}
    assert {problem.code for problem in found_in(example)} - elsewhere == set()
