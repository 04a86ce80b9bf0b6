"""The command `pasapas`.

Each subcommand is a module with `add_arguments(parser)` and `run(arguments) -> status`,
imported only when it is called: `pasapas build` needs neither a voice nor a server.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType


def _build() -> ModuleType:
    from pasapas.authoring import build

    return build


def _check() -> ModuleType:
    from pasapas.authoring import check

    return check


def _narrate() -> ModuleType:
    from pasapas.authoring.narration import command

    return command


def _pictograms() -> ModuleType:
    from pasapas.authoring import pictograms

    return pictograms


def _serve() -> ModuleType:
    from pasapas.workshop import serve

    return serve


COMMANDS = {
    "build": (_build, "build a course into an archive for Open edX"),
    "check": (_check, "say what is wrong with lessons and courses, by file and line"),
    "narrate": (_narrate, "make the recordings that lessons have not got yet"),
    "pictograms": (_pictograms, "make a sheet of all pictograms"),
    "serve": (_serve, "open the workshop host for learners' phones"),
}

# What a command needs beyond the package's own dependencies.
EXTRAS = {"narrate": "authoring", "serve": "workshop"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; its status is the command's."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        parser = _parser(given)
    except ImportError as missing:
        if not (extra := EXTRAS.get(given[0])):
            raise
        print(f"Il manque {missing.name} : pip install 'pasapas[{extra}]'", file=sys.stderr)
        print(f"{missing.name} is missing: pip install 'pasapas[{extra}]'", file=sys.stderr)
        return 1
    parsed = parser.parse_args(given)
    try:
        return parsed.call(parsed)
    except KeyboardInterrupt:
        return 130


def _parser(given: list[str]) -> argparse.ArgumentParser:
    """All commands by name; the options of the one that is called."""
    parser = argparse.ArgumentParser(
        prog="pasapas", description="Pas à pas: lessons, pictograms, sound, courses, workshops."
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (load, summary) in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=summary, description=summary)
        if name in given[:1]:
            module = load()
            module.add_arguments(subparser)
            subparser.set_defaults(call=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
