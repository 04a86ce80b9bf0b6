"""axe without a violation, light and dark; on a small screen with the largest text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from assessment_page import (
    KINDS,
    NOT_YET,
    AssessmentPage,
    deck,
    of_kind,
    right_reply,
    tasks_by_script,
)
from playwright.sync_api import expect
from test_access import assert_accessible
from test_assessment_way import look
from test_drawings_in_browser import TASKS, press, stations

from pasapas.content.challenge import Challenge, token_of

Open = Callable[..., AssessmentPage]

SMALL = {"viewport": {"width": 320, "height": 568}}
LARGEST = "() => document.querySelector('.pap-assessment').setAttribute('data-size', '2')"
WIDER_THAN_THE_PAGE = """() => {
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) {
        return ["the page itself", ...[...document.querySelectorAll(".pap-assessment *")]
            .filter(node => node.getBoundingClientRect().right > page.clientWidth + 1)
            .map(node => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)
            .slice(0, 3)];
    }
    return [...document.querySelectorAll(".pap-assessment *")]
        .filter(node => node.offsetParent && !node.closest(".pap-hidden"))
        .filter(node => node.getBoundingClientRect().right > page.clientWidth + 1 ||
            (node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 &&
             getComputedStyle(node).overflowX === "hidden"))
        .map(node => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)
        .slice(0, 3);
}"""
# A tick in a line of choices is pressed by its whole line. The keys of a drawn keyboard
# (`data-small`, `pap-as-key`) are as narrow as on a real phone.
TOO_SMALL = """() => [...document.querySelectorAll(".pap-assessment button, " +
        ".pap-assessment label.pap-choice, .pap-assessment select, .pap-assessment summary, " +
        ".pap-assessment input[type=text], .pap-assessment .pap-button")]
    .filter(node => node.offsetParent)
    .map(node => [node.getBoundingClientRect(), node])
    .filter(([box, node]) =>
        box.height < 44 || box.width < (node.closest("[data-small]") ? 24 : 44))
    .map(([box, node]) => `${Math.round(box.width)}x${Math.round(box.height)} ` +
        (node.getAttribute("aria-label") || node.textContent))"""

# A line may end behind a hyphen or a sign, never within a word.
CUT_WORDS = """() => {
    const cut = [];
    for (const node of document.querySelectorAll(".pap-assessment *")) {
        if (!node.offsetParent || node.clientWidth === 1) continue;
        for (const text of node.childNodes) {
            if (text.nodeType !== Node.TEXT_NODE) continue;
            for (const word of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                const lines = [...range.getClientRects()].map(box => Math.round(box.top));
                if (new Set(lines).size > 1) cut.push(word[0]);
            }
        }
    }
    return cut;
}"""


def ended(page: AssessmentPage) -> None:
    """A result that has all that a result may have."""
    past = [{"run": 1, "begun": "2026-11-01", "given": []}]
    right = [[item.slug, 1, 0] for item in deck().challenges if item.kind in ("one", "touch")][::9]
    wrong = [[item.slug, 0, 0] for item in deck().challenges if item.kind in ("one", "touch")][4::9]
    page.bring(of_kind("one"), run=2, past=past, given=[*right, *wrong][:19])
    page.press("Je m'arrête ici")
    expect(page.result).to_be_visible()


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing_from_the_opening_to_the_trainer(
    open_assessment: Open, colors: str
) -> None:
    page = open_assessment("whole", color_scheme=colors)
    assert_accessible(page.page, "opening")
    ended(page)
    assert_accessible(page.page, "result")
    page.press("Je montre à mon formateur")
    code = page.page.locator(".pap-code-signs")
    expect(code).to_be_visible()
    assert_accessible(page.page, "code")
    assert look(page, code.inner_text())
    assert_accessible(page.page, "the trainer's view")


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "task"])
def test_axe_finds_nothing_on_each_kind(open_assessment: Open, kind: str, colors: str) -> None:
    page = open_assessment("whole", color_scheme=colors)
    challenge = of_kind(kind)
    page.bring(challenge)
    assert_accessible(page.page, kind)
    page.choose(right_reply(challenge))
    assert_accessible(page.page, f"{kind}, chosen")
    page.main.click()
    expect(page.after).to_be_visible()
    assert_accessible(page.page, f"{kind}, after")


@pytest.mark.parametrize("script", sorted(tasks_by_script()))
def test_axe_finds_nothing_on_tasks(open_assessment: Open, script: str) -> None:
    for colors in ("light", "dark"):
        page = open_assessment("whole", color_scheme=colors)
        page.bring(tasks_by_script()[script])
        assert_accessible(page.page, f"{script}, {colors}")
        page.choose(NOT_YET)
        page.main.click()
        expect(page.after).to_be_visible()
        assert_accessible(page.page, f"{script}, {colors}, after")


def fits(page: AssessmentPage, where: str) -> None:
    page.page.evaluate(LARGEST)
    assert page.page.evaluate(WIDER_THAN_THE_PAGE) == [], where
    assert page.page.evaluate(TOO_SMALL) == [], where
    assert page.page.evaluate(CUT_WORDS) == [], where


def test_a_small_phone_with_the_largest_text(open_assessment: Open) -> None:
    page = open_assessment("whole", **SMALL)
    fits(page, "opening")
    ended(page)
    fits(page, "result")
    page.press("Je montre à mon formateur")
    code = page.page.locator(".pap-code-signs")
    expect(code).to_be_visible()
    fits(page, "code")
    assert look(page, code.inner_text())
    fits(page, "the trainer's view")


def test_every_challenge_on_a_small_phone_with_the_largest_text(open_assessment: Open) -> None:
    """All drawn screens and all choices of the bank: what the server sends for each of them
    is put into the page's stage, one after the other. Tasks have a test of their own."""
    page = open_assessment("whole", **SMALL)
    page.bring(of_kind("one"))
    for challenge, html in pages_of_all():
        page.page.evaluate(
            "given => { window.watched.show(given); }",
            {"html": html, "number": 0, "challenge": token_of(challenge)},
        )
        fits(page, challenge)


def pages_of_all() -> list[tuple[str, str]]:
    from pasapas.assessment import words
    from pasapas.assessment.view import View, page_of
    from pasapas.player.translation import translator

    say = translator("fr")
    view = View(deck(), words.page_words(say), words.script_words(say), {}, {}, "small")
    state = {"run": 1, "ended": False, "warm": [], "given": []}
    return [
        (slug, page_of(view, {**state, "current": slug})["html"])
        for slug, challenge in deck().bank.by_slug.items()
        if challenge.kind != "task"
    ]


@pytest.mark.parametrize("challenge", TASKS, ids=lambda item: item.slug)
def test_tasks_on_a_small_phone_with_the_largest_text(
    open_assessment: Open, challenge: Challenge
) -> None:
    page = open_assessment("whole", **SMALL)
    page.bring(challenge)
    fits(page, challenge.slug)
    stage = deck().stage(challenge.slug)
    for station in stations(stage):
        assert press(page, stage, station) is not None
        fits(page, f"{challenge.slug}, {station.move}")
