"""What a learner waits for, and what comes through the wire: two pages and two touches."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from pasapas.content.shelf import shipped_shelf

from .phone import RUNS, Load, load, since_touch, slow_page
from .wire import Wire

LESSONS = tuple(shipped_shelf().lessons)
LISTENED = "joindre-un-cv"

_ALIVE = ".pap-lesson.pap-alive"


@dataclass(frozen=True)
class Added:
    """What a block adds to an empty page. Bytes, requests, seconds."""

    sent: float
    again: float
    requests: float
    script: float
    blocking: float
    heap: float


@dataclass(frozen=True)
class WholePage:
    sent: float
    requests: float
    first_paint: float
    settled: float


def added(browser: Browser, pages: str) -> dict[str, Added]:
    """For "floor" and "ours". The three pages take turns: a busy moment is all pages'."""
    names = ("empty", "floor", "ours")
    loads: dict[str, list[Load]] = {name: [] for name in names}
    for _ in range(RUNS):
        for name in names:
            loads[name].append(load(browser, f"{pages}/{name}/"))
    return {name: _beyond(loads["empty"], loads[name]) for name in names[1:]}


def _beyond(empty: list[Load], full: list[Load]) -> Added:
    def more(measure: Callable[[Load], float]) -> float:
        middle = [statistics.median(map(measure, runs)) for runs in (full, empty)]
        return middle[0] - middle[1]

    return Added(
        sent=more(lambda run: run.transfer.sent),
        again=more(lambda run: run.transfer.again),
        requests=more(lambda run: run.transfer.requests),
        script=more(lambda run: run.transfer.script),
        blocking=more(lambda run: run.blocking),
        heap=more(lambda run: run.heap),
    )


def lesson_address(host: str, slug: str) -> str:
    return f"{host}/lecon/lesson-{slug}/"


def whole_page(browser: Browser, host: str) -> WholePage:
    """The heaviest and the slowest of the lessons, each a median of its runs."""
    loads = [[load(browser, lesson_address(host, slug)) for _ in range(RUNS)] for slug in LESSONS]

    def worst(measure: Callable[[Load], float]) -> float:
        return max(statistics.median(map(measure, runs)) for runs in loads)

    return WholePage(
        sent=worst(lambda run: run.transfer.sent),
        requests=worst(lambda run: run.transfer.requests),
        first_paint=worst(lambda run: run.first_paint),
        settled=worst(lambda run: run.settled),
    )


def touch_to_sound(browser: Browser, host: str) -> tuple[float, float]:
    """(seconds from touching « Écouter » until the recording plays, requests for that)."""

    def listen(page: Page) -> float:
        if not page.locator(".pap-here audio").count():
            raise LookupError(f"{LISTENED}: the first screen has no recording")
        page.tap(".pap-listen")
        return since_touch(page, "document.querySelector('.pap-here audio').currentTime > 0")

    return _touched(browser, host, listen)


def touch_to_feedback(browser: Browser, host: str) -> tuple[float, float]:
    """(seconds from touching an answer until its feedback is painted, requests by then)."""

    def answer(page: Page) -> float:
        page.tap(".pap-begin")
        while not page.locator(".pap-here .pap-choice").count():
            page.tap(".pap-next")
        page.tap(".pap-here .pap-choice summary")
        shown = "document.querySelector('.pap-here .pap-feedback').getBoundingClientRect().height"
        # The frame that finds it shown comes after the one that laid it out.
        return since_touch(page, shown)

    return _touched(browser, host, answer)


def _touched(browser: Browser, host: str, touch: Callable[[Page], float]) -> tuple[float, float]:
    times, requests = [], []
    for _ in range(RUNS):
        with slow_page(browser) as (page, wire):
            page.goto(lesson_address(host, LISTENED), wait_until="networkidle")
            page.wait_for_selector(_ALIVE)
            before = _requests(wire)
            times.append(touch(page))
            requests.append(_requests(wire) - before)
    return statistics.median(times), statistics.median(requests)


def _requests(wire: Wire) -> int:
    return wire.transfer().requests
