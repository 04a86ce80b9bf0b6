"""What the page of a practice adds to an empty one, and what a save weighs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Touch
from played_ways import SLUGS, ways_of
from playwright.sync_api import BrowserContext
from practice_page import PracticePage

# The bench stands beside the tests; its modules are a package of theirs.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.limits import PRACTICE
from bench.processes import serving
from bench.wire import Transfer, received

Contexts = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    with serving("bench.pages") as address:
        yield address


@pytest.fixture(scope="module")
def weighed(pages: str, chromium) -> Callable[[str], Transfer]:
    """What a phone receives that has not been anywhere before."""

    def receive(name: str) -> Transfer:
        context = chromium.new_context()
        try:
            return received(context.new_page(), f"{pages}/{name}/")
        finally:
            context.close()

    return receive


@pytest.fixture(scope="module")
def empty(weighed: Callable[[str], Transfer]) -> Transfer:
    return weighed("empty")


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_practice_adds(
    weighed: Callable[[str], Transfer], empty: Transfer, slug: str
) -> None:
    page = weighed(f"practice-{slug}")
    assert page.requests - empty.requests <= PRACTICE.requests, page
    assert page.sent - empty.sent <= PRACTICE.sent, page


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_save_weighs(open_practice: Callable[..., PracticePage], slug: str) -> None:
    """The draft with a success in it: the most that a page sends at once."""
    practice = open_practice(slug)
    bodies: list[bytes] = []

    def note(request) -> None:
        if request.url.endswith("/save_progress/"):
            bodies.append(request.post_data_buffer or b"")

    practice.page.on("request", note)
    practice.begin()
    way = next(way for way in ways_of(slug) if way.level == 1 and way.goal)
    practice.start(way.level, way.look)
    hand = Touch(practice)
    for gesture, what in way.do:
        if gesture == "press":
            hand.press(str(what))
        else:
            getattr(hand, gesture)(*next(iter(what.items())))
    practice.saved()
    assert bodies
    assert max(map(len, bodies)) <= PRACTICE.save, max(bodies, key=len)
