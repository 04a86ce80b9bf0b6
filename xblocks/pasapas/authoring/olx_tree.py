"""The files of a course, read as the importer reads them: pointer by pointer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pasapas.content.problems import Problem, problem

from .olx_model import COURSE_FILE
from .olx_nodes import TAGS
from .olx_xml import from_xml

Place = tuple[str, Problem]
"""A problem and the file it is in."""

# What stands in what. A tag that no installed block has would become a hidden block.
BLOCKS = tuple(TAGS.values())
CHILDREN = {
    "course": ("chapter",),
    "chapter": ("sequential",),
    "sequential": ("vertical",),
    "vertical": BLOCKS,
}
_IDENTITY = ("url_name", "org", "course")
_STATIC_LINK = "/static/"


@dataclass
class Tree:
    """`names`: (file, element that gives a url_name), of the course and all below it, in
    their order. `titled`: (file, element that gives a title) of the same. `blocks`: those
    of them that are lessons or practices.
    `static_names`: name of a file → (file, line) that first asks for it. `identity`:
    organisation and number."""

    names: list[tuple[str, etree._Element]] = field(default_factory=list)
    titled: list[tuple[str, etree._Element]] = field(default_factory=list)
    blocks: list[tuple[str, etree._Element]] = field(default_factory=list)
    static_names: dict[str, tuple[str, int]] = field(default_factory=dict)
    identity: tuple[str, ...] = ()
    problems: list[Place] = field(default_factory=list)


def read_tree(files: Mapping[str, bytes]) -> Tree:
    """The course in `files`; never raises, whatever they hold."""
    reader = _Reader(files)
    reader.read_course()
    return reader.tree


def pointed_file(node: etree._Element) -> str:
    return f"{node.tag}/{node.get('url_name')}.xml"


class _Reader:
    def __init__(self, files: Mapping[str, bytes]):
        self._files = files
        self._reached: set[str] = set()
        self.tree = Tree()

    def read_course(self) -> None:
        root = self._element(COURSE_FILE, COURSE_FILE)
        if root is None:
            return
        if root.tag != "course" or set(root.attrib) != set(_IDENTITY) or len(root):
            self._report(COURSE_FILE, "olx.course-pointer")
            return
        run, *identity = (root.get(name) for name in _IDENTITY)
        self.tree.identity = tuple(identity)
        self._follow(COURSE_FILE, root)
        self._read_policy(run)
        folders = tuple(f"{name}/" for name in CHILDREN)
        for path in self._files:
            if path.startswith(folders) and path not in self._reached:
                self._report(path, "olx.orphan-file")

    def _follow(self, path: str, pointer: etree._Element) -> None:
        self.tree.names.append((path, pointer))
        target = pointed_file(pointer)
        if target in self._reached:
            return  # The name is reported as standing twice.
        self._reached.add(target)
        node = self._element(target, path, pointer)
        if node is None:
            return
        if node.tag != pointer.tag:
            self._report(target, "olx.other-tag", node, tag=node.tag)
            return
        self.tree.titled.append((target, node))
        children = [child for child in node if isinstance(child.tag, str)]
        if not children:
            self._report(target, "olx.nothing-inside", node, tag=node.tag)
        for child in children:
            self._read_child(target, node, child)

    def _read_child(self, path: str, parent: etree._Element, child: etree._Element) -> None:
        if child.tag not in CHILDREN[parent.tag]:
            self._report(path, "olx.other-tag", child, tag=child.tag)
        elif child.tag in BLOCKS:
            self._read_block(path, child)
        elif set(child.attrib) != {"url_name"} or len(child):
            self._report(path, "olx.pointer", child, tag=child.tag)
        else:
            self._follow(path, child)

    def _read_block(self, path: str, block: etree._Element) -> None:
        for entries in (self.tree.names, self.tree.titled, self.tree.blocks):
            entries.append((path, block))
        for sound in block.iterchildren("sound"):
            address = sound.get("src", "")
            if address.startswith(_STATIC_LINK):
                name = address.removeprefix(_STATIC_LINK)
                self.tree.static_names.setdefault(name, (path, sound.sourceline or 0))

    def _read_policy(self, run: str) -> None:
        """The course's picture is named in its policy."""
        path = f"policies/{run}/policy.json"
        if path not in self._files:
            self._report(COURSE_FILE, "olx.no-file", name=path)
            return
        try:
            settings = json.loads(self._files[path])[f"course/{run}"]
            image = settings["course_image"]
        except (ValueError, TypeError, LookupError, RecursionError):
            self._report(path, "olx.unreadable-policy")
            return
        if isinstance(image, str):
            self.tree.static_names.setdefault(image, (path, 0))

    def _element(
        self, target: str, path: str, pointer: etree._Element | None = None
    ) -> etree._Element | None:
        """The root of the file `target`, which `pointer` in `path` asks for."""
        if target not in self._files:
            self._report(path, "olx.no-file", pointer, name=target)
            return None
        try:
            node = from_xml(self._files[target])
        except etree.XMLSyntaxError as error:
            self._report(target, "olx.unreadable-xml", detail=error.msg)
            return None
        if node.getroottree().docinfo.doctype:
            self._report(target, "olx.unreadable-xml", detail="DOCTYPE")
            return None
        return node

    def _report(
        self, path: str, code: str, node: etree._Element | None = None, **parameters: object
    ) -> None:
        line = node.sourceline or 0 if node is not None else 0
        self.tree.problems.append((path, problem(code, line, **parameters)))
