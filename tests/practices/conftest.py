"""A browser in front of a host that has every practice."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))

from browser_host import Host  # noqa: E402 - it stands beside the tests of lessons
from practice_page import PracticePage  # noqa: E402


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def practice_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    server = str(HERE / "practice_server.py")
    host = Host(tmp_path_factory.mktemp("practices"), program=(server,))
    host.start()
    yield host
    host.kill()


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext]) -> Page:
    return open_context().new_page()


@pytest.fixture
def open_practice(
    practice_host: Host, open_context: Callable[..., BrowserContext]
) -> Callable[..., PracticePage]:
    """Opens a practice as somebody who has never been there: (slug, **context options)."""

    def open_one(slug: str, **options: object) -> PracticePage:
        page = open_context(**options).new_page()
        return PracticePage(page).open(f"{practice_host.address}/lecon/practice-{slug}/")

    return open_one
