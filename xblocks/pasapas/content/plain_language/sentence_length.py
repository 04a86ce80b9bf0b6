"""Short sentences, each on its line (RLS 4.1, 1.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..problems import Problem, problem, warning
from .passages import SENTENCE_END, Passage
from .tokens import is_address, spoken_length

WORDS_A_SENTENCE = 15
WORDS_ON_AVERAGE = 10
# « 1. Ouvrez »: the rule of signs speaks of it.
_NUMBER = re.compile(r"\d{1,2}\.")


def long_sentence(passage: Passage) -> Iterator[Problem]:
    for sentence in SENTENCE_END.split(passage.text):
        count = spoken_length(sentence)
        if count > WORDS_A_SENTENCE:
            yield problem(
                "plain.long-sentence",
                passage.line,
                text=sentence,
                count=count,
                limit=WORDS_A_SENTENCE,
            )


def two_sentences(passage: Passage) -> Iterator[Problem]:
    text = passage.text
    for end in SENTENCE_END.finditer(text):
        after = text[end.end() : end.end() + 80].split(" ", 1)[0]
        before = text[max(0, end.start() - 80) : end.start()].rsplit(" ", 1)[-1]
        # « jose. Ferreira@bonjour.example », « M. Osman »: one sentence all the same.
        one = is_address(after.rstrip(".,!?")) or before in ("M.", "Dr.")
        if not one and not _NUMBER.fullmatch(text[: end.start()]):
            rest = text[end.end() :]
            yield problem("plain.two-sentences", passage.line, text=rest, case=passage.role)
            return


def long_on_average(passages: Sequence[Passage]) -> Iterator[Problem]:
    said = [
        item for item in passages if item.role in ("known", "sentence", "item", "box", "feedback")
    ]
    if not said:
        return
    mean = sum(spoken_length(item.text) for item in said) / len(said)
    if mean > WORDS_ON_AVERAGE:
        yield warning("plain.long-on-average", mean=round(mean), limit=WORDS_ON_AVERAGE)
