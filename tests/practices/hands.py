"""Two ways to use a screen: by touch, and with nothing but a keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator
from practice_page import PracticePage

MOST_TABS = 150
_SAME_GROUP = """([focus, target]) => focus.type === "radio" && target.type === "radio" &&
    focus.name === target.name"""


class Touch:
    """A finger."""

    def __init__(self, practice: PracticePage):
        self._practice = practice

    def press(self, name: str) -> None:
        self._practice.control(name).click()

    def write(self, label: str, text: str) -> None:
        self._practice.field(label).fill(text)

    def choose(self, label: str, option: str) -> None:
        self._practice.field(label).select_option(label=option)


class Keyboard:
    """Tab, Enter, space, arrows and letters: no pointer at all."""

    def __init__(self, practice: PracticePage):
        self._practice = practice
        self._keys = practice.page.keyboard

    def press(self, name: str) -> None:
        target = self._practice.control(name)
        self.reach(target)
        kind = target.evaluate("node => node.type || node.getAttribute('role') || ''")
        if kind == "radio":
            for _ in range(MOST_TABS):
                if target.evaluate("node => node.checked"):
                    return
                self._keys.press("ArrowDown")
        self._keys.press("Space" if kind == "checkbox" else "Enter")

    def write(self, label: str, text: str) -> None:
        field = self._practice.field(label)
        self.reach(field)
        self._keys.press("Control+a")
        self._keys.press("Delete")
        self._keys.type(text)

    def choose(self, label: str, option: str) -> None:
        field = self._practice.field(label)
        self.reach(field)
        for _ in range(MOST_TABS):
            chosen = "node => node.selectedOptions[0] && node.selectedOptions[0].label"
            if field.evaluate(chosen) == option:
                return
            self._keys.press("ArrowDown")
        raise AssertionError(f"« {option} » can't be chosen with the arrows")

    def reach(self, target: Locator) -> None:
        handle = target.element_handle()
        page = self._practice.page
        for _ in range(MOST_TABS):
            if handle.evaluate("node => node === document.activeElement"):
                return
            focused = page.evaluate_handle("() => document.activeElement")
            if page.evaluate(_SAME_GROUP, [focused, handle]):
                return
            self._keys.press("Tab")
        raise AssertionError(f"the keyboard does not come to {target}")
