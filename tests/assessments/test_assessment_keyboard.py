"""By keyboard alone: Tab, Space, Enter and arrows; the focus is never lost, what happens is
said, and everything to press has a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from assessment_page import (
    KINDS,
    NOT_YET,
    NOT_YET_WORDS,
    AssessmentPage,
    of_kind,
    right_reply,
    tasks_by_script,
)
from playwright.sync_api import Locator, expect

from devices import DESKTOP

Open = Callable[..., AssessmentPage]
MOST_TABS = 80
NO_TOUCH = {"is_mobile": False, "has_touch": False, **DESKTOP}

WITHOUT_NAME = """() => [...document.querySelectorAll(
        ".pap-assessment button, .pap-assessment input, .pap-assessment a, " +
        ".pap-assessment summary")]
    .filter(node => node.offsetParent)
    .filter(node => !(node.getAttribute("aria-label") || node.textContent ||
        (node.closest("label") || {textContent: ""}).textContent).trim())
    .map(node => node.outerHTML.slice(0, 100))"""

SAME_GROUP = """([focus, target]) => focus.type === "radio" && target.type === "radio" &&
    focus.name === target.name"""


class Keyboard:
    """Every act ends with the focus on something of the assessment."""

    def __init__(self, page: AssessmentPage):
        self.page = page
        self.keys = page.page.keyboard

    def reach(self, target: Locator) -> None:
        handle = target.element_handle()
        for _ in range(MOST_TABS):
            if handle.evaluate("node => node === document.activeElement"):
                return
            focused = self.page.page.evaluate_handle("() => document.activeElement")
            if self.page.page.evaluate(SAME_GROUP, [focused, handle]):
                return
            self.keys.press("Tab")
        raise AssertionError(f"the keyboard does not come to {target}")

    def press(self, name: str) -> None:
        self.act(self.page.root.get_by_role("button", name=name, exact=True))

    def act(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.keys.press(key)
        self.has_focus()

    def has_focus(self) -> None:
        self.page.page.wait_for_function(
            "() => document.querySelector('.pap-assessment').contains(document.activeElement)"
        )

    def choose(self, value: object) -> None:
        box = self.page.section.locator(f'input[value="{value}"]')
        if not box.count():
            self.act(self.page.section.locator(f'[data-reply="{value}"]'), "Space")
            return
        self.reach(box)
        if box.get_attribute("type") == "checkbox":
            self.keys.press("Space")
        else:
            for _ in range(MOST_TABS):
                if box.is_checked():
                    break
                self.keys.press("ArrowDown")
        assert box.is_checked()
        self.has_focus()


@pytest.fixture
def hands(open_assessment: Open) -> Keyboard:
    return Keyboard(open_assessment("whole", **NO_TOUCH))


def names_are_there(page: AssessmentPage) -> None:
    assert page.page.evaluate(WITHOUT_NAME) == []


def test_from_the_opening_to_the_result(hands: Keyboard) -> None:
    page = hands.page
    names_are_there(page)
    hands.press("Commencer")
    expect(page.section.locator(".pap-title")).to_be_focused()
    for count in range(4):
        names_are_there(page)
        reply = NOT_YET if page.kind == "task" or count == 3 else right_reply(page.challenge)
        for value in reply if isinstance(reply, list) else [reply]:
            hands.choose(value)
        hands.act(page.main)
        expect(page.after).to_be_focused()
        hands.act(page.page.locator(".pap-go-on"), "Space")
        expect(page.section.locator(".pap-title")).to_be_focused()
    hands.press("Je m'arrête ici")
    expect(page.result.locator("h2")).to_be_focused()
    names_are_there(page)
    hands.press("Je montre à mon formateur")
    expect(page.page.locator(".pap-code[role=status]")).to_contain_text("Donnez ce code")
    hands.press("Reprendre le code")
    expect(page.page.locator(".pap-code[role=status]")).to_have_text("Le code ne marche plus.")
    hands.has_focus()
    assert "BODY" not in page.focused()
    hands.press("Recommencer, avec d'autres questions")
    expect(page.section.locator(".pap-title")).to_be_focused()


def test_a_trainer_by_keyboard(hands: Keyboard) -> None:
    page = hands.page
    hands.act(page.page.locator(".pap-trainer summary"))
    hands.reach(page.page.get_by_label("Le code de la personne"))
    hands.keys.type("aaaa-bbbb")
    hands.press("Voir le résultat")
    shown = page.page.locator(".pap-shown-here[role=status]")
    expect(shown).to_contain_text("Il n'y a pas de résultat pour ce code")
    # Enter in the field does the same.
    hands.reach(page.page.get_by_label("Le code de la personne"))
    with page.page.expect_request("**/see/"):
        hands.keys.press("Enter")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "task"])
def test_each_kind(hands: Keyboard, kind: str) -> None:
    page, challenge = hands.page, of_kind(kind)
    page.bring(challenge)
    names_are_there(page)
    hands.act(page.main)
    expect(page.page.locator(".pap-status[role=status]")).to_contain_text("d'abord")
    reply = right_reply(challenge)
    for value in reply if isinstance(reply, list) else [reply]:
        hands.choose(value)
    hands.act(page.main)
    expect(page.after).to_be_focused()
    assert page.kept["given"] == [[challenge.slug, 1, reply]]


def test_the_order_is_heard(hands: Keyboard) -> None:
    """The place of each sentence is in its name: first the learner's, then the right one."""
    page, challenge = hands.page, of_kind("order")
    page.bring(challenge)
    sentences = page.section.locator("[data-reply]:not([data-reply=not-yet])")
    texts = sentences.all_inner_texts()
    right = list(challenge.order)
    wrong = right[::-1]
    for rank, place in enumerate(wrong, 1):
        hands.choose(place)
        name = f"{rank} : {texts[place].strip()}"
        expect(sentences.nth(place)).to_have_accessible_name(name)
    hands.act(page.main)
    expect(page.after).to_be_focused()
    for rank, place in enumerate(right, 1):
        name = f"{rank} : {texts[place].strip()}"
        expect(sentences.nth(place)).to_have_accessible_name(name)


@pytest.mark.parametrize("script", sorted(tasks_by_script()))
def test_each_screen_of_tasks(hands: Keyboard, script: str) -> None:
    """In and out of the drawn screen; « not yet » is behind it, and is given up by going on."""
    page = hands.page
    page.bring(tasks_by_script()[script])
    names_are_there(page)
    first = page.section.locator(".pap-frame").locator("button, a, input, select, textarea").first
    hands.reach(first)
    way_out = page.section.get_by_role("button", name=NOT_YET_WORDS)
    hands.act(way_out, "Space")
    expect(way_out).to_have_attribute("aria-pressed", "true")
    hands.act(page.main)
    expect(page.after).to_be_focused()
    assert page.kept["given"][0][1] == -1
