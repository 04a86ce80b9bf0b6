"""The wheel, and an environment that has it and what it depends on, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The project as it is published: without what tools leave beside it. A `build/` of an
# earlier day would put files into the wheel that the project no longer has.
NOT_PUBLISHED = (".*", "build", "dist", "*.egg-info", "__pycache__", "var", "tests")


def build_wheel(folder: Path) -> Path:
    """Build the wheel from a copy of the project below `folder`."""
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*NOT_PUBLISHED))
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        [*command, "--wheel-dir", str(folder / "wheel"), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = (folder / "wheel").glob("*.whl")
    return wheel


def wheel_files(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return [name for name in archive.namelist() if not name.endswith("/")]


@dataclass(frozen=True)
class CleanRoom:
    """A virtual environment below `folder`; everything runs in its empty folder `here`."""

    folder: Path

    @classmethod
    def with_wheel(cls, folder: Path, wheel: Path) -> CleanRoom:
        room = cls(folder)
        (folder / "here").mkdir(parents=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        # pip alone keeps the surroundings: they say where its index and its cache are.
        subprocess.run(
            [str(room.bin / "python"), "-m", "pip", "install", "-q", str(wheel)],
            env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONPATH": ""},
            cwd=room.here,
            check=True,
        )
        return room

    @property
    def here(self) -> Path:
        return self.folder / "here"

    @property
    def bin(self) -> Path:
        return self.folder / "venv" / "bin"

    def pasapas(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run([str(self.bin / "pasapas"), *arguments])

    def python(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run([str(self.bin / "python"), "-I", "-c", program, *arguments])

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.here,
            env={"HOME": str(self.here), "PATH": str(self.bin)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
