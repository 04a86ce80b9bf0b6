"""What a level of the `files` screen says: places, papers, files. `files` tells its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .icons import PATHS
from .screen import Context

# Kinds of places, with their icons.
KINDS = {
    "folder": "folder",
    "downloads": "download",
    "gallery": "picture",
    "cloud": "cloud",
    "usb": "usb",
    "phone": "smartphone",
    "computer": "computer",
}
ACTIONS = ("choose", "rename", "move", "copy", "delete", "photo", "scan")
# In the order in which one is told when a photo has several.
FLAWS = ("cut", "blurred", "shadow")
WHOLE = "whole"
SHOTS = (*FLAWS, WHOLE)


@dataclass(frozen=True)
class Place:
    """`shut`: why nothing can be seen or put there, or ""."""

    name: str
    label: str
    kind: str
    shut: str
    line: int


@dataclass(frozen=True)
class Paper:
    """A sheet. `flaws`: what is amiss when it lies under the camera, before anything is done."""

    name: str
    title: str
    lines: tuple[str, ...]
    flaws: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class File:
    """A file shows a paper, as it was shot, or a picture: an icon and what it is `about`."""

    name: str
    label: str
    place: str
    when: str
    paper: str
    shot: str
    picture: str
    about: str
    line: int


def read_places(fields: Fields, context: Context) -> Iterator[Place]:
    for name, line, node in fields.entries("places"):
        entry = Fields(node, context.problems, line)
        yield Place(
            name=name,
            label=entry.text("name", required=True),
            kind=entry.one_of("kind", tuple(KINDS), "folder"),
            shut=entry.text("shut"),
            line=line,
        )
        entry.no_others()


def read_papers(fields: Fields, context: Context) -> Iterator[Paper]:
    for name, line, node in fields.entries("papers", required=False):
        entry = Fields(node, context.problems, line)
        flaws = known_only(entry, "flaws", FLAWS, context)
        yield Paper(
            name=name,
            title=entry.text("title", required=True),
            lines=entry.texts("lines", required=True),
            flaws=tuple(flaw for flaw in FLAWS if flaw in flaws),
            line=line,
        )
        entry.no_others()


def read_files(
    fields: Fields, places: Collection[str], papers: Collection[str], context: Context
) -> Iterator[File]:
    """Those that lie in a place that there is."""
    for name, line, node in fields.entries("files", required=False):
        entry = Fields(node, context.problems, line)
        file = File(
            name=name,
            label=entry.text("name", required=True),
            place=known_name(entry, "in", places, context),
            when=entry.text("when"),
            paper=known_name(entry, "paper", papers, context),
            shot=entry.one_of("shot", SHOTS, WHOLE),
            picture=known_name(entry, "picture", PATHS, context),
            about=entry.text("about"),
            line=line,
        )
        entry.no_others()
        if not file.paper and not file.picture:
            context.problems.append(problem("field.missing", line, field="paper"))
        elif file.picture and not file.about:
            context.problems.append(problem("field.missing", line, field="about"))
        if file.place:
            yield file
        else:
            entry.text("in", required=True)


def known_name(fields: Fields, name: str, known: Collection[str], context: Context) -> str:
    """The name of something that there is, or ""."""
    line = fields.line_of(name)
    found = fields.slug(name)
    if found and found not in known:
        context.problems.append(problem("screen.unknown-name", line, name=found))
        return ""
    return found


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
