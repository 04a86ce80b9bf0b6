"""How long an author waits for `pasapas check`, from the command to its last word."""

from __future__ import annotations

import subprocess
import time

from .processes import PYTHON, TESTS


def check_seconds() -> float:
    """A fresh process on everything that is shipped. Raises CalledProcessError on an error
    in a text: what is then measured would be something else."""
    begin = time.perf_counter()
    subprocess.run(
        [*PYTHON, "-m", "pasapas", "check"], cwd=TESTS, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begin
