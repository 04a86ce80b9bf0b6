"""A browser in front of a host that has every practice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser_host import Host, running
from playwright.sync_api import BrowserContext
from practice_page import PracticePage


@pytest.fixture(scope="session")
def practice_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    server = Path(__file__).with_name("practice_server.py")
    with running(tmp_path_factory.mktemp("practices"), str(server)) as host:
        yield host


@pytest.fixture
def open_practice(
    practice_host: Host, open_context: Callable[..., BrowserContext]
) -> Callable[..., PracticePage]:
    """Opens a practice as somebody who has never been there: (slug, **context options)."""

    def open_one(slug: str, **options: object) -> PracticePage:
        page = open_context(**options).new_page()
        return PracticePage(page).open(f"{practice_host.address}/lecon/practice-{slug}/")

    return open_one
