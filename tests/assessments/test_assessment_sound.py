"""A whole assessment on a phone of 360 × 640, by keyboard, with sound alone: what one must know
to act is heard, and what is heard is enough to act."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from assessment_page import NOT_YET_WORDS, AssessmentPage, deck, of_kind
from playwright.sync_api import expect
from test_assessment_keyboard import Keyboard
from test_assessment_way import MOST
from test_sound import DEVICE_VOICE

from pasapas.assessment.judging import right_places
from pasapas.assessment.script import Piece
from pasapas.assessment.spoken import spoken_pieces
from pasapas.authoring.recordings import Recording, load_recordings
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import Challenge
from pasapas.player.lines import Line

Open = Callable[..., AssessmentPage]

EAR = (Path(__file__).parent / "listening_ear.js").read_text(encoding="utf-8")
PHONE_WITH_KEYS = {
    "viewport": {"width": 360, "height": 640}, "is_mobile": False, "has_touch": False,
}  # fmt: skip
SILENCE = 0.45  # behind each sentence of a recording

# What is to be read in a part of the page, line by line. Buttons that every page has, the
# screen on which one acts and the signs of a code are no sentences.
SHOWN = """css => {
    const apart = "button.pap-button, .pap-drawn, .pap-ground, .pap-code-signs, .pap-more, svg";
    const found = [];
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE) {
            found.push(node.textContent);
        } else if (node.offsetParent !== null && !node.matches(apart)) {
            if (node.hasAttribute("data-s")) {
                found.push(node.textContent);
            } else {
                node.childNodes.forEach(walk);
            }
        }
    };
    document.querySelectorAll(css).forEach(walk);
    return found;
}"""
IN_ORDER = """() => window.ear.lines.every((line, at, all) => !at ||
    all[at - 1].compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING)"""


def plain(text: str) -> str:
    return " ".join(text.split())


@cache
def recorded() -> dict[str, tuple[Piece, Recording]]:
    """Name of a file without its suffix → what is said there."""
    recordings = load_recordings()
    pieces = spoken_pieces(assessment_text("whole", "", deck().assessment.title))
    return {recordings[piece.hash].file: (piece, recordings[piece.hash]) for piece in pieces}


class Listener:
    """Somebody who does not read: knows what was heard, and which line was marked then."""

    def __init__(self, page: AssessmentPage):
        self.page = page
        self.hands = Keyboard(page)
        self.heard: list[tuple[Piece, Line]] = []

    def listen(self) -> None:
        """Until the voice is silent. What it said is in `heard`."""
        self.page.page.wait_for_function("() => window.ear.silent()", timeout=30_000)
        self.heard = []
        for part in self.page.page.evaluate("() => window.ear.take()"):
            piece, recording = recorded()[part["file"].partition(".")[0]]
            starts = recording.starts
            for line in piece.lines:
                end = starts[line.index + 1] - SILENCE
                if part["from"] < starts[line.index] + 0.1 and part["to"] > end - 0.1:
                    self.heard.append((piece, line))
        marked = self.page.page.evaluate("() => window.ear.lines.map(line => line.textContent)")
        assert len(marked) == len(self.heard), (marked, self.words)

    @property
    def words(self) -> list[str]:
        return [line.words for _, line in self.heard]

    @property
    def piece(self) -> Piece:
        """The one recording that was heard."""
        (piece,) = {piece.key: piece for piece, _ in self.heard}.values()
        return piece

    def assert_heard(self, css: str) -> None:
        """All that is shown, in its own words."""
        shown = [plain(text) for text in self.page.page.evaluate(SHOWN, css)]
        missing = [text for text in shown if text.strip(" ,.") and text not in self.words]
        assert not missing, (missing, self.words)

    def line(self, words: str) -> str:
        """The control whose line was marked when these words were heard: its value."""
        at = self.words.index(words)
        return self.page.page.evaluate(
            """at => {
                const line = window.ear.lines[at];
                const button = line.closest("[data-reply]");
                return button ? button.dataset.reply :
                    line.closest("label").querySelector("input").value;
            }""",
            at,
        )

    # --- Acting -------------------------------------------------------------------------------

    def asked(self) -> Challenge:
        """Known by its voice."""
        slug = self.piece.key.removeprefix("ask-")
        return deck().bank.by_slug[slug]

    def answer(self, right: bool) -> Challenge:
        challenge = self.asked()
        lines = [line.words for line in self.piece.of("choice")]
        if not right or challenge.kind == "task":
            wanted = [self.line(NOT_YET_WORDS)]
        elif challenge.kind == "touch":
            # What is touched is a picture of a screen: it is seen.
            wanted = right_places(challenge)
        else:
            wanted = [self.line(lines[place]) for place in right_places(challenge)]
        for value in wanted:
            self.hands.choose(value)
        self.hands.act(self.page.main)
        expect(self.page.after).to_be_focused()
        return challenge


@pytest.fixture
def listener(open_assessment: Open, assessment_host) -> Listener:
    page = open_assessment("whole", **PHONE_WITH_KEYS)
    page.page.add_init_script(f"({EAR})()")
    return Listener(page.reload())


def test_from_the_opening_to_a_lesson(listener: Listener) -> None:
    page, hands = listener.page, listener.hands
    hands.press("Écouter")
    listener.listen()
    listener.assert_heard(".pap-opening")
    hands.press("Commencer")
    # From here on nothing has to be pressed to hear.
    for number in range(MOST):
        listener.listen()
        if not page.section.count():
            break
        listener.assert_heard(".pap-challenge")
        assert NOT_YET_WORDS in listener.words
        right = number % 3 < 2
        challenge = listener.answer(right)
        listener.listen()
        listener.assert_heard(".pap-after-holder")
        assert ("Oui." in listener.words) == (right and challenge.kind != "task")
        hands.act(page.page.locator(".pap-go-on"))
    listener.assert_heard(".pap-result")
    assert page.page.evaluate(IN_ORDER)
    the_code_is_heard(listener)
    to_a_lesson(listener)


def the_code_is_heard(listener: Listener) -> None:
    listener.hands.press("Je montre à mon formateur")
    listener.listen()
    listener.assert_heard(".pap-code")
    listener.hands.press("Reprendre le code")
    listener.listen()
    listener.assert_heard(".pap-code")


def to_a_lesson(listener: Listener) -> None:
    """« Tout écouter », and then the lesson that was named first."""
    page, hands = listener.page, listener.hands
    hands.press("Tout écouter")
    listener.listen()
    listener.assert_heard(".pap-result")
    titles = [at for at, (piece, line) in enumerate(listener.heard)
              if piece.key.startswith("results-") and line.role == "title"]  # fmt: skip
    assert titles, listener.words
    link = page.page.evaluate_handle(
        "at => window.ear.lines[at].closest('a')", titles[0]
    ).as_element()
    name = link.get_attribute("href").removeprefix("/jump_to_id/")
    hands.reach(page.page.locator(f'.pap-next-lessons a[href$="/{name}"]'))
    hands.keys.press("Enter")
    expect(page.page).to_have_url(f"{page.host.address}/lecon/{name}/")


def test_recordings_that_do_not_play_give_way_to_the_devices_voice(open_assessment: Open) -> None:
    """Line after line, to the end, and no line of another part of the page."""
    page = open_assessment()
    page.page.add_init_script(DEVICE_VOICE)
    page.page.route("**/*.ogg", lambda route: route.abort())
    page.page.route("**/*.mp3", lambda route: route.abort())
    right = [[item.slug, 1, 0] for item in deck().challenges if item.kind == "one"][::9]
    page.bring(of_kind("one"), given=right)
    page.press("Je m'arrête ici")
    page.press("Tout écouter")
    shown = [plain(text) for text in page.page.evaluate(SHOWN, ".pap-result")]
    shown = [text for text in shown if text.strip(" ,.")]
    page.page.wait_for_function("count => window.said.length >= count", arg=len(shown))
    assert [plain(text) for text, _ in page.page.evaluate("() => window.said")] == shown
    expect(page.page.get_by_role("button", name="Tout écouter")).to_be_visible()


def test_a_result_is_silent_until_it_is_asked(open_assessment: Open) -> None:
    """For who did not listen before; and who stops it is left in silence."""
    page = open_assessment()
    page.page.add_init_script(f"({EAR})()")
    page.reload().begin()
    page.press("Je m'arrête ici")
    expect(page.result).to_be_visible()
    assert not page.page.evaluate("() => window.ear.playing()")
    page.press("Tout écouter")
    page.page.wait_for_function("() => window.ear.playing()")
    page.press("Pause")
    page.page.wait_for_function("() => !window.ear.playing()")
    expect(page.result.locator(".pap-reading")).to_have_count(0)
    page.press("Je montre à mon formateur")
    expect(page.page.locator(".pap-code-signs")).to_be_visible()
    assert not page.page.evaluate("() => window.ear.playing()")
