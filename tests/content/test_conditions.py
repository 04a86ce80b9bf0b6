"""The closed language of conditions: what a document may say, and what then holds."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.content.conditions import (
    LARGEST_NUMBER,
    LONGEST_TEXT,
    MOST_DEEP,
    MOST_TESTS,
    MOST_TEXTS,
    All,
    Atom,
    Not,
    OneOf,
    answers,
    atoms,
    condition_json,
    holds,
    satisfied,
)
from pasapas.content.operators import NUMBERS, OPERATORS
from pasapas.content.problems import Severity

from .condition_cases import VECTORS, generated_cases, generated_conditions, read, reading


def places(text: str) -> list[tuple[str, int]]:
    condition, problems = reading(text)
    assert condition is None or not problems
    return [(item.code, item.line) for item in problems]


# --- What holds ---------------------------------------------------------------------------


def named(vector: dict) -> str:
    told = vector.get("when") or f"{vector['op']} {vector['argument']}"
    return ascii(f"{told} | {vector.get('value', '')}")[:80]


@pytest.mark.parametrize("vector", VECTORS["tests"], ids=named)
def test_an_operator_holds_or_not(vector):
    assert holds(vector["op"], vector["argument"], vector["value"]) is vector["holds"]


@pytest.mark.parametrize("vector", VECTORS["conditions"], ids=named)
def test_a_condition_holds_or_not(vector):
    condition = read(vector["when"])
    assert satisfied(condition, answers(vector["artefact"])) is vector["holds"]


def test_vectors_show_both_answers_of_every_operator():
    shown = {(vector["op"], vector["holds"]) for vector in VECTORS["tests"]}
    assert shown == {(op, answer) for op in OPERATORS for answer in (True, False)}


def test_generated_cases_have_both_answers():
    cases = generated_cases()
    counts = Counter((op, holds(op, argument, value)) for op, argument, value in cases)
    assert len(cases) >= 5000
    for op in OPERATORS:
        total = counts[op, True] + counts[op, False]
        assert min(counts[op, True], counts[op, False]) * 5 >= total
    conditions = generated_conditions()
    answered = Counter(satisfied(each, answers(artefact)) for each, artefact in conditions)
    assert min(answered[True], answered[False]) * 5 >= len(conditions)


ARGUMENTS = {
    **dict.fromkeys(("is", "like", "includes"), st.text(max_size=20)),
    **dict.fromkeys(NUMBERS, st.integers(0, LARGEST_NUMBER)),
    "any": st.lists(st.text(max_size=20)).map(tuple),
    "empty": st.booleans(),
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(categories=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize("op", OPERATORS)
@given(st.data())
def test_whatever_comes_is_answered_by_true_or_false(op, data):
    assert holds(op, data.draw(ARGUMENTS[op]), data.draw(JSON)) in (True, False)


@given(JSON)
def test_whatever_the_artefact_is_a_path_may_lead_nowhere(artefact):
    condition = read("{a: {empty: true}, a.b: {empty: true}}")
    assert satisfied(condition, answers(artefact)) in (True, False)


def test_two_halves_beside_each_other_are_one_character():
    assert holds("count", 1, "\ud83d" + "\udc4d")
    assert holds("is", "👍", "\ud83d" + "\udc4d")


def test_the_browser_may_answer_for_what_the_server_does_not_have():
    condition = read("{letter: {at_least: 40, includes: bonjour}, sent: true}")
    told = {("letter", "at_least"): True, ("letter", "includes"): False}
    known = answers({"sent": True})

    def answer(atom: Atom) -> bool:
        return told[atom.path, atom.op] if atom.path == "letter" else known(atom)

    assert not satisfied(condition, answer)
    told["letter", "includes"] = True
    assert satisfied(condition, answer)


# --- What a document says -----------------------------------------------------------------


def test_a_condition_is_a_tree():
    condition = read(
        "sent: true\n"
        "any:\n"
        "- attachments: {includes: cv.pdf, count: 1}\n"
        "- not: {to: {any: [a@b.example, c@d.example]}}\n"
        "subject: {not: {empty: true}, like: Candidature}\n"
    )
    sent = Atom("sent", "is", "true")
    attached = All((Atom("attachments", "includes", "cv.pdf"), Atom("attachments", "count", 1)))
    to = Atom("to", "any", ("a@b.example", "c@d.example"))
    subject = (Atom("subject", "empty", True), Atom("subject", "like", "Candidature"))
    chosen = OneOf((attached, Not(to)))
    assert condition == All((sent, chosen, All((Not(subject[0]), subject[1]))))
    assert list(atoms(condition)) == [sent, *attached.parts, to, *subject]
    assert condition_json(condition) == [
        "all",
        [
            ["sent", "is", "true"],
            [
                "any",
                [
                    ["all", [["attachments", "includes", "cv.pdf"], ["attachments", "count", 1]]],
                    ["not", ["to", "any", ["a@b.example", "c@d.example"]]],
                ],
            ],
            ["all", [["not", ["subject", "empty", True]], ["subject", "like", "Candidature"]]],
        ],
    ]


def test_a_tree_is_a_value():
    condition = read("{sent: true, to: {any: [a, b]}}")
    assert hash(condition) == hash(read("{sent: true, to: {any: [a, b]}}"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        condition.parts[0].path = ""


def many_atoms(count: int) -> str:
    return "\n".join(f"a{index}: 1" for index in range(count))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("sent", "field.mapping-wanted", 1),
        ("- sent: true", "field.mapping-wanted", 1),
        ("{}", "condition.empty", 1),
        ("a: 1\nsubject: {}", "condition.empty", 2),
        ("a: 1\nnot: {}", "condition.empty", 2),
        ("a: 1\nnot: sent", "field.mapping-wanted", 2),
        ("a: 1\nany: {sent: true}", "field.list-wanted", 2),
        ("a: 1\nany: []", "field.list-wanted", 2),
        ("any:\n- a: 1\n- sent", "field.mapping-wanted", 3),
        ("a: 1\nSent: true", "condition.path", 2),
        ("a: 1\nà: true", "condition.path", 2),
        ("a: 1\na.b.c: true", "condition.path", 2),
        ("a: 1\n.a: true", "condition.path", 2),
        ("a: 1\n__proto__: true", "condition.path", 2),
        ("a: 1\nattachments: [cv.pdf]", "condition.test-wanted", 2),
        ("a: 1\nsubject:", "field.missing", 2),
        ("a: 1\nsubject: {is: ' '}", "field.missing", 2),
        ("a: 1\nsubject: {is: [a]}", "field.text-wanted", 2),
        ("a: 1\nsubject: {is: {like: a}}", "field.text-wanted", 2),
        ("a:\n  is: b\n  inclueds: c", "condition.unknown-test", 3),
        ("a:\n  is: b\n  Is: c", "condition.unknown-test", 3),
        ("a: 1\nfields: {hours: 35}", "condition.unknown-test", 2),
        ("a: 1\nsubject: {empty: oui}", "condition.true-or-false", 2),
        ("a: 1\nsubject: {empty: }", "field.missing", 2),
        ("a: 1\nsubject: {count: deux}", "field.number-wanted", 2),
        ("a: 1\nsubject: {at_least: -1}", "field.number-wanted", 2),
        (f"a: 1\nsubject: {{at_most: {LARGEST_NUMBER + 1}}}", "field.number-wanted", 2),
        ("a: 1\nto: {any: []}", "field.missing", 2),
        ("a: 1\nto: {any: [b, [c]]}", "field.text-wanted", 2),
        ("a: 1\nto: {like: amina@mail.example}", "condition.like-address", 2),
        ("a: 1\nto: {like: '!'}", "condition.no-word", 2),
        (f"a: 1\nto: {'b' * (LONGEST_TEXT + 1)}", "condition.long-text", 2),
        (f"a: 1\nto: {{like: {'b' * (LONGEST_TEXT + 1)}}}", "condition.long-text", 2),
        (f"a: 1\nto: {{any: [c, {'b' * (LONGEST_TEXT + 1)}]}}", "condition.long-text", 2),
        (f"a: 1\nto: {{any: [{'b, ' * MOST_TEXTS}b]}}", "condition.too-many-texts", 2),
        (many_atoms(MOST_TESTS + 1), "condition.too-many-tests", 1),
        ("a: 1\nb: {not: {not: {not: {not: {is: a}}}}}", "condition.too-deep", 2),
        ("not: {not: {not: {not: {a: 1}}}}", "condition.too-deep", 1),
        ("not: {any: [{not: {a: {not: {is: 1}}}}]}", "condition.too-deep", 1),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_on_its_line_and_nothing_is_kept(text, code, line):
    condition, problems = reading(text)
    assert [(item.code, item.line) for item in problems] == [(code, line)]
    assert [item.severity for item in problems] == [Severity.ERROR]
    assert condition is None


def nested(times: int) -> str:
    return "{not: " * times + "{a: 1}" + "}" * times


@pytest.mark.parametrize(
    "text",
    [
        nested(MOST_DEEP - 1),
        f"a: {'b' * LONGEST_TEXT}",
        f"a: {{any: [{', '.join('b' * MOST_TEXTS)}]}}",
        f"a: {{count: {LARGEST_NUMBER}}}",
        many_atoms(MOST_TESTS),
    ],
)
def test_limits_may_be_reached(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [("inclueds", "includes"), ("Is", "is"), ("at-least", "at_least"), ("note", "not")],
)
def test_an_operator_that_is_misspelt_is_guessed(name, meant):
    _, problems = reading(f"subject: {{{name}: a}}")
    assert dict(problems[0].parameters) == {"name": name, "nearest": meant}


def test_all_that_is_wrong_is_said_at_once():
    assert places("Sent: true\nsubject: {empty: oui, inclueds: a}\nto: {like: '!'}") == [
        ("condition.path", 1),
        ("condition.true-or-false", 2),
        ("condition.unknown-test", 2),
        ("condition.no-word", 3),
    ]


def listed(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def mapped(entries: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {said}' for key, said in entries.items())}}}"


KEYS = st.sampled_from(["a", "sent", "a.b", "not", "any", "is", "like", "count", "empty"])
DOCUMENTS = st.recursive(
    st.sampled_from(["true", "a", "12", "''", "[]", "{}"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(listed)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3).map(mapped)
    ),
    max_leaves=8,
)


@given(DOCUMENTS)
def test_a_document_gives_a_condition_or_a_problem(text):
    condition, problems = reading(text)
    assert (condition is None) == bool(problems)
    if condition:
        assert json.loads(json.dumps(condition_json(condition))) == condition_json(condition)
        assert satisfied(condition, answers({"a": "a", "sent": True})) in (True, False)
