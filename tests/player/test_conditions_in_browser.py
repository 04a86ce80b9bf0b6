"""Conditions in a browser: the same answers as Python's, for vectors and generated cases."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from content.condition_cases import VECTORS, generated_cases, generated_conditions, read
from pasapas.content.conditions import answers, condition_json, holds, satisfied
from pasapas.content.loose_text import distance, words
from pasapas.player import assets

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    source = assets.SOURCES / "practice" / "conditions.js"
    page.add_script_tag(content=source.read_text(encoding="utf-8"))
    yield page
    context.close()


def ask(page: Page, function: str, cases: object) -> object:
    """What a function of the page makes of some data. As JSON, that no pair is lost."""
    return page.evaluate(f"text => ({function})(JSON.parse(text))", json.dumps(cases))


def held(page: Page, cases: list) -> list[bool]:
    return ask(page, "cases => cases.map(each => holds(each[0], each[1], each[2]))", cases)


def satisfied_there(page: Page, cases: list) -> list[bool]:
    """Of [condition as JSON, artefact]."""
    return ask(
        page,
        "cases => cases.map(each => satisfied(each[0], atom => "
        "holds(atom[1], atom[2], valueAt(each[1], atom[0]))))",
        cases,
    )


def test_operators_hold_as_the_vectors_say(page: Page) -> None:
    vectors = VECTORS["tests"]
    answered = held(page, [[each["op"], each["argument"], each["value"]] for each in vectors])
    wrong = [
        each for each, answer in zip(vectors, answered, strict=True) if answer is not each["holds"]
    ]
    assert wrong == []


def test_conditions_hold_as_the_vectors_say(page: Page) -> None:
    vectors = VECTORS["conditions"]
    cases = [[condition_json(read(each["when"])), each["artefact"]] for each in vectors]
    assert satisfied_there(page, cases) == [each["holds"] for each in vectors]


def test_generated_cases_are_answered_as_by_python(page: Page) -> None:
    cases = generated_cases()
    answered = held(page, cases)
    expected = [holds(*each) for each in cases]
    compared = zip(cases, answered, expected, strict=True)
    assert [each for each, there, here in compared if there is not here] == []
    assert len(cases) >= 5000


def test_generated_conditions_are_answered_as_by_python(page: Page) -> None:
    cases = generated_conditions()
    there = satisfied_there(page, [[condition_json(each), artefact] for each, artefact in cases])
    assert there == [satisfied(each, answers(artefact)) for each, artefact in cases]


# Whatever is folded, and what stands around it.
CHARACTERS = [
    (0, 0x3100), (0x4E00, 0x4F00), (0xD700, 0xE100), (0xF800, 0x10000), (0x1CF00, 0x20100),
    (0xDFFF0, 0xE1010), (0xEFFF0, 0xF0010), (0x10FFF0, 0x110000),
]  # fmt: skip


def test_characters_are_folded_as_by_python(page: Page) -> None:
    """In a word: « a?b » tells whether a character is kept, left out or parts words."""
    folded = ask(
        page,
        """ranges => {
            const found = {};
            ranges.forEach(([first, end]) => {
                for (let code = first; code < end; code += 1) {
                    found[code] = wordsOf(`a${String.fromCodePoint(code)}b`).join(" ");
                }
            });
            return found;
        }""",
        CHARACTERS,
    )
    codes = [code for first, end in CHARACTERS for code in range(first, end)]
    assert {code: folded[str(code)] for code in codes} == {
        code: " ".join(words(f"a{chr(code)}b")) for code in codes
    }


def test_distances_are_those_of_python(page: Page) -> None:
    texts = ["", "a", "mail", "main", "amil", "piecejointe", "piecjointes", "jointepiece", "𐀀𐀁"]
    cases = [[one, other, most] for one in texts for other in texts for most in (0, 1, 3, 20)]
    there = ask(
        page,
        "cases => cases.map(each => distance(Array.from(each[0]), Array.from(each[1]), each[2]))",
        cases,
    )
    assert there == [distance(*case) for case in cases]


@pytest.mark.parametrize(
    "value", ["undefined", "NaN", "Infinity", "-0.5", "Symbol.iterator", "() => 1", "new Date(0)"]
)
def test_what_json_cannot_say_is_nothing(page: Page, value: str) -> None:
    assert page.evaluate(f"() => holds('empty', true, {value})") is True
    assert page.evaluate(f"() => holds('count', 0, {value})") is True
    for op in ("is", "like", "includes"):
        assert page.evaluate(f"() => holds('{op}', 'undefined', {value})") is False
