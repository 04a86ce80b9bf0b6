"""All figures, measured one after the other, as rows of one table."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from . import peers
from .assessment_figures import MOST_SCREENS, walked
from .authoring_figures import check_seconds
from .browser_figures import added, touch_to_feedback, touch_to_sound, whole_page
from .limits import (
    ASSESSMENT,
    BLOCK,
    BUILD,
    CHECK,
    MP3_A_MINUTE,
    OPUS_A_MINUTE,
    PAGE,
    PAGES_OF_EMPTY,
    PRACTICE,
    QUERIES,
    TOUCH_TO_FEEDBACK,
    TOUCH_TO_SOUND,
    VIEW_OF_FLOOR,
)
from .load import pages_a_second
from .phone import chromium, median
from .practice_figures import act_to_words, heaviest
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

    def row(what: str, name: str, unit: str, factor: float, **more: object) -> Row:
        """`factor`: from bytes or seconds to the unit of the table."""
        values = [getattr(source, name) * factor for source in (ours, BLOCK, floor)]
        return Row(f"block adds: {what}", values[0], values[1], unit, values[2], **more)

    def count(what: str, name: str, unit: str, factor: float, **more: object) -> Row:
        return row(what, name, unit, factor, counted=True, **more)

    yield count("sent", "sent", "kB", 1 / KILO, peers=peers.SENT)
    yield count("of it at each view", "again", "kB", 1 / KILO, peers=peers.AGAIN)
    yield count("requests before sound", "requests", "", 1, peers=peers.REQUESTS, digits=0)
    yield count("JavaScript decoded", "script", "kB", 1 / KILO, peers=peers.SCRIPT)
    yield row("blocking time", "blocking", "ms", MILLI, peers=peers.BLOCKING, digits=0)
    yield row("JavaScript heap", "heap", "MB", 1 / MEGA, peers=peers.HEAP, digits=2)


def practice_rows(browser: Browser) -> Iterator[Row]:
    with serving("bench.pages") as pages:
        page = heaviest(browser, pages)
        words = act_to_words(browser, pages)
    server = asked("bench.practice_figures")
    name = f"practice adds, the heaviest ({page.slug})"
    yield Row(
        f"{name}: sent", page.sent / KILO, PRACTICE.sent / KILO, "kB",
        peers=peers.PRACTICE_SENT, counted=True,
    )  # fmt: skip
    yield Row(
        f"{name}: requests", page.requests, PRACTICE.requests, "",
        peers=peers.PRACTICE_REQUESTS, counted=True, digits=0,
    )  # fmt: skip
    yield Row(
        "practice: act to words, network cut", words * MILLI, PRACTICE.words * MILLI, "ms",
        peers=peers.FEEDBACK, digits=0,
    )  # fmt: skip
    yield Row("practice: student_view, the slowest", server["view"] * MILLI, PRACTICE.view * MILLI,
              "ms", digits=2)  # fmt: skip
    yield Row("practice: 5 MB of a forged attempt refused", server["refusal"] * MILLI,
              PRACTICE.refusal * MILLI, "ms", digits=1)  # fmt: skip


def assessment_rows(browser: Browser) -> Iterator[Row]:
    with serving("bench.pages") as pages:
        run = walked(browser, pages)
    server = asked("bench.assessment_figures")
    yield Row("assessment page: sent", run.page / KILO, ASSESSMENT.page / KILO, "kB",
              peers=peers.PRACTICE_SENT, counted=True)  # fmt: skip
    yield Row("assessment: an answer, on average", run.mean / KILO, ASSESSMENT.answer / KILO, "kB",
              counted=True, digits=2)  # fmt: skip
    yield Row(
        f"an answer, the heaviest ({server['heaviest']})",
        server["answer"] / KILO, ASSESSMENT.answer / KILO, "kB", counted=True, digits=2,
    )  # fmt: skip
    yield Row(
        f"a whole assessment ({run.answered} answers, {MOST_SCREENS} screens)",
        run.whole / KILO, ASSESSMENT.whole(run.answered) / KILO, "kB", counted=True,
    )  # fmt: skip
    yield Row("next challenge", server["following"] * MILLI, ASSESSMENT.following * MILLI, "ms",
              digits=1)  # fmt: skip


def host_rows(browser: Browser) -> Iterator[Row]:
    with (
        tempfile.TemporaryDirectory() as folder,
        serving("pasapas", "serve", "--port", "0", "--data", folder) as host,
    ):
        page = whole_page(browser, host)
        sound, sound_requests = touch_to_sound(browser, host)
        feedback, feedback_requests = touch_to_feedback(browser, host)

    def row(what: str, name: str, unit: str, factor: float, quoted: str, **more: object) -> Row:
        values = [getattr(source, name) * factor for source in (page, PAGE)]
        return Row(f"lesson page: {what}", *values, unit, peers=quoted, **more)

    yield row("sent", "sent", "kB", 1 / KILO, peers.PAGE_SENT, counted=True)
    yield row("requests", "requests", "", 1, peers.PAGE_REQUESTS, counted=True, digits=0)
    yield row("first paint", "first_paint", "s", 1, peers.PAGE_PAINT, digits=2)
    yield row("all is there", "settled", "s", 1, peers.PAGE_SETTLED, digits=2)
    yield Row(
        f"touch to sound ({sound_requests:.0f} requests)", sound, TOUCH_TO_SOUND, "s", digits=2
    )
    yield Row(
        "touch to feedback",
        feedback * MILLI,
        TOUCH_TO_FEEDBACK * MILLI,
        "ms",
        peers=peers.FEEDBACK,
        digits=0,
    )
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
        ("Opus", ".ogg", OPUS_A_MINUTE, peers.SPEECH_OPUS),
        ("MP3", ".mp3", MP3_A_MINUTE, peers.SPEECH_MP3),
    ):
        yield Row(
            f"a minute of speech, {name} ({found.recordings} recordings, {found.minutes:.1f} min)",
            found.a_minute(suffix) / KILO,
            limit / KILO,
            "kB",
            peers=quoted,
            counted=True,
        )


def server_rows() -> Iterator[Row]:
    view = asked("bench.server_figures")
    milliseconds = {name: view[name] * MILLI for name in ("ours", "floor", "first")}
    yield Row(
        "student_view ({ours:.2f} ms; floor {floor:.2f}; our first {first:.0f})".format(
            **milliseconds
        ),
        view["ours"] / view["floor"],
        VIEW_OF_FLOOR,
        "x floor",
        floor=1,
        peers=peers.VIEW,
        digits=2,
    )
    yield Row(
        "queries of a lesson page",
        view["queries"],
        QUERIES,
        floor=view["floor_queries"],
        peers=peers.QUERIES,
        counted=True,
        digits=0,
    )
    with tempfile.TemporaryDirectory() as folder, serving("bench.host_server", folder) as host:
        rate = pages_a_second(urlsplit(host).port)
    yield Row(
        f"lesson pages a second ({rate['lesson']:.0f}; empty page {rate['empty']:.0f})",
        rate["lesson"] / rate["empty"],
        PAGES_OF_EMPTY,
        "x empty",
        peers=peers.PAGES,
        at_least=True,
        digits=2,
    )
    building = median(lambda: asked("bench.build_figures"))
    yield Row("the course into an archive", building, BUILD, "s", digits=2)


def text_rows() -> Iterator[Row]:
    yield Row("`pasapas check` on everything", median(check_seconds), CHECK, "s", digits=2)


def _busy() -> str:
    """How much else the machine does, where the system tells: times follow it."""
    return f" (load {os.getloadavg()[0]:.1f})" if hasattr(os, "getloadavg") else ""


def main() -> int:
    """Prints the table. 1 if bytes, requests or queries are beyond their limit; never for times."""
    with chromium() as browser:
        print(
            f"{os.cpu_count()} cores{_busy()}, Python {platform.python_version()}, "
            f"Chromium {browser.version}. Slow 3G, processor / 6, 360 x 640, cold, "
            "gzip, median of 3.",
            flush=True,
        )
        rows = [
            *block_rows(browser),
            *practice_rows(browser),
            *assessment_rows(browser),
            *host_rows(browser),
        ]
    rows += [*sound_rows(), *server_rows(), *text_rows()]
    print(table(rows))
    return status(rows)
