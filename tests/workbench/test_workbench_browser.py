"""Blocks in the workbench, in a real browser: jQuery around them, several on one page."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, workbench):
    context = chromium.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def open_scenario(page: Page, address: str, title: str, view: str = "") -> None:
    """As a learner of this page's own: others were there before."""
    page.goto(address)
    link = page.get_by_role("link", name=title).first.get_attribute("href")
    page.goto(f"{address}{link}{view}?student=student-{uuid.uuid4().hex}")


def test_two_lessons_on_one_page_do_not_disturb_each_other(page, workbench):
    open_scenario(page, workbench.address, "two lessons on one page")
    one, other = page.locator(".pap-lesson").nth(0), page.locator(".pap-lesson").nth(1)
    expect(one).to_have_class("pasapas pap-lesson pap-alive")
    expect(other).to_have_class("pasapas pap-lesson pap-alive")
    one.locator(".pap-begin").click()
    expect(one.locator('.pap-screen[data-screen="1"]')).to_be_visible()
    expect(other.locator('.pap-screen[data-screen="0"]')).to_be_visible()
    # One text size for both.
    other.locator(".pap-bigger").click()
    expect(one).to_have_attribute("data-size", "1")
    expect(other).to_have_attribute("data-size", "1")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    ours = [name for name in ids if name.startswith("pap")]
    assert ours
    assert len(ours) == len(set(ours))


def test_each_lesson_of_a_page_keeps_its_own_place(page, workbench):
    open_scenario(page, workbench.address, "two lessons on one page")
    one, other = page.locator(".pap-lesson").nth(0), page.locator(".pap-lesson").nth(1)
    expect(other).to_have_class("pasapas pap-lesson pap-alive")
    one.locator(".pap-begin").click()
    other.locator(".pap-begin").click()
    other.locator(".pap-next").click()
    with page.expect_response("**/save_progress**"), page.expect_response("**/save_progress**"):
        page.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
    page.wait_for_function(
        "() => !Object.keys(localStorage).some(key => key.startsWith('pasapas:queue'))"
    )
    page.reload()
    expect(one.locator('.pap-screen[data-screen="1"]')).to_be_visible()
    expect(other.locator('.pap-screen[data-screen="2"]')).to_be_visible()


def test_an_author_sees_the_problems_and_saves(page, workbench):
    open_scenario(page, workbench.address, "a text that can't be read", "studio_view/")
    editor = page.locator(".pap-editor")
    expect(editor.locator(".pap-problems li").first).to_be_visible()
    text = editor.locator(".pap-source").input_value()
    assert text.startswith("---")
    editor.locator(".pap-source").fill("---\nformat: 1\n---\n## Un mot <script>\n")
    editor.locator(".save-button").click()
    expect(editor.locator(".pap-status")).not_to_be_empty()
    expect(editor.locator(".pap-unsafe").first).to_contain_text("4")
    assert page.evaluate("() => document.querySelectorAll('.pap-problems script').length") == 0
    page.reload()
    assert editor.locator(".pap-source").input_value() == text


def test_an_author_sees_the_practice_alive_while_writing(page, workbench):
    open_scenario(page, workbench.address, "a practice", "studio_view/")
    editor = page.locator(".pap-editor")
    goal = editor.locator(".pap-preview .pap-goal:visible")
    expect(goal).to_contain_text("Boulangerie Diallo")
    text = editor.locator(".pap-source").input_value()
    editor.locator(".pap-source").fill(text.replace("CV à la Boulangerie", "CV, vite fait, à la"))
    expect(goal).to_contain_text("vite fait")
    expect(editor.locator(".pap-problems")).to_contain_text("vite fait")
    editor.get_by_role("button", name="Commencer").click()
    editor.locator("[data-place=send]").click()
    expect(editor.locator(".pap-words")).to_contain_text("sans le CV")
    # Nothing of the author's trying is kept.
    page.reload()
    expect(editor.get_by_role("button", name="Commencer")).to_be_visible()


def test_a_lesson_and_its_practice_work_on_one_page(page, workbench):
    open_scenario(page, workbench.address, "a lesson and its practice")
    lesson, practice = page.locator(".pap-lesson"), page.locator(".pap-practice")
    practice.get_by_role("button", name="Commencer").click()
    lesson.locator(".pap-begin").click()
    practice.locator("[data-place=send]").click()
    expect(practice.locator(".pap-words")).to_contain_text("sans le CV")
    lesson.locator(".pap-next").click()
    expect(lesson.locator('.pap-screen[data-screen="2"]')).to_be_visible()


def test_a_hostile_text_runs_nothing(page, workbench):
    page.add_init_script("window.hostile = what => { window.ran = what; };")
    open_scenario(page, workbench.address, "a hostile text")
    expect(page.locator(".pap-lesson.pap-alive")).to_be_visible()
    page.locator(".pap-begin").click()
    for answer in page.locator(".pap-here summary").all():
        answer.click()
    assert page.evaluate("() => window.ran") is None
    hosts = page.evaluate("() => performance.getEntriesByType('resource').map(e => e.name)")
    assert all(name.startswith((workbench.address, "data:")) for name in hosts), hosts
