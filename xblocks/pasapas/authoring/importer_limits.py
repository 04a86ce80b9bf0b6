"""What Open edX's course importer would refuse, change or silently lose.

Read before an archive is written, because the importer says too little: a block that
fails within a unit is left out of an import that says "success", a second `url_name`
replaces the first, and names of files are changed. Sources: openedx-platform,
`xmodule/modulestore/xml_importer.py` and `openedx/core/lib/extract_archive.py`;
opaque-keys, `edx/locator.py`; openedx-core, `media/models.py`. Where releases differ, the
strictest holds.
"""

from __future__ import annotations

import io
import re
import tarfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree

from pasapas.content.problems import Problem, problem

from .archive import ROOT
from .olx_model import COURSE_FILE, STATIC
from .olx_tree import Place, Tree, read_tree

MAX_UNPACKED = 2 * 10**9  # bytes
MAX_MEMBERS = 50_000
MAX_RATIO = 200  # bytes unpacked for one packed
MAX_STATIC = 20 * 10**6  # bytes; Studio's own default for one file
MAX_BLOCK = 50_000  # characters of one block's XML in a content library

# The importer takes more (`[\w\-~.:]`), but `:` means a folder, `~` a backup to pass
# over, and letters with accents have two spellings.
URL_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")

# Names that `clean_keeping_underscores` leaves as they are, and that no filter drops.
STATIC_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")
_UNCLEAN = re.compile(r"[^\w.-]")


def file_problems(files: Mapping[str, bytes], lessons: int | None = None) -> tuple[Place, ...]:
    """(path, problem) of the files of a course. `lessons`: how many there must be."""
    tree = read_tree(files)
    found = [
        *_path_problems(files),
        *tree.problems,
        *_name_problems(tree),
        *_block_problems(tree, lessons),
        *_static_problems(files, tree),
    ]
    return tuple(sorted(found, key=lambda place: (place[0], place[1].line, place[1].code)))


def _path_problems(files: Mapping[str, bytes]) -> Iterator[Place]:
    # The importer takes the first folder that it finds with a file of this name.
    courses = [path for path in files if PurePosixPath(path).name == COURSE_FILE]
    for path in courses:
        if path != COURSE_FILE:
            yield path, problem("olx.other-course-file")
    for path in files:
        parts = path.split("/")
        if any(part.startswith(".") or part.endswith("~") for part in parts):
            yield path, problem("olx.dropped-file")


def _name_problems(tree: Tree) -> Iterator[Place]:
    """Each element's own name is ASCII and stands once in the whole course."""
    seen: set[str] = set()
    for path, node in tree.names:
        name, line = node.get("url_name", ""), node.sourceline or 0
        if not URL_NAME.fullmatch(name):
            yield path, problem("olx.url-name", line, name=name, tag=node.tag)
        elif name in seen:
            yield path, problem("olx.url-name-twice", line, name=name)
        seen.add(name)
    for value in tree.identity:
        if not URL_NAME.fullmatch(value):
            yield COURSE_FILE, problem("olx.key", name=value)


def _block_problems(tree: Tree, lessons: int | None) -> Iterator[Place]:
    for path, node in tree.titled:
        if not (node.get("display_name") or "").strip():
            # A block with a url_name alone is taken for a pointer to a file.
            yield path, problem("olx.no-title", node.sourceline or 0, tag=node.tag)
    for path, node in tree.blocks:
        # Without CDATA, as whoever parses the block and writes it again leaves it.
        length = len(etree.tostring(node, encoding="unicode", with_tail=False))
        if length > MAX_BLOCK:
            line = node.sourceline or 0
            yield path, problem("olx.block-too-long", line, limit=MAX_BLOCK, length=length)
    if lessons is not None and len(tree.blocks) != lessons:
        wrong = problem("olx.lessons-lost", found=len(tree.blocks), wanted=lessons)
        yield COURSE_FILE, wrong


def _static_problems(files: Mapping[str, bytes], tree: Tree) -> Iterator[Place]:
    there = {path.removeprefix(STATIC) for path in files if path.startswith(STATIC)}
    for name in sorted(there):
        path = STATIC + name
        if not STATIC_NAME.fullmatch(name):
            yield path, problem("olx.static-name", name=name)
        if len(files[path]) > MAX_STATIC:
            yield path, problem("olx.static-too-big", limit=MAX_STATIC // 10**6)
        if name not in tree.static_names:
            yield path, problem("olx.static-unused", name=name)
    for kept, count in Counter(_kept_name(name) for name in there).items():
        if count > 1:
            yield STATIC.rstrip("/"), problem("olx.static-twice", name=kept)
    for name, (path, line) in sorted(tree.static_names.items()):
        if name not in there:
            yield path, problem("olx.static-missing", line, name=name)


def _kept_name(name: str) -> str:
    """Under which name the importer keeps a file; capitals are one on some disks."""
    return _UNCLEAN.sub("_", name).casefold()


def archive_problems(packed: bytes) -> tuple[Problem, ...]:
    """What is wrong with an archive as such, whatever its files say. Never raises, and
    keeps no file in memory."""
    try:
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
            return tuple(_member_problems(archive, len(packed)))
    except (tarfile.TarError, EOFError, OSError, zlib.error, ValueError, OverflowError) as error:
        return (problem("olx.unreadable-archive", detail=str(error)),)


def _member_problems(archive: tarfile.TarFile, packed: int) -> Iterator[Problem]:
    names: set[str] = set()
    unpacked = 0
    for member in archive:
        parts = member.name.split("/")
        if not (member.isreg() or member.isdir()):
            yield problem("olx.not-a-file", name=member.name)
        elif not f"{member.name}/".startswith(ROOT) or {"", ".", ".."} & set(parts):
            yield problem("olx.outside", name=member.name)
        elif member.name in names:
            yield problem("olx.member-twice", name=member.name)
        names.add(member.name)
        unpacked += member.size
        # Stop at once: what comes may be without end.
        if unpacked > MAX_UNPACKED:
            yield problem("olx.too-big", limit=MAX_UNPACKED // 10**9)
            return
        if len(names) > MAX_MEMBERS:
            yield problem("olx.too-many-files", limit=MAX_MEMBERS)
            return
    if unpacked > MAX_RATIO * packed:
        yield problem("olx.ratio", limit=MAX_RATIO)
