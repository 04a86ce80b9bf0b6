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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, help="lessons (.md) and courses (.yaml); none: all of ours"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints one line a problem; 1 when there is one, warnings included."""
    gettext = translator("fr")
    found = list(_problems(arguments.files))
    for path, problem in found:
        print(describe_at(path, problem, gettext))
    return 1 if found else 0


def _problems(paths: list[Path]) -> Iterator[tuple[str, Problem]]:
    shelf = shipped_shelf()
    if not paths:
        yield from shelf.problems
    for path in paths:
        try:
            raw = path.read_bytes()
        except OSError as error:
            parameters = (("reason", error.strerror or str(error)),)
            yield str(path), Problem("file.unreadable", 0, Severity.UNSAFE, parameters)
            continue
        read = read_course if path.suffix == ".yaml" else read_lesson
        for problem in read(raw, shelf.references).problems:
            yield str(path), problem
