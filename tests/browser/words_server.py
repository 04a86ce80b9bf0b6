"""The host with one lesson, whose words are explained.

Its screens play a recording that ships, whatever it says: a sentence a second.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pasapas.authoring.olx_nodes import document_node
from pasapas.authoring.recordings import load_recordings
from pasapas.content.lesson import read_lesson
from pasapas.content.shelf import shipped_references
from pasapas.lesson.script import screens
from pasapas.player.pictograms import drawing
from pasapas.player.translation import translator
from pasapas.workshop import serve
from pasapas.workshop.content import Entry, SourceSection
from pasapas.workshop.shipped import ShippedCourse

SLUG = "mots"
TEXT = Path(__file__).with_name("words_lesson.md").read_text(encoding="utf-8")


def course(name: str) -> ShippedCourse:
    node = document_node("lesson", SLUG, "Les mots", TEXT, _sounds())
    entry = Entry(str(node.get("url_name")), "Les mots", "", drawing("mail"), node)
    return ShippedCourse("Les mots", (SourceSection("Les mots", [entry]),))


def _sounds() -> dict[str, dict]:
    references = shipped_references()
    reading = read_lesson(TEXT, references)
    if reading.problems or reading.document is None:
        raise ValueError(f"the lesson has problems: {reading.problems}")
    recordings = load_recordings().values()
    longest = max(recordings, key=lambda recording: recording.starts[-1])
    return {
        screen.hash: {
            "sources": [f"/static/{name}" for name in longest.names],
            "starts": [float(second) for second in range(len(screen.lines) + 1)],
        }
        for screen in screens(reading.document, references, translator("fr"))
        # What is longer than the recording is left to the device's voice.
        if len(screen.lines) < longest.starts[-1]
    }


def main() -> int:
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    return serve.run(parser.parse_args(), course)


if __name__ == "__main__":
    sys.exit(main())
