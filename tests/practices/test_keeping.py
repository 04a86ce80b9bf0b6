"""What is kept of an attempt, where, and who wins."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from browser_host import Host, requests_of
from hands import Touch
from playwright.sync_api import BrowserContext, Error, Page, Request, Route, expect
from practice_page import PracticePage

Contexts = Callable[..., BrowserContext]
SLUG = "joindre-un-cv"
SAVES = "**/save_progress/**"
LETTER = "Je suis malade depuis mars et je garde ma mère."


@pytest.fixture
def address(practice_host: Host) -> str:
    return f"{practice_host.address}/lecon/practice-{SLUG}/"


def opened(page: Page, address: str) -> PracticePage:
    return PracticePage(page).open(address)


def begun(page: Page, address: str) -> PracticePage:
    practice = opened(page, address)
    practice.begin()
    return practice


def send_the_cv(practice: PracticePage) -> None:
    hand = Touch(practice)
    for name in ("Joindre un document", "CV-Amina-Benali-2026.pdf", "Envoyer"):
        hand.press(name)


def test_a_reload_shows_the_same_draft_with_what_was_written(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    Touch(practice).write("Texte du mail", LETTER)
    Touch(practice).press("Joindre un document")
    Touch(practice).press("CV-Amina-Benali-2023.pdf")
    again = opened(phone, address)
    expect(again.field("Texte du mail")).to_have_value(LETTER)
    expect(again.control("Enlever CV-Amina-Benali-2023.pdf")).to_be_visible()


def test_a_second_tab_has_the_same_draft_and_the_older_one_is_told(
    open_context: Contexts, address: str
) -> None:
    context = open_context()
    first = begun(context.new_page(), address)
    Touch(first).press("Joindre un document")
    Touch(first).press("CV-Amina-Benali-2023.pdf")
    second = opened(context.new_page(), address)
    expect(second.control("Enlever CV-Amina-Benali-2023.pdf")).to_be_visible()
    Touch(second).press("Enlever CV-Amina-Benali-2023.pdf")
    expect(first.page.locator(".pap-status")).to_have_text(
        "Vous avez continué ailleurs. Voici la suite."
    )
    assert first.draft()["attachments"] == []
    first.press("Annuler")  # nothing of the older page is lost for good
    assert first.draft()["attachments"] == ["cv-2023"]


def test_another_device_has_the_choices_and_not_the_texts(
    open_context: Contexts, address: str
) -> None:
    phone, computer = open_context(), open_context(is_mobile=False, has_touch=False)
    first = begun(phone.new_page(), address)
    Touch(first).write("Texte du mail", LETTER)
    Touch(first).press("Joindre un document")
    Touch(first).press("CV-Amina-Benali-2026.pdf")
    first.saved()
    computer.add_cookies(phone.cookies())
    second = opened(computer.new_page(), address)
    expect(second.control("Enlever CV-Amina-Benali-2026.pdf")).to_be_visible()
    assert LETTER not in second.field("Texte du mail").input_value()
    expect(second.page.locator(".pap-status")).to_have_text(
        "Ce que vous avez écrit est resté sur l'autre appareil."
    )


def test_two_devices_the_later_hand_stays(open_context: Contexts, address: str) -> None:
    phone, computer = open_context(), open_context(is_mobile=False, has_touch=False)
    first = begun(phone.new_page(), address)
    first.saved()
    computer.add_cookies(phone.cookies())
    second = begun(computer.new_page(), address)
    Touch(second).press("Joindre un document")
    Touch(second).press("IMG_2034.jpg")
    Touch(first).press("Joindre un document")
    Touch(first).press("CV-Amina-Benali-2026.pdf")
    first.saved()
    second.saved()  # it is older, and is told
    assert second.draft()["attachments"] == ["cv-2026"]
    expect(second.page.locator(".pap-status")).to_contain_text("Vous avez continué ailleurs.")


def test_without_the_network_one_goes_on_and_the_success_arrives_once(
    open_context: Contexts, address: str
) -> None:
    context = open_context()
    practice = begun(context.new_page(), address)
    practice.saved()
    context.set_offline(True)
    send_the_cv(practice)
    expect(practice.words).to_contain_text("Le mail est parti avec le CV de 2026.")
    expect(practice.end).to_be_visible()
    context.set_offline(False)
    practice.saved()
    again = opened(practice.page, address)
    expect(practice.page.get_by_role("heading", name="On le refait ?")).to_be_visible()
    expect(practice.page.locator(".pap-done")).to_have_text("Vous l'avez fait : Joindre un CV.")
    assert practice.page.evaluate("() => window.watched.done.length") == 1
    assert again.page.evaluate("() => window.watched.record.state.done.length") == 1


def lose_the_answers(context: BrowserContext) -> list[int]:
    """From here on the server gets what is saved, and no page hears of it. The list: what it
    answered."""
    answers: list[int] = []

    def lose(route: Route) -> None:
        answers.append(route.fetch().status)
        with contextlib.suppress(Error):  # a page that was left has dropped it already
            route.abort()

    context.route(SAVES, lose)
    return answers


def tries_of(context: BrowserContext) -> list[int]:
    """How many attempts go with each save that is sent from here on."""
    sent: list[int] = []

    def note(request: Request) -> None:
        if "/save_progress/" in request.url:
            sent.append(len(request.post_data_json["data"]["tries"]))

    context.on("request", note)
    return sent


def leave_a_success_behind(context: BrowserContext, address: str) -> None:
    """It waits on the device: the page was closed before the network came back."""
    practice = begun(context.new_page(), address)
    practice.saved()
    context.set_offline(True)
    send_the_cv(practice)
    practice.page.close()
    context.set_offline(False)


@pytest.mark.parametrize("clock", ["", "2015-03-01", "2031-03-01"])
def test_a_success_whose_answer_got_lost_is_one_success(
    open_context: Contexts, address: str, clock: str
) -> None:
    """The server has it, and it waits on the device to be sent again."""
    context = open_context()
    if clock:
        context.clock.install(time=clock)  # the server finds a day of its own for it
    practice = begun(context.new_page(), address)
    practice.saved()
    answers = lose_the_answers(context)
    send_the_cv(practice)
    expect(practice.page.locator(".pap-status")).to_contain_text("Pas de réseau")
    assert answers[0] == 200
    again = opened(practice.page, address)
    expect(again.page.locator(".pap-done")).to_have_text("Vous l'avez fait : Joindre un CV.")
    assert again.page.evaluate("() => window.watched.done.length") == 1
    context.unroute(SAVES)
    opened(again.page, address).saved()
    after = opened(again.page, address)
    assert after.page.evaluate("() => window.watched.record.state.done.length") == 1


def test_a_success_that_the_server_has_is_not_sent_with_what_comes_after(
    open_context: Contexts, address: str
) -> None:
    context = open_context()
    practice = begun(context.new_page(), address)
    practice.saved()
    sent = tries_of(context)
    send_the_cv(practice)
    practice.saved()
    assert max(sent) == 1
    practice.press("Annuler")
    practice.saved()
    assert sent[-1] == 0


def test_nor_is_one_that_an_older_page_left_behind(open_context: Contexts, address: str) -> None:
    context = open_context()
    leave_a_success_behind(context, address)
    sent = tries_of(context)
    again = opened(context.new_page(), address)
    again.saved()
    assert max(sent) == 1
    again.press("Refaire")
    again.saved()
    assert sent[-1] == 0


def test_what_waits_when_the_page_closes_is_sent_by_the_next_one(
    open_context: Contexts, address: str
) -> None:
    context = open_context()
    leave_a_success_behind(context, address)
    again = opened(context.new_page(), address)
    again.saved()
    after = opened(context.new_page(), address)
    assert after.page.evaluate("() => window.watched.record.state.done.length") == 1


def test_a_second_success_with_another_look_says_that_one_knows(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    send_the_cv(practice)
    expect(practice.end).to_contain_text("Vous l'avez fait : Joindre un CV.")
    practice.press("Refaire")
    assert phone.locator(".pap-look-1").count() == 1
    send_the_cv(practice)
    expect(practice.end).to_contain_text("Vous savez le faire : Joindre un CV.")


def test_undo_and_start_over(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    start = practice.draft()
    hand = Touch(practice)
    hand.press("Joindre un document")
    hand.press("CV-Amina-Benali-2023.pdf")
    practice.press("Annuler")
    assert practice.draft()["at"] == "files"
    practice.press("Annuler")
    assert practice.draft() == start
    send_the_cv(practice)
    practice.press("Annuler")
    expect(practice.end).to_be_hidden()
    hand.press("Retour")
    practice.press("Recommencer")
    assert practice.draft() == start


def test_showing_is_reading_only_and_leaves_the_device_by_nobody(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    Touch(practice).write("Texte du mail", LETTER)
    with requests_of(phone) as made:
        practice.press("Je montre à mon formateur")
        shown = phone.locator(".pap-shown")
        expect(shown).to_contain_text(LETTER)
        expect(shown.locator("input, textarea")).to_have_count(0)
        expect(practice.frame).to_be_hidden()
        practice.press("Fermer")
    assert made == []
    expect(practice.frame).to_be_visible()
    assert practice.focus_is_within()


def test_help_comes_in_three_degrees(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    expect(practice.words).to_contain_text("Il faut joindre un document.")
    practice.press("Autre aide")
    expect(practice.words).to_contain_text("Cherchez le trombone.")
    assert phone.locator(".pap-lit").count() == 0
    practice.press("Montrez-moi")
    expect(practice.words).to_contain_text("Appuyez sur le trombone.")
    expect(phone.locator(".pap-lit")).to_have_accessible_name("Joindre un document")


def test_the_page_says_that_it_is_practice(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    assert "Entraînement" in phone.title()
    expect(practice.frame).to_contain_text("Entraînement : rien n'est envoyé.")


def test_answers_need_no_network_request(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    practice.saved()
    with requests_of(phone) as made:
        Touch(practice).press("Envoyer")
        expect(practice.words).to_contain_text("Le mail est parti sans le CV.")
    assert made == []


def test_a_reload_says_nothing_of_another_device(phone: Page, address: str) -> None:
    practice = begun(phone, address)
    Touch(practice).write("Texte du mail", LETTER)
    Touch(practice).press("Joindre un document")
    again = opened(phone, address)
    expect(again.frame).to_be_visible()
    expect(phone.locator(".pap-status")).to_have_text("")
    again.saved()
    opened(phone, address)
    expect(phone.locator(".pap-status")).to_have_text("")


def test_another_device_where_nothing_was_written_says_nothing_of_texts(
    open_context: Contexts, address: str
) -> None:
    phone, computer = open_context(), open_context(is_mobile=False, has_touch=False)
    first = begun(phone.new_page(), address)
    Touch(first).press("Joindre un document")
    first.saved()
    computer.add_cookies(phone.cookies())
    second = opened(computer.new_page(), address)
    assert second.draft()["at"] == "files"
    expect(second.page.locator(".pap-status")).to_have_text("")


def test_whoever_leaves_leaves_no_letter_in_another_tab(
    open_context: Contexts, practice_host: Host, address: str
) -> None:
    context = open_context()
    context.clock.install()
    practice = begun(context.new_page(), address)
    Touch(practice).write("Texte du mail", LETTER)
    practice.saved()
    door = context.new_page()
    door.goto(f"{practice_host.address}/personne/")
    field = practice.field("Texte du mail").element_handle()
    door.locator("form[data-forget] button").click()
    expect(practice.frame).to_have_count(0)
    practice.page.clock.run_for(1000)  # the field that went away had changed: nobody's act
    expect(practice.page.locator(".pap-status")).to_contain_text("Une autre personne")
    field.evaluate("node => node.dispatchEvent(new Event('input'))")
    kept = practice.page.evaluate("() => JSON.stringify(localStorage)")
    assert LETTER not in kept


@pytest.mark.parametrize(
    "draft",
    [{"at": "compose", "gone": True}, {"at": "files", "attachments": ["gone"]}, {"at": 3}],
    ids=["a path", "a file", "another kind"],
)
def test_what_a_new_text_has_no_more_is_not_sent_for_ever(
    phone: Page, address: str, draft: dict
) -> None:
    practice = begun(phone, address)
    practice.saved()
    phone.evaluate(
        """draft => {
            const record = window.watched.record;
            const kept = JSON.parse(localStorage.getItem(record.key));
            const anew = {...kept, draft, at: kept.at + 1, of: kept.of + 1};
            localStorage.setItem(record.key, JSON.stringify(anew));
        }""",
        draft,
    )
    again = opened(phone, address)
    again.begin()
    send_the_cv(again)
    again.saved()
    opened(phone, address)
    assert phone.evaluate("() => window.watched.record.state.done.length") == 1


def test_a_draft_of_the_server_that_can_not_be_drawn_begins_anew(
    open_context: Contexts, address: str
) -> None:
    page = open_context().new_page()
    page.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
            const given = document.querySelector(".xblock_json_init_args");
            const args = JSON.parse(given.textContent);
            args.progress.state = {
                level: 1, look: 0, at: 5, draft: {attachments: ["gone"]}, told: {}, done: []
            };
            given.textContent = JSON.stringify(args);
        }, true)"""
    )
    practice = opened(page, address)
    practice.begin()
    assert practice.draft()["attachments"] == []


def test_a_success_that_waits_counts_after_a_reload(open_context: Contexts, address: str) -> None:
    context = open_context()
    practice = begun(context.new_page(), address)
    practice.saved()
    context.route(SAVES, lambda route: route.abort())
    send_the_cv(practice)
    expect(practice.end).to_be_visible()
    opened(practice.page, address)
    expect(practice.page.locator(".pap-done")).to_have_text("Vous l'avez fait : Joindre un CV.")


def test_what_one_has_just_written_takes_no_word_away(phone: Page, address: str) -> None:
    """Leaving a field is answered a little later: never after the button that was pressed."""
    phone.clock.install()
    practice = begun(phone, address)
    practice.press("Autre aide")
    practice.field("Texte du mail").press_sequentially("Bonjour")
    practice.press("Montrez-moi")
    phone.clock.run_for(1000)
    assert phone.locator(".pap-lit").count() == 1
    practice.field("Texte du mail").press_sequentially(" Madame")
    practice.press("Annuler")
    phone.clock.run_for(1000)
    expect(phone.locator(".pap-status")).to_have_text("C'est annulé.")
