"""A slow phone on a slow network, in front of a page: what loads, when, and what it costs.

Chromium's own emulation: Slow 3G (400 kbit/s both ways, 400 ms for each request), the
processor six times slower, 360 x 640, nothing cached. Connections and name look-ups are
not slowed: a real first visit takes one or two seconds more.
"""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from .wire import Transfer, Wire

BYTES_A_SECOND = 400_000 / 8
LATENCY_MS = 400
SLOWER = 6
RUNS = 3
SETTINGS = {
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
    "locale": "fr-FR",
}
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]

# Noted by the page itself, so that one clock tells all times.
_OBSERVERS = """
window.bench = {longTasks: [], changed: 0, touched: 0};
new PerformanceObserver(list => list.getEntries().forEach(task => {
    bench.longTasks.push([task.startTime, task.duration]);
})).observe({type: 'longtask', buffered: true});
new MutationObserver(() => { bench.changed = performance.now(); }).observe(
    document, {subtree: true, childList: true, attributes: true, characterData: true});
addEventListener('pointerup', event => { bench.touched = event.timeStamp; }, true);
"""
_TIMES = """() => {
    const page = performance.getEntriesByType('navigation')[0];
    const files = performance.getEntriesByType('resource').map(file => file.responseEnd);
    const settled = Math.max(page.loadEventEnd, page.responseEnd, bench.changed, ...files);
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const blocking = bench.longTasks
        .filter(([start]) => start < settled)
        .reduce((sum, [, duration]) => sum + duration - 50, 0);
    return {paint: paint ? paint.startTime : NaN, settled, blocking};
}"""
_SINCE_TOUCH = "() => (%s) && performance.now() - bench.touched"


@dataclass(frozen=True)
class Load:
    """`first_paint` and `settled` in seconds from the navigation; settled is when the load
    event, the last request and the last change of the page are over. `blocking`: seconds
    of long tasks beyond 50 ms each. `heap`: bytes in use after a collection."""

    transfer: Transfer
    first_paint: float
    settled: float
    blocking: float
    heap: float


@contextmanager
def chromium() -> Iterator[Browser]:
    named = os.environ.get("PASAPAS_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise FileNotFoundError("No Chromium: install one, or name one in PASAPAS_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def slow_page(browser: Browser) -> Iterator[tuple[Page, Wire]]:
    """A page on a slow phone that has not been anywhere before."""
    context = browser.new_context(**SETTINGS)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.add_init_script(_OBSERVERS)
    wire = Wire(page)
    wire.session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    wire.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, wire
    context.close()


def load(browser: Browser, address: str) -> Load:
    """One cold load of a page."""
    with slow_page(browser) as (page, wire):
        page.goto(address, wait_until="networkidle")
        times = page.evaluate(_TIMES)
        wire.session.send("HeapProfiler.enable")
        wire.session.send("HeapProfiler.collectGarbage")
        wire.session.send("Performance.enable")
        found = wire.session.send("Performance.getMetrics")["metrics"]
        heap = next(item["value"] for item in found if item["name"] == "JSHeapUsedSize")
        return Load(
            wire.transfer(),
            times["paint"] / 1000,
            times["settled"] / 1000,
            times["blocking"] / 1000,
            heap,
        )


def median(measure: Callable[[], float], runs: int = RUNS) -> float:
    return statistics.median(measure() for _ in range(runs))


def since_touch(page: Page, condition: str) -> float:
    """Seconds from the end of the last touch to the frame in which `condition` (JS) holds."""
    held = page.wait_for_function(_SINCE_TOUCH % condition, polling="raf")
    return held.json_value() / 1000
