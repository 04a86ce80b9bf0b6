"""`pasapas pictograms`: look at all pictograms, have them named, count what was said."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from pasapas.content.pictograms import Pictogram, read_pictograms

from .naming import NotRoundsError, read_rounds, table, tallies
from .naming_sheet import TEN, answer_page, chosen, key_page, pictures_page
from .pictogram_sheet import contact_sheet

UNKNOWN = "Aucun pictogramme ne s'appelle « {name} »."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--sheet", type=Path, metavar="FILE", help="the page to write (.html)")
    what.add_argument(
        "--naming",
        type=Path,
        metavar="FOLDER",
        help="write pages to have pictograms named without their words",
    )
    what.add_argument(
        "--score", type=Path, metavar="FILE", help="count what was said in a file of rounds (.yaml)"
    )
    parser.add_argument("--seed", type=int, default=1, help="which ten, in which order (1)")
    parser.add_argument("--count", type=int, default=TEN, help=f"how many ({TEN})")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these alone")


def run(arguments: argparse.Namespace) -> int:
    """Writes or prints what was asked for; 1 when it can't."""
    try:
        if arguments.sheet:
            page = contact_sheet(files("pasapas.pictograms"))
            arguments.sheet.write_text(page, encoding="utf-8")
            return 0
        return _score(arguments.score) if arguments.score else _naming(arguments)
    except OSError as error:
        print(f"{error.filename} : {error.strerror}", file=sys.stderr)
    except (NotRoundsError, UnicodeDecodeError) as error:
        print(f"{arguments.score} : {error}", file=sys.stderr)
    return 1


def _naming(arguments: argparse.Namespace) -> int:
    catalogue, drawings = _shipped()
    for name in arguments.only:
        if name not in drawings:
            print(UNKNOWN.format(name=name), file=sys.stderr)
            return 1
    key = chosen(drawings, arguments.seed, arguments.count, arguments.only)
    arguments.naming.mkdir(parents=True, exist_ok=True)
    for name, page in (
        ("images.html", pictures_page(key, drawings)),
        ("reponses.html", answer_page(key)),
        ("cle.html", key_page(key, catalogue)),
    ):
        (arguments.naming / name).write_text(page, encoding="utf-8")
    return 0


def _score(path: Path) -> int:
    catalogue, drawings = _shipped()
    print(table(tallies(read_rounds(path.read_text(encoding="utf-8")), catalogue, drawings)))
    return 0


def _shipped() -> tuple[dict[str, Pictogram], dict[str, bytes]]:
    folder = files("pasapas.pictograms")
    catalogue = read_pictograms((folder / "catalogue.yaml").read_bytes()).document
    return catalogue, {name: (folder / f"{name}.svg").read_bytes() for name in catalogue}
