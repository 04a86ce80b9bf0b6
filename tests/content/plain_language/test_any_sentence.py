"""Whatever the text: no rule raises, and each says a line that the text has."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pasapas.content.lesson import read_lesson
from pasapas.content.plain_language.check import style_problems, text_problems
from pasapas.content.plain_language.passages import lesson_screens, passage
from pasapas.content.problems import QUOTE_LENGTH, Problem
from pasapas.player.style_messages import advice

from ..samples import LESSON, REFERENCES
from .examples import BAD, ROLES

quick = settings(max_examples=200, deadline=None)

# Pieces of which sentences nearly break rules: a random text would hardly ever.
PIECES = [text for example in BAD for _, text in example.texts] + [
    "«", "»", "*", "_", "[", "](", ")", "[[fact:telephone]]", "[CV](glossaire:cv)", ".", ". A",
    "0", "1", "10 000", "+33", "/", "-", "@", "a@b.", "'", "’", "je", "suis", "ne", "que", "si",
    "et", "ez", "soit", "İ", "ß", "ﬁ", "e\u0301", "\u00a0", " ", "🙂", "\ud800", "\u2028", "٣", "½",
    "CV", "CV est", "IV", "…", "M.", "n°", "au 39", "{", "{word}", "%s",
]  # fmt: skip
sentences = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(
    st.characters(codec=None), max_size=60
)
roles = st.sampled_from(ROLES)


def check(problem: Problem, lines: int) -> None:
    assert 0 <= problem.line <= lines
    assert all(len(text) <= QUOTE_LENGTH for _, text in problem.parameters)
    said = advice(problem, str)
    assert said.what
    assert said.better


@quick
@given(sentences, roles)
@example("", "sentence")
@example("1" + " 000" * 2000, "sentence")
@example("9" * 5000, "sentence")
def test_any_sentence_is_looked_at(text, role):
    said = passage(text, 3, role, REFERENCES)
    for problem in text_problems([said]):
        check(problem, 3)


@quick
@given(st.lists(sentences.filter(lambda text: "\n" not in text), min_size=1, max_size=4))
def test_any_lesson_is_looked_at(texts):
    raw = LESSON.replace("Le trombone veut dire : pièce jointe.", "\n".join(texts))
    lesson = read_lesson(raw, REFERENCES).document
    for problem in style_problems(lesson, REFERENCES):
        check(problem, raw.count("\n") + 1)
    assert lesson_screens(lesson, REFERENCES) == lesson_screens(lesson, REFERENCES)


@quick
@given(sentences)
def test_a_sentence_has_the_same_problems_twice(text):
    said = passage(text, 1, "sentence", REFERENCES)
    found = list(text_problems([said]))
    assert found == list(text_problems([said]))
    assert len(set(found)) == len(found)


def test_a_hostile_line_has_no_more_problems_than_words():
    said = passage("super " * 20_000, 1, "sentence", REFERENCES)
    codes = [problem.code for problem in text_problems([said])]
    assert sorted(codes) == ["plain.careless-word", "plain.long-sentence"]
