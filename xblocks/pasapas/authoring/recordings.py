"""The recordings that exist: which file says which screen, and when each sentence starts.

`audio/recordings.json`:

    {"format": 1, "recordings": {"<screen hash>": {"voice": "pico-fr-FR",
        "file": "<stem>", "starts": [0.0, 2.31, 4.63]}}}

beside `audio/<stem>.ogg` and `audio/<stem>.mp3`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

INDEX = "recordings.json"
FORMAT = 1
SUFFIXES = (".ogg", ".mp3")
"""In the order in which a browser tries them: Opus is smaller, MP3 plays everywhere."""

_SCREEN_HASH = re.compile(r"[0-9a-f]{16}")
_STEM = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True)
class Recording:
    """`file`: name without suffix. `starts`: seconds, one for each spoken sentence and
    last where the recording ends."""

    voice: str
    file: str
    starts: tuple[float, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in the order in which a browser should try them."""
        return tuple(self.file + suffix for suffix in SUFFIXES)


class UnreadableIndexError(ValueError):
    """`recordings.json` is not what it should be."""


def audio_folder() -> Path:
    """The folder of the package's own recordings."""
    return Path(str(files("pasapas.audio")))


def load_recordings(folder: Path | None = None) -> Mapping[str, Recording]:
    """Screen hash -> recording, for all whose files are there.

    `folder` is the package's own by default. A folder without an index has none. Raises
    `UnreadableIndexError` if the index is malformed: names in it become names of files.
    """
    folder = folder or audio_folder()
    try:
        text = (folder / INDEX).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise UnreadableIndexError(f"{INDEX} is not UTF-8") from error
    return {
        screen: recording
        for screen, recording in parse_index(text).items()
        if all((folder / name).is_file() for name in recording.names)
    }


def parse_index(text: str) -> dict[str, Recording]:
    """The entries of an index. Raises `UnreadableIndexError`."""
    try:
        index = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableIndexError(f"{INDEX} is not JSON: {error}") from error
    if not isinstance(index, dict) or index.get("format") != FORMAT:
        raise UnreadableIndexError(f"{INDEX} is not of format {FORMAT}")
    entries = index.get("recordings")
    if not isinstance(entries, dict):
        raise UnreadableIndexError(f"{INDEX} has no recordings")
    return {screen: _recording(screen, entry) for screen, entry in entries.items()}


def index_text(recordings: Mapping[str, Recording]) -> str:
    """The index as text, sorted so that a change is one change in a diff."""
    entries = {
        screen: {"voice": item.voice, "file": item.file, "starts": list(item.starts)}
        for screen, item in sorted(recordings.items())
    }
    index = {"format": FORMAT, "recordings": entries}
    text = json.dumps(index, ensure_ascii=False, indent=1)
    # A list of numbers reads better on its one line.
    return (
        re.sub(r"\[[\d\s.,]*\]", lambda found: f"[{' '.join(found[0][1:-1].split())}]", text) + "\n"
    )


def _recording(screen: str, entry: object) -> Recording:
    if not _SCREEN_HASH.fullmatch(screen) or not isinstance(entry, dict):
        raise UnreadableIndexError(f"{INDEX}: odd entry {screen[:40]!r}")
    voice, file, starts = entry.get("voice"), entry.get("file"), entry.get("starts")
    if not isinstance(voice, str) or not isinstance(file, str) or not _STEM.fullmatch(file):
        raise UnreadableIndexError(f"{INDEX}: {screen} names no recording")
    if not isinstance(starts, list) or len(starts) < 2 or not all(map(_seconds, starts)):
        raise UnreadableIndexError(f"{INDEX}: {screen} has no starts")
    if starts != sorted(starts):
        raise UnreadableIndexError(f"{INDEX}: the starts of {screen} are not in order")
    return Recording(voice, file, tuple(map(float, starts)))


def _seconds(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and math.isfinite(value) and value >= 0
