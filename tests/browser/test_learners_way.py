"""A learner's whole way through a lesson, on a phone and on a desktop."""

from __future__ import annotations

import json
import time

from browser_host import Host, requests_of
from lesson_page import OPENED, QUEUED, LessonPage
from playwright.sync_api import Page, expect


def test_from_the_list_to_the_end_and_back(host: Host, device: Page) -> None:
    device.goto(host.address)
    device.get_by_role("link", name=OPENED).click()
    lesson = LessonPage(device)
    expect(lesson.screen.get_by_role("heading", name="Joindre un CV")).to_be_visible()
    expect(device.locator(".pap-screen:visible")).to_have_count(1)
    last = lesson.last
    for place in range(1, last + 1):
        lesson.next()
        assert lesson.place == place
        expect(device.locator(".pap-screen:visible")).to_have_count(1)
        # Who listens to the page hears the new step's title at once.
        heading = device.evaluate("() => document.activeElement.className")
        assert heading == "pap-title"
        if place == last - 1:
            real = lesson.screen.get_by_role("heading", name="Et maintenant, pour de vrai")
            expect(real).to_be_visible()
            expect(lesson.screen.locator(".pap-count")).to_have_count(0)
            lesson.screen.get_by_label("J'ai relu l'adresse mail.").check()
    expect(lesson.screen.get_by_role("heading", name="La leçon est finie.")).to_be_visible()
    expect(lesson.screen.get_by_role("heading", name="Vous préférez parler à")).to_be_visible()
    lesson.screen.get_by_text("Presque").click()
    expect(lesson.screen.get_by_text("Vous pouvez recommencer la leçon")).to_be_visible()
    device.wait_for_function(
        f"() => ({QUEUED})().some(key => localStorage[key].includes('almost'))"
    )
    lesson.saved()

    lesson.open(host.lesson())
    assert lesson.place == last
    expect(lesson.screen.get_by_text("Vous pouvez recommencer la leçon")).to_be_visible()
    lesson.press("Retour")
    expect(lesson.screen.get_by_label("J'ai relu l'adresse mail.")).to_be_checked()
    device.get_by_role("link", name="Toutes les leçons").click()
    expect(device.get_by_role("link", name=OPENED)).to_contain_text("Vous l'avez fait")


def test_the_place_is_kept_over_a_restart_and_a_kill(own_host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(own_host.lesson())
    lesson.go_to(3)
    lesson.saved()
    own_host.kill()
    own_host.start()
    lesson.open(own_host.lesson())
    assert lesson.place == 3
    phone.goto(own_host.address)
    expect(phone.get_by_role("link", name=OPENED)).to_contain_text("Commencé")


def test_an_answer_is_answered_at_once_without_the_network(host: Host, device: Page) -> None:
    lesson = LessonPage(device).open(host.lesson())
    lesson.go_to_check()
    device.wait_for_load_state("networkidle")
    with requests_of(device) as made:
        feedback = lesson.answer(0)
        expect(feedback).to_be_visible()
        # One answer of several opens, the one before closes.
        expect(lesson.answer(1)).to_be_visible()
        expect(feedback).to_be_hidden()
    assert made == []


def test_answers_never_block_the_way(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to_check()
    check = lesson.place
    lesson.next()
    assert lesson.place == check + 1


def test_answers_stay_when_one_comes_back(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to_check()
    lesson.answer(0)
    lesson.next()
    lesson.press("Retour")
    expect(lesson.screen.locator(".pap-feedback").nth(0)).to_be_visible()
    lesson.saved()
    lesson.open(host.lesson())
    expect(lesson.screen.locator(".pap-feedback").nth(0)).to_be_visible()


def test_a_lesson_is_saved_once_not_at_each_touch(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    with requests_of(phone) as made:
        lesson.go_to_check()
        for number in range(3):
            lesson.answer(number)
        while lesson.place < lesson.last - 1:
            lesson.next()
        time.sleep(1)
    assert [entry.split(" ")[0] for entry in made] == ["POST"]


def test_the_last_step_is_saved_at_once(host: Host, phone: Page) -> None:
    """It is done then, whether or not one goes on to « pour de vrai » and to the end."""
    lesson = LessonPage(phone).open(host.lesson())
    last_step = phone.locator(".pap-count").count()
    assert last_step == lesson.last - 2
    lesson.go_to(last_step - 1)
    with phone.expect_response("**/save_progress/") as saved:
        lesson.next()
    assert json.loads(saved.value.request.post_data)["data"]["reached"] == last_step
    phone.goto(host.address)
    expect(phone.get_by_role("link", name=OPENED)).to_contain_text("Vous l'avez fait")


def test_text_size_is_kept_for_other_lessons(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    size = "() => getComputedStyle(document.querySelector('.pap-lesson')).fontSize"
    assert phone.evaluate(size) == "18px"
    lesson.press("Texte plus grand")
    bigger = phone.evaluate(size)
    assert float(bigger.removesuffix("px")) > 18
    lesson.saved()
    lesson.open(host.lesson("fausse-offre"))
    assert phone.evaluate(size) == bigger


def test_all_steps_at_once(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.press("Voir toutes les étapes")
    expect(phone.locator(".pap-screen:visible")).to_have_count(lesson.last + 1)
    lesson.press("Voir une étape à la fois")
    expect(phone.locator(".pap-screen:visible")).to_have_count(1)
