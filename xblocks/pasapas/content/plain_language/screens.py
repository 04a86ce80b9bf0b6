"""Little on a screen (RLS 1.12, and few answers to choose from: COGA)."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem, warning
from .passages import ScreenText

WORDS_A_SCREEN = {1: 60, 2: 90}
ANSWERS = 5
_WAY_OUT = "je ne sais pas"


def full_screen(screen: ScreenText, level: int) -> Iterator[Problem]:
    limit = WORDS_A_SCREEN.get(level, WORDS_A_SCREEN[1])
    if screen.length > limit:
        said = {"case": "added", "added": screen.added} if screen.added else {}
        count = screen.length
        yield problem("plain.full-screen", screen.line, count=count, limit=limit, **said)


def many_answers(screen: ScreenText) -> Iterator[Problem]:
    answers = [passage for passage in screen.passages if passage.role == "choice"]
    if len(answers) > ANSWERS:
        yield problem("plain.many-answers", answers[0].line, count=len(answers), limit=ANSWERS)


def no_way_out(screen: ScreenText) -> Iterator[Problem]:
    """Whoever does not know must have something true to answer."""
    answers = [passage for passage in screen.passages if passage.role == "choice"]
    if answers and not any(item.text.lower().startswith(_WAY_OUT) for item in answers):
        yield warning("plain.no-way-out", answers[0].line)
