"""The workbench in a process of its own, and a browser's share of talking to it."""

from __future__ import annotations

import http.cookiejar
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from lxml import html

COMMAND = Path(__file__).with_name("run_workbench.py")
PATIENCE = 60


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    @property
    def page(self) -> html.HtmlElement:
        return html.fromstring(self.body.decode("utf-8"))

    @property
    def data(self) -> dict:
        return json.loads(self.body)


class Workbench:
    """Started on a free port with its files in `folder`; `close()` ends it."""

    def __init__(self, folder: Path):
        self.address = f"http://127.0.0.1:{_free_port()}"
        self._log = folder / "log.txt"
        command = [sys.executable, str(COMMAND), "--port", self.address.rsplit(":")[-1]]
        # Its modules are found beside the command, ours where they are installed.
        environment = {**os.environ, "PYTHONPATH": ""}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--folder", str(folder / "data")],
                cwd=folder,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait(self) -> None:
        """Until it answers. Raises RuntimeError with its log when it doesn't."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            try:
                Visitor(self.address).get("/")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise RuntimeError("The workbench does not answer:\n" + self.log())

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Visitor:
    """Keeps cookies and, if told so, sends the CSRF token as the page's script does."""

    def __init__(self, address: str):
        self.address = address
        self._cookies = http.cookiejar.CookieJar()
        handler = urllib.request.HTTPCookieProcessor(self._cookies)
        self._opener = urllib.request.build_opener(handler)

    def get(self, path: str) -> Answer:
        return self._open(urllib.request.Request(self.address + path))

    def post(self, path: str, data: object, with_token: bool = True) -> Answer:
        headers = {"Content-Type": "application/json"}
        if with_token:
            headers["X-CSRFToken"] = self._token()
        body = json.dumps(data).encode()
        return self._open(urllib.request.Request(self.address + path, body, headers))

    def _token(self) -> str:
        return next(cookie.value for cookie in self._cookies if cookie.name == "csrftoken")

    def _open(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=PATIENCE) as response:
                return Answer(response.status, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.read())


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
