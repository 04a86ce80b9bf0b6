"""An archive of ours, read back into what it was made from.

Nothing is lost on the way: `course_files` of the course that comes out gives the same
files, byte for byte. An archive that breaks a limit of the importer, or that holds more
than lessons and practices, is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lxml import etree

from pasapas.content.olx import sound_field, source_text
from pasapas.content.problems import problem

from .archive import unpack
from .importer_limits import archive_problems, file_problems
from .olx_model import COURSE_FILE, STATIC, CourseKey, OlxCourse, OlxDocument, OlxModule, OlxSection
from .olx_nodes import TAGS
from .olx_tree import Place, pointed_file, read_tree
from .olx_xml import from_xml

_KINDS = {tag: kind for kind, tag in TAGS.items()}


class UnreadableCourseError(ValueError):
    """The archive is not a course of ours. `places`: (file, problem), each a reason."""

    def __init__(self, places: tuple[Place, ...]):
        super().__init__(", ".join(f"{path}: {found.code}" for path, found in places))
        self.places = places


def read_archive(packed: bytes) -> OlxCourse:
    """The course in an archive. Raises `UnreadableCourseError`; unpacks nothing to disk."""
    found = archive_problems(packed)
    if found:
        raise UnreadableCourseError(tuple(("", item) for item in found))
    return read_files(unpack(packed))


def read_files(files: Mapping[str, bytes]) -> OlxCourse:
    """The course in the files of an archive. Raises `UnreadableCourseError`."""
    found = file_problems(files)
    if found:
        raise UnreadableCourseError(found)
    _check_names(files)
    pointer = from_xml(files[COURSE_FILE])
    course = _pointed(files, pointer)
    return OlxCourse(
        key=CourseKey(pointer.get("org"), pointer.get("course"), pointer.get("url_name")),
        title=course.get("display_name"),
        sections=tuple(_section(files, chapter) for chapter in _elements(course)),
        static={
            path.removeprefix(STATIC): data
            for path, data in files.items()
            if path.startswith(STATIC)
        },
    )


def _check_names(files: Mapping[str, bytes]) -> None:
    others = tuple(
        (path, problem("olx.other-name", block.sourceline or 0, name=block.get("url_name")))
        for path, block in read_tree(files).blocks
        if not block.get("url_name").startswith(_name_begins(block))
    )
    if others:
        raise UnreadableCourseError(others)


def _section(files: Mapping[str, bytes], pointer: etree._Element) -> OlxSection:
    chapter = _pointed(files, pointer)
    modules = tuple(
        OlxModule(tuple(_document(block) for block in _elements(_pointed(files, unit))))
        for sequence in _elements(chapter)
        for unit in _elements(_pointed(files, sequence))
    )
    return OlxSection(chapter.get("display_name"), modules)


def _name_begins(block: etree._Element) -> str:
    return f"{_KINDS[block.tag]}-"


def _document(block: etree._Element) -> OlxDocument:
    return OlxDocument(
        kind=_KINDS[block.tag],
        slug=block.get("url_name").removeprefix(_name_begins(block)),
        title=block.get("display_name"),
        text=source_text(block),
        sounds=sound_field(block),
        settings=_settings(block),
    )


def _settings(block: etree._Element) -> dict[str, Any]:
    """The fields that are neither its name nor its title. Raises `UnreadableCourseError`."""
    try:
        return {
            name: json.loads(value)
            for name, value in block.items()
            if name not in ("url_name", "display_name")
        }
    except (ValueError, RecursionError) as error:
        line = block.sourceline or 0
        found = problem("olx.other-name", line, name=block.get("url_name"))
        raise UnreadableCourseError((("", found),)) from error


def _pointed(files: Mapping[str, bytes], pointer: etree._Element) -> etree._Element:
    return from_xml(files[pointed_file(pointer)])


def _elements(node: etree._Element) -> list[etree._Element]:
    return list(node.iterchildren(etree.Element))
