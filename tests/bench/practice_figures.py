"""What practices weigh and cost: the heaviest page, words after an act, a view, a refusal.

`python -m bench.practice_figures` prints what the server does, as JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser
from webob import Request

from pasapas.content.shelf import shipped_shelf
from pasapas.player.saving import learner_token

from .pages import PageRuntime, practice_block
from .phone import RUNS, since_touch, slow_page
from .wire import received

SLUGS = tuple(shipped_shelf().practices)
ACTED = "joindre-un-cv"
CALLS = 50


@dataclass(frozen=True)
class Heaviest:
    """Bytes and requests that the heaviest practice's page adds to an empty one."""

    slug: str
    sent: int
    requests: int


def heaviest(browser: Browser, pages: str) -> Heaviest:
    def cold(name: str):
        context = browser.new_context()
        try:
            return received(context.new_page(), f"{pages}/{name}/")
        finally:
            context.close()

    empty = cold("empty")
    found = {slug: cold(f"practice-{slug}") for slug in SLUGS}
    slug = max(found, key=lambda name: found[name].sent)
    requests = max(page.requests for page in found.values())
    return Heaviest(slug, found[slug].sent - empty.sent, requests - empty.requests)


def act_to_words(browser: Browser, pages: str) -> float:
    """Seconds from a touch on « Envoyer » until its words are painted; the network is cut."""
    times = []
    for _ in range(RUNS):
        with slow_page(browser) as (page, _wire):
            page.goto(f"{pages}/practice-{ACTED}/", wait_until="networkidle")
            page.tap("text=Commencer")
            page.wait_for_selector("[data-place=send]")
            page.context.set_offline(True)
            page.tap("[data-place=send]")
            said = "document.querySelector('.pap-words').textContent.includes('sans le CV')"
            times.append(since_touch(page, said))
    return statistics.median(times)


def server_figures() -> dict[str, float]:
    """Seconds, medians: the slowest `student_view`, and the refusal of five megabytes."""
    views = {slug: _median(lambda slug=slug: _view(slug)) for slug in SLUGS}
    return {"view": max(views.values()), "refusal": _median(_refusal, 5)}


def _median(call: Callable[[], None], calls: int = CALLS) -> float:
    call()  # the first time a text is read; that is once in the life of a process
    times = []
    for _ in range(calls):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _view(slug: str) -> None:
    runtime = PageRuntime()
    runtime.render(practice_block(runtime, slug), "student_view", {}).body_html()


FORGED = json.dumps(
    {
        "v": 1,
        "learner": learner_token("learner"),
        "client": "page",
        "seq": 1,
        "base": 0,
        "data": {"level": 1, "look": 0, "at": 1, "draft": {"at": "x" * 5_000_000}},
    }
).encode()


def _refusal() -> None:
    block = practice_block(PageRuntime(), ACTED)
    answer = block.handle("save_progress", Request.blank("/", method="POST", body=FORGED))
    if answer.status_code != 400:
        raise ValueError(f"a forged attempt was answered {answer.status_code}")


if __name__ == "__main__":
    print(json.dumps(server_figures()))
    sys.exit(0)
