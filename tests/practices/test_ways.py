"""Every practice is played: to its goal and through mistakes, by touch and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Keyboard, Touch
from played_ways import SLUGS, Way, ways_of
from playwright.sync_api import Request, expect
from practice_page import PracticePage

# Bytes: the draft, with the successes that are not answered yet.
LARGEST_SAVE = 1_000
Open = Callable[..., PracticePage]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_played(slug: str) -> None:
    """At least: the goal of both levels, and one mistake."""
    ways = ways_of(slug)
    assert {way.level for way in ways if way.goal} == {1, 2}
    assert any(not way.goal for way in ways)


@pytest.mark.parametrize("slug", SLUGS)
def test_by_touch(open_practice: Open, slug: str) -> None:
    """All its ways, one after the other. No save of them is larger than a kilobyte."""
    practice = open_practice(slug)
    bodies: list[bytes] = []

    def note(request: Request) -> None:
        if request.url.endswith("/save_progress/"):
            bodies.append(request.post_data_buffer or b"")

    practice.page.on("request", note)
    practice.begin()
    for way in ways_of(slug):
        practice.start(way.level, way.look)
        play(practice, Touch(practice), way)
        practice.saved()
    assert bodies
    assert max(map(len, bodies)) <= LARGEST_SAVE, max(bodies, key=len)


@pytest.mark.parametrize("slug", SLUGS)
def test_by_keyboard_alone(open_practice: Open, slug: str) -> None:
    practice = open_practice(slug, is_mobile=False, has_touch=False)
    keyboard = Keyboard(practice)
    keyboard.reach(practice.page.get_by_role("button", name="Commencer"))
    practice.page.keyboard.press("Enter")
    assert practice.focus_is_within()
    way = next(way for way in ways_of(slug) if way.level == 1 and way.look == 0 and way.goal)
    play(practice, keyboard, way)


def play(practice: PracticePage, hand: Touch | Keyboard, way: Way) -> None:
    for gesture, what in way.do:
        at = f"{way}, {gesture}: {what}"
        try:
            if gesture == "press":
                hand.press(str(what))
            else:
                (label, text), *_ = what.items()
                getattr(hand, gesture)(label, str(text))
        except Exception as error:
            raise AssertionError(f"{at}: {error}") from error
        assert practice.focus_is_within(), f"{at}: the focus is lost"
    expect(practice.words, str(way)).to_contain_text(way.says)
    if way.goal:
        expect(practice.end, str(way)).to_be_visible()
        expect(practice.end).to_contain_text("C'était un entraînement.")
    else:
        expect(practice.end, str(way)).to_be_hidden()
