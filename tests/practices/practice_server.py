"""The host with every practice that ships, also those that no lesson has yet."""

from __future__ import annotations

import argparse
import sys

from pasapas.authoring.recordings import load_recordings
from pasapas.content.shelf import shipped_shelf
from pasapas.workshop import serve
from pasapas.workshop.content import SourceSection
from pasapas.workshop.shipped import ShippedCourse, practice_entry


def course(name: str) -> ShippedCourse:
    recordings = load_recordings()
    entries = [practice_entry(item, recordings) for item in shipped_shelf().practices.values()]
    return ShippedCourse("Entraînements", (SourceSection("Entraînements", entries),))


def main() -> int:
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    return serve.run(parser.parse_args(), course)


if __name__ == "__main__":
    sys.exit(main())
