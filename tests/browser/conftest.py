"""A real Chromium in front of a real workshop host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser_host import DESKTOP, Host, running
from playwright.sync_api import BrowserContext, Page


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with running(tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.fixture
def own_host(tmp_path: Path) -> Iterator[Host]:
    """A host for one test, which may kill it."""
    with running(tmp_path) as host:
        yield host


@pytest.fixture(params=["phone", "desktop"])
def device(request: pytest.FixtureRequest, open_context: Callable[..., BrowserContext]) -> Page:
    """The same test on a phone of 360 × 640 and on a desktop."""
    if request.param == "phone":
        return open_context().new_page()
    sizes = {"is_mobile": False, "has_touch": False, "device_scale_factor": 1}
    return open_context(**{**sizes, **DESKTOP}).new_page()
