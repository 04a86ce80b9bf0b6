"""`pasapas check`: what is wrong with documents, by file and line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pasapas.content.lesson import lesson_texts
from pasapas.content.plain_language.check import (
    bank_style_problems,
    practice_style_problems,
    style_problems,
    text_problems,
)
from pasapas.content.problems import Problem
from pasapas.content.references import References
from pasapas.content.shelf import Shelf, shipped_shelf
from pasapas.player.translation import translator
from pasapas.screens.playable import Playable

from .checking.banks import bank_problems
from .checking.dictionary import Dictionary, installed_dictionary, rare_words
from .checking.figures import figures
from .checking.findings import Finding, findings
from .checking.practices import screen_problems
from .checking.report import as_json, as_text, in_colour
from .checking.sources import Source, file_source, shelf_sources
from .checking.spelling import Checker, installed_checker, spelling_problems

ALL_IS_WELL = "Tout va bien : {what}."
COUNTED = "{lessons} leçons, {practices} entraînements, {courses} cours"
SUMMARY = "{errors}, {warnings}."
IN_NO_COURSE = "La leçon « {slug} » n'est dans aucun cours."
NO_FIGURES_IN_JSON = "Avec --json, les longueurs ne sont pas données : enlevez --json."
NO_DICTIONARY = "Les mots rares ne sont pas cherchés : pip install 'pasapas[authoring]'"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        help="lessons (.md), practices, courses and other texts (.yaml); none: all of ours",
    )
    parser.add_argument("--json", action="store_true", help="a list of findings, for a program")
    parser.add_argument(
        "--figures",
        action="store_true",
        help="add readability and lengths of each lesson (not with --json)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Tells what was found, or that all is well; 1 where there is an error, 0 for warnings."""
    shelf = shipped_shelf()
    paths: list[Path] = arguments.files
    sources = (
        [file_source(path, shelf.references) for path in paths]
        if paths
        else list(shelf_sources(shelf))
    )
    dictionary, checker = installed_dictionary(), installed_checker()
    if dictionary is None:
        print(NO_DICTIONARY, file=sys.stderr)
    if arguments.json and arguments.figures:
        print(NO_FIGURES_IN_JSON, file=sys.stderr)
    gettext = translator("fr")
    found = [
        finding
        for source in sources
        for finding in findings(
            source.path,
            source.text,
            _problems(source, shelf.references, dictionary, checker),
            gettext,
        )
    ]
    if arguments.json:
        print(as_json(found))
    else:
        _tell(found, sources, shelf, paths, arguments.figures)
    return 1 if any(finding.is_error for finding in found) else 0


def _problems(
    source: Source,
    references: References,
    dictionary: Dictionary | None,
    checker: Checker | None,
) -> Iterator[Problem]:
    yield from source.problems
    # A line pasted from a page has one thing to mend, before its words.
    passages = tuple(item for item in source.passages(references) if not item.is_markup)
    if source.lesson:
        yield from style_problems(source.lesson, references)
    elif source.playable:
        yield from practice_style_problems(source.playable.practice, references)
        yield from screen_problems(source.playable)
    elif source.bank:
        yield from bank_style_problems(source.bank, references)
        yield from bank_problems(source.bank)
    else:
        yield from text_problems(passages)
    if dictionary and source.lesson:
        yield from rare_words(passages, references, dictionary)
    elif dictionary and source.playable:
        known = (*_said_before(source), *_shown_there(source.playable, references))
        yield from rare_words(passages, references, dictionary, known)
    elif dictionary and source.bank:
        known = [text for entry in references.glossary.values() for text in entry.forms]
        yield from rare_words(passages, references, dictionary, known)
    elif dictionary:
        for entry in source.explained:
            yield from rare_words(entry.passages, references, dictionary, entry.words)
    if checker:
        yield from spelling_problems(passages, references, checker)


def _said_before(source: Source) -> Iterator[str]:
    """What the lessons say to which a practice belongs: they explain its words."""
    slug = Path(source.path).stem
    for shelved in shipped_shelf().lessons.values():
        lesson = shelved.reading.document
        if lesson and lesson.practice == slug:
            yield from lesson_texts(lesson)


def _shown_there(playable: Playable, references: References) -> Iterator[str]:
    """What stands on the screen itself, such as « Corbeille »: a hint must say it. And what
    the glossary has: lessons explain it, a practice opens no words."""
    french = translator("fr")
    yield from map(french, playable.screen.words.values())
    for stage in playable.stages.values():
        yield from (text for text, _ in stage.setup.texts())
    for entry in references.glossary.values():
        yield from entry.forms


def _tell(
    found: Sequence[Finding],
    sources: Sequence[Source],
    shelf: Shelf,
    paths: Sequence[Path],
    with_figures: bool,
) -> None:
    lines = list(as_text(found, in_colour(sys.stdout)))
    if with_figures:
        lines += ([""] if lines else []) + list(figures(sources, shelf.references))
    if lines:
        lines.append("")
    if found:
        lines.append(_summary(found))
    else:
        lines.append(ALL_IS_WELL.format(what=", ".join(map(str, paths)) or _counted(shelf)))
    if not paths:
        lines += (IN_NO_COURSE.format(slug=slug) for slug in _in_no_course(shelf))
    print("\n".join(lines))


def _summary(found: Iterable[Finding]) -> str:
    errors = [finding.is_error for finding in found]
    return SUMMARY.format(
        errors=_how_many(sum(errors), "erreur"),
        warnings=_how_many(len(errors) - sum(errors), "point") + " à voir",
    )


def _how_many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _counted(shelf: Shelf) -> str:
    return COUNTED.format(
        lessons=len(shelf.lessons), practices=len(shelf.practices), courses=len(shelf.courses)
    )


def _in_no_course(shelf: Shelf) -> list[str]:
    listed = {
        slug
        for course in shelf.courses.values()
        if course.reading.document
        for slug in course.reading.document.lessons
    }
    return sorted(shelf.lessons.keys() - listed)
