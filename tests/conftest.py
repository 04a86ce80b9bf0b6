"""What the tests of several rooms share: one Chromium for all of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from devices import PHONE

HERE = Path(__file__).parent
# The tests of these folders drive a Chromium in front of a workshop host. The others import
# what `browser`, which has the lessons, has for that.
IN_BROWSER = (HERE / "assessments", HERE / "browser", HERE / "practices")
sys.path.insert(0, str(HERE / "browser"))

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent in IN_BROWSER:
            item.add_marker(pytest.mark.browser)


def chromium_path() -> str:
    """The browser to drive. Without one its tests fail: they are never skipped."""
    named = os.environ.get("PASAPAS_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "No Chromium. As root: apt-get install chromium; or name one: PASAPAS_CHROMIUM"
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def open_context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts (learners on devices of their own) that end with the test.

    An error in a page's script fails the test that opened it.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_one(**options: object) -> BrowserContext:
        context = chromium.new_context(**{**PHONE, **options})
        context.set_default_timeout(10_000)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext]) -> Page:
    return open_context().new_page()
