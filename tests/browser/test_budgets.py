"""What a lesson may weigh: bytes, requests and queries, counted over real servers.

The figures are those that the README promises; `make bench` prints them beside peers',
with the times, which no test asserts: they depend on what else a machine does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser_host import Host
from playwright.sync_api import BrowserContext

# The bench stands beside the tests; its modules are a package of theirs.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import bench
from bench.limits import BLOCK, PAGE, QUERIES
from bench.processes import asked, serving
from bench.wire import Transfer, received
from pasapas.content.shelf import shipped_shelf

Received = Callable[[str], Transfer]


@pytest.fixture
def cold(open_context: Callable[..., BrowserContext]) -> Received:
    """What a phone receives that has not been anywhere before."""

    def receive(address: str) -> Transfer:
        return received(open_context().new_page(), address)

    return receive


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    with serving("bench.pages") as address:
        yield address


@pytest.mark.parametrize("slug", shipped_shelf().lessons)
def test_the_whole_page_of_a_lesson(host: Host, cold: Received, slug: str) -> None:
    page = cold(host.lesson(slug))
    assert page.requests <= PAGE.requests, page
    assert page.sent <= PAGE.sent, page
    assert page.script <= PAGE.script, page


def test_the_list_of_lessons(host: Host, cold: Received) -> None:
    page = cold(host.address + "/")
    assert page.requests <= PAGE.requests, page
    assert page.sent <= PAGE.sent, page


def test_what_the_block_adds(pages: str, cold: Received) -> None:
    """To a page that has nothing else; with sound in it that nobody has asked for yet."""
    empty, ours = cold(f"{pages}/empty/"), cold(f"{pages}/ours/")
    assert ours.requests - empty.requests <= BLOCK.requests, ours
    assert ours.sent - empty.sent <= BLOCK.sent, ours
    assert ours.again - empty.again <= BLOCK.again, ours
    assert ours.script - empty.script <= BLOCK.script, ours


def test_nothing_is_missed_by_the_counting(pages: str, cold: Received) -> None:
    """The floor's files weigh what they weigh: a count that sees less would let all pass."""
    floor = cold(f"{pages}/floor/")
    files = Path(bench.__file__).parent / "floor_files" / "public"
    by_name = {item.url.rsplit("/", 1)[-1]: item for item in floor.arrived}
    for name in ("floor.css", "floor.js"):
        assert by_name[name].decoded == (files / name).stat().st_size
        # Compressed, and with headers of some 200 bytes.
        assert 200 < by_name[name].sent < by_name[name].decoded
    assert floor.requests == 3
    assert floor.sent == sum(item.sent for item in by_name.values())
    assert by_name["floor.js"].decoded < floor.script < by_name["floor.js"].decoded + 1000


def test_the_queries_of_a_lesson_page() -> None:
    assert asked("bench.server_figures", "1")["queries"] <= QUERIES
