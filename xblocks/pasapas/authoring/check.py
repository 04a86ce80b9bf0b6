"""`pasapas check`: what is wrong with documents, by file and line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from pasapas.content.course import read_course
from pasapas.content.lesson import read_lesson
from pasapas.content.problems import Problem, Severity
from pasapas.content.shelf import shipped_shelf
from pasapas.player.problems import describe_at
from pasapas.player.translation import translator

# The lessons' folder, as it is called where people write in it.
FOLDER = "courses"
ALL_IS_WELL = "Tout va bien : {what}."
COUNTED = "{lessons} leçons, {courses} cours"
IN_NO_COURSE = "La leçon « {slug} » n'est dans aucun cours."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, help="lessons (.md) and courses (.yaml); none: all of ours"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints one line a problem, or that all is well; 1 when there is a problem."""
    gettext = translator("fr")
    found = list(_problems(arguments.files))
    for path, problem in found:
        print(describe_at(path, problem, gettext))
    if not found:
        print(_all_is_well(arguments.files))
    return 1 if found else 0


def _all_is_well(paths: list[Path]) -> str:
    shelf = shipped_shelf()
    if paths:
        return ALL_IS_WELL.format(what=", ".join(map(str, paths)))
    counted = COUNTED.format(lessons=len(shelf.lessons), courses=len(shelf.courses))
    listed = {
        slug
        for course in shelf.courses.values()
        if course.reading.document
        for slug in course.reading.document.lessons
    }
    notes = (IN_NO_COURSE.format(slug=slug) for slug in sorted(shelf.lessons.keys() - listed))
    return "\n".join([ALL_IS_WELL.format(what=counted), *notes])


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("file.missing", 0, Severity.UNSAFE)
    if isinstance(error, IsADirectoryError):
        return Problem("file.is-folder", 0, Severity.UNSAFE)
    parameters = (("reason", error.strerror or str(error)),)
    return Problem("file.unreadable", 0, Severity.UNSAFE, parameters)


def _problems(paths: list[Path]) -> Iterator[tuple[str, Problem]]:
    shelf = shipped_shelf()
    if not paths:
        yield from ((f"{FOLDER}/{path}", problem) for path, problem in shelf.problems)
    for path in paths:
        try:
            raw = path.read_bytes()
        except OSError as error:
            yield str(path), _unreadable(error)
            continue
        read = read_course if path.suffix == ".yaml" else read_lesson
        for problem in read(raw, shelf.references).problems:
            yield str(path), problem
