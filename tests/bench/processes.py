"""Servers in processes of their own: what they do must not slow down who measures."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent
# The workbench's file system package speaks of its own packaging when it is imported.
PYTHON = (sys.executable, "-W", "ignore::UserWarning:fs")

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def serving(*command: str) -> Iterator[str]:
    """The address that `python -m <command>` prints; it ends with the block."""
    with subprocess.Popen(
        [*PYTHON, "-m", *command],
        cwd=TESTS,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield _address(process, command)
        finally:
            process.kill()


def _address(process: subprocess.Popen, command: tuple[str, ...]) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if found := _ADDRESS.search(line):
            return found[0]
    raise RuntimeError(f"{' '.join(command)} did not start: {said}")


def asked(*command: str) -> Any:
    """What `python -m <command>` prints as JSON on its last line."""
    done = subprocess.run(
        [*PYTHON, "-m", *command],
        cwd=TESTS,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
