"""What is kept of a learner in a lesson: where they are, what they answered.

    {"place": 3, "reached": 4, "answers": {"3": [1]}, "rating": "almost", "ticks": [0]}

`place` and `reached` count screens (0 the opening, then the steps, then « Et maintenant,
pour de vrai » where the lesson has it, last the end); answers go by screen; `ticks` are the
boxes of « Et maintenant, pour de vrai ». Pure functions.

A lesson that gets a screen more, or one less, keeps what was saved: a place beyond its end
becomes its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pasapas.content.lesson import Lesson
from pasapas.player.saving import State, UnusableDataError

from .script import RATINGS

_FIELDS = {"place", "reached", "answers", "rating", "ticks"}


def merge_progress(lesson: Lesson, state: State, data: Mapping[str, Any]) -> State:
    """The state after a save.

    Two pages of one learner may both save: what was reached or answered in either stays.
    A lesson may have been shortened since the page was opened: what no longer exists is
    left out, so that a late save is not lost for it.

    Raises UnusableDataError when the data have not the shape above.
    """
    if not set(data) <= _FIELDS:
        raise UnusableDataError("unknown field")
    last = last_screen(lesson)
    place = min(_count(data.get("place", state.get("place", 0))), last)
    reached = min(max(_count(data.get("reached", place)), place, state.get("reached", 0)), last)
    merged: State = {
        "place": place,
        "reached": reached,
        "answers": _merged_answers(lesson, state.get("answers", {}), data.get("answers", {})),
        "ticks": _ticks(lesson, data.get("ticks", state.get("ticks", []))),
    }
    rating = data.get("rating", state.get("rating"))
    if rating is not None:
        if rating not in RATINGS:
            raise UnusableDataError("unknown rating")
        merged["rating"] = rating
    return merged


def last_screen(lesson: Lesson) -> int:
    """The number of the end; the opening is 0."""
    return len(lesson.steps) + (2 if lesson.for_real else 1)


def is_complete(lesson: Lesson, state: State) -> bool:
    """Completed when the last step is reached: choices never block the way."""
    return state.get("reached", 0) >= len(lesson.steps)


def _merged_answers(lesson: Lesson, old: object, new: object) -> dict[str, list[int]]:
    if not isinstance(new, Mapping) or len(new) > 1000:
        raise UnusableDataError("answers")
    kept = old if isinstance(old, Mapping) else {}
    merged = {}
    for number, step in enumerate(lesson.steps, start=1):
        if step.choices:
            given = _numbers(kept.get(str(number), [])) | _numbers(new.get(str(number), []))
            answers = sorted(given & set(range(len(step.choices.options))))
            if answers:
                merged[str(number)] = answers
    return merged


def _ticks(lesson: Lesson, value: object) -> list[int]:
    real = lesson.for_real
    boxes = [item for item in real.sentences if item.listed] if real else []
    return sorted(_numbers(value) & set(range(len(boxes))))


def _numbers(value: object) -> set[int]:
    if not isinstance(value, (list, tuple)) or len(value) > 1000:
        raise UnusableDataError("a list of numbers is wanted")
    return {_count(item) for item in value}


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UnusableDataError("a number is wanted")
    return value
