"""What only screens can tell of a bank: tasks that nobody can do, and what is not invented."""

from __future__ import annotations

from collections.abc import Iterator

from pasapas.content.bank import BankFile
from pasapas.content.challenge import Challenge
from pasapas.content.nearest import nearest
from pasapas.content.plain_language.invented_data import real_address, real_phone
from pasapas.content.plain_language.passages import Passage
from pasapas.content.problems import Problem, problem
from pasapas.screens.icons import PATHS
from pasapas.screens.tasks import read_task
from pasapas.screens.walk import walk


def bank_problems(file: BankFile) -> Iterator[Problem]:
    """Tasks to whose end no walk through the screen leads, icons that nobody drew, addresses
    and numbers that may be somebody's."""
    for challenge in file.challenges:
        yield from _drawn(challenge)
        if challenge.task:
            yield from _task(challenge)


def _drawn(challenge: Challenge) -> Iterator[Problem]:
    for thing in challenge.things:
        if thing.icon and thing.icon not in PATHS:
            found = nearest(thing.icon, PATHS)
            helped = {"nearest": found} if found else {}
            yield problem("challenge.unknown-icon", thing.line, name=thing.icon, **helped)
        for text in (thing.text, thing.label):
            yield from _invented(text, thing.line)


def _task(challenge: Challenge) -> Iterator[Problem]:
    reading = read_task(challenge.task)
    yield from reading.problems
    stage = reading.document
    line = challenge.task.line
    if stage is None:
        # A screen on which there is nothing may have no other problem than this.
        if not reading.problems:
            yield problem("challenge.out-of-reach", line)
        return
    if not walk(stage).goal:
        yield problem("challenge.out-of-reach", line)
    for text, place in stage.setup.texts():
        yield from _invented(text, place or line)


def _invented(text: str, line: int) -> Iterator[Problem]:
    shown = Passage(text, line, "sentence", text)
    yield from real_address(shown)
    yield from real_phone(shown)
