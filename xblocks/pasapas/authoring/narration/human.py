"""Recordings made by people: `audio/human/<lesson>/<screen>.wav`, `.flac`, `.ogg` or `.mp3`.

The person reads the sentences of one screen in their order and is silent for one second
between two. A text file beside the recording keeps what was read, so that a recording
whose lesson has changed since is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..whole_file import write_atomically
from . import encode, loudness
from .errors import NarrationError
from .mix import join
from .samples import resample
from .segments import detect_nonsilent, to_samples, to_segment
from .settings import SAMPLE_RATE, SETTINGS

VOICE = "human"
SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
PAUSE = 0.7
"""Seconds of silence that part two sentences; within one, people stop for less."""
BELOW_SPEECH = 24
"""dB under the speech at which a room is silent: breath and fans are not speech."""
MARGIN = 0.08
"""Seconds kept around a sentence: soft ends (« s », « f ») are below the threshold."""
MOST_SECONDS = 600


@dataclass(frozen=True)
class HumanFile:
    path: Path

    @property
    def read_text(self) -> Path:
        """Where the sentences that were read are kept, one a line."""
        return self.path.with_suffix(".txt")


def find(folder: Path, slug: str, key: str) -> HumanFile | None:
    """The human recording of a screen, if somebody made one.

    Raises `NarrationError` for a recording in a format that can't be read.
    """
    place = folder / "human" / slug
    for suffix in SUFFIXES:
        if (path := place / f"{key}{suffix}").is_file():
            return HumanFile(path)
    others = [path for path in place.glob(f"{key}.*") if path.suffix != ".txt"]
    if others:
        raise NarrationError(
            f"{others[0].name} ne se lit pas. Enregistrez en wav, flac, ogg ou mp3.",
            f"{others[0].name} can't be read. Record as wav, flac, ogg or mp3.",
        )
    return None


def recording(file: HumanFile, lines: Sequence[str]) -> tuple[np.ndarray, tuple[float, ...]]:
    """(samples, starts) as `mix.join` gives them. Raises `NarrationError`."""
    _check_still_fits(file, lines)
    sentences = split(_read(file.path), len(lines), file.path.name)
    mixed = join(sentences)
    if not file.read_text.exists():
        write_atomically(file.read_text, ("\n".join(lines) + "\n").encode("utf-8"))
    return mixed


def split(samples: np.ndarray, count: int, name: str) -> list[np.ndarray]:
    """The `count` sentences of a recording, parted where it is silent."""
    levelled = loudness.normalise(samples, SETTINGS.loudness, SETTINGS.peak)
    segment = to_segment(levelled)
    threshold = SETTINGS.loudness - BELOW_SPEECH
    spans = detect_nonsilent(segment, round(PAUSE * 1000), threshold, seek_step=10)
    if len(spans) != count:
        raise NarrationError(
            f"{name} : {len(spans)} phrases entendues, {count} écrites. Lisez chaque phrase "
            "sans arrêt, et restez une seconde en silence entre deux phrases.",
            f"{name}: {len(spans)} sentences heard, {count} written. Read each sentence without "
            "a stop, and be silent for one second between two sentences.",
        )
    margin = round(MARGIN * 1000)
    # Cut out of a room's noise, a sentence would begin and end with a click.
    return [
        to_samples(segment[max(0, begin - margin) : end + margin].fade_in(10).fade_out(10))
        for begin, end in spans
    ]


def _check_still_fits(file: HumanFile, lines: Sequence[str]) -> None:
    if not file.read_text.exists():
        return
    read = file.read_text.read_text(encoding="utf-8").splitlines()
    if read != list(lines):
        raise NarrationError(
            f"Le texte a changé depuis l'enregistrement {file.path.name}. Enregistrez-le encore "
            f"et effacez {file.read_text.name}.",
            f"The text has changed since {file.path.name} was recorded. Record it again "
            f"and delete {file.read_text.name}.",
        )


def _read(path: Path) -> np.ndarray:
    try:
        samples, rate = encode.decode(path.read_bytes())
    except RuntimeError as error:  # what soundfile raises for a file it does not know
        raise NarrationError(
            f"{path.name} n'est pas un enregistrement que l'on peut lire.",
            f"{path.name} is no recording that can be read.",
        ) from error
    if not 0 < len(samples) <= MOST_SECONDS * rate:
        raise NarrationError(
            f"{path.name} est vide ou dure plus de {MOST_SECONDS // 60} minutes.",
            f"{path.name} is empty or longer than {MOST_SECONDS // 60} minutes.",
        )
    return resample(samples, rate, SAMPLE_RATE)
