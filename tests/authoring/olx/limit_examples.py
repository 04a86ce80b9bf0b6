"""One way to make each problem of an archive, and the file that it is found in."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable
from dataclasses import dataclass

from pasapas.authoring.archive import ROOT, pack
from pasapas.authoring.course_olx import course_files
from pasapas.authoring.importer_limits import MAX_BLOCK, MAX_STATIC, MAX_UNPACKED
from pasapas.authoring.olx_model import CourseKey, OlxSection
from pasapas.authoring.olx_nodes import document_node
from pasapas.authoring.olx_xml import from_xml, to_xml

from .samples import SCREEN, alone, course_of, lesson, small_course

Files = dict[str, bytes]
UNIT = "vertical/unit-un-mail.xml"
POLICY = "policies/cours/policy.json"


@dataclass(frozen=True)
class Example:
    """`also`: other problems that the same files can't but have."""

    code: str
    path: str
    files: Callable[[], Files]
    also: tuple[str, ...] = ()


def right() -> Files:
    return course_files(small_course())


def made(path: str, old: bytes = b"", new: bytes = b"", data: bytes | None = None) -> Files:
    """The right files, one of them with `old` replaced, or with other `data`."""
    files = right()
    if data is None:
        assert old in files[path], f"{old!r} is not in {path}"
        data = files[path].replace(old, new)
    return files | {path: data}


def without(path: str) -> Files:
    files = right()
    del files[path]
    return files


def with_run(run: str) -> Files:
    return course_files(course_of(lesson(), key=CourseKey("PasAPas", "essai", run)))


def with_org(org: str) -> Files:
    return course_files(course_of(lesson(), key=CourseKey(org, "essai", "cours")))


def two_lessons_of_one_name() -> Files:
    """What a second `lesson-un-mail` in another unit would be."""
    return made("vertical/unit-mon-cv.xml", b"lesson-mon-cv", b"lesson-un-mail")


def with_a_sound_called(name: str) -> Files:
    sound = {"sources": [f"/static/{name}"], "starts": [0.0, 1.0]}
    return course_files(course_of(lesson(sounds={SCREEN: sound})))


def collision() -> Files:
    sounds = {SCREEN: {"sources": ["/static/a&b.mp3", "/static/a_b.mp3"], "starts": [0.0, 1.0]}}
    return course_files(course_of(lesson(sounds=sounds)))


def lesson_only_named() -> Files:
    """A block with nothing but its url_name: some releases look for a file instead."""
    unit = from_xml(right()[UNIT])
    del unit[0].attrib["display_name"]
    return made(UNIT, data=to_xml(unit))


def lesson_in_a_file() -> Files:
    """A block behind a pointer, as only the platform's own blocks can be."""
    block = document_node("lesson", "mon-cv", "Mon CV", "", {})
    pointer = (
        b'<vertical display_name="Mon CV"><pasapas_lesson url_name="lesson-mon-cv"/></vertical>'
    )
    files = made("vertical/unit-mon-cv.xml", data=pointer)
    return files | {"pasapas_lesson/lesson-mon-cv.xml": to_xml(block)}


def sections_of_one(first_title: str) -> Files:
    sections = (OlxSection(first_title, alone(lesson())), OlxSection("Vide", ()))
    return course_files(course_of(lesson(), sections=sections))


