"""`pasapas pictograms`: look at all pictograms at once."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from .pictogram_sheet import contact_sheet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet", type=Path, required=True, metavar="FILE", help="the page to write (.html)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Writes the contact sheet; 1 when it can't be written."""
    try:
        arguments.sheet.write_text(contact_sheet(files("pasapas.pictograms")), encoding="utf-8")
    except OSError as error:
        print(f"{arguments.sheet} : {error.strerror}", file=sys.stderr)
        return 1
    return 0
