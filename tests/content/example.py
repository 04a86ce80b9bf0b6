"""An example of a problem."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from pasapas.content.problems import Problem


@dataclasses.dataclass(frozen=True)
class Example:
    """`also`: what else is then wrong, as (code, line)."""

    code: str
    line: int
    read: Callable[[object], tuple[Problem, ...]]
    document: object
    also: tuple[tuple[str, int], ...] = ()
