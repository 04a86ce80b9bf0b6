"""How long a course takes to become an archive without sound, in a fresh process.

`python -m bench.build_figures` prints the seconds: a second build would find the texts
already read.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import tempfile
import time
from pathlib import Path

from pasapas.authoring import build

COURSE = "chercher-un-emploi"


def build_seconds() -> float:
    """Raises ValueError if there is no archive in the end."""
    parser = argparse.ArgumentParser()
    build.add_arguments(parser)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "course.tar.gz"
        arguments = parser.parse_args([COURSE, "--no-sound", "-o", str(file)])
        said = io.StringIO()
        begin = time.perf_counter()
        with contextlib.redirect_stdout(said):
            status = build.run(arguments)
        taken = time.perf_counter() - begin
        if status or not file.is_file():
            raise ValueError(f"the course was not built: {said.getvalue()}")
        return taken


if __name__ == "__main__":
    print(build_seconds())
