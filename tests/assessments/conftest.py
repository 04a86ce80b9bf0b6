"""A browser in front of the workshop host, with the self-assessments of the shipped course."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "browser"), str(HERE.parent)]

from assessment_page import AssessmentPage  # noqa: E402 - it stands beside this file
from browser_host import Host  # noqa: E402 - it stands beside the tests of lessons


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def assessment_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = Host(tmp_path_factory.mktemp("assessments"))
    host.start()
    yield host
    host.kill()


@pytest.fixture
def open_assessment(
    assessment_host: Host, open_context: Callable[..., BrowserContext]
) -> Callable[..., AssessmentPage]:
    """Opens an assessment as somebody who has never been there: (name, **context options)."""

    def open_one(name: str = "whole", **options: object) -> AssessmentPage:
        page = open_context(**options).new_page()
        return AssessmentPage(page, assessment_host).open(name)

    return open_one
