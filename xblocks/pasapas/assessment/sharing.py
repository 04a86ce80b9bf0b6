"""Showing a result to a trainer: a code, by the learner's own choice, taken back at will.

What is shown stands in a place that the block's users share, under its code and nothing else;
before a learner asks for a code, nothing of theirs is there. It holds what was answered, so
that a trainer sees what stands behind each line; no name.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping
from typing import Any

from .state import State

ALPHABET = "BCDFGHJKMPQRTVWXY2346789"
"""No letter that is taken for another, and no vowel that could make a word."""

LENGTH = 8
DAYS = 30
MOST = 500

Shared = Mapping[str, Mapping[str, Any]]


def new_code() -> str:
    """8 signs of 24: a hundred thousand million codes. Nobody finds one by trying."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def readable(code: str) -> str:
    """In two groups, as it is read aloud."""
    return f"{code[:4]} {code[4:]}"


def cleaned(written: object) -> str:
    """The code in what somebody wrote, whatever spaces and dashes are in it; or ""."""
    if not isinstance(written, str) or len(written) > 40:
        return ""
    code = "".join(sign for sign in written.upper() if sign.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def shared(shelf: Shared, code: str, state: State, today: datetime.date) -> dict[str, Any]:
    """The shelf with a result under its code; what is older than DAYS is gone."""
    kept = {
        name: entry for name, entry in shelf.items() if _is_fresh(entry, today) and name != code
    }
    newest = dict(sorted(kept.items(), key=lambda item: str(item[1].get("day")))[-(MOST - 1) :])
    held = {key: state[key] for key in ("run", "past", "ended") if key in state}
    for name in ("warm", "given"):
        # What was asked and what came of it; not what was pressed.
        held[name] = [[*entry[:2], None] for entry in state.get(name, [])]
    return {**newest, code: {"day": today.isoformat(), "state": held}}


def taken_back(shelf: Shared, code: str) -> dict[str, Any]:
    return {name: entry for name, entry in shelf.items() if name != code}


def found(shelf: Shared, code: str, today: datetime.date) -> State | None:
    """What was shown under a code; None where there is nothing, or no more."""
    entry = shelf.get(code) if code else None
    if not isinstance(entry, Mapping) or not _is_fresh(entry, today):
        return None
    state = entry.get("state")
    return state if isinstance(state, Mapping) else None


def _is_fresh(entry: object, today: datetime.date) -> bool:
    day = entry.get("day") if isinstance(entry, Mapping) else None
    try:
        return 0 <= (today - datetime.date.fromisoformat(str(day))).days <= DAYS
    except ValueError:
        return False
