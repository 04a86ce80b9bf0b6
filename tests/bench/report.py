"""All figures, measured one after the other, as rows of one table."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from . import peers
from .browser_figures import added, touch_to_feedback, touch_to_sound, whole_page
from .load import pages_a_second
from .phone import chromium, median
from .processes import asked, serving
from .sound_figures import speech
from .table import Row, status, table

KILO = 1000
MEGA = 1000**2
MILLI = 1000


def block_rows(browser: Browser) -> Iterator[Row]:
    with serving("bench.pages") as pages:
        found = added(browser, pages)
    floor, ours = found["floor"], found["ours"]

    def row(what: str, name: str, limit: float, unit: str, factor: float = 1, **more) -> Row:
        values = [getattr(item, name) * factor for item in (ours, floor)]
        return Row(f"block adds: {what}", values[0], limit, unit, values[1], **more)

    def count(what: str, name: str, limit: float, unit: str, factor: float = 1, **more) -> Row:
        return row(what, name, limit, unit, factor, counted=True, **more)

    yield count("sent", "sent", 12, "kB", 1 / KILO, peers=peers.SENT)
    yield count("of it at each view", "again", 6, "kB", 1 / KILO, peers=peers.AGAIN)
    yield count("requests before sound", "requests", 2, "", peers=peers.REQUESTS, digits=0)
    yield count("JavaScript decoded", "script", 20, "kB", 1 / KILO, peers=peers.SCRIPT)
    yield row("time until all is there", "settled", 0.3, "s", peers=peers.SETTLED, digits=2)
    yield row("blocking time", "blocking", 50, "ms", MILLI, peers=peers.BLOCKING, digits=0)
    yield row("JavaScript heap", "heap", 0.2, "MB", 1 / MEGA, peers=peers.HEAP, digits=2)


def host_rows(browser: Browser) -> Iterator[Row]:
    with (
        tempfile.TemporaryDirectory() as folder,
        serving("pasapas", "serve", "--port", "0", "--data", folder) as host,
    ):
        page = whole_page(browser, host)
        sound, sound_requests = touch_to_sound(browser, host)
        feedback, feedback_requests = touch_to_feedback(browser, host)
    yield Row("lesson page: sent", page.sent / KILO, 20, "kB", peers=peers.PAGE_SENT, counted=True)
    yield Row(
        "lesson page: requests", page.requests, 4, peers=peers.PAGE_REQUESTS, counted=True, digits=0
    )
    yield Row(
        "lesson page: first paint", page.first_paint, 1.6, "s", peers=peers.PAGE_PAINT, digits=2
    )
    yield Row(
        "lesson page: all is there", page.settled, 2.0, "s", peers=peers.PAGE_SETTLED, digits=2
    )
    yield Row(f"touch to sound ({sound_requests:.0f} requests)", sound, 1.5, "s", digits=2)
    yield Row("touch to feedback", feedback * MILLI, 100, "ms", peers=peers.FEEDBACK, digits=0)
    yield Row(
        "touch to feedback: requests",
        feedback_requests,
        0,
        peers=peers.FEEDBACK_REQUESTS,
        counted=True,
        digits=0,
    )


def sound_rows() -> Iterator[Row]:
    found = speech()
    for name, suffix, limit, quoted in (
        ("Opus", ".ogg", 100, peers.SPEECH_OPUS),
        ("MP3", ".mp3", 126, peers.SPEECH_MP3),
    ):
        yield Row(
            f"a minute of speech, {name} ({found.recordings} recordings, {found.minutes:.1f} min)",
            found.a_minute(suffix) / KILO,
            limit,
            "kB",
            peers=quoted,
            counted=True,
        )


def server_rows() -> Iterator[Row]:
    view = asked("bench.server_figures")
    yield Row(
        f"student_view (ours {view['ours'] * MILLI:.2f} ms)",
        view["ours"] / view["floor"],
        2.5,
        "x floor",
        floor=1,
        peers=peers.VIEW,
        digits=2,
    )
    yield Row(
        "queries of a lesson page",
        view["queries"],
        1,
        floor=view["floor_queries"],
        peers=peers.QUERIES,
        counted=True,
        digits=0,
    )
    with serving("bench.host_server") as host:
        rate = pages_a_second(urlsplit(host).port)
    yield Row(
        f"lesson pages a second ({rate['lesson']:.0f}; empty page {rate['empty']:.0f})",
        rate["lesson"] / rate["empty"],
        0.5,
        "x empty",
        peers=peers.PAGES,
        at_least=True,
        digits=2,
    )
    building = median(lambda: asked("bench.build_figures"))
    yield Row("three lessons into an archive", building, 1, "s", digits=2)


def main() -> int:
    """Prints the table. 1 if bytes, requests or queries are beyond their limit; never for times."""
    with chromium() as browser:
        print(
            f"{os.cpu_count()} cores, Python {platform.python_version()}, "
            f"Chromium {browser.version}. Slow 3G, processor / 6, 360 x 640, cold, "
            "gzip, median of 3.",
            flush=True,
        )
        rows = [*block_rows(browser), *host_rows(browser)]
    rows += [*sound_rows(), *server_rows()]
    print(table(rows))
    return status(rows)
