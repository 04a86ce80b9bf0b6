"""The workshop host and the browser, as the tests of this folder run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from devices import DESKTOP, PHONE

__all__ = ["DESKTOP", "PHONE", "Contexts", "Host", "requests_of", "running"]

# Opens one more device: what the fixture `open_context` gives.
Contexts = Callable[..., BrowserContext]


@dataclass
class Host:
    """A running host. `kill` is kill -9; `start` begins again on the same data and port.

    `program`: what Python is told to run; it takes the options of `pasapas serve`.
    """

    data: Path
    port: int = 0
    program: tuple[str, ...] = ("-m", "pasapas", "serve")
    process: subprocess.Popen | None = None

    def start(self) -> None:
        # Its messages are French whatever the machine speaks.
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [
                sys.executable, *self.program,
                "--port", str(self.port), "--data", str(self.data),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            text=True,
            encoding="utf-8",
        )  # fmt: skip
        said = ""
        for line in self.process.stdout:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                return
        pytest.fail(f"the host did not start: {said}")

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lesson(self, slug: str = "joindre-un-cv") -> str:
        return f"{self.address}/lecon/lesson-{slug}/"


@contextmanager
def running(data: Path, *program: str) -> Iterator[Host]:
    """A host that ends with the block; without a `program` the one that ships."""
    host = Host(data, program=program or Host.program)
    try:
        host.start()
        yield host
    finally:
        host.kill()


@contextmanager
def requests_of(page: Page) -> Iterator[list[str]]:
    """The requests that a page makes within the block, as `METHOD address`."""
    made: list[str] = []

    def note(request) -> None:
        made.append(f"{request.method} {request.url}")

    page.on("request", note)
    yield made
    page.remove_listener("request", note)
