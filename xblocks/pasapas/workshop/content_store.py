"""What authors wrote, as fields of blocks, in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from xblock.exceptions import InvalidScopeError
from xblock.runtime import KeyValueStore

# Values that nobody can change in place, so that all requests may share them.
_UNCHANGEABLE = (str, int, float, bool, type(None))


class ContentStore(KeyValueStore):
    """Fields that authors wrote. Filled once, then only read.

    What can be changed in place is kept as JSON text and handed out anew each time: a
    block that appends to its own list must not change it for the next learner.
    """

    def __init__(self, fields: Mapping[tuple[str, str], Any]):
        """`fields`: {(usage id, field name): value as in JSON}."""
        self._fixed: dict[tuple[str, str], Any] = {}
        self._texts: dict[tuple[str, str], str] = {}
        for key, value in fields.items():
            if isinstance(value, _UNCHANGEABLE):
                self._fixed[key] = value
            else:
                self._texts[key] = json.dumps(value)

    def has(self, key: KeyValueStore.Key) -> bool:
        place = (key.block_scope_id, key.field_name)
        return place in self._fixed or place in self._texts

    def get(self, key: KeyValueStore.Key) -> Any:
        place = (key.block_scope_id, key.field_name)
        text = self._texts.get(place)
        return self._fixed[place] if text is None else json.loads(text)

    def set(self, key: KeyValueStore.Key, value: Any) -> None:
        raise InvalidScopeError(f"{key.field_name} belongs to the author and is read-only here")

    def delete(self, key: KeyValueStore.Key) -> None:
        raise InvalidScopeError(f"{key.field_name} belongs to the author and is read-only here")
