"""A lesson's page as a learner's hands know it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

# The card of the lesson in the list; « Je vérifie : Joindre un CV » is another one.
OPENED = re.compile(r"^Joindre un CV")
# Where progress is saved, and the keys under which a device keeps what is not sent yet.
SAVES = "**/save_progress/"
QUEUED = "() => Object.keys(localStorage).filter(key => key.startsWith('pasapas:queue:'))"


class LessonPage:
    def __init__(self, page: Page):
        self.page = page

    def open(self, address: str) -> LessonPage:
        self.page.goto(address)
        expect(self.page.locator(".pap-lesson.pap-alive")).to_be_visible()
        return self

    @property
    def screen(self) -> Locator:
        return self.page.locator(".pap-screen.pap-here")

    @property
    def place(self) -> int:
        return int(self.screen.get_attribute("data-screen"))

    @property
    def last(self) -> int:
        return self.page.locator(".pap-screen").count() - 1

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def next(self) -> None:
        self.press("Commencer" if self.place == 0 else "Suivant")

    def go_to(self, place: int) -> None:
        while self.place < place:
            self.next()
        while self.place > place:
            self.press("Retour")

    def go_to_check(self) -> None:
        """The first screen with answers."""
        while not self.screen.locator(".pap-choice").count():
            self.next()

    def answer(self, number: int) -> Locator:
        """Touch an answer; its feedback."""
        choice = self.screen.locator(".pap-choice").nth(number)
        choice.locator("> summary").click()
        return choice.locator(".pap-feedback")

    @property
    def told(self) -> Locator:
        return self.page.locator(".pap-status")

    def hide(self) -> None:
        """What a phone does when its user goes to another application."""
        self.page.evaluate(
            "() => { Object.defineProperty(document, 'visibilityState', "
            "{value: 'hidden', configurable: true}); "
            "document.dispatchEvent(new Event('visibilitychange')); "
            "Object.defineProperty(document, 'visibilityState', "
            "{value: 'visible', configurable: true}); }"
        )

    def saved(self) -> None:
        """Send what is not sent, and wait for the answer."""
        # An answer that opens says so in a task of its own, after the touch.
        self.page.evaluate("() => new Promise(done => setTimeout(done, 100))")
        self.hide()
        # Polling: a tab in the background draws no frames.
        self.page.wait_for_function(
            "() => !Object.keys(localStorage).some(key => key.startsWith('pasapas:queue:'))",
            polling=100,
        )
