"""What a self-assessment weighs, counted over a real wire and by the handler."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from assessment_page import NOT_YET, AssessmentPage, right_reply
from browser_host import requests_of
from playwright.sync_api import Browser

from bench import assessment_figures, floor_block
from bench.limits import ASSESSMENT
from bench.processes import serving

floor_block.register()


@pytest.fixture(scope="module")
def run(chromium: Browser) -> Iterator[assessment_figures.Walked]:
    with serving("bench.pages") as pages:
        yield assessment_figures.walked(chromium, pages)


def test_the_page_before_the_first_answer(run: assessment_figures.Walked) -> None:
    assert run.page <= ASSESSMENT.page, run
    assert run.page_requests <= 3, run


def test_an_answer_over_the_wire(run: assessment_figures.Walked) -> None:
    """What is written and what comes, with the headers of the reply."""
    assert len(run.answers) >= 5
    assert run.mean <= ASSESSMENT.answer, run


def test_every_challenge_of_the_bank() -> None:
    """The exchange that brings it, behind the longest word after an answer."""
    found = assessment_figures.answers_by_challenge()
    too_heavy = {slug: size for slug, size in found.items() if size > ASSESSMENT.answer}
    assert not too_heavy
    assert len(found) > 130


def test_a_whole_assessment(run: assessment_figures.Walked) -> None:
    """As long as it can be, with the two heaviest screens of tasks."""
    assert run.whole <= ASSESSMENT.whole(run.answered), (run, assessment_figures.screens_of_tasks())


def test_the_page_of_the_host(open_assessment: Callable[..., AssessmentPage]) -> None:
    """One request for each answer, and none before the first."""
    page = open_assessment()
    with requests_of(page.page) as made:
        page.begin()
        for answers in range(1, 5):
            challenge = page.challenge
            page.answered(NOT_YET if challenge.kind == "task" else right_reply(challenge))
            page.go_on()
            acts = [request for request in made if request.endswith("/act/")]
            assert len(acts) == answers + 1
    others = [request for request in made if not request.endswith("/act/")]
    assert not [name for name in others if "/screen/" not in name and "/task-" not in name]
