"""What a learner likes: text size and voice speed, shared by all blocks and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .saving import State, UnusableDataError

# Steps of text size, and whether the voice is slowed down.
SIZES = (0, 1, 2)
SPEEDS = ("normal", "slow")


def merge_preferences(state: State, data: Mapping[str, Any]) -> State:
    """The latest wish wins; what is not a wish we know is refused."""
    wishes = dict(data)
    if not set(wishes) <= {"size", "speed"}:
        raise UnusableDataError("unknown preference")
    if "size" in wishes and (type(wishes["size"]) is not int or wishes["size"] not in SIZES):
        raise UnusableDataError("unknown text size")
    if "speed" in wishes and wishes["speed"] not in SPEEDS:
        raise UnusableDataError("unknown voice speed")
    return {**state, **wishes}