EXAMPLES = (
    Example(
        "olx.other-course-file",
        "course/course.xml",
        lambda: with_run("course"),
    ),
    Example(
        "olx.dropped-file",
        "static/.DS_Store",
        lambda: right() | {"static/.DS_Store": b""},
        ("olx.static-name", "olx.static-unused"),
    ),
    Example(
        "olx.dropped-file",
        "chapter/x.xml~",
        lambda: right() | {"chapter/x.xml~": b""},
        ("olx.orphan-file",),
    ),
    Example("olx.url-name", "course.xml", lambda: with_run("leçon-1")),
    Example("olx.url-name", UNIT, lambda: made(UNIT, b"lesson-un-mail", b"lesson:un-mail")),
    Example("olx.url-name-twice", "vertical/unit-mon-cv.xml", two_lessons_of_one_name),
    Example(
        "olx.url-name-twice",
        "chapter/section-un-mail.xml",
        lambda: made("chapter/section-un-mail.xml", b"sequence-mon-cv", b"sequence-un-mail"),
        ("olx.orphan-file", "olx.lessons-lost"),
    ),
    Example(
        "olx.url-name-twice", "sequential/sequence-un-mail.xml", lambda: with_run("unit-un-mail")
    ),
    Example("olx.key", "course.xml", lambda: with_org("Pas à pas")),
    Example("olx.no-title", UNIT, lesson_only_named),
    Example(
        "olx.no-title",
        "chapter/section-un-mail.xml",
        lambda: made("chapter/section-un-mail.xml", b' display_name="Je commence"'),
    ),
    Example("olx.no-title", "vertical/unit-mon-cv.xml", lesson_in_a_file),
    Example(
        "olx.block-too-long", UNIT, lambda: course_files(course_of(lesson(text="a" * MAX_BLOCK)))
    ),
    Example(
        "olx.lessons-lost",
        "course.xml",
        lambda: made("chapter/section-un-mail.xml", b'<sequential url_name="sequence-mon-cv"/>'),
        ("olx.orphan-file",),
    ),
    Example("olx.static-name", "static/leçon.mp3", lambda: with_a_sound_called("leçon.mp3")),
    Example("olx.static-name", "static/audio/a.mp3", lambda: with_a_sound_called("audio/a.mp3")),
    Example(
        "olx.static-too-big",
        "static/ab12.ogg",
        lambda: right() | {"static/ab12.ogg": bytes(MAX_STATIC + 1)},
    ),
    Example("olx.static-unused", "static/old.mp3", lambda: right() | {"static/old.mp3": b""}),
    Example("olx.static-twice", "static", collision, ("olx.static-name",)),
    Example("olx.static-missing", UNIT, lambda: without("static/ab12.mp3")),
    Example("olx.static-missing", POLICY, lambda: without("static/cover.png")),
    Example(
        "olx.course-pointer",
        "course.xml",
        lambda: made("course.xml", b" org=", b' display_name="x" org='),
        ("olx.lessons-lost", "olx.static-unused"),
    ),
    Example(
        "olx.orphan-file",
        "vertical/unit-old.xml",
        lambda: right() | {"vertical/unit-old.xml": b"<vertical/>"},
    ),
    Example("olx.other-tag", UNIT, lambda: made(UNIT, b"<pasapas_", b"<html/><pasapas_")),
    Example(
        "olx.other-tag",
        UNIT,
        lambda: made(UNIT, b"pasapas_lesson", b"pasapas_leson"),
        ("olx.lessons-lost", "olx.static-unused"),
    ),
    Example(
        "olx.nothing-inside", "chapter/section-empty.xml", lambda: sections_of_one("Je commence")
    ),
    Example(
        "olx.pointer",
        "chapter/section-un-mail.xml",
        lambda: made(
            "chapter/section-un-mail.xml",
            b'"sequence-mon-cv"',
            b'"sequence-mon-cv" display_name="x"',
        ),
        ("olx.orphan-file", "olx.lessons-lost"),
    ),
    Example(
        "olx.no-file",
        "chapter/section-un-mail.xml",
        lambda: without("sequential/sequence-un-mail.xml"),
        ("olx.orphan-file", "olx.lessons-lost", "olx.static-unused"),
    ),
    Example(
        "olx.no-file",
        "course.xml",
        lambda: without("course.xml"),
        ("olx.lessons-lost", "olx.static-unused"),
    ),
    Example("olx.no-file", "course.xml", lambda: without(POLICY), ("olx.static-unused",)),
    Example(
        "olx.unreadable-xml",
        UNIT,
        lambda: made(UNIT, b"</source>", b"</sauce>"),
        ("olx.lessons-lost", "olx.static-unused"),
    ),
    Example(
        "olx.unreadable-policy",
        POLICY,
        lambda: made(POLICY, b"course/cours", b"course/x"),
        ("olx.static-unused",),
    ),
    Example(
        "olx.unreadable-policy", POLICY, lambda: made(POLICY, data=b"{"), ("olx.static-unused",)
    ),
)


# --- Archives ---------------------------------------------------------------------------


def archive_with(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for member, data in members:
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def one_that_claims(size: int) -> bytes:
    """An archive whose only header announces `size` bytes that are not there."""
    info = member(f"{ROOT}static/a.mp3")
    info.size = size
    return gzip.compress(info.tobuf())


LINKS = {
    "symbolic link": (tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": (tarfile.LNKTYPE, f"{ROOT}course.xml"),
    "fifo": (tarfile.FIFOTYPE, ""),
    "device": (tarfile.CHRTYPE, ""),
}
OUTSIDE = ("course.xml", "/course/x.xml", f"{ROOT}../x.xml", f"{ROOT}./x.xml", "other/x.xml")

BAD_ARCHIVES = {
    "olx.unreadable-archive": lambda: b"PK\x03\x04",
    "olx.not-a-file": lambda: archive_with((member(f"{ROOT}a", *LINKS["fifo"]), b"")),
    "olx.outside": lambda: archive_with((member("../course.xml"), b"")),
    "olx.member-twice": lambda: archive_with(*[(member(f"{ROOT}a.xml"), b"")] * 2),
    "olx.too-big": lambda: one_that_claims(MAX_UNPACKED + 1),
    "olx.ratio": lambda: pack(right() | {"static/silence.wav": bytes(10**7)}),
}
