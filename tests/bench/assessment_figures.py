"""What a self-assessment weighs and costs: its page, an answer, the whole of it, and how long
the server looks for the next challenge.

`python -m bench.assessment_figures` prints what the server does, as JSON.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Request
from webob import Request as WebRequest

from pasapas.assessment.judging import NOT_YET, right_places
from pasapas.content.challenge import Challenge, token_of
from pasapas.player import assets
from pasapas.screens.tasks import script_of

from . import assessment_block as ours
from .pages import ASSESSMENT, PageRuntime
from .wire import Wire

ANSWERS = 20
"""The longest run, without its warm-ups."""
MOST_SCREENS = 2
HEADERS = 200
"""Of each reply of `bench.pages`, at most."""
RUNS = 6


@dataclass(frozen=True)
class Walked:
    """A run over the wire. Bytes: `page` as received; each of `answers`, what was written and
    what came, headers of the reply included; `begin`, the same of the first challenge."""

    page: int
    page_requests: int
    begin: int
    answers: tuple[int, ...]

    @property
    def mean(self) -> float:
        return statistics.mean(self.answers)

    @property
    def answered(self) -> int:
        return ANSWERS + len(ours.deck().warm_ups)

    @property
    def whole(self) -> float:
        """As long as a run can be, with the heaviest screens that it can meet."""
        screens = sorted(screens_of_tasks().values())[-MOST_SCREENS:]
        return self.page + self.begin + self.mean * self.answered + sum(screens)


def walked(browser: Browser, pages: str, chance: float = 0.6) -> Walked:
    """Somebody who succeeds with `chance`, and says of tasks « not yet »."""
    context = browser.new_context()
    try:
        return _walked(context.new_page(), f"{pages}/{ASSESSMENT}/", chance)
    finally:
        context.close()


def _walked(page: Page, address: str, chance: float) -> Walked:
    dice = random.Random(f"{chance}")  # noqa: S311 - no secret
    wire = Wire(page)
    page.goto(address, wait_until="networkidle")
    opened = wire.transfer()
    written: list[int] = []

    def note(request: Request) -> None:
        if request.url.endswith("/act/"):
            written.append(len(request.post_data_buffer or b""))

    page.on("request", note)
    challenges = {item.token: item for item in ours.deck().bank.by_slug.values()}
    page.click(".pap-begin")
    page.wait_for_selector(".pap-challenge")
    while page.query_selector(".pap-challenge"):
        token = page.get_attribute(".pap-challenge", "data-challenge")
        give(page, challenges[token], dice.random() < chance)
        page.click(".pap-go-on")
    page.wait_for_load_state("networkidle")
    acts = [item for item in wire.transfer().arrived if item.url.endswith("/act/")]
    begin, *answers = [item.sent + size for item, size in zip(acts, written, strict=True)]
    return Walked(opened.sent, opened.requests, begin, tuple(answers))


def give(page: Page, challenge: Challenge, right: bool) -> None:
    places = right_places(challenge)[: None if challenge.kind in ("several", "order") else 1]
    for place in places if right and challenge.task is None else [NOT_YET]:
        page.click(
            f'.pap-challenge label:has(input[value="{place}"]), '
            f'.pap-challenge [data-reply="{place}"]'
        )
    page.click(".pap-challenge > .pap-main")
    page.wait_for_selector(".pap-go-on")


# --- By the handler ----------------------------------------------------------------------------


def packed(body: bytes) -> int:
    return len(gzip.compress(body, 6, mtime=0))


def answers_by_challenge() -> dict[str, int]:
    """For each challenge, the bytes of the heaviest exchange that brings it: the request of the
    answer before it, and the reply with the longest word after an answer; without headers."""
    runtime = PageRuntime()
    bank = ours.deck().bank
    talker = max(
        (item for item in bank.by_slug.values() if item.kind in ("one", "touch")),
        key=lambda item: sum(len(line.text) for line in item.learn),
    )
    place = right_places(talker)[0]
    asked = {"do": "answer", "number": 0, "challenge": talker.token, "reply": place}
    found = {}
    for slug in bank.by_slug:
        if slug == talker.slug:
            continue
        ours.put(runtime, given=[[talker.slug, 1, place]], current=slug)
        reply = ours.act(runtime, **asked)
        body = json.loads(reply.body)
        if body["page"]["challenge"] != token_of(slug):
            raise ValueError(f"{slug} does not come: {body}")
        found[slug] = packed(reply.body) + len(ours.body_of(runtime, **asked))
    return found


def screens_of_tasks() -> Mapping[str, int]:
    """The bytes of each practice screen, with the heaviest of its scripts."""
    runtime = PageRuntime()
    deck, found = ours.deck(), {}
    for challenge in deck.challenges:
        if challenge.task is None:
            continue
        script = script_of(challenge.task, deck.stage(challenge.slug))
        files = (f"task-{challenge.task.screen}.css", f"task-{script}.js")
        pack = ours.handled(runtime, "screen", WebRequest.blank("/"), script)
        texts = [pack.body, *((assets.PUBLIC / name).read_bytes() for name in files)]
        sizes = [packed(text) for text in texts]
        total = sum(sizes) + HEADERS * len(sizes)
        found[challenge.task.screen] = max(found.get(challenge.task.screen, 0), total)
    return found


def following_seconds() -> list[float]:
    """For each answer of some runs, the time from the request to the reply."""
    times = []
    for number in range(RUNS):
        runtime = PageRuntime()
        runtime.user_id = f"learner {number}"
        dice = random.Random(number)  # noqa: S311 - no secret
        ours.act(runtime, do="begin")
        while not (state := ours.kept(runtime))["ended"]:
            challenge = ours.deck().bank.by_slug[state["current"]]
            places = right_places(challenge)
            reply = places if challenge.kind in ("several", "order") else (places or [0])[0]
            if challenge.task or dice.random() < 0.4:
                reply = NOT_YET
            count = len(state["warm"]) + len(state["given"])
            began = time.perf_counter()
            answer = ours.act(
                runtime, do="answer", number=count, challenge=challenge.token, reply=reply
            )
            times.append(time.perf_counter() - began)
            if answer.status_code != 200:
                raise ValueError(answer.body)
    return times


def server_figures() -> dict[str, float]:
    """Seconds, median; bytes of the heaviest answer, and which challenge it brings."""
    following_seconds()  # the first time a text is read; that is once in the life of a process
    found = answers_by_challenge()
    heaviest = max(found, key=found.get)
    return {
        "following": statistics.median(following_seconds()),
        "heaviest": heaviest,
        "answer": found[heaviest],
    }


if __name__ == "__main__":
    print(json.dumps(server_figures()))
    sys.exit(0)
