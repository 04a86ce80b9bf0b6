"""What learners did, in the database."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import connection, transaction

from .models import State

# What the host itself keeps of a block: how far it is completed.
PROGRESS = "progress"

RowKey = tuple[str, str, str]


class UnstorableValueError(ValueError):
    """A value that JSON or UTF-8 has no room for: NaN, infinity, half a character."""


class LearnerStore:
    """What one learner did, read for a whole page in one query.

    A store lives as long as one request. Writes read their row again first, within a
    transaction, and change only the fields that were set.
    """

    def __init__(self, learner: str, blocks: Iterable[str]):
        """`blocks`: the ids whose rows the page needs, "" for those of no block."""
        self.learner = learner
        self._blocks = {"", *blocks}
        self._rows: dict[RowKey, dict[str, Any]] | None = None

    def row(self, scope: str, block: str, shared: bool = False) -> Mapping[str, Any]:
        """The fields of one row, {} where there is none."""
        if self._rows is None or block not in self._blocks:
            self._blocks.add(block)
            self._rows = _read(("", self.learner), self._blocks)
        return self._rows.get(("" if shared else self.learner, scope, block), {})

    def write(
        self, scope: str, block: str, fields: Mapping[str, Any], shared: bool = False
    ) -> None:
        """Set some fields of a row. Raises `UnstorableValueError`."""
        _check_storable(fields)
        self._change("" if shared else self.learner, scope, block, fields)

    def delete(self, scope: str, block: str, field: str, shared: bool = False) -> None:
        """Take one field out of a row. Raises KeyError where it is not there."""
        self._change("" if shared else self.learner, scope, block, {}, without=field)

    def _change(
        self, owner: str, scope: str, block: str, fields: Mapping[str, Any], without: str = ""
    ) -> None:
        place = (owner, scope, block)
        with transaction.atomic(savepoint=False):
            data = _read((owner,), (block,)).get(place, {})
            if without:
                del data[without]
            data.update(fields)
            State.objects.bulk_create(
                [State(learner=owner, scope=scope, block=block, data=data)],
                update_conflicts=True,
                unique_fields=["learner", "scope", "block"],
                update_fields=["data"],
            )
        if self._rows is not None:
            self._rows[place] = data


def _read(owners: Collection[str], blocks: Collection[str]) -> dict[RowKey, dict[str, Any]]:
    # Plain SQL: Django takes longer to put this query together than to run it, and each
    # page begins with it.
    query = (
        f"SELECT learner, scope, block, data FROM {State._meta.db_table} "  # noqa: S608 - no data
        f"WHERE learner IN ({_marks(owners)}) AND block IN ({_marks(blocks)})"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, (*owners, *blocks))
        found = cursor.fetchall()
    return {(learner, scope, block): json.loads(data) for learner, scope, block, data in found}


def _marks(values: Collection[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _check_storable(fields: Mapping[str, Any]) -> None:
    try:
        json.dumps(fields, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise UnstorableValueError(str(error)) from error
