"""Pages a second: several learners at once, each on a connection of their own.

Requests are bytes made once and answers are read by their length alone: on a machine with
few cores a client that works hard would slow down the server, and more so the fast page.
"""

from __future__ import annotations

import http.client
import socket
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

CONNECTIONS = 8
REQUESTS = 50
ROUNDS = 7

EMPTY = "/vide/"
LESSON = "/lecon/lesson-joindre-un-cv/"


def pages_a_second(port: int) -> dict[str, float]:
    """{"empty", "lesson"}: medians of rounds that take turns. 127.0.0.1 only."""
    rates: dict[str, list[float]] = {EMPTY: [], LESSON: []}
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        learners = [Learner(port) for _ in range(CONNECTIONS)]
        for path in rates:
            _round(pool, learners, path)
        for _ in range(ROUNDS):
            for path, found in rates.items():
                found.append(_round(pool, learners, path))
        for learner in learners:
            learner.close()
    return {"empty": statistics.median(rates[EMPTY]), "lesson": statistics.median(rates[LESSON])}


def _round(pool: ThreadPoolExecutor, learners: list[Learner], path: str) -> float:
    begin = time.perf_counter()
    for done in [pool.submit(learner.ask, path, REQUESTS) for learner in learners]:
        done.result()
    return CONNECTIONS * REQUESTS / (time.perf_counter() - begin)


class Learner:
    """Somebody who was here before, on one connection that stays open."""

    def __init__(self, port: int):
        first = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        first.request("GET", LESSON)
        answer = first.getresponse()
        answer.read()
        given = answer.headers.get_all("Set-Cookie") or []
        first.close()
        self._cookies = "; ".join(line.partition(";")[0] for line in given)
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._read = b""

    def ask(self, path: str, times: int) -> None:
        """One request after another, as a browser sends them. Raises OSError."""
        request = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n"
            f"Accept-Encoding: gzip, deflate\r\nCookie: {self._cookies}\r\n\r\n"
        ).encode()
        for _ in range(times):
            self._socket.sendall(request)
            self._answer()

    def _answer(self) -> None:
        while b"\r\n\r\n" not in self._read:
            self._more()
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        if b" 200 " not in lines[0]:
            raise OSError(f"the host answered {lines[0]!r}")
        length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
        while len(self._read) < length:
            self._more()
        self._read = self._read[length:]

    def _more(self) -> None:
        piece = self._socket.recv(65536)
        if not piece:
            raise OSError("the host closed the connection")
        self._read += piece

    def close(self) -> None:
        self._socket.close()
