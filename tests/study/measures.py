"""What is measured of runs: errors, successes, failures in a row, questions.

A run is anything with `asked` and `outcomes`; how it holds skills for known at a length is
passed beside it, as algorithms differ in that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from statistics import fmean
from typing import Protocol

import numpy as np

from .learners import Learner

LENGTHS = range(5, 21)


class Answered(Protocol):
    """Items by their numbers, in the order in which they were asked."""

    asked: list[int]
    outcomes: list[bool]


# Of a run, after so many answers: for each skill, whether it is held for known.
Known = Callable[[Answered, int], list[bool]]


def error(
    runs: Sequence[Answered], learners: Sequence[Learner], known: Known, length: int | None = None
) -> float:
    """The share of skills that are held for what they are not, after `length` answers or,
    without it, at each run's own end."""
    held = [
        known(run, len(run.asked) if length is None else length) for run in _of_all(runs, learners)
    ]
    truth = [learner.known for learner in learners]
    return float((np.array(held) != np.array(truth)).mean())


def mean_error(
    runs: Sequence[Answered],
    learners: Sequence[Learner],
    known: Known,
    lengths: Iterable[int] = LENGTHS,
) -> float:
    """A run that ended before a length counts with what it held at its end."""
    return fmean(error(runs, learners, known, length) for length in lengths)


def success(runs: Iterable[Answered], length: int | None = None) -> float:
    """The share of right answers, of the first `length` of each run or of all: the mean of
    runs, since it is people who meet it."""
    return fmean(fmean(run.outcomes[:length]) for run in runs if run.outcomes)


def longest_streak(run: Answered, length: int | None = None) -> int:
    """Of failures in a row."""
    streaks = groupby(run.outcomes[:length])
    return max((len(list(answers)) for right, answers in streaks if not right), default=0)


def mean_streak(runs: Iterable[Answered], length: int | None = None) -> float:
    return fmean(longest_streak(run, length) for run in runs)


def questions(runs: Iterable[Answered]) -> float:
    return fmean(len(run.asked) for run in runs)


def _of_all(runs: Sequence[Answered], learners: Sequence[Learner]) -> Sequence[Answered]:
    if len(runs) != len(learners):
        raise ValueError(f"{len(runs)} runs are not those of {len(learners)} learners")
    return runs
