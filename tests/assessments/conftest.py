"""A browser in front of the workshop host, with the self-assessments of the shipped course."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from assessment_page import AssessmentPage
from browser_host import Host, running
from playwright.sync_api import BrowserContext


@pytest.fixture(scope="session")
def assessment_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with running(tmp_path_factory.mktemp("assessments")) as host:
        yield host


@pytest.fixture
def open_assessment(
    assessment_host: Host, open_context: Callable[..., BrowserContext]
) -> Callable[..., AssessmentPage]:
    """Opens an assessment as somebody who has never been there: (name, **context options)."""

    def open_one(name: str = "whole", **options: object) -> AssessmentPage:
        page = open_context(**options).new_page()
        return AssessmentPage(page, assessment_host).open(name)

    return open_one
