"""Seen on a small phone: the size of the text, and what the page has to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from assessment_page import KINDS, NOT_YET, AssessmentPage, deck, of_kind, right_reply
from playwright.sync_api import expect
from test_assessment_access import SMALL, TOO_SMALL, WIDER_THAN_THE_PAGE

Open = Callable[..., AssessmentPage]

SIZES = ("Texte plus grand", "Texte plus grand", "Texte normal")
LETTERS = """() => [...document.querySelectorAll(
        ".pap-assessment .pap-title, .pap-assessment .pap-sentence, .pap-assessment .pap-choice, " +
        ".pap-assessment .pap-button, .pap-assessment .pap-did li")]
    .filter(node => node.offsetParent)
    .map(node => parseFloat(getComputedStyle(node).fontSize))"""
SPILLS = """() => [...document.querySelectorAll(".pap-assessment .pap-button, .pap-choice")]
    .filter(node => node.offsetParent && node.scrollWidth > node.clientWidth + 1)
    .map(node => node.textContent)"""
OFFLINE = "Pas de réseau. Votre réponse est gardée."

# A message is announced where the place that holds it stands already, and is left there.
WATCH_STATUS = """() => {
    const status = document.querySelector(".pap-status");
    window.moved = 0;
    new MutationObserver(changes => changes.forEach(({addedNodes}) => {
        window.moved += [...addedNodes].includes(status);
    })).observe(status.parentNode, {childList: true});
}"""


def letters(page: AssessmentPage) -> list[float]:
    return page.page.evaluate(LETTERS)


def assert_fits(page: AssessmentPage, where: str) -> None:
    assert page.page.evaluate(WIDER_THAN_THE_PAGE) == [], where
    assert page.page.evaluate(TOO_SMALL) == [], where
    assert page.page.evaluate(SPILLS) == [], where


def answers(outcome: int, step: int) -> list[list]:
    """Every so many challenges of the bank: as many answers as a run has."""
    asked = [item.slug for item in deck().challenges if item.kind != "task"]
    return [[slug, outcome, 0] for slug in asked[::step][:19]]


def answer(page: AssessmentPage) -> None:
    """The first challenges are the same for all; none of them is a task."""
    page.answered(right_reply(page.challenge))


def test_the_text_grows_and_stays_so(open_assessment: Open) -> None:
    page = open_assessment("whole", **SMALL)
    page.begin()
    before = letters(page)
    page.press(SIZES[0])
    larger = letters(page)
    assert all(now > was for now, was in zip(larger, before, strict=True))
    answer(page)
    assert min(letters(page)) > min(before)
    page.go_on()
    expect(page.after).to_have_count(0)
    assert min(letters(page)) == min(larger)
    page.press(SIZES[1])
    largest = letters(page)
    assert min(largest) > min(larger)
    page.reload()
    expect(page.section).to_be_visible()
    assert letters(page) == largest
    page.press(SIZES[2])
    assert min(letters(page)) == min(before)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_too_wide_for_the_largest_text(open_assessment: Open, kind: str) -> None:
    """By the button, from a challenge to the result."""
    page = open_assessment("whole", **SMALL)
    page.bring(of_kind(kind))
    page.press(SIZES[0])
    page.press(SIZES[1])
    expect(page.root).to_have_attribute("data-size", "2")
    assert_fits(page, kind)
    page.answered(NOT_YET)
    assert_fits(page, f"{kind}, after")
    page.go_on()
    page.press("Je m'arrête ici")
    expect(page.result).to_be_visible()
    assert_fits(page, "result")


@pytest.mark.parametrize(
    ("outcome", "step"), [(1, 3), (1, 9), (0, 9)], ids=["in one place", "everywhere", "nothing"]
)
def test_no_result_is_too_wide(open_assessment: Open, outcome: int, step: int) -> None:
    """With long paths; with lessons, which are for who could do nothing here."""
    page = open_assessment("whole", **SMALL)
    page.press(SIZES[0])
    page.press(SIZES[1])
    page.bring(of_kind("one"), given=answers(outcome, step))
    page.press("Je m'arrête ici")
    expect(page.result).to_be_visible()
    assert (page.result.locator(".pap-next-lessons a").count() > 0) == (not outcome)
    assert_fits(page, "result")


@pytest.mark.parametrize("size", range(3))
@pytest.mark.parametrize("kind", KINDS)
def test_no_network_is_seen_and_announced(open_assessment: Open, kind: str, size: int) -> None:
    """Where one has just pressed; nobody scrolls. And nobody is scrolled when it is tried
    again meanwhile."""
    page = open_assessment()
    page.bring(of_kind(kind))
    for name in SIZES[:size]:
        page.press(name)
    page.choose(NOT_YET)
    page.page.context.set_offline(True)
    page.page.evaluate(WATCH_STATUS)
    page.main.click()
    expect(page.told).to_contain_text(OFFLINE)
    expect(page.told).to_be_in_viewport(ratio=0.95)
    expect(page.told).to_have_role("status")
    assert page.page.evaluate("() => window.moved") == 0
    page.page.evaluate("() => { scrollTo(0, 0); window.watched.again(); }")
    page.page.wait_for_function("() => !window.watched.sending")
    assert page.page.evaluate("() => scrollY") == 0
