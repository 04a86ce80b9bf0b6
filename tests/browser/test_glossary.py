"""Words that are explained: touched, by keyboard, heard, printed, and with scripts off."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
from browser_host import DESKTOP, Contexts, Host, requests_of
from lesson_page import LessonPage
from playwright.sync_api import Locator, Page, expect
from test_access import assert_accessible
from test_sound import DEVICE_VOICE, NO_RECORDING, NO_VOICE

from pasapas.content.shelf import shipped_references

PIECE, CV, SMS = (shipped_references().glossary[name] for name in ("piece-jointe", "cv", "sms"))
EXPLAINS = " : ce que cela veut dire"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a lesson whose words are explained."""
    program = str(Path(__file__).with_name("words_server.py"))
    host = Host(tmp_path_factory.mktemp("words"), program=(program,))
    host.start()
    yield host.lesson("mots")
    host.kill()


def opened(page: Page, address: str, place: int = 1) -> LessonPage:
    lesson = LessonPage(page).open(address)
    lesson.go_to(place)
    return lesson


def word(lesson: LessonPage, text: str, number: int = 0) -> Locator:
    return lesson.screen.get_by_role("button", name=text + EXPLAINS, exact=True).nth(number)


def meanings(lesson: LessonPage) -> Locator:
    return lesson.screen.locator(".pap-meaning:visible")


def has_focus(locator: Locator) -> bool:
    return locator.evaluate("element => element === document.activeElement")


def above(meaning: Locator) -> str:
    """The text of what stands right before it."""
    return meaning.evaluate("element => element.previousElementSibling.textContent")


# --- Touched ---


def test_a_touch_opens_the_meaning_below_the_sentence_without_a_request(
    words: str, device: Page
) -> None:
    lesson = opened(device, words)
    expect(meanings(lesson)).to_have_count(0)
    device.wait_for_load_state("networkidle")
    with requests_of(device) as made:
        word(lesson, "pièce jointe").click()
        expect(meanings(lesson)).to_have_count(1)
        for sentence in PIECE.meaning:
            expect(meanings(lesson).get_by_text(sentence, exact=True)).to_be_visible()
        expect(meanings(lesson).get_by_role("img")).to_have_count(1)
    assert made == []
    assert above(meanings(lesson)) == "Une pièce jointe part avec le mail."
    line, meaning = (
        item.bounding_box() for item in (lesson.screen.locator("p[data-s]").first, meanings(lesson))
    )
    assert 0 <= meaning["y"] - (line["y"] + line["height"]) < 30
    assert device.url == words, "the address is that of the lesson, not of a word"


