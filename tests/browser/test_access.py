"""axe without a violation, by keyboard alone, with scripts off, enlarged, on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser_host import DESKTOP, PHONE, Contexts, Host
from lesson_page import OPENED, LessonPage
from playwright.sync_api import Page, expect

from pasapas.content.shelf import shipped_shelf

LESSONS = tuple(shipped_shelf().lessons)
RULES = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
    ]
}  # fmt: skip


# The player would close an answer when another one of its question opens.
ALL_OPEN = """() => {
    window.addEventListener("toggle", event => event.stopImmediatePropagation(), true);
    document.querySelectorAll("details").forEach(item => { item.open = true; });
}"""


def assert_accessible(page: Page, where: str) -> None:
    found = Axe().run(page, options=RULES)
    violations = [
        f"{violation['id']}: {node['html'][:120]} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    assert violations == [], where


def test_axe_finds_nothing_on_any_screen(phone: Page, host: Host) -> None:
    """Each screen as a learner meets it, with what its answers say back."""
    phone.goto(host.address)
    assert_accessible(phone, "list")
    for slug in LESSONS:
        lesson = LessonPage(phone).open(host.lesson(slug))
        while True:
            for answer in range(lesson.screen.locator(".pap-choice").count()):
                lesson.answer(answer)
            assert_accessible(phone, f"{slug}, screen {lesson.place}")
            if lesson.place == lesson.last:
                break
            lesson.next()


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_axe_finds_nothing_on_whole_lessons(
    host: Host, open_context: Contexts, size: str, colors: str
) -> None:
    """All screens below each other, all that opens open: every colour on every ground."""
    options = PHONE if size == "phone" else {**PHONE, "is_mobile": False, **DESKTOP}
    page = open_context(**options, color_scheme=colors).new_page()
    page.goto(host.address)
    assert_accessible(page, "list")
    for slug in LESSONS:
        LessonPage(page).open(host.lesson(slug)).press("Voir toutes les étapes")
        page.evaluate(ALL_OPEN)
        expect(page.locator(".pap-feedback").last).to_be_visible()
        assert_accessible(page, f"{slug}, {size}, {colors}")


def test_axe_can_fail(phone: Page) -> None:
    phone.set_content("<html><img src=x><p style='color:#aaa'>Texte</p></html>")
    with pytest.raises(AssertionError):
        assert_accessible(phone, "bad page")


def test_by_keyboard_alone(host: Host, open_context: Contexts) -> None:
    page = open_context(**{**PHONE, "is_mobile": False, "has_touch": False, **DESKTOP}).new_page()
    page.goto(host.address)

    def tab_to(name: str) -> None:
        focused = (
            "() => { const e = document.activeElement; "
            "return (e.closest('a,button,summary,label') || e).textContent; }"
        )
        for _ in range(60):
            page.keyboard.press("Tab")
            if name in (page.evaluate(focused) or ""):
                outline = page.evaluate(
                    "() => { const s = getComputedStyle(document.activeElement); "
                    "return parseFloat(s.outlineWidth); }"
                )
                assert outline >= 2, f"the focus on {name} can't be seen"
                return
        pytest.fail(f"{name} is not reached by the Tab key")

    tab_to("Joindre un CV")
    page.keyboard.press("Enter")
    lesson = LessonPage(page)
    expect(page.locator(".pap-lesson.pap-alive")).to_be_visible()
    tab_to("Commencer")
    page.keyboard.press("Enter")
    while lesson.place < lesson.last:
        if lesson.screen.locator(".pap-choice").count():
            name = lesson.screen.locator(".pap-choice > summary").first.inner_text()
            tab_to(name)
            page.keyboard.press("Enter")
            expect(lesson.screen.locator(".pap-feedback").first).to_be_visible()
        tab_to("Suivant")
        page.keyboard.press("Enter")
    expect(lesson.screen.get_by_role("heading", name="La leçon est finie.")).to_be_visible()


def test_with_scripts_off(host: Host, open_context: Contexts) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(host.address)
    page.get_by_role("link", name=OPENED).click()
    steps = page.locator(".pap-screen")
    for number in range(steps.count()):
        expect(steps.nth(number)).to_be_visible()
    answer = page.locator(".pap-choice").first
    expect(answer.locator(".pap-feedback")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator(".pap-feedback")).to_be_visible()
    expect(page.locator("audio").first).to_be_visible()
    # Nothing to press that would do nothing.
    expect(page.locator(".pap-lesson button:visible")).to_have_count(0)


def test_nothing_is_wider_than_the_narrowest_phone_enlarged(
    host: Host, open_context: Contexts
) -> None:
    """WCAG 2.2, 1.4.10: 320 px wide without sideways scrolling, with our largest text too."""
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    for slug in LESSONS:
        lesson = LessonPage(page).open(host.lesson(slug))
        while page.locator(".pap-lesson").get_attribute("data-size") != "2":
            lesson.press("Texte plus grand")
        for place in range(lesson.last + 1):
            lesson.go_to(place)
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= 320, f"{slug}, screen {place}"


def test_targets_are_large(host: Host, phone: Page) -> None:
    """48 px for whatever is touched, on every screen; words within a sentence have a test
    of their own."""
    lesson = LessonPage(phone).open(host.lesson())
    small = (
        "() => [...document.querySelectorAll('a:not(.pap-word), button, summary, input, label')]"
        ".filter(e => e.offsetParent && !(e.matches('input') && e.closest('label')))"
        ".map(e => [e.textContent, e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 48 || box.width < 48).map(([text]) => text)"
    )
    for place in range(lesson.last + 1):
        lesson.go_to(place)
        assert phone.evaluate(small) == [], f"screen {place}"


def test_motion_is_reduced_where_it_is_asked_for(host: Host, open_context: Contexts) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    LessonPage(page).open(host.lesson())
    moving = (
        "() => [...document.querySelectorAll('*')].filter(e => { "
        "const s = getComputedStyle(e); "
        "return !['', '0s'].includes(s.transitionDuration) "
        "|| !['', 'none'].includes(s.animationName); }).length"
    )
    assert page.evaluate(moving) == 0


def test_all_steps_are_printed(host: Host, phone: Page, tmp_path: Path) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    titles = phone.locator(".pap-title").all_text_contents()
    lesson.go_to(2)
    file = tmp_path / "lesson.pdf"
    phone.pdf(path=file, format="A4")
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    plain = " ".join(text.split())
    for title in titles:
        assert " ".join(title.split()) in plain
    assert "Suivant" not in text
    assert "Écouter" not in text
