"""What the page of a practice adds to an empty one."""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from played_ways import SLUGS

# The bench stands beside the tests; its modules are a package of theirs.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import floor_block, pages
from bench.limits import PRACTICE
from bench.processes import serving
from bench.wire import Transfer, received
from pasapas.player import assets


@pytest.fixture(scope="module")
def pages_address() -> Iterator[str]:
    with serving("bench.pages") as address:
        yield address


@pytest.fixture(scope="module")
def weighed(pages_address: str, chromium) -> Callable[[str], Transfer]:
    """What a phone receives that has not been anywhere before."""

    def receive(name: str) -> Transfer:
        context = chromium.new_context()
        try:
            return received(context.new_page(), f"{pages_address}/{name}/")
        finally:
            context.close()

    return receive


@pytest.fixture(scope="module")
def empty(weighed: Callable[[str], Transfer]) -> Transfer:
    return weighed("empty")


floor_block.register()


def estimated(slug: str) -> int:
    """The page and its files, compressed, without headers: which practices are heaviest."""
    page = pages.page(f"practice-{slug}")
    files = re.findall(r"/public/([\w.-]+)", page)
    texts = [page.encode(), *((assets.PUBLIC / name).read_bytes() for name in set(files))]
    return sum(len(gzip.compress(text, 6)) for text in texts)


HEAVIEST = sorted(SLUGS, key=estimated)[-6:]


@pytest.mark.parametrize("slug", HEAVIEST)
def test_what_a_practice_adds(
    weighed: Callable[[str], Transfer], empty: Transfer, slug: str
) -> None:
    """The heaviest, over a real wire: the others are lighter."""
    page = weighed(f"practice-{slug}")
    assert page.requests - empty.requests <= PRACTICE.requests, page
    assert page.sent - empty.sent <= PRACTICE.sent, page


def test_no_other_is_near_the_limit() -> None:
    lightest = estimated(HEAVIEST[0])
    assert all(estimated(slug) <= lightest for slug in SLUGS if slug not in HEAVIEST)
