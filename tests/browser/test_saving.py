"""Nothing that a learner does is lost, and nothing is posted as somebody else's."""

from __future__ import annotations

import json

from browser_host import Contexts, Host
from lesson_page import OPENED, QUEUED, SAVES, LessonPage
from playwright.sync_api import BrowserContext, Page, Route, expect


def saved_place(context: BrowserContext, host: Host) -> int:
    """Where the server thinks that this learner is: a fresh page, without its device's store."""
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {value: undefined})")
    place = LessonPage(page).open(host.lesson()).place
    page.close()
    return place


def test_the_network_cut_in_the_middle_and_back(host: Host, open_context: Contexts) -> None:
    context = open_context()
    lesson = LessonPage(context.new_page()).open(host.lesson())
    lesson.go_to(2)
    context.set_offline(True)
    lesson.go_to_check()
    lesson.answer(2)
    reached = lesson.place
    lesson.hide()
    expect(lesson.told).to_contain_text("Pas de réseau")
    context.set_offline(False)
    expect(lesson.told).to_contain_text("Le réseau est revenu")
    lesson.page.wait_for_function(f"() => ({QUEUED})().length === 0")
    assert saved_place(context, host) == reached


def test_a_page_closed_without_network_is_sent_by_the_next_one(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    lesson = LessonPage(context.new_page()).open(host.lesson())
    context.set_offline(True)
    lesson.go_to(4)
    lesson.page.close()
    context.set_offline(False)
    # Another lesson's page sends it, too.
    other = LessonPage(context.new_page()).open(host.lesson("fausse-offre"))
    other.page.wait_for_function(f"() => ({QUEUED})().length === 0", timeout=15_000)
    assert saved_place(context, host) == 4


def test_a_page_opened_again_without_an_answer_shows_what_was_done(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    context.route(SAVES, lambda route: route.abort())
    lesson = LessonPage(context.new_page()).open(host.lesson())
    lesson.go_to(3)
    lesson.page.reload()
    assert LessonPage(lesson.page).open(host.lesson()).place == 3


def test_a_lost_answer_is_asked_for_again_and_nothing_is_done_twice(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    replies: list[tuple[dict, dict]] = []

    def lose_the_first(route: Route) -> None:
        reply = route.fetch()
        sent = json.loads(route.request.post_data)
        replies.append((sent, reply.json()))
        if len(replies) == 1:
            route.abort()
        else:
            route.fulfill(response=reply)

    context.route(SAVES, lose_the_first)
    lesson = LessonPage(context.new_page()).open(host.lesson())
    lesson.go_to(2)
    lesson.hide()
    lesson.page.wait_for_function(f"() => ({QUEUED})().length === 0", timeout=15_000)
    (first, reply), (again, same_reply) = replies[:2]
    assert (first["client"], first["seq"]) == (again["client"], again["seq"])
    assert reply == same_reply


def test_two_tabs_of_one_learner(host: Host, open_context: Contexts) -> None:
    context = open_context()
    one = LessonPage(context.new_page()).open(host.lesson())
    two = LessonPage(context.new_page()).open(host.lesson())
    one.page.bring_to_front()
    one.go_to_check()
    expect(one.answer(0)).to_be_visible()
    one.page.wait_for_function(f"() => ({QUEUED})().some(key => localStorage[key].includes('[0]'))")
    one.saved()
    two.page.bring_to_front()
    two.go_to(2)
    two.saved()
    expect(two.told).to_contain_text("un autre écran")
    # The answer of the first and the place of the second are both kept.
    page = LessonPage(context.new_page()).open(host.lesson())
    assert page.place == 2
    page.go_to_check()
    expect(page.screen.locator(".pap-feedback").nth(0)).to_be_visible()


def test_two_learners_on_one_phone(host: Host, open_context: Contexts) -> None:
    context = open_context()
    first = LessonPage(context.new_page()).open(host.lesson())
    sent: list[dict] = []
    context.on(
        "request",
        lambda request: (
            sent.append(json.loads(request.post_data))
            if request.url.endswith("/save_progress/")
            else None
        ),
    )
    context.route(SAVES, lambda route: route.abort())
    first.go_to(3)
    # Somebody else signs in on the same phone, while the first one's page is still open.
    context.clear_cookies()
    context.unroute(SAVES)
    second = LessonPage(context.new_page()).open(host.lesson())
    assert second.place == 0
    first.hide()
    expect(first.told).to_contain_text("Une autre personne")
    second.go_to(1)
    second.hide()
    second.page.wait_for_timeout(4000)  # longer than the pause before older queues are sent
    assert saved_place(context, host) == 1
    # The first one's work waits for them on the device.
    assert len(second.page.evaluate(QUEUED)) == 1
    learners = {envelope["learner"] for envelope in sent}
    assert len(learners) == 2


def test_signed_out_with_a_full_queue_and_back(host: Host, open_context: Contexts) -> None:
    context = open_context()
    lesson = LessonPage(context.new_page()).open(host.lesson())
    cookies = context.cookies()
    lesson.go_to(3)
    context.clear_cookies()
    lesson.hide()
    expect(lesson.told).not_to_be_empty()
    assert len(lesson.page.evaluate(QUEUED)) == 1
    lesson.page.close()
    context.clear_cookies()
    context.add_cookies(cookies)
    back = LessonPage(context.new_page()).open(host.lesson())
    assert back.place == 3
    back.page.wait_for_function(f"() => ({QUEUED})().length === 0")
    assert saved_place(context, host) == 3


def leave(lesson: LessonPage) -> None:
    lesson.page.get_by_role("link", name="Une autre personne commence").click()
    lesson.press("Oui, une autre personne commence")


def test_leaving_sends_what_is_not_sent_and_empties_the_device(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    lesson = LessonPage(context.new_page()).open(host.lesson())
    context.route(SAVES, lambda route: route.abort())
    lesson.go_to(3)
    lesson.page.get_by_role("link", name="Une autre personne commence").click()
    context.unroute(SAVES)
    with lesson.page.expect_response(SAVES) as saved:
        lesson.press("Oui, une autre personne commence")
    assert saved.value.ok
    expect(lesson.page.get_by_role("link", name=OPENED)).to_be_visible()
    assert lesson.page.evaluate("() => Object.keys(localStorage)") == []
    assert saved_place(context, host) == 0


def test_leaving_without_the_network_loses_nothing(host: Host, open_context: Contexts) -> None:
    context = open_context()
    lesson = LessonPage(context.new_page()).open(host.lesson())
    context.route(SAVES, lambda route: route.abort())
    lesson.go_to(3)
    leave(lesson)
    expect(lesson.page.get_by_role("status")).to_contain_text("Pas de réseau")
    assert len(lesson.page.evaluate(QUEUED)) == 1
    context.unroute(SAVES)
    assert LessonPage(context.new_page()).open(host.lesson()).place == 3


def test_a_device_with_no_room_left_saves_at_once(host: Host, open_context: Contexts) -> None:
    context = open_context()
    page = context.new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', "
        "'QuotaExceededError'); };"
    )
    lesson = LessonPage(page).open(host.lesson())
    with page.expect_response(SAVES):
        lesson.go_to(2)


def test_a_wifi_that_answers_with_its_own_page_is_no_answer(
    host: Host, open_context: Contexts
) -> None:
    context = open_context()
    context.route(SAVES, lambda route: route.fulfill(status=200, body="<html>Connexion</html>"))
    lesson = LessonPage(context.new_page()).open(host.lesson())
    lesson.go_to(2)
    lesson.hide()
    expect(lesson.told).to_contain_text("Pas de réseau")
    assert len(lesson.page.evaluate(QUEUED)) == 1


def test_a_save_that_the_server_refuses_is_said(host: Host, phone: Page) -> None:
    phone.route(SAVES, lambda route: route.fulfill(status=400, json={"error": "malformed"}))
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(2)
    lesson.hide()
    expect(lesson.told).to_contain_text("Montrez cet écran")
