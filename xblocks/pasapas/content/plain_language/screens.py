"""Little on a screen (RLS 1.12, and few answers to choose from: COGA)."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem
from .passages import ScreenText

WORDS_A_SCREEN = {1: 60, 2: 90}
ANSWERS = 5


def full_screen(screen: ScreenText, level: int) -> Iterator[Problem]:
    limit = WORDS_A_SCREEN.get(level, WORDS_A_SCREEN[1])
    if screen.length > limit:
        yield problem("plain.full-screen", screen.line, count=screen.length, limit=limit)


def many_answers(screen: ScreenText) -> Iterator[Problem]:
    answers = [passage for passage in screen.passages if passage.role == "choice"]
    if len(answers) > ANSWERS:
        yield problem("plain.many-answers", answers[0].line, count=len(answers), limit=ANSWERS)
