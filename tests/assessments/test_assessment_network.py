"""Nothing that was answered is lost, nothing is counted twice, nothing is sent as somebody
else's: with the network cut, a page left, another device, another tab, another person."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from assessment_page import (
    NOT_YET,
    AssessmentPage,
    of_kind,
    right_reply,
    tasks_by_script,
    wrong_reply,
)
from playwright.sync_api import BrowserContext, Request, Route, expect

Open = Callable[..., AssessmentPage]
Contexts = Callable[..., BrowserContext]

ACT = "**/act/"
OFFLINE = "Pas de réseau. Votre réponse est gardée."
ELSEWHERE = "Vous avez continué sur un autre écran."
WAITING = "() => Object.keys(localStorage).filter(key => key.startsWith('pasapas:queue:'))"


class Sent:
    """The acts that reached the server, and what it said to them."""

    def __init__(self, context: BrowserContext):
        self.requests: list[dict] = []
        self.statuses: list[int] = []
        context.on("requestfinished", self._note)

    def _note(self, request: Request) -> None:
        if request.url.endswith("/act/"):
            self.requests.append(json.loads(request.post_data))
            self.statuses.append(request.response().status)

    @property
    def answers(self) -> list[dict]:
        return [request for request in self.requests if request["do"] == "answer"]


@pytest.fixture
def page(open_assessment: Open) -> AssessmentPage:
    """On a challenge of one choice, which is not the first of its run."""
    found = open_assessment()
    first, second = of_kind("touch"), of_kind("one")
    return found.bring(second, given=[[first.slug, 1, right_reply(first)]])


def outcomes(page: AssessmentPage) -> list[list]:
    return [[slug, outcome] for slug, outcome, _ in page.kept["given"]]


def waits(page: AssessmentPage) -> list[str]:
    return page.page.evaluate(WAITING)


def test_the_network_cut_while_answering_and_back(page: AssessmentPage) -> None:
    context, challenge = page.page.context, page.challenge
    sent = Sent(context)
    context.set_offline(True)
    page.answer(right_reply(challenge))
    expect(page.told).to_contain_text(OFFLINE)
    assert len(waits(page)) == 1
    # What was answered can't be changed any more, and pressing again sends nothing else.
    assert page.section.locator(".pap-choices").evaluate("node => node.inert")
    page.main.click()
    assert len(page.kept["given"]) == 1
    context.set_offline(False)
    expect(page.after).to_be_visible()
    expect(page.told).to_have_text("")
    assert waits(page) == []
    assert len(sent.answers) == 1
    assert outcomes(page)[1:] == [[challenge.slug, 1]]


def test_a_lost_reply_is_asked_for_again_and_counts_once(page: AssessmentPage) -> None:
    replies: list[tuple[dict, dict]] = []

    def lose_the_first(route: Route) -> None:
        reply = route.fetch()
        replies.append((json.loads(route.request.post_data), reply.json()))
        if len(replies) == 1:
            route.abort()
        else:
            route.fulfill(response=reply)

    page.page.route(ACT, lose_the_first)
    page.answer(right_reply(page.challenge))
    expect(page.told).to_contain_text(OFFLINE)
    page.main.click()  # who does not want to wait presses again
    expect(page.after).to_be_visible()
    assert replies[0] == replies[1]
    assert len(page.kept["given"]) == 2


def test_a_server_that_is_down_for_a_while(page: AssessmentPage) -> None:
    statuses = iter([503, 404, 429])

    def refuse(route: Route) -> None:
        status = next(statuses, None)
        if status:
            route.fulfill(status=status, body="")
        else:
            route.continue_()

    page.page.route(ACT, refuse)
    page.answer(right_reply(page.challenge))
    for _ in range(3):
        expect(page.told).to_contain_text(OFFLINE)
        page.main.click()
    expect(page.after).to_be_visible()
    assert len(page.kept["given"]) == 2


def test_a_wifi_that_answers_with_its_own_page_is_no_answer(page: AssessmentPage) -> None:
    page.page.route(ACT, lambda route: route.fulfill(status=200, body="<html>Connexion</html>"))
    page.answer(NOT_YET)
    expect(page.told).to_contain_text(OFFLINE)
    assert len(waits(page)) == 1


def test_what_waits_is_sent_after_a_reload(page: AssessmentPage) -> None:
    challenge = page.challenge
    page.page.route(ACT, lambda route: route.abort())
    page.answer(right_reply(challenge))
    expect(page.told).to_contain_text(OFFLINE)
    page.page.unroute(ACT)
    page.reload()
    expect(page.after).to_contain_text("Oui.")
    page.go_on()
    assert page.challenge.slug != challenge.slug
    assert outcomes(page)[1:] == [[challenge.slug, 1]]
    assert waits(page) == []


def test_a_reply_that_was_lost_with_its_page_marks_nothing_of_the_next_challenge(
    page: AssessmentPage,
) -> None:
    """The server has the answer already: the page shows the next challenge, and the word after
    the answer comes without what it was about."""
    challenge = page.challenge

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.page.route(ACT, lose)
    page.answer(right_reply(challenge))
    expect(page.told).to_contain_text(OFFLINE)
    page.page.unroute(ACT)
    page.reload()
    expect(page.after).to_contain_text(challenge.learn[0].text)
    expect(page.section).to_have_count(0)
    page.go_on()
    expect(page.section.locator(".pap-right")).to_have_count(0)
    assert page.section.locator("input:disabled, button:disabled").count() == 0
    assert outcomes(page)[1:] == [[challenge.slug, 1]]


def test_a_page_of_a_lesson_sends_what_waits(page: AssessmentPage) -> None:
    challenge = page.challenge
    page.page.route(ACT, lambda route: route.abort())
    page.answer(right_reply(challenge))
    expect(page.told).to_contain_text(OFFLINE)
    other = page.page.context.new_page()
    page.page.close()
    other.goto(f"{page.host.address}/lecon/lesson-joindre-un-cv/")
    other.wait_for_function(f"() => ({WAITING})().length === 0", polling=200)
    assert outcomes(page)[1:] == [[challenge.slug, 1]]


def test_leaving_without_the_network_loses_nothing(page: AssessmentPage) -> None:
    learner = page.learner
    page.page.context.route(ACT, lambda route: route.abort())
    page.answer(NOT_YET)
    expect(page.told).to_contain_text(OFFLINE)
    page.page.get_by_role("link", name="Une autre personne commence").click()
    page.page.get_by_role("button", name="Oui, une autre personne commence").click()
    expect(page.page.get_by_role("status")).to_contain_text("Pas de réseau")
    assert len(waits(page)) == 1
    page.page.context.unroute(ACT)
    page.page.get_by_role("button", name="Oui, une autre personne commence").click()
    expect(page.page).to_have_url(f"{page.host.address}/")
    assert waits(page) == []
    assert len(page.kept_of(learner)["given"]) == 2


def test_a_reload_shows_the_same_challenge(page: AssessmentPage) -> None:
    slug = page.challenge.slug
    page.choose(right_reply(page.challenge))
    page.reload()
    assert page.challenge.slug == slug
    expect(page.told).to_have_text("Vous aviez commencé. Vous continuez au même endroit.")
    assert page.section.locator("input:checked").count() == 0
    assert len(page.kept["given"]) == 1


def test_another_device_goes_on_with_the_same_challenge(
    page: AssessmentPage, open_context: Contexts
) -> None:
    challenge = page.challenge
    phone = page.page.context
    other = open_context()
    other.add_cookies(phone.cookies())
    second = AssessmentPage(other.new_page(), page.host).open()
    assert second.challenge.slug == challenge.slug
    second.answered(right_reply(challenge))
    second.go_on()
    following = second.challenge.slug
    page.reload()
    assert page.challenge.slug == following


def test_two_tabs_and_one_challenge(page: AssessmentPage) -> None:
    challenge = page.challenge
    sent = Sent(page.page.context)
    second = AssessmentPage(page.page.context.new_page(), page.host).open()
    page.answered(right_reply(challenge))
    second.answer(wrong_reply(challenge))
    expect(second.told).to_contain_text(ELSEWHERE)
    assert second.challenge.slug != challenge.slug
    assert sent.statuses == [200, 409]
    assert outcomes(page)[1:] == [[challenge.slug, 1]]
    assert waits(second) == []
    # And it goes on there.
    if second.kind != "task":
        second.answered(NOT_YET)
        assert len(page.kept["given"]) == 3


def test_two_tabs_that_begin(open_assessment: Open) -> None:
    first = open_assessment()
    second = AssessmentPage(first.page.context.new_page(), first.host).open()
    first.begin()
    second.begin()
    assert first.challenge.slug == second.challenge.slug
    assert first.kept["run"] == 1


def test_two_learners_on_one_phone(page: AssessmentPage) -> None:
    """Somebody else signs in while an answer of the first one waits: it is never sent as the
    second one's, and it is still there when the first one comes back."""
    context, challenge = page.page.context, page.challenge
    mine = context.cookies()
    page.page.route(ACT, lambda route: route.abort())
    page.answer(right_reply(challenge))
    expect(page.told).to_contain_text(OFFLINE)
    sent = Sent(context)
    context.clear_cookies()
    second = AssessmentPage(context.new_page(), page.host).open().begin()
    second.page.wait_for_timeout(3500)  # longer than the pause before what was left is sent
    assert [request["do"] for request in sent.requests] == ["begin"]
    # The first one's page is still open, and somebody presses its button.
    with page.page.expect_response(ACT) as reply:  # to the press, or to what it tries by itself
        page.page.unroute(ACT)
        page.page.bring_to_front()
        page.main.click()
    assert reply.value.status == 403
    expect(page.told).to_contain_text("Une autre personne utilise cet appareil")
    assert (second.kept["warm"], second.kept["given"]) == ([], [])
    assert len(waits(page)) == 1
    context.clear_cookies()
    context.add_cookies(mine)
    page.reload()
    expect(page.after).to_contain_text("Oui.")
    assert outcomes(page)[1:] == [[challenge.slug, 1]]