def test_a_touch_on_the_open_word_closes_it(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    for count in (1, 0, 1):
        word(lesson, "pièce jointe").tap()
        expect(meanings(lesson)).to_have_count(count)


def test_a_word_that_stands_twice_opens_where_it_is_touched(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    first, second = (word(lesson, "pièce jointe", number) for number in (0, 1))
    first.tap()
    second.tap()
    expect(meanings(lesson)).to_have_count(1)
    assert above(meanings(lesson)) == "Votre CV est une pièce jointe."
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(second).to_have_attribute("aria-expanded", "true")
    second.tap()
    expect(meanings(lesson)).to_have_count(0)


def test_two_meanings_may_be_open_at_once(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    word(lesson, "CV").tap()
    word(lesson, "SMS").tap()
    expect(meanings(lesson)).to_have_count(2)


def test_a_word_in_what_is_said_back(words: str, phone: Page) -> None:
    """It stands in two answers, of which one is open: its meaning goes with the touch."""
    lesson = opened(phone, words, 2)
    for answer in (0, 1):
        feedback = lesson.answer(answer)
        feedback.get_by_role("button", name="CV" + EXPLAINS).tap()
        expect(feedback.get_by_text(CV.meaning[0])).to_be_visible()
        expect(meanings(lesson)).to_have_count(1)


def test_a_meaning_is_no_answer(words: str, phone: Page) -> None:
    """It chooses nothing, and is closed when one comes back."""
    lesson = opened(phone, words, 2)
    lesson.answer(0).get_by_role("button", name="CV" + EXPLAINS).tap()
    expect(meanings(lesson)).to_have_count(1)
    expect(lesson.screen.locator(".pap-choice[open]")).to_have_count(1)
    # Nor does it look like one: no ring to fill, no tick.
    signs = meanings(lesson).evaluate(
        "meaning => ['::before', '::after'].map("
        "place => getComputedStyle(meaning.firstElementChild, place).content)"
    )
    assert signs[0] == "none"
    assert "×" in signs[1]
    lesson.saved()
    lesson.open(words)
    expect(lesson.screen.locator(".pap-choice[open]")).to_have_count(1)
    expect(meanings(lesson)).to_have_count(0)


@pytest.mark.parametrize("text", ["pièce jointe", "SMS"])
def test_a_word_is_hit_by_a_finger(words: str, phone: Page, text: str) -> None:
    """44 px high, also where the line has other words above and below it."""
    lesson = opened(phone, words)
    box = word(lesson, text).bounding_box()
    assert box["height"] >= 44
    assert box["width"] >= 40
    for down in (2, box["height"] - 2):
        phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + down)
        expect(word(lesson, text)).to_have_attribute("aria-expanded", "true")
        word(lesson, text).tap()
        expect(meanings(lesson)).to_have_count(0)
        box = word(lesson, text).bounding_box()


def test_words_stay_in_their_line(words: str, phone: Page) -> None:
    """The finger's place takes no room: the sentence has lines like any other."""
    lesson = opened(phone, words)
    heights = lesson.screen.locator("p[data-s]").evaluate_all(
        "lines => lines.map(line => line.getBoundingClientRect().height / "
        "parseFloat(getComputedStyle(line).lineHeight))"
    )
    assert [round(height, 2) % 1 for height in heights] == [0] * len(heights)


def test_a_word_is_told_from_others_and_from_links_without_colour(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    style = word(lesson, "CV").evaluate(
        "element => { const s = getComputedStyle(element); return "
        "[s.textDecorationLine, s.textDecorationStyle, s.fontStyle, s.fontWeight]; }"
    )
    assert style == ["underline", "dotted", "normal", "700"]


# --- By keyboard, and for a screen reader ---


def test_by_keyboard_alone(words: str, open_context: Contexts) -> None:
    options = {"is_mobile": False, "has_touch": False, "device_scale_factor": 1, **DESKTOP}
    page = open_context(**options).new_page()
    lesson = opened(page, words)
    first = word(lesson, "pièce jointe")
    page.keyboard.press("Tab")
    assert has_focus(first)
    expect(first).to_have_attribute("aria-expanded", "false")
    for key in ("Enter", "Space"):
        top = page.evaluate("() => window.scrollY")
        page.keyboard.press(key)
        summary = meanings(lesson).locator("summary")
        assert has_focus(summary)
        expect(first).to_have_attribute("aria-expanded", "true")
        assert page.evaluate("() => window.scrollY") == top, "the page jumped"
        outline = summary.evaluate("element => parseFloat(getComputedStyle(element).outlineWidth)")
        assert outline >= 2
        # Within it, to what it can say; then back, and closed by the same key.
        page.keyboard.press("Tab")
        assert has_focus(meanings(lesson).get_by_role("button", name="Écouter"))
        page.keyboard.press("Shift+Tab")
        page.keyboard.press(key)
        expect(meanings(lesson)).to_have_count(0)
        page.wait_for_function("() => document.activeElement.className === 'pap-word'")
        assert has_focus(first)
        expect(first).to_have_attribute("aria-expanded", "false")


def test_the_focus_goes_back_to_the_word_that_was_touched(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    second = word(lesson, "pièce jointe", 1)
    second.tap()
    meanings(lesson).locator("summary").tap()
    expect(meanings(lesson)).to_have_count(0)
    expect(second).to_be_focused()


def test_what_a_screen_reader_is_told(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    sentence = lesson.screen.locator("p[data-s]").first
    expect(sentence).to_match_aria_snapshot(
        """
        - paragraph:
          - text: Une
          - 'button "pièce jointe : ce que cela veut dire"'
          - text: part avec le mail.
        """
    )
    word(lesson, "pièce jointe").tap()
    expect(word(lesson, "pièce jointe")).to_have_attribute("aria-expanded", "true")
    expect(meanings(lesson).locator("summary")).to_have_accessible_name("pièce jointe")


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(words: str, open_context: Contexts, colors: str) -> None:
    page = open_context(color_scheme=colors).new_page()
    lesson = opened(page, words)
    assert_accessible(page, "closed")
    for text in ("pièce jointe", "CV", "SMS"):
        word(lesson, text).tap()
    assert_accessible(page, "open")
    lesson.next()
    lesson.answer(0).get_by_role("button", name="CV" + EXPLAINS).tap()
    assert_accessible(page, "in an answer")


# --- Narrow, large ---


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_a_narrow_phone(
    words: str, open_context: Contexts, width: int
) -> None:
    page = open_context(viewport={"width": width, "height": 640}).new_page()
    lesson = opened(page, words)
    while page.locator(".pap-lesson").get_attribute("data-size") != "2":
        lesson.press("Texte plus grand")
    for text in ("pièce jointe", "CV", "SMS"):
        word(lesson, text).click()
        word(lesson, text).focus()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    lesson.next()
    lesson.answer(0).get_by_role("button", name="CV" + EXPLAINS).click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


# --- Heard ---


def test_listening_to_the_screen_does_not_read_the_meanings(words: str, phone: Page) -> None:
    phone.add_init_script(DEVICE_VOICE)
    phone.add_init_script(NO_RECORDING)
    lesson = opened(phone, words)
    word(lesson, "pièce jointe").tap()
    lesson.screen.locator("xpath=..").get_by_role("button", name="Écouter").first.click()
    expect(phone.get_by_role("button", name="Pause", exact=True)).to_be_hidden()
    said = [text for text, _ in phone.evaluate("() => window.said")]
    assert said == [
        "Un mot dans une phrase",
        "Une pièce jointe part avec le mail.",
        "Votre CV est une pièce jointe.",
        "Un SMS arrive sur le téléphone.",
        "Un mail arrive aussi.",
        "La suite est sur l'autre écran.",
    ]


def test_a_meaning_has_its_own_listen_button(words: str, phone: Page) -> None:
    phone.add_init_script(DEVICE_VOICE)
    phone.add_init_script(NO_RECORDING)
    lesson = opened(phone, words)
    word(lesson, "pièce jointe").tap()
    meanings(lesson).get_by_role("button", name="Écouter").tap()
    wanted = ["pièce jointe", *PIECE.meaning]
    phone.wait_for_function("count => window.said.length === count", arg=len(wanted))
    assert [text for text, _ in phone.evaluate("() => window.said")] == wanted


def test_a_meaning_that_is_closed_falls_silent(words: str, phone: Page) -> None:
    lesson = opened(phone, words)
    word(lesson, "CV").tap()
    meanings(lesson).get_by_role("button", name="Écouter").tap()
    paused = "document.querySelector('.pap-here audio').paused"
    phone.wait_for_function(f"() => !{paused}")
    meanings(lesson).locator("summary").tap()
    phone.wait_for_function(f"() => {paused}")
    expect(phone.get_by_role("button", name="Pause", exact=True)).to_be_hidden()


def test_with_all_steps_shown_every_meaning_can_be_heard(words: str, phone: Page) -> None:
    lesson = LessonPage(phone).open(words)
    lesson.press("Voir toutes les étapes")
    phone.locator(".pap-sentence .pap-word").first.tap()
    expect(phone.locator(".pap-meaning[open] .pap-say")).to_be_visible()


def test_the_recording_of_a_meaning_is_played_from_its_beginning_to_its_end(
    words: str, phone: Page
) -> None:
    lesson = opened(phone, words)
    word(lesson, "CV").tap()
    meanings(lesson).get_by_role("button", name="Écouter").tap()
    said = meanings(lesson).locator("[data-s]")
    expect(said.first).to_have_class("pap-reading")
    tenths = lesson.screen.locator("audio").get_attribute("data-starts").split(" ")
    starts = [total / 10 for total in accumulate(map(int, tenths))]
    index = int(said.first.get_attribute("data-s"))
    time = "document.querySelector('.pap-here audio').currentTime"
    phone.wait_for_function(f"from => {time} >= from - 0.2", arg=starts[index])
    expect(lesson.screen.locator(".pap-reading")).to_have_count(0)
    assert phone.evaluate(time) < starts[index + 1 + len(CV.meaning)] + 0.1
    assert phone.evaluate("() => document.querySelector('.pap-here audio').paused")


def test_no_recording_and_no_voice_no_button(words: str, phone: Page) -> None:
    phone.add_init_script(NO_VOICE)
    phone.add_init_script(NO_RECORDING)
    lesson = opened(phone, words)
    word(lesson, "SMS").tap()
    expect(meanings(lesson).get_by_text(SMS.meaning[0])).to_be_visible()
    expect(meanings(lesson).locator("button")).to_be_hidden()


# --- With scripts off, on paper ---


def test_with_scripts_off_a_word_opens_its_meaning(words: str, open_context: Contexts) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(words)
    first = page.locator(".pap-screen").nth(1)
    meaning = first.locator(".pap-meaning").first
    said = meaning.get_by_text(PIECE.meaning[0], exact=True)
    expect(meaning.locator("summary")).to_be_visible()
    expect(said).to_be_hidden()
    first.get_by_role("link", name="pièce jointe" + EXPLAINS).first.click()
    expect(said).to_be_visible()
    meaning.locator("summary").click()
    expect(said).to_be_hidden()
    meaning.locator("summary").click()
    expect(said).to_be_visible()


def test_with_scripts_off_a_word_in_a_closed_answer_opens_too(
    words: str, open_context: Contexts
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(words)
    answers = page.locator(".pap-screen").nth(2).locator(".pap-choice")
    answers.nth(1).locator("summary").first.click()
    answers.nth(1).get_by_role("link", name="CV" + EXPLAINS).click()
    expect(answers.nth(0).get_by_text(CV.meaning[0])).to_be_visible()


def printed(page: Page, file: Path) -> str:
    page.pdf(path=file, format="A4")
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    return " ".join(text.split())


def test_only_open_meanings_are_printed(words: str, phone: Page, tmp_path: Path) -> None:
    lesson = opened(phone, words)
    text = printed(phone, tmp_path / "closed.pdf")
    assert "Une pièce jointe part avec le mail." in text
    assert PIECE.meaning[0] not in text
    assert text.count("pièce jointe") == 2
    word(lesson, "pièce jointe").tap()
    text = printed(phone, tmp_path / "open.pdf")
    assert PIECE.meaning[0] in text
    assert CV.meaning[0] not in text


def test_closed_meanings_are_not_printed_with_scripts_off(
    words: str, open_context: Contexts, tmp_path: Path
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(words)
    assert printed(page, tmp_path / "paper.pdf").count("pièce jointe") == 2
