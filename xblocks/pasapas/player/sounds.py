"""A block's recordings, as what its HTML depends on."""

from __future__ import annotations

from collections.abc import Mapping


class Sounds:
    """The block's field `sound` as part of a cache's key, without writing it out each time."""

    def __init__(self, field: Mapping[str, object]):
        self.field = field

    def __hash__(self) -> int:
        return len(self.field)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sounds):
            return NotImplemented
        return self.field is other.field or self.field == other.field