def test_signed_out_and_back(page: AssessmentPage) -> None:
    context, challenge = page.page.context, page.challenge
    mine = context.cookies()
    context.clear_cookies()
    page.answer(right_reply(challenge))
    expect(page.told).not_to_have_text("")
    expect(page.told).not_to_have_text("Un instant.")
    assert len(waits(page)) == 1
    context.add_cookies(mine)
    page.main.click()
    expect(page.after).to_contain_text("Oui.")
    assert outcomes(page)[1:] == [[challenge.slug, 1]]


def test_a_refused_answer_is_told_and_can_be_given_anew(page: AssessmentPage) -> None:
    page.page.route(ACT, lambda route: route.fulfill(status=400, json={"error": "malformed"}))
    page.answer(right_reply(page.challenge))
    expect(page.told).to_contain_text("Montrez cet écran")
    page.page.unroute(ACT)
    page.main.click()
    expect(page.after).to_be_visible()
    assert len(page.kept["given"]) == 2


def test_a_device_that_keeps_nothing(open_context: Contexts, page: AssessmentPage) -> None:
    other = open_context()
    other.add_cookies(page.page.context.cookies())
    tab = other.new_page()
    tab.add_init_script("Object.defineProperty(window, 'localStorage', {value: undefined})")
    second = AssessmentPage(tab, page.host).open()
    second.answered(NOT_YET)
    assert len(second.kept["given"]) == 2


