"""A course as the host knows it: sections of lessons to list, and blocks built once.

Where the texts come from is a `CourseSource`'s business; here they become blocks by the
XBlock API alone, so that any block with an entry point may stand in a course.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.safestring import SafeString
from lxml import etree
from xblock.core import XBlock
from xblock.exceptions import NoSuchUsage
from xblock.field_data import FieldData
from xblock.fields import ScopeIds
from xblock.runtime import DictKeyValueStore, IdReader, KvsFieldData, Runtime

from .content_store import ContentStore


@dataclass(frozen=True)
class Entry:
    """A module of a course before it is a block.

    `url_name` is its usage id and part of its address, `words` the learner's own words
    for the need it answers ("" if none), `picture` what stands inside its `<svg>` (drawn
    by us, safe as it is), `node` its OLX. One that is not `listed` is found from another
    block: the practice of a lesson.
    """

    url_name: str
    title: str
    words: str
    picture: SafeString
    node: etree._Element
    listed: bool = True


@dataclass(frozen=True)
class SourceSection:
    title: str
    entries: Sequence[Entry]


class CourseSource(Protocol):
    """Where a course comes from. It is read once in the life of a process."""

    title: str
    sections: Sequence[SourceSection]


@dataclass(frozen=True)
class Card:
    """What the list shows of a module, before anybody has opened it."""

    usage_id: str
    title: str
    words: str
    picture: SafeString


@dataclass(frozen=True)
class CardSection:
    title: str
    cards: tuple[Card, ...]


class Content(IdReader):
    """One course in memory, the same for all learners and never changed.

    A module's url_name is its usage id and its definition id: saved work stays with its
    lesson when others are added before it.
    """

    def __init__(self, source: CourseSource):
        """Raises ValueError where a url_name stands twice."""
        self.title = source.title
        self.sections = tuple(
            CardSection(
                section.title, tuple(_card(entry) for entry in section.entries if entry.listed)
            )
            for section in source.sections
        )
        entries = [entry for section in source.sections for entry in section.entries]
        self.cards: Mapping[str, Card] = {entry.url_name: _card(entry) for entry in entries}
        self._types = {entry.url_name: str(entry.node.tag) for entry in entries}
        if len(self._types) != len(entries):
            raise ValueError("a url_name stands twice in the course")
        written = DictKeyValueStore()
        for entry in entries:
            _build(entry, written)
        fields = {
            (key.block_scope_id, key.field_name): value for key, value in written.db_dict.items()
        }
        unchanged = [(usage, name) for usage, name in fields if self._is_unchanged(usage, name)]
        self.store = ContentStore(fields, unchanged)

    def _is_unchanged(self, usage_id: str, name: str) -> bool:
        return not XBlock.load_class(self._types[usage_id]).fields[name].MUTABLE

    @property
    def block_types(self) -> frozenset[str]:
        return frozenset(self._types.values())

    def get_definition_id(self, usage_id: str) -> str:
        if usage_id not in self._types:
            raise NoSuchUsage(usage_id)
        return usage_id

    def get_block_type(self, def_id: str) -> str:
        return self._types[def_id]

    # There are no asides in a workshop.
    def get_usage_id_from_aside(self, aside_id: object) -> str:
        raise NoSuchUsage(aside_id)

    def get_definition_id_from_aside(self, aside_id: object) -> str:
        raise NoSuchUsage(aside_id)

    def get_aside_type_from_usage(self, aside_id: object) -> str:
        raise NoSuchUsage(aside_id)

    def get_aside_type_from_definition(self, aside_id: object) -> str:
        raise NoSuchUsage(aside_id)


def _card(entry: Entry) -> Card:
    return Card(entry.url_name, entry.title, entry.words, entry.picture)


def _build(entry: Entry, written: DictKeyValueStore) -> None:
    """Let the block's class read its OLX, and keep the fields it set in `written`."""
    block_class = XBlock.load_class(entry.node.tag)
    keys = ScopeIds(None, entry.node.tag, entry.url_name, entry.url_name)
    runtime = _ReadingRuntime({"field-data": KvsFieldData(written)})
    block_class.parse_xml(entry.node, runtime, keys).save()


class _ReadingRuntime(Runtime):
    """What a block needs while it reads its OLX: a place for its fields, nothing else."""

    user_id = None

    def __init__(self, services: dict[str, FieldData]):
        super().__init__(id_reader=None, id_generator=None, services=services)

    def add_node_as_child(self, block: XBlock, node: etree._Element) -> None:
        raise ValueError(f"a {block.scope_ids.block_type} has no room for a {node.tag}")

    def handler_url(self, *args: Any, **kwargs: Any) -> str:
        raise NotImplementedError("a block that is being read has no address yet")

    resource_url = local_resource_url = publish = handler_url
