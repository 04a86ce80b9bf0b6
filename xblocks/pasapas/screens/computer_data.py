"""What a level of the `computer` screen says: places, files, a site. `computer` tells its
fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .screen import Context

DESKTOP = "desktop"
WEB = "web"
PRIVATE = "private"
KINDS = ("folder", "downloads", "usb", "bin")
ABILITIES = ("delete", "copy", "print", "private", "leave")
MOST_SHEETS = 20
_RESERVED = (DESKTOP, WEB, PRIVATE)


@dataclass(frozen=True)
class Place:
    name: str
    label: str
    kind: str
    line: int


@dataclass(frozen=True)
class File:
    """`parts`: what is read at once, from the top; on paper, `sheets`. A file with several
    sheets has a part a sheet, of which the last may be left to imagine. `place`: "" for one
    that is nowhere yet."""

    name: str
    label: str
    place: str
    parts: tuple[str, ...]
    sheets: int
    line: int

    @property
    def length(self) -> int:
        return max(len(self.parts), self.sheets)


@dataclass(frozen=True)
class Site:
    """A page in the browser, for a person who is connected at first or not. `file`: what can
    be downloaded there, or ""."""

    label: str
    title: str
    lines: tuple[str, ...]
    connected: bool
    file: str
    line: int


def read_places(fields: Fields, context: Context) -> Iterator[Place]:
    for name, line, node in fields.entries("places", required=False):
        entry = Fields(node, context.problems, line)
        place = Place(
            name=name,
            label=entry.text("name", required=True),
            kind=entry.one_of("kind", KINDS, "folder"),
            line=line,
        )
        entry.no_others()
        if name in _RESERVED:
            context.problems.append(problem("screen.unknown-name", line, name=name))
        else:
            yield place


def read_files(fields: Fields, places: Collection[str], context: Context) -> Iterator[File]:
    """Those whose names nothing else has."""
    numbers = tuple(str(number) for number in range(1, MOST_SHEETS + 1))
    for name, line, node in fields.entries("files"):
        entry = Fields(node, context.problems, line)
        file = File(
            name=name,
            label=entry.text("name", required=True),
            place=known_name(entry, "in", (DESKTOP, *places), context),
            parts=entry.texts("parts", required=True),
            sheets=int(entry.one_of("sheets", numbers, "1")),
            line=line,
        )
        entry.no_others()
        if name in _RESERVED or name in places:
            context.problems.append(problem("screen.unknown-name", line, name=name))
        elif file.parts:
            yield file


def read_site(fields: Fields, files: Collection[str], context: Context) -> Site | None:
    node = fields.node("site")
    if node is None:
        return None
    entry = Fields(node, context.problems)
    site = Site(
        label=entry.text("name", required=True),
        title=entry.text("title", required=True),
        lines=entry.texts("lines", required=True),
        connected=entry.flag("connected"),
        file=known_name(entry, "file", files, context),
        line=node.line,
    )
    entry.no_others()
    return site


def known_name(fields: Fields, name: str, known: Collection[str], context: Context) -> str:
    """The name of something that there is, or ""."""
    found = known_only(fields, name, known, context)
    return found[0] if found else ""


def known_only(
    fields: Fields, name: str, known: Collection[str], context: Context
) -> tuple[str, ...]:
    """The names of a list that there are; the others are said."""
    line = fields.line_of(name)
    found = fields.slugs(name)
    for other in found:
        if other not in known:
            context.problems.append(problem("screen.unknown-name", line, name=other))
    return tuple(dict.fromkeys(item for item in found if item in known))