def test_sound_that_is_not_there_is_told(page: AssessmentPage) -> None:
    page.page.context.route("**/sound/**", lambda route: route.fulfill(status=404, body=""))
    page.page.add_init_script(
        "Object.defineProperty(window, 'speechSynthesis', {value: undefined})"
    )
    page.reload()
    # Whatever has been recorded by now: a recording of this challenge stands in the page.
    page.section.evaluate(
        """section => {
            const count = section.querySelectorAll("[data-s]").length;
            section.querySelectorAll("audio").forEach(node => node.remove());
            section.insertAdjacentHTML("beforeend", `<audio class="pap-audio" preload="none"
                data-starts="${"1 ".repeat(count)}1"><source src="/sound/gone.ogg"
                type="audio/ogg; codecs=opus"><source src="/sound/gone.mp3"
                type="audio/mpeg"></audio>`);
            section.querySelectorAll(":scope > .pap-main, .pap-stop-line")
                .forEach(node => node.remove());
            window.watched.open(window.watched.page);
        }"""
    )
    page.section.get_by_role("button", name="Écouter", exact=True).click()
    expect(page.told).to_contain_text("son")
    page.answered(NOT_YET)


@pytest.mark.parametrize("lost", ["**/screen/**", "**/task-*.js", "**/task-*.css"])
def test_a_task_whose_screen_can_not_be_loaded(page: AssessmentPage, lost: str) -> None:
    challenge = next(iter(tasks_by_script().values()))
    page.page.context.route(lost, lambda route: route.abort())
    page.bring(challenge, drawn=False)
    expect(page.section).to_contain_text("Cet écran ne peut pas s'ouvrir.")
    page.main.click()
    expect(page.told).to_have_text("Choisissez d'abord une réponse.")
    page.answered(NOT_YET)
    assert outcomes(page)[-1] == [challenge.slug, -1]
