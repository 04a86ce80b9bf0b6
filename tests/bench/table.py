"""Figures beside a floor, a limit and peers, as one table of plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PEERS_DATE = "2026-11-21"
ABOVE = "above"

_HEADS = ("measure", "floor", "ours", "must reach", "", f"peers, measured {PEERS_DATE}")


@dataclass(frozen=True)
class Row:
    """One figure. `counted`: bytes, requests and queries, which do not depend on how busy
    the machine is. `at_least`: more is better. `digits`: how many after the point."""

    measure: str
    ours: float
    limit: float
    unit: str = ""
    floor: float | None = None
    peers: str = ""
    counted: bool = False
    at_least: bool = False
    digits: int = 1

    @property
    def above(self) -> bool:
        """Beyond its limit, on whichever side that is."""
        return not (self.ours >= self.limit if self.at_least else self.ours <= self.limit)

    def cells(self) -> tuple[str, ...]:
        floor = "" if self.floor is None else self._text(self.floor)
        limit = f"{'>=' if self.at_least else '<='} {self.limit:g} {self.unit}".rstrip()
        mark = ABOVE if self.above else ""
        return self.measure, floor, self._text(self.ours), limit, mark, self.peers

    def _text(self, value: float) -> str:
        return f"{value:.{self.digits}f} {self.unit}".rstrip()


def table(rows: Iterable[Row]) -> str:
    lines = [_HEADS, *(row.cells() for row in rows)]
    # The last column is as long as it likes.
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADS) - 1)]
    lines.insert(1, tuple("-" * width for width in [*widths, len(_HEADS[-1])]))
    return "\n".join(
        "  ".join(
            text.rjust(width) if 1 <= place <= 3 else text.ljust(width)
            for place, (text, width) in enumerate(zip(line, [*widths, 0], strict=True))
        ).rstrip()
        for line in lines
    )


def status(rows: Iterable[Row]) -> int:
    """1 if a counted figure is beyond its limit; times depend on the machine's other work."""
    return int(any(row.counted and row.above for row in rows))
