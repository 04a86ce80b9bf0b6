"""Writing the index and the files so that nothing is ever half there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..recordings import INDEX, SUFFIXES, Recording, index_text, load_recordings
from ..whole_file import write_atomically

# What somebody else put in the folder stays.
_OURS = re.compile(r"[0-9a-f]{24}\.(?:ogg|mp3)|\..*\.part")


class Index:
    """The recordings of a folder; saved after each change."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._recordings = dict(load_recordings(folder))

    def get(self, screen: str) -> Recording | None:
        return self._recordings.get(screen)

    @property
    def screens(self) -> frozenset[str]:
        return frozenset(self._recordings)

    def add(self, screen: str, recording: Recording, encoded: Mapping[str, bytes]) -> None:
        """Write the files (suffix -> bytes), then the index that names them.

        Whenever it is interrupted, the index on disk names only files that are whole.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        for suffix in SUFFIXES:
            write_atomically(self.folder / (recording.file + suffix), encoded[suffix])
        self._save({**self._recordings, screen: recording})

    def prune(self, spoken: Iterable[str]) -> int:
        """Forget what is not in `spoken`; the number of files that were removed."""
        spoken = frozenset(spoken)
        self._save({key: item for key, item in self._recordings.items() if key in spoken})
        named = {name for item in self._recordings.values() for name in item.names}
        unused = [
            file
            for file in sorted(self.folder.iterdir())
            if file.is_file() and _OURS.fullmatch(file.name) and file.name not in named
        ]
        for file in unused:
            file.unlink()
        return len(unused)

    def _save(self, recordings: dict[str, Recording]) -> None:
        write_atomically(self.folder / INDEX, index_text(recordings).encode("utf-8"))
        self._recordings = recordings
