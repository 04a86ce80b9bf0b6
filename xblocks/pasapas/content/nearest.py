"""An unknown name is most often a known one with a letter wrong: which?"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# Nobody mistypes a longer name; comparing one would take long.
_LONGEST = 40


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like `name`; "" where none does."""
    if len(name) > _LONGEST:
        return ""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")
