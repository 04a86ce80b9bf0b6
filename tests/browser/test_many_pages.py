"""Several pages of one learner, and pages that come back: what a queue may get wrong."""

from __future__ import annotations

import json

import pytest
from browser_host import Contexts, Host
from lesson_page import OPENED, QUEUED, SAVES, LessonPage
from playwright.sync_api import BrowserContext, Page, expect


def queued(page: Page, what: str) -> None:
    """Wait until the device's queue holds that text: events of a hidden tab come late."""
    page.wait_for_function(
        f"what => ({QUEUED})().some(key => localStorage[key].includes(what))",
        arg=what,
        polling=100,
    )


def saved_answers(context: BrowserContext, host: Host, screen: int) -> list[int]:
    """The answers that the server has, seen by a page without the device's store."""
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {value: undefined})")
    LessonPage(page).open(host.lesson())
    given = page.locator(".xblock_json_init_args").text_content()
    page.close()
    return json.loads(given)["progress"]["state"].get("answers", {}).get(str(screen), [])


def test_a_third_page_that_sends_for_an_open_one_takes_nothing_from_it(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    one = LessonPage(context.new_page()).open(host.lesson())
    two = LessonPage(context.new_page()).open(host.lesson())
    two.page.bring_to_front()
    two.go_to(1)
    two.saved()
    one.page.bring_to_front()
    one.go_to_check()
    queued(one.page, '"place":4')
    three = LessonPage(context.new_page()).open(host.lesson())
    three.go_to(1)
    three.hide()  # what the first page left is sent before its own
    three.page.wait_for_timeout(1500)
    one.page.bring_to_front()
    expect(one.answer(1)).to_be_visible()
    queued(one.page, "[1]")
    one.hide()
    one.page.wait_for_timeout(1500)
    assert saved_answers(context, host, 4) == [1]


def test_what_was_left_behind_does_not_undo_what_came_after(
    host: Host, open_context: Contexts
) -> None:
    phone = open_context()
    lesson = LessonPage(phone.new_page()).open(host.lesson())
    phone.route(SAVES, lambda route: route.abort())
    lesson.go_to(2)
    lesson.page.close()
    computer = open_context()
    computer.add_cookies(phone.cookies())
    later = LessonPage(computer.new_page()).open(host.lesson())
    later.go_to(later.last - 1)
    later.screen.get_by_label("J'ai relu l'adresse mail.").check()
    later.saved()
    phone.unroute(SAVES)
    back = LessonPage(phone.new_page()).open(host.lesson())
    assert back.place == back.last - 1
    expect(back.screen.get_by_label("J'ai relu l'adresse mail.")).to_be_checked()
    back.next()
    back.screen.get_by_text("Presque").click()
    back.page.wait_for_function("() => JSON.stringify(localStorage).includes('almost')")
    back.saved()
    again = LessonPage(computer.new_page()).open(host.lesson())
    again.go_to(again.last - 1)
    expect(again.screen.get_by_label("J'ai relu l'adresse mail.")).to_be_checked()


def test_a_request_that_never_ends_holds_nothing_back(host: Host, phone: Page) -> None:
    phone.clock.install()
    held = []
    phone.route(SAVES, lambda route: held.append(route) if not held else route.continue_())
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(2)
    lesson.hide()
    phone.wait_for_timeout(300)
    assert len(held) == 1
    phone.clock.run_for(40_000)
    phone.wait_for_function(f"() => ({QUEUED})().length === 0", polling=100)


def test_work_of_a_lesson_that_is_hidden_for_a_while_stays(host: Host, phone: Page) -> None:
    phone.route(SAVES, lambda route: route.fulfill(status=404, body="<h1>404</h1>"))
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(2)
    lesson.hide()
    expect(lesson.told).to_contain_text("Montrez cet écran")
    assert len(phone.evaluate(QUEUED)) == 1


@pytest.mark.parametrize("left", ["{}", '{"envelope": {"v": 2}}', '{"url": 1, "envelope": 7}', "["])
def test_what_another_version_left_does_not_stop_a_lesson(
    host: Host, open_context: Contexts, left: str
) -> None:
    context = open_context()
    page = context.new_page()
    learner = LessonPage(page).open(host.lesson())
    token = json.loads(page.locator(".xblock_json_init_args").text_content())["learner"]
    page.evaluate(
        "([token, left]) => localStorage.setItem("
        "`pasapas:queue:${token}:/h/lesson-joindre-un-cv/save_progress/:old`, left)",
        [token, left],
    )
    page.reload()
    learner.next()
    assert learner.place == 1


def test_a_second_tab_of_somebody_who_has_left_keeps_nothing(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    one = LessonPage(context.new_page()).open(host.lesson())
    two = LessonPage(context.new_page()).open(host.lesson())
    two.page.get_by_role("link", name="Une autre personne commence").click()
    two.press("Oui, une autre personne commence")
    expect(two.page.get_by_role("link", name=OPENED)).to_be_visible()
    one.page.bring_to_front()
    one.go_to(2)
    assert one.page.evaluate(QUEUED) == []


def test_leaving_before_the_script_has_come_loses_nothing(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    context.route(SAVES, lambda route: route.abort())
    lesson = LessonPage(context.new_page()).open(host.lesson())
    lesson.go_to(3)
    context.route("**/pasapas.js", lambda route: route.abort())
    lesson.page.goto(f"{host.address}/personne/")
    lesson.press("Oui, une autre personne commence")
    expect(lesson.page.get_by_role("status")).to_contain_text("Pas de réseau")
    assert len(lesson.page.evaluate(QUEUED)) == 1
