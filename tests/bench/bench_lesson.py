"""The lesson of about 120 words that the floor and our block both show."""

from __future__ import annotations

from importlib.resources import files

from pasapas.content.lesson import read_lesson
from pasapas.content.shelf import shipped_references
from pasapas.lesson.script import screens
from pasapas.player.translation import translator

SECONDS_A_SENTENCE = 2.31


def text() -> str:
    return (files(__package__) / "lesson.md").read_text(encoding="utf-8")


def sounds() -> dict[str, dict]:
    """The block's `sound` field: a recording for each screen, as long as speech would be.

    The addresses look like those of recordings; nothing is there, nothing asks for them
    before somebody listens.
    """
    references = shipped_references()
    reading = read_lesson(text(), references)
    if reading.problems or reading.document is None:
        raise ValueError(f"the lesson of the bench has problems: {reading.problems}")
    return {
        screen.hash: {
            "sources": [f"/static/{screen.hash}01234567.{kind}" for kind in ("ogg", "mp3")],
            "starts": [
                round(number * SECONDS_A_SENTENCE, 3) for number in range(len(screen.lines) + 1)
            ],
        }
        for screen in screens(reading.document, references, translator("fr"))
    }
