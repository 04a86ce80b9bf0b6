"""`setup/*.sh` on machines that lack this or that: commands are stand-ins in a PATH of ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from clean_room import ROOT

pytestmark = pytest.mark.packaging

# What `make venv` and `make test` themselves need of a machine.
TOOLS = ("sh", "dirname", "cat", "chmod")
WORKS = f'exec "{sys.executable}" "$@"'
SHIM = 'echo "pyenv: $0: command not found" >&2; exit 127'
NO_ENSUREPIP = 'case "$2" in *ensurepip*) echo "No module named ensurepip" >&2; exit 1;; esac'


class Machine:
    """A machine that has the commands put on it, and no others."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.log = folder / "apt.log"
        self.bin = self.add_folder("bin")
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))

    def add_folder(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir()
        return folder

    def put(self, name: str, script: str, folder: Path | None = None) -> Path:
        file = (folder or self.bin) / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
        return file

    def put_apt(self, name: str, script: str, user: int, lists: bool = True) -> None:
        """An apt-get that installs the command `name`; without lists only after an update."""
        self.put("id", f"echo {user}")
        ready, new = self.folder / "lists", self.bin / name
        if lists:
            ready.touch()
        self.put(
            "apt-get",
            f'echo "$@" >>"{self.log}"\n'
            f'case "$1" in update) : >"{ready}"; exit 0;; esac\n'
            f'[ -e "{ready}" ] || {{ echo "E: Unable to locate package" >&2; exit 100; }}\n'
            f"printf '#!/bin/sh\\n%s\\n' '{script}' >\"{new}\"\n"
            f'chmod +x "{new}"',
        )

    def run(self, script: str, *folders: Path, **environment: str) -> subprocess.CompletedProcess:
        path = ":".join(map(str, (*folders, self.bin)))
        return subprocess.run(
            ["sh", str(ROOT / "setup" / script)],
            env={"PATH": path, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked_of_apt(self) -> list[str]:
        return [line.split()[0] for line in self.log.read_text().splitlines()]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_the_newest_python_is_taken(machine):
    machine.put("python3.11", WORKS)
    newest = machine.put("python3.12", WORKS)
    machine.put("python3", WORKS)
    assert machine.run("python.sh").stdout == f"{newest}\n"


def test_one_that_does_not_run_is_passed_over(machine):
    machine.put("python3.13", SHIM)
    machine.put("python3.12", NO_ENSUREPIP)
    working = machine.put("python3.11", WORKS)
    done = machine.run("python.sh")
    assert (done.stdout, done.stderr) == (f"{working}\n", "")


def test_one_that_does_not_run_hides_none_behind_it(machine):
    shims = machine.add_folder("shims")
    machine.put("python3.12", SHIM, shims)
    working = machine.put("python3.12", WORKS)
    assert machine.run("python.sh", shims).stdout == f"{working}\n"


@pytest.mark.parametrize("lists", [True, False])
def test_root_gets_what_is_missing(machine, lists):
    machine.put("python3", NO_ENSUREPIP)
    machine.put_apt("python3.11", WORKS, user=0, lists=lists)
    done = machine.run("python.sh")
    assert done.stdout == f"{machine.bin / 'python3.11'}\n"
    assert machine.asked_of_apt() == (["install"] if lists else ["install", "update", "install"])


def test_others_are_told_the_command(machine):
    machine.put("python3", SHIM)
    machine.put_apt("python3.11", WORKS, user=1000)
    done = machine.run("python.sh")
    assert done.returncode == 1
    assert "sudo apt-get update && sudo apt-get install python3 python3-venv" in done.stderr
    assert not machine.log.exists()


def test_a_machine_without_apt_is_told_what_is_missing(machine):
    done = machine.run("python.sh")
    assert done.returncode == 1
    assert "python3-venv" in done.stderr


@pytest.fixture
def equipped(machine):
    """A machine with the browser's driver, and what reads the pages that it prints."""
    machine.put("playwright", "exit 0")
    machine.put("pdftotext", "exit 0")
    return machine


def test_the_browser_is_found(equipped):
    browser = equipped.put("chromium", "exit 0")
    assert equipped.run("browser.sh").stdout == f"{browser}\n"


def test_another_browser_may_be_named(equipped):
    equipped.put("chromium", "exit 0")
    other = equipped.put("other-browser", "exit 0")
    assert equipped.run("browser.sh", PASAPAS_CHROMIUM=str(other)).stdout == f"{other}\n"


def test_a_named_browser_that_does_not_run_is_not_replaced(equipped):
    equipped.put("chromium", "exit 0")
    done = equipped.run("browser.sh", PASAPAS_CHROMIUM="no-such-browser")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no-such-browser" in done.stderr


def test_root_gets_a_browser_with_letters_to_show(equipped):
    equipped.put_apt("chromium", "exit 0", user=0, lists=False)
    assert equipped.run("browser.sh").stdout == f"{equipped.bin / 'chromium'}\n"
    assert equipped.log.read_text().splitlines()[-1].endswith(" chromium fonts-dejavu-core")


def test_others_are_told_how_to_get_a_browser(equipped):
    equipped.put_apt("chromium", "exit 0", user=1000)
    done = equipped.run("browser.sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt-get update && sudo apt-get install chromium fonts-dejavu-core" in done.stderr


def test_a_driver_that_lacks_its_library_gets_it(machine):
    browser = machine.put("chromium", "exit 0")
    machine.put("playwright", "exit 127")
    machine.put("pdftotext", "exit 0")
    machine.put_apt("playwright", "exit 0", user=0)
    assert machine.run("browser.sh").stdout == f"{browser}\n"
    assert machine.log.read_text().splitlines()[-1].endswith(" libatomic1")


def test_what_reads_printed_pages_is_got_too(machine):
    machine.put("chromium", "exit 0")
    machine.put("playwright", "exit 0")
    machine.put_apt("pdftotext", "exit 0", user=0)
    assert machine.run("browser.sh").returncode == 0
    assert machine.log.read_text().splitlines()[-1].endswith(" poppler-utils")


def test_a_browser_that_still_does_not_run_stops_it(equipped):
    equipped.put_apt("chromium", "exit 1", user=0)
    done = equipped.run("browser.sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert "chromium --version" in done.stderr
