"""axe without a violation, on a small screen with the largest text, and on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Touch
from played_ways import SLUGS, Way, ways_of
from practice_page import PracticePage
from test_access import assert_accessible

Open = Callable[..., PracticePage]

WIDER_THAN_THE_PAGE = """() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".pap-practice *")]
        .filter(node => node.offsetParent && node.getBoundingClientRect().right > width + 1)
        .map(node => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)
        .slice(0, 3);
}"""
TOO_SMALL = """() => [...document.querySelectorAll(".pap-practice button, .pap-practice select")]
    .filter(node => node.offsetParent)
    .map(node => [node.getBoundingClientRect(), node])
    .filter(([box, node]) =>
        box.height < 44 || box.width < (node.closest("[data-small]") ? 24 : 44))
    .map(([box, node]) => `${Math.round(box.width)}x${Math.round(box.height)} ` +
        (node.getAttribute("aria-label") || node.textContent))"""


def the_way(slug: str) -> Way:
    return next(way for way in ways_of(slug) if way.level == 1 and way.look == 0 and way.goal)


def follow(practice: PracticePage, way: Way, after_each: Callable[[int, str], None]) -> None:
    hand = Touch(practice)
    for place, (gesture, what) in enumerate(way.do):
        if gesture == "press":
            hand.press(str(what))
        else:
            getattr(hand, gesture)(*map(str, next(iter(what.items()))))
        after_each(place, f"{way}, after {gesture}: {what}")


@pytest.mark.parametrize("slug", SLUGS)
def test_axe_finds_nothing_on_the_way_to_the_goal(open_practice: Open, slug: str) -> None:
    practice = open_practice(slug)
    page = practice.page
    assert_accessible(page, f"{slug}, opening")
    practice.begin()
    way = the_way(slug)
    middle = len(way.do) // 2

    def look_at(place: int, where: str) -> None:
        if place == middle:
            assert_accessible(page, where)

    assert_accessible(page, f"{slug}, begun")
    follow(practice, way, look_at)
    assert_accessible(page, f"{slug}, at the goal")
    practice.press("Je montre à mon formateur")
    assert_accessible(page, f"{slug}, shown")


@pytest.mark.parametrize("slug", SLUGS)
def test_axe_finds_nothing_in_the_other_look_on_a_desktop_in_the_dark(
    open_practice: Open, slug: str
) -> None:
    practice = open_practice(
        slug, is_mobile=False, has_touch=False, color_scheme="dark",
        viewport={"width": 1280, "height": 800},
    )  # fmt: skip
    practice.begin()
    practice.start(2, 1)
    assert_accessible(practice.page, f"{slug}, look 1")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_small_phone_with_the_largest_text(open_practice: Open, slug: str) -> None:
    """320 pixels: nothing to scroll sideways, nothing too small for a finger. The keys of a
    drawn keyboard (`data-small`) are as narrow as on a real phone: 24 pixels at least."""
    practice = open_practice(slug, viewport={"width": 320, "height": 568})
    practice.begin()
    page = practice.page

    def fits(where: str) -> None:
        assert page.evaluate(WIDER_THAN_THE_PAGE) == [], where
        assert page.evaluate(TOO_SMALL) == [], where

    for size in ("Texte plus grand", "Texte plus grand"):
        practice.press(size)
    for look in (1, 0):
        practice.start(1, look)
        fits(f"{slug}, look {look}")
    follow(practice, the_way(slug), lambda _, where: fits(where))


def test_what_is_shown_is_printed_alone(open_practice: Open, tmp_path: Path) -> None:
    practice = open_practice("joindre-un-cv")
    practice.begin()
    practice.press("Je montre à mon formateur")
    file = tmp_path / "shown.pdf"
    practice.page.pdf(path=file)
    said = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    assert "Ce que j'ai fait" in said.stdout
    assert "recrutement@boulangerie-diallo.example" in said.stdout
    assert "Autre aide" not in said.stdout
    assert "Imprimer" not in said.stdout
