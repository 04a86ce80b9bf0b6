"""One real recording, made once for all tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from pasapas.authoring.narration.encode import decode
from pasapas.authoring.narration.lexicon import Lexicon, shipped_lexicon
from pasapas.authoring.narration.narrate import narrate_lines
from pasapas.authoring.narration.voice import PicoVoice

LINES = (
    "Le CV est la feuille qui raconte votre travail.",
    "Où voyez-vous le nom de votre CV ?",
    "Une pièce jointe part avec le mail.",
    "Appelez France Travail au 39 49.",
    "Écrivez à jose.ferreira@bonjour.example",
    "Vérifiez le nom avant d'envoyer.",
)


@dataclass(frozen=True)
class Made:
    files: dict[str, bytes]
    starts: tuple[float, ...]

    def samples(self, suffix: str) -> np.ndarray:
        return decode(self.files[suffix])[0]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return shipped_lexicon()


@pytest.fixture(scope="session")
def made(lexicon: Lexicon) -> Made:
    return Made(*narrate_lines(LINES, PicoVoice(), lexicon))


class ToneVoice:
    """A tone, longer for a longer sentence: for tests of what happens around a voice."""

    def __init__(self, name: str = "tone"):
        self.name = name
        self.spoken: list[str] = []

    def speak(self, sentence: str) -> np.ndarray:
        self.spoken.append(sentence)
        time = np.arange(4000 + 50 * len(sentence)) / 16_000
        return (0.3 * np.sin(2 * np.pi * 300 * time)).astype(np.float32)


@pytest.fixture
def tone() -> ToneVoice:
    return ToneVoice()


def index_of(folder: Path) -> dict:
    return json.loads((folder / "recordings.json").read_text(encoding="utf-8"))["recordings"]
