"""A practice in a browser, with its names as a learner reads them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

QUEUED = "() => Object.keys(localStorage).filter(key => key.startsWith('pasapas:queue:'))"
ROLES = ("button", "link", "radio", "checkbox", "tab", "menuitem", "option")

# The host does not keep what a script gives back: the tests do.
WATCH = """() => {
    let start;
    Object.defineProperty(window, "PasAPasPractice", {
        configurable: true,
        set: given => { start = given; },
        get: () => start && ((...all) => { window.watched = start(...all); return window.watched; })
    });
}"""


class PracticePage:
    def __init__(self, page: Page):
        self.page = page
        page.add_init_script(f"({WATCH})()")

    def open(self, address: str) -> PracticePage:
        self.page.goto(address)
        expect(self.page.locator(".pap-practice.pap-alive")).to_be_visible()
        return self

    @property
    def frame(self) -> Locator:
        return self.page.locator(".pap-frame")

    @property
    def words(self) -> Locator:
        return self.page.locator(".pap-words")

    @property
    def end(self) -> Locator:
        return self.page.locator(".pap-end")

    def press(self, name: str) -> None:
        """One of the practice's own buttons, outside its screen."""
        button = self.page.locator(".pap-practice").get_by_role("button", name=name, exact=True)
        button.first.click()

    def begin(self) -> None:
        self.press("Commencer")

    def start(self, level: int, look: int) -> None:
        """Level 2 and the second look come after a first success: here they come at once."""
        self.page.evaluate("([level, look]) => window.watched.start(level, look)", [level, look])

    def control(self, name: str) -> Locator:
        """What bears this name on the screen; else what begins with it."""
        for match in (name, re.compile("^" + re.escape(name))):
            exact = isinstance(match, str)
            for role in ROLES:
                found = self.frame.get_by_role(role, name=match, exact=exact)
                if found.count():
                    return found.first
        raise AssertionError(f"nothing on the screen is called « {name} »")

    def field(self, label: str) -> Locator:
        return self.frame.get_by_label(label, exact=True).first

    def draft(self) -> dict:
        return self.page.evaluate("() => window.watched.attempt.draft")

    def focus_is_within(self) -> bool:
        inside = "document.querySelector('.pap-practice').contains(document.activeElement)"
        return self.page.evaluate(f"() => {inside}")

    def saved(self) -> None:
        """Waits until the server has said that it has all that was done, on this page or on one
        before it: nothing is in the device's queues any more. What comes while something is
        being sent would wait for its batch, and what failed for its next turn: both are asked
        for again."""
        self.page.wait_for_function(
            f"() => {{ window.PasAPas.send(false); return !({QUEUED})().length; }}", polling=100
        )
