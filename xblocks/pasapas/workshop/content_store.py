"""What authors wrote, as fields of blocks, in memory."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

# Values that nobody can change in place, so that all requests may share them.
_UNCHANGEABLE = (str, int, float, bool, type(None))


class ContentStore:
    """Fields that authors wrote. Filled once, then only read.

    What can be changed in place is kept as JSON text and handed out anew each time: a
    block that appends to its own list must not change it for the next learner. Unless the
    field itself says that its values are never changed in place.
    """

    def __init__(
        self,
        fields: Mapping[tuple[str, str], Any],
        unchanged: Collection[tuple[str, str]] = (),
    ):
        """`fields`: {(usage id, field name): value as in JSON}. `unchanged`: the places of
        those fields whose class says `MUTABLE = False`."""
        self._fixed: dict[tuple[str, str], Any] = {}
        self._texts: dict[tuple[str, str], str] = {}
        for place, value in fields.items():
            if isinstance(value, _UNCHANGEABLE) or place in unchanged:
                self._fixed[place] = value
            else:
                self._texts[place] = json.dumps(value)

    def has(self, usage_id: str, name: str) -> bool:
        return (usage_id, name) in self._fixed or (usage_id, name) in self._texts

    def get(self, usage_id: str, name: str) -> Any:
        """The value as in JSON. Raises KeyError where the author set none."""
        text = self._texts.get((usage_id, name))
        return self._fixed[usage_id, name] if text is None else json.loads(text)
