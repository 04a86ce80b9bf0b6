"""Measures of runs that can be counted by hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from .learners import Learner
from .measures import error, longest_streak, mean_error, mean_streak, questions, success


@dataclass
class Done:
    """Holds as many skills for known as it has answers."""

    outcomes: list[bool]

    @property
    def asked(self) -> list[int]:
        return list(range(len(self.outcomes)))


def known(run: Done, length: int) -> list[bool]:
    return [skill < length for skill in range(4)]


def learner(count: int) -> Learner:
    """Knows the first skills."""
    return Learner((), tuple(skill < count for skill in range(4)), (), ())


RUNS = [Done([True, False, False, True]), Done([False, False])]
LEARNERS = [learner(4), learner(0)]


def test_error_at_a_length_and_at_each_end() -> None:
    assert error(RUNS, LEARNERS, known, 0) == 4 / 8
    assert error(RUNS, LEARNERS, known, 1) == (3 + 1) / 8
    assert error(RUNS, LEARNERS, known) == (0 + 2) / 8


def test_mean_error_is_of_lengths() -> None:
    assert mean_error(RUNS, LEARNERS, known, [0, 4]) == pytest.approx((4 / 8 + 4 / 8) / 2)
    assert mean_error(RUNS, LEARNERS, lambda run, length: [length == 20] * 4) == (
        pytest.approx(0.5)
    )


def test_each_run_needs_its_learner() -> None:
    with pytest.raises(ValueError, match="2 runs"):
        error(RUNS, LEARNERS[:1], known)


def test_success_is_the_mean_of_runs() -> None:
    assert success(RUNS) == pytest.approx((0.5 + 0) / 2)
    assert success(RUNS, 1) == pytest.approx((1 + 0) / 2)
    assert success([*RUNS, Done([])]) == success(RUNS)


def test_streaks_are_of_failures() -> None:
    assert [longest_streak(run) for run in RUNS] == [2, 2]
    assert longest_streak(RUNS[0], 2) == 1
    assert longest_streak(Done([True])) == longest_streak(Done([])) == 0
    assert mean_streak(RUNS, 2) == pytest.approx(1.5)


def test_questions() -> None:
    assert questions(RUNS) == 3
