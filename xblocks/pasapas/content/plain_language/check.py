"""All rules of plain language over a lesson, or over sentences alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..bank import BankFile
from ..lesson import Lesson
from ..practice import Practice
from ..problems import Problem, problem
from ..references import References
from . import (
    acronyms,
    ideas,
    invented_data,
    numbers,
    persons,
    screens,
    sentence_length,
    signs,
    tenses,
    words_to_avoid,
)
from .bank_passages import bank_screens
from .passages import Passage, ScreenText, lesson_screens
from .practice_passages import practice_screens
from .readability import lesson_readability

SentenceRule = Callable[[Passage], Iterator[Problem]]

EASY = 80
"""The lowest score of « easy » on Kandel and Moles' scale."""

_SENTENCE_RULES: tuple[SentenceRule, ...] = (
    sentence_length.long_sentence,
    sentence_length.two_sentences,
    signs.signs,
    signs.emphasis,
    numbers.date_in_figures,
    numbers.percentage,
    numbers.big_number,
    numbers.roman_number,
    numbers.number_in_letters,
    acronyms.shortened_word,
    words_to_avoid.careless_word,
    words_to_avoid.verdict,
    words_to_avoid.foreign_word,
    words_to_avoid.jargon,
    persons.familiar,
    persons.gendered,
    ideas.two_ideas,
    tenses.not_present,
    tenses.participle,
    tenses.passive,
    tenses.negation,
    invented_data.real_address,
    invented_data.real_phone,
    invented_data.rule_date,
)


def style_problems(lesson: Lesson, references: References) -> Iterator[Problem]:
    """What makes a lesson hard to read or unkind, without order."""
    texts = lesson_screens(lesson, references)
    for screen in texts:
        for passage in screen.passages:
            yield from _of_sentence(passage, lesson.domain)
        yield from screens.full_screen(screen, lesson.level)
        yield from screens.many_answers(screen)
        yield from screens.no_way_out(screen)
        yield from acronyms.capitals(screen.passages)
        yield from acronyms.unexplained_acronyms(screen)
    passages = [passage for screen in texts for passage in screen.passages]
    yield from sentence_length.long_on_average(passages)
    yield from persons.nobody_spoken_to(passages)
    yield from _hard_to_read(texts)


def practice_style_problems(practice: Practice, references: References) -> Iterator[Problem]:
    """What makes a practice hard to read or unkind, without order.

    What stands on the simulated screen is no text of ours: a real mail is not plain. An
    acronym is explained once, in what is before the practice.
    """
    screens_of = practice_screens(practice, references)
    for screen in screens_of:
        for passage in screen.passages:
            yield from _of_sentence(passage, "")
        yield from screens.full_screen(screen, 1)
        yield from acronyms.capitals(screen.passages)
    passages = tuple(passage for screen in screens_of for passage in screen.passages)
    yield from acronyms.unexplained_acronyms(ScreenText(passages, 1))
    yield from sentence_length.long_on_average(list(passages))
    yield from persons.nobody_spoken_to(list(passages))


def bank_style_problems(file: BankFile, references: References) -> Iterator[Problem]:
    """What makes challenges hard to read or unkind, without order. Each is read alone."""
    for screen in bank_screens(file, references):
        for passage in screen.passages:
            yield from _of_sentence(passage, file.domain.slug if file.domain else "")
        yield from screens.full_screen(screen, 1)
        yield from acronyms.capitals(screen.passages)


def text_problems(passages: Iterable[Passage]) -> Iterator[Problem]:
    """The rules for a sentence, for texts that are no lesson."""
    passages = tuple(passages)
    for passage in passages:
        yield from _of_sentence(passage, "")
    yield from acronyms.capitals(passages)


def _of_sentence(passage: Passage, domain: str) -> Iterator[Problem]:
    if passage.is_markup:
        yield from signs.emphasis(passage)
        return
    found = chain.from_iterable(rule(passage) for rule in _SENTENCE_RULES)
    # The same word twice in a sentence is one thing to mend.
    yield from dict.fromkeys(chain(found, words_to_avoid.other_word(passage, domain)))


def _hard_to_read(texts: Iterable[ScreenText]) -> Iterator[Problem]:
    score = lesson_readability(texts)
    if score < EASY:
        yield problem("plain.hard-to-read", score=round(score), wanted=EASY)
