"""Listening: the recording, the sentence being read, the device's own voice."""

from __future__ import annotations

from itertools import accumulate

from browser_host import Host, requests_of
from lesson_page import LessonPage
from playwright.sync_api import Page, expect

NO_RECORDING = """
document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('audio').forEach(audio => audio.remove());
});
"""

# A device with a French voice: it says a sentence in a twentieth of a second.
DEVICE_VOICE = """
window.said = [];
class SpeechSynthesisUtterance { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = SpeechSynthesisUtterance;
Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => [{lang: 'fr-FR', localService: true, name: 'Voix'}],
    speak: (utterance) => {
        window.said.push([utterance.text, utterance.rate]);
        setTimeout(() => utterance.onend && utterance.onend(), 50);
    },
    cancel: () => {},
    addEventListener: () => {},
}});
"""
NO_VOICE = "Object.defineProperty(window, 'speechSynthesis', {value: undefined});"


def starts_of(lesson: LessonPage) -> list[float]:
    """The seconds at which the sentences of the screen begin."""
    tenths = lesson.screen.locator("audio").get_attribute("data-starts").split(" ")
    return [total / 10 for total in accumulate(map(int, tenths))]


def time_of(page: Page) -> float:
    return page.evaluate("() => document.querySelector('.pap-here audio').currentTime")


def test_nothing_is_loaded_before_it_is_asked_for(host: Host, phone: Page) -> None:
    with requests_of(phone) as made:
        LessonPage(phone).open(host.lesson())
        phone.wait_for_load_state("networkidle")
    assert not [entry for entry in made if ".ogg" in entry or ".mp3" in entry]


def test_listening_reads_sentence_after_sentence(host: Host, device: Page) -> None:
    lesson = LessonPage(device).open(host.lesson())
    lesson.go_to(1)
    lesson.press("Écouter")
    expect(device.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    reading = lesson.screen.locator(".pap-reading")
    expect(reading).to_have_attribute("data-s", "0")
    expect(reading).to_have_attribute("data-s", "1")
    expect(reading).to_have_count(1)
    # Not by colour alone: a bar stands beside the sentence.
    assert "none" not in reading.evaluate("line => getComputedStyle(line).boxShadow")
    lesson.press("Pause")
    expect(reading).to_have_count(0)
    assert device.evaluate("() => document.querySelector('.pap-here audio').paused")


def test_the_screen_is_read_to_its_end_and_no_further(host: Host, phone: Page) -> None:
    """The feedback of answers lies behind the screen's own sentences: it is not read yet."""
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to_check()
    starts = starts_of(lesson)
    feedback = int(lesson.screen.locator(".pap-feedback [data-s]").first.get_attribute("data-s"))
    lesson.press("Écouter")
    phone.wait_for_function("() => document.querySelector('.pap-here audio').currentTime > 0")
    phone.evaluate(
        "from => { document.querySelector('.pap-here audio').currentTime = from; }",
        starts[feedback] - 1.2,
    )
    expect(phone.get_by_role("button", name="Écouter", exact=True).first).to_be_visible()
    assert time_of(phone) < starts[feedback] + 0.1


def test_slower_and_again(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(1)
    expect(phone.get_by_role("button", name="Plus lentement")).to_be_hidden()
    lesson.press("Écouter")
    lesson.press("Plus lentement")
    rate = "() => document.querySelector('.pap-here audio').playbackRate"
    assert phone.evaluate(rate) == 0.75
    slower = phone.get_by_role("button", name="Plus lentement")
    expect(slower).to_have_attribute("aria-pressed", "true")
    expect(lesson.screen.locator(".pap-reading")).to_have_attribute("data-s", "1")
    lesson.press("Réécouter")
    expect(lesson.screen.locator(".pap-reading")).to_have_attribute("data-s", "1")
    lesson.saved()
    # The wish is kept for another lesson.
    lesson.open(host.lesson("fausse-offre"))
    lesson.press("Écouter")
    assert phone.evaluate(rate) == 0.75


def test_a_feedback_has_its_own_listen_button(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to_check()
    feedback = lesson.answer(0)
    feedback.get_by_role("button", name="Écouter").click()
    first = feedback.locator("[data-s]").first
    expect(first).to_have_class("pap-sentence pap-reading")
    starts = starts_of(lesson)
    index = int(first.get_attribute("data-s"))
    phone.wait_for_function(
        "from => document.querySelector('.pap-here audio').currentTime >= from - 0.2",
        arg=starts[index],
    )


def test_going_on_stops_the_voice(host: Host, phone: Page) -> None:
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(1)
    lesson.press("Écouter")
    phone.wait_for_function("() => document.querySelector('.pap-here audio').currentTime > 0")
    lesson.next()
    playing = "() => [...document.querySelectorAll('audio')].filter(a => !a.paused).length"
    assert phone.evaluate(playing) == 0


def test_the_devices_voice_where_there_is_no_recording(host: Host, phone: Page) -> None:
    phone.add_init_script(DEVICE_VOICE)
    phone.add_init_script(NO_RECORDING)
    lesson = LessonPage(phone).open(host.lesson())
    lesson.go_to(1)
    lesson.press("Écouter")
    # What a touch opens is not read with the screen.
    shown = lesson.screen.locator("[data-s]:not(.pap-meaning *)").all_text_contents()
    phone.wait_for_function("count => window.said.length === count", arg=len(shown))
    assert [text for text, _ in phone.evaluate("() => window.said")] == shown
    lesson.press("Plus lentement")
    lesson.press("Réécouter")
    phone.wait_for_function("count => window.said.length > count", arg=len(shown))
    said = phone.evaluate("() => window.said")
    assert said[-1][1] < said[0][1]


def test_a_recording_that_does_not_play_gives_way_to_the_devices_voice(
    host: Host, phone: Page
) -> None:
    phone.add_init_script(DEVICE_VOICE)
    phone.route("**/*.ogg", lambda route: route.abort())
    phone.route("**/*.mp3", lambda route: route.abort())
    lesson = LessonPage(phone).open(host.lesson())
    lesson.press("Écouter")
    phone.wait_for_function("() => window.said.length > 0")


def test_no_recording_and_no_voice_no_button(host: Host, phone: Page) -> None:
    phone.add_init_script(NO_VOICE)
    phone.add_init_script(NO_RECORDING)
    LessonPage(phone).open(host.lesson())
    expect(phone.get_by_role("button", name="Écouter", exact=True).first).to_be_hidden()
