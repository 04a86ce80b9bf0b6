"""The folder in which the host keeps what it must not forget."""

from __future__ import annotations

import os
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

# Long enough for another process to migrate and to write all files on a slow disk.
LOCK_SECONDS = 60


class DataFolder:
    """Where the database, the secret key and the served files stand.

    Several processes may use one folder at once; what only one may do at a time is done
    inside `alone()`.
    """

    def __init__(self, path: Path):
        self.path = path.expanduser().absolute()

    @property
    def database(self) -> Path:
        return self.path / "workshop.sqlite3"

    @property
    def static(self) -> Path:
        return self.path / "static"

    def create(self) -> None:
        """Make the folder, for its owner alone. Raises OSError where that can't be."""
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700, parents=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes out.

        A lock of SQLite's own: it is the same on Windows and elsewhere, and it ends with
        the process, however that ends.
        """
        lock = self.path / "lock.sqlite3"
        with closing(sqlite3.connect(lock, timeout=LOCK_SECONDS, isolation_level=None)) as held:
            held.execute("BEGIN EXCLUSIVE")
            yield
            held.execute("ROLLBACK")

    def secret_key(self) -> str:
        """The key that signs cookies: random, made once, readable by its owner alone."""
        file = self.path / "secret-key"
        with self.alone():
            if not file.exists():
                fresh = self.path / "secret-key.new"
                fresh.unlink(missing_ok=True)
                handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "w", encoding="ascii") as writer:
                    writer.write(secrets.token_urlsafe(48))
                fresh.replace(file)
            return file.read_text(encoding="ascii").strip()


def default_path() -> Path:
    """Where the system wants a person's programs to keep their data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "pasapas"
