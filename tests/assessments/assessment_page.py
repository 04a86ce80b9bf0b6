"""An assessment in a browser: what a learner sees and does, and what the server keeps."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

from browser_host import Host
from playwright.sync_api import BrowserContext, Locator, Page, expect

from pasapas.assessment.deck import Deck
from pasapas.assessment.judging import right_places
from pasapas.assessment.view import deck_of
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import Challenge
from pasapas.screens.tasks import script_of

NOT_YET = "not-yet"
NOT_YET_WORDS = "Je ne sais pas encore"
KINDS = ("one", "several", "touch", "order", "task")

# The host does not keep what a script gives back: the tests do.
WATCH = """() => {
    let start;
    Object.defineProperty(window, "PasAPasAssessment", {
        configurable: true,
        set: given => { start = given; },
        get: () => start && ((...all) => { window.watched = start(...all); return window.watched; })
    });
}"""


@cache
def deck() -> Deck:
    return deck_of(assessment_text("whole", "", "Où j'en suis"))


def of_kind(kind: str) -> Challenge:
    """The first challenge of a kind."""
    return next(item for item in deck().challenges if item.kind == kind)


def tasks_by_script() -> Mapping[str, Challenge]:
    """A task for each script that draws one."""
    found: dict[str, Challenge] = {}
    for item in deck().challenges:
        if item.task:
            found.setdefault(script_of(item.task, deck().stage(item.slug)), item)
    return found


def right_reply(challenge: Challenge) -> object:
    """For all kinds but tasks."""
    places = right_places(challenge)
    return places if challenge.kind in ("order", "several") else places[0]


def wrong_reply(challenge: Challenge) -> object:
    right = right_places(challenge)
    if challenge.kind == "order":
        return [*right[1:], right[0]]
    count = len(challenge.things if challenge.kind == "touch" else challenge.choices)
    others = [place for place in range(count) if place not in right]
    if challenge.kind == "several":
        return others[:1] or right[:1]
    return others[0]


class AssessmentPage:
    def __init__(self, page: Page, host: Host):
        self.page = page
        self.host = host
        self.usage = "assessment-whole"
        page.add_init_script(f"({WATCH})()")

    # --- Coming and going ------------------------------------------------------------------

    @property
    def address(self) -> str:
        return f"{self.host.address}/lecon/{self.usage}/"

    def open(self, name: str = "whole") -> AssessmentPage:
        self.usage = f"assessment-{name}"
        self.page.goto(self.address)
        return self.alive()

    def alive(self) -> AssessmentPage:
        expect(self.page.locator(".pap-assessment.pap-alive")).to_be_visible()
        return self

    def reload(self) -> AssessmentPage:
        self.page.reload()
        return self.alive()

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name, exact=True).click()

    def begin(self) -> AssessmentPage:
        self.press("Commencer")
        expect(self.section).to_be_visible()
        return self

    # --- What stands there -----------------------------------------------------------------

    @property
    def root(self) -> Locator:
        return self.page.locator(".pap-assessment")

    @property
    def section(self) -> Locator:
        return self.page.locator(".pap-challenge")

    @property
    def kind(self) -> str:
        return self.section.get_attribute("data-kind")

    @property
    def challenge(self) -> Challenge:
        token = self.section.get_attribute("data-challenge")
        return next(item for item in deck().bank.by_slug.values() if item.token == token)

    @property
    def told(self) -> Locator:
        return self.page.locator(".pap-status")

    @property
    def after(self) -> Locator:
        return self.page.locator(".pap-after-holder")

    @property
    def result(self) -> Locator:
        return self.page.locator(".pap-stage .pap-result")

    @property
    def main(self) -> Locator:
        """« C'est ma réponse », or « J'ai fini »."""
        return self.section.locator("> .pap-main")

    def focused(self) -> str:
        return self.page.evaluate(
            "() => document.activeElement.tagName + '.' + document.activeElement.className"
        )

    # --- Answering -------------------------------------------------------------------------

    def choose(self, reply: object) -> None:
        """Touches what makes this reply; for a task only « not yet » is a touch."""
        for value in reply if isinstance(reply, list) else [reply]:
            box = self.section.locator(f'input[value="{value}"]')
            if box.count():
                box.locator("xpath=..").click()
            else:
                self.section.locator(f'[data-reply="{value}"]').click()

    def answer(self, reply: object) -> None:
        self.choose(reply)
        self.main.click()

    def answered(self, reply: object) -> None:
        self.answer(reply)
        expect(self.after).to_be_visible()

    def go_on(self) -> None:
        # A drawn screen may have a button of that name, too.
        self.page.locator(".pap-go-on").click()

    def ready(self) -> None:
        """The screen of a task is drawn."""
        self.page.wait_for_function(
            "() => !window.watched.reply.task || window.watched.reply.task.ground"
        )

    # --- What the server keeps ---------------------------------------------------------------

    @property
    def learner(self) -> str:
        return learner_of(self.page.context)

    @property
    def kept(self) -> dict:
        """The state of this learner in this assessment."""
        return self.kept_of(self.learner)

    def kept_of(self, learner: str) -> dict:
        return self._row(learner).get("saved", {}).get("state", {})

    def _row(self, learner: str) -> dict:
        with closing(sqlite3.connect(self._database, timeout=20)) as database:
            found = database.execute(
                "SELECT data FROM workshop_state WHERE learner=? AND block=? AND scope=?",
                (learner, self.usage, "user_state"),
            ).fetchone()
        return json.loads(found[0]) if found else {}

    @property
    def _database(self) -> str:
        return str(self.host.data / "workshop.sqlite3")

    def bring(self, challenge: Challenge, drawn: bool = True, **more: object) -> AssessmentPage:
        """This challenge, as if the engine had come to it; then the page anew. `drawn`: waits
        for the screen of a task. `more`: of what is kept."""
        state = {"run": 1, "begun": "2026-11-22", "ended": False, "warm": [], "given": [],
                 "current": challenge.slug, **more}  # fmt: skip
        data = {**self._row(self.learner), "saved": {"revision": 1, "state": state}}
        with closing(sqlite3.connect(self._database, timeout=20)) as database, database:
            database.execute(
                "INSERT INTO workshop_state (learner, block, scope, data) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (learner, block, scope) DO UPDATE SET data=excluded.data",
                (self.learner, self.usage, "user_state", json.dumps(data)),
            )
        self.reload()
        expect(self.section).to_have_attribute("data-challenge", challenge.token)
        if challenge.task and drawn:
            self.ready()
        return self


def learner_of(context: BrowserContext) -> str:
    """The host's own name for who has this device: in its signed cookie."""
    cookie = next(item for item in context.cookies() if item["name"] == "pasapas_learner")
    return cookie["value"].split(":")[0]
