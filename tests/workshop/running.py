"""A host in a process of its own, and a browser without a screen to talk to it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from http.cookies import SimpleCookie
from pathlib import Path

TESTS = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningHost:
    """`python -m workshop.toy_server` on one data folder."""

    def __init__(self, data: Path, port: int, wait: bool = True, more: tuple[str, ...] = ()):
        self.port = port
        command = [sys.executable, "-m", "workshop.toy_server", "--port", str(port)]
        self.process = subprocess.Popen(
            [*command, "--data", str(data), *more],
            cwd=TESTS,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        if wait:
            self.wait_until_open()

    def wait_until_open(self, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(self.process.communicate())
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.05)
        # The port is open before the host is ready to answer.
        assert self.browser().get("/").status == 200

    def browser(self) -> Visitor:
        return Visitor(self.port)

    def kill(self) -> None:
        """As when the laptop's battery is empty."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


class Visitor:
    """Keeps cookies and sends the CSRF token as the blocks' script does."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None):
        self.port = port
        self.cookies = dict(cookies or {})

    def twin(self, port: int | None = None) -> Visitor:
        """The same person on another connection, or at another process."""
        return Visitor(port or self.port, self.cookies)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, body: str, **headers: str) -> Answer:
        token = self.cookies.get("csrftoken", "")
        given = {"Content-Type": "application/json", "X-CSRFToken": token, **headers}
        return self._ask("POST", path, body, given)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Cookie": "; ".join(f"{name}={text}" for name, text in self.cookies.items())}
        connection.request(method, path, body, {**sent, **headers})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer


class Answer:
    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")
