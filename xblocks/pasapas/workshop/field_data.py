"""The `field-data` service: which store holds which field of a block."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from xblock.core import XBlock
from xblock.exceptions import InvalidScopeError
from xblock.field_data import FieldData
from xblock.fields import BlockScope, UserScope

from .content_store import ContentStore
from .learner_store import LearnerStore


class Home(NamedTuple):
    """Where a field lives. `written`: by authors, not by learners. `scope`: its name.
    `span`: what shares it, `usage`, `type` or `all`. `shared`: by all learners."""

    written: bool
    scope: str
    span: str
    shared: bool


# Asked several times for each field of a page, always with the same few answers.
@lru_cache(maxsize=1024)
def _home(block_class: type[XBlock], name: str) -> Home:
    scope = block_class.fields[name].scope
    spans = {BlockScope.TYPE: "type", BlockScope.ALL: "all"}
    return Home(
        written=scope.user == UserScope.NONE,
        scope=scope.name,
        span=spans.get(scope.block, "usage"),
        shared=scope.user == UserScope.ALL,
    )


class HostFieldData(FieldData):
    """Reads what authors wrote from memory and what learners did from the database.

    Straight to the stores: XBlock's own layers of field data and key-value stores build a
    key for every look and cost more than the database does.
    """

    def __init__(self, content: ContentStore, learner: LearnerStore):
        self._content = content
        self._learner = learner

    def has(self, block: XBlock, name: str) -> bool:
        home = _home(type(block), name)
        if home.written:
            return self._content.has(block.scope_ids.usage_id, name)
        return name in self._row(block, home)

    def get(self, block: XBlock, name: str) -> Any:
        home = _home(type(block), name)
        if home.written:
            return self._content.get(block.scope_ids.usage_id, name)
        return self._row(block, home)[name]

    def default(self, block: XBlock, name: str) -> Any:
        raise KeyError(name)

    def set(self, block: XBlock, name: str, value: Any) -> None:
        self.set_many(block, {name: value})

    def set_many(self, block: XBlock, update_dict: Mapping[str, Any]) -> None:
        """Raises `InvalidScopeError` for what authors wrote, then nothing is set."""
        rows: dict[Home, dict[str, Any]] = {}
        for name, value in update_dict.items():
            home = _home(type(block), name)
            if home.written:
                raise InvalidScopeError(f"{name} is the author's and read-only here")
            rows.setdefault(home, {})[name] = value
        for home, fields in rows.items():
            self._learner.write(home.scope, _block_id(block, home), fields, home.shared)

    def delete(self, block: XBlock, name: str) -> None:
        home = _home(type(block), name)
        if home.written:
            raise InvalidScopeError(f"{name} is the author's and read-only here")
        self._learner.delete(home.scope, _block_id(block, home), name, home.shared)

    def _row(self, block: XBlock, home: Home) -> Mapping[str, Any]:
        return self._learner.row(home.scope, _block_id(block, home), home.shared)


def _block_id(block: XBlock, home: Home) -> str:
    if home.span == "usage":
        return block.scope_ids.usage_id
    return block.scope_ids.block_type if home.span == "type" else ""
