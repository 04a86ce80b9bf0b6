"""`pasapas narrate`: makes the recordings that lessons lack."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pasapas.content.shelf import Shelf, read_shelf, shipped_references, shipped_shelf

from ..recordings import UnreadableIndexError, audio_folder
from .errors import NarrationError, extra_missing
from .lexicon import Lexicon, read_lexicon, shipped_lexicon
from .wanted import Wanted, french, practice_name, wanted_recordings

if TYPE_CHECKING:
    from .narrate import Narrator, Summary

INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lesson", metavar="SLUG", help="only this lesson and its practice")
    parser.add_argument("--practice", metavar="SLUG", help="only this practice")
    parser.add_argument("--voice", type=Path, metavar="FILE", help="a Piper voice (.onnx)")
    parser.add_argument(
        "--prune", action="store_true", help="remove recordings that no lesson speaks any more"
    )
    parser.add_argument(
        "--courses", type=Path, metavar="FOLDER", help="other courses; needs --audio"
    )
    parser.add_argument(
        "--audio", type=Path, metavar="FOLDER", help="where recordings are (and lexicon.yaml)"
    )


def run(arguments: argparse.Namespace) -> int:
    """The exit status: 0, or 1 when something could not be recorded."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        _say("Arrêté. Ce qui est fait est gardé.", "Stopped. What is done is kept.")
        return INTERRUPTED
    except NarrationError as error:
        _say(error.french, error.english)
    except UnreadableIndexError as error:
        _say(
            f"L'index des enregistrements ne se lit pas ({error}). Effacez-le et recommencez.",
            f"The index of recordings can't be read ({error}). Delete it and begin again.",
        )
    except OSError as error:
        if error.errno == errno.ENOSPC:
            _say(
                "Le disque est plein. Ce qui est fait est gardé. Faites de la place.",
                "The disk is full. What is done is kept. Make room.",
            )
        else:
            _say(
                f"Impossible de lire ou d'écrire un fichier : {error}",
                f"A file can't be read or written: {error}",
            )
    return 1


def _run(arguments: argparse.Namespace) -> int:
    shelf = _shelf(arguments)
    folder = arguments.audio or audio_folder()
    everything = wanted_recordings(shelf, french())
    wanted = _only(everything, shelf, arguments)
    if arguments.prune:
        _check_all_readable(shelf)
    narrator = _narrator(folder, _lexicon(folder), arguments.voice)
    summary = narrator.run(_progress(wanted))
    if arguments.prune:
        summary.removed_files = narrator.index.prune(item.screen_hash for item in everything)
    _report(summary)
    return 1 if summary.failed else 0


def _narrator(folder: Path, lexicon: Lexicon, voice_file: Path | None) -> Narrator:
    """The extra is imported here and nowhere before."""
    try:
        from .narrate import Narrator
        from .voice import choose_voice
    except (ImportError, OSError) as error:  # OSError: libsndfile does not load
        raise extra_missing(getattr(error, "name", None) or str(error)) from error

    return Narrator(folder, lexicon, lambda: choose_voice(voice_file), voice_file is not None)


def _lexicon(folder: Path) -> Lexicon:
    own = folder / "lexicon.yaml"
    return read_lexicon(own.read_bytes()) if own.is_file() else shipped_lexicon()


def _shelf(arguments: argparse.Namespace) -> Shelf:
    if arguments.courses is None:
        return shipped_shelf()
    if arguments.audio is None:
        # Pruning for other courses would empty the package's own folder.
        raise NarrationError(
            "Avec --courses, dites aussi où va le son : --audio DOSSIER.",
            "With --courses, say where the sound goes too: --audio FOLDER.",
        )
    return read_shelf(arguments.courses, shipped_references())


def _only(everything: list[Wanted], shelf: Shelf, arguments: argparse.Namespace) -> list[Wanted]:
    """What is said in the documents that were named; all of it where none was."""
    if arguments.lesson is None and arguments.practice is None:
        return everything
    names = {*_lesson_names(shelf, arguments.lesson), *_practice_names(shelf, arguments.practice)}
    return [item for item in everything if any(place.document in names for place in item.places)]


def _lesson_names(shelf: Shelf, slug: str | None) -> Iterator[str]:
    if slug is None:
        return
    if slug not in shelf.lessons:
        known = ", ".join(shelf.lessons)
        raise NarrationError(
            f"Il n'y a pas de leçon « {slug} ». Leçons : {known}.",
            f"There is no lesson « {slug} ». Lessons: {known}.",
        )
    yield slug
    lesson = shelf.lessons[slug].reading.document
    if lesson and lesson.practice:
        yield practice_name(lesson.practice)


def _practice_names(shelf: Shelf, slug: str | None) -> Iterator[str]:
    if slug is None:
        return
    if slug not in shelf.practices:
        known = ", ".join(shelf.practices)
        raise NarrationError(
            f"Il n'y a pas d'entraînement « {slug} ». Entraînements : {known}.",
            f"There is no practice « {slug} ». Practices: {known}.",
        )
    yield practice_name(slug)


def _check_all_readable(shelf: Shelf) -> None:
    """What an unreadable text says is unknown: its recordings would go."""
    documents = (*shelf.lessons.values(), *shelf.practices.values())
    unread = [item.path for item in documents if item.reading.document is None]
    if unread:
        raise NarrationError(
            f"Rien n'est effacé : {', '.join(unread)} ne se lit pas.",
            f"Nothing was removed: {', '.join(unread)} can't be read.",
        )


def _progress(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    try:
        from tqdm import tqdm
    except ImportError as error:
        raise extra_missing("tqdm") from error
    yield from tqdm(wanted, file=sys.stderr, unit="", desc="narrate", disable=None)


def _report(summary: Summary) -> None:
    for place, error in summary.failed:
        _say(f"{place} : {error.french}", f"{place}: {error.english}")
    print(
        f"Enregistrements faits : {summary.made}, déjà là : {summary.kept}, "
        f"pas faits : {len(summary.failed)}. Fichiers effacés : {summary.removed_files}.\n"
        f"Recordings made: {summary.made}, already there: {summary.kept}, "
        f"not made: {len(summary.failed)}. Files removed: {summary.removed_files}."
    )


def _say(french: str, english: str) -> None:
    print(f"{french}\n{english}", file=sys.stderr)
