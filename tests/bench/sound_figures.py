"""What a minute of speech weighs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pasapas.authoring.recordings import SUFFIXES, audio_folder, load_recordings


@dataclass(frozen=True)
class Speech:
    """Over all recordings: how many, their minutes, and bytes by suffix."""

    recordings: int
    minutes: float
    sizes: dict[str, int]

    def a_minute(self, suffix: str) -> float:
        return self.sizes[suffix] / self.minutes


def speech(folder: Path | None = None) -> Speech:
    """Raises LookupError if there are no recordings.

    Screens that say the same share a file: each file counts once.
    """
    folder = folder or audio_folder()
    files = {item.file: item.starts[-1] for item in load_recordings(folder).values()}
    if not files:
        raise LookupError("there are no recordings")
    return Speech(
        recordings=len(files),
        minutes=sum(files.values()) / 60,
        sizes={
            suffix: sum((folder / f"{name}{suffix}").stat().st_size for name in files)
            for suffix in SUFFIXES
        },
    )
