"""Bytes to a file in one go: a full disk or Ctrl-C leaves what was there."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

# What a machine that lost its power may leave behind.
UNFINISHED = ".part"


def write_atomically(target: Path, data: bytes) -> None:
    """`target` holds `data`, or, whatever happens, what it held before.

    Written beside it and put in its place when all is on the disk. Raises OSError.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
