"""`pasapas build`: a course becomes an archive that Studio imports."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pasapas.content.shelf import Shelf, read_shelf, shipped_references, shipped_shelf
from pasapas.player.problems import describe_at
from pasapas.player.translation import translator

from .archive import pack
from .assemble import assemble, blocking_problems, silent_screens
from .course_olx import course_files
from .importer_limits import archive_problems, file_problems
from .olx_model import CourseKey, OlxCourse
from .olx_tree import Place
from .recordings import UnreadableIndexError, audio_folder, load_recordings
from .whole_file import write_atomically

INTERRUPTED = 130

NO_SUCH_COURSE = "Le cours « {name} » n'existe pas. Les cours : {names}."
NOT_BUILT = "L'archive n'est pas faite. Corrigez d'abord ces lignes :"
FILE_REFUSED = (
    "Le fichier {file} ne peut pas être lu ou écrit : {reason}. L'archive n'est pas faite."
)
INDEX_REFUSED = "L'index des enregistrements ne se lit pas ({reason}). Essayez --no-sound."
STOPPED = "Arrêté. L'archive n'est pas faite."
BUILT = (
    "L'archive est faite : {file} ({kilobytes} ko). Leçons : {lessons}, "
    "entraînements : {practices}. Écrans sans son : {silent}."
)


class BuildError(Exception):
    """Why there is no archive, in words for whoever builds it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("course", help="name of the course, such as chercher-un-emploi")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the archive (COURSE.tar.gz)"
    )
    parser.add_argument("--no-sound", action="store_true", help="leave the recordings out")
    parser.add_argument("--courses", type=Path, metavar="FOLDER", help="other courses than ours")
    parser.add_argument("--audio", type=Path, metavar="FOLDER", help="other recordings than ours")
    parser.add_argument("--org", default="PasAPas", help="organisation (%(default)s)")
    parser.add_argument("--number", help="course number (the course's name)")
    parser.add_argument("--run", default="cours", help="run of the course (%(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Write the archive, or leave what was there. The exit status."""
    try:
        print(_build(arguments))
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return INTERRUPTED
    except BuildError as reason:
        print(reason, file=sys.stderr)
    except UnreadableIndexError as error:
        print(INDEX_REFUSED.format(reason=error), file=sys.stderr)
    except OSError as error:
        file, reason = error.filename or arguments.output, error.strerror or error
        print(FILE_REFUSED.format(file=file, reason=reason), file=sys.stderr)
    else:
        return 0
    return 1


def _build(arguments: argparse.Namespace) -> str:
    slug = arguments.course
    arguments.output = arguments.output or Path(f"{slug}.tar.gz")
    shelf = _shelf(arguments.courses)
    if slug not in shelf.courses:
        names = ", ".join(shelf.courses)
        raise BuildError(NO_SUCH_COURSE.format(name=slug, names=names))
    _refuse(blocking_problems(shelf, slug))
    key = CourseKey(arguments.org, arguments.number or slug, arguments.run)
    audio = arguments.audio or audio_folder()
    recordings = {} if arguments.no_sound else load_recordings(audio)
    course = assemble(shelf, slug, key, recordings, lambda name: (audio / name).read_bytes())
    packed = checked_archive(course)
    write_atomically(arguments.output, packed)
    return BUILT.format(
        file=arguments.output,
        kilobytes=-(-len(packed) // 1000),
        lessons=_count(course, "lesson"),
        practices=_count(course, "practice"),
        silent=silent_screens(shelf, course),
    )


def _count(course: OlxCourse, kind: str) -> int:
    return sum(document.kind == kind for document in course.documents)


def checked_archive(course: OlxCourse) -> bytes:
    """The archive of a course. Raises `BuildError` if an importer would not take it whole."""
    files = course_files(course)
    _refuse(file_problems(files, len(course.documents)))
    packed = pack(files)
    _refuse(("", found) for found in archive_problems(packed))
    return packed


def _shelf(folder: Path | None) -> Shelf:
    if folder is None:
        return shipped_shelf()
    if not folder.is_dir():
        raise NotADirectoryError(20, "ce n'est pas un dossier", str(folder))
    return read_shelf(folder, shipped_references())


def _refuse(places: Iterable[Place]) -> None:
    gettext = translator("fr")
    lines = [describe_at(path or "archive", problem, gettext) for path, problem in places]
    if lines:
        raise BuildError("\n".join([NOT_BUILT, *lines]))
