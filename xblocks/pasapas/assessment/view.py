"""The block's pages and replies, from what is kept of a learner."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.assessment import Assessment, read_assessment
from pasapas.content.problems import Reading, problem
from pasapas.content.shelf import shipped_bank, shipped_lessons, shipped_references
from pasapas.player import parts as build
from pasapas.player.data_block import data_block
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field
from pasapas.player.translation import Gettext, translator
from pasapas.player.words import Words
from pasapas.screens.icons import icon_sheet
from pasapas.screens.registry import SCREENS
from pasapas.screens.tasks import script_of

from . import sharing, words
from .challenge_page import Setting, after_data, after_html, challenge_html, task_data
from .deck import Deck
from .plan import Outcome
from .result import result_of
from .result_page import Shown, code_html, for_trainers_html, result_html, shared_html
from .script import Writer
from .state import State, count, current, given, has_ended, run_of, warm

LITTLE_LEFT = 8
"""From so many answers on it is said that there is only a little more."""


@lru_cache(maxsize=64)
def assessment_reading(source: str) -> Reading[Assessment]:
    """The assessment in a block's text, which must ask about something that its bank has."""
    reading = read_assessment(source, shipped_references())
    found = reading.document
    if found is None or Deck(found, found.bank or shipped_bank()).can_ask:
        return reading
    nothing = problem("bank.nothing-asked", 0, name=found.domain or found.lesson)
    return Reading(None, (*reading.problems, nothing))


@lru_cache(maxsize=64)
def deck_of(source: str) -> Deck | None:
    assessment = assessment_reading(source).document
    return Deck(assessment, assessment.bank or shipped_bank()) if assessment else None


@lru_cache(maxsize=1)
def writer() -> Writer:
    """What an assessment says is French everywhere, as its recordings are."""
    return Writer(shipped_references(), translator("fr"))


@dataclass(frozen=True)
class View:
    """Where an assessment is shown. `lessons`: slug → title of those that can be reached, {}
    for all that come with the package."""

    deck: Deck
    words: Words
    script_words: str
    sounds: Mapping[str, object]
    lessons: Mapping[str, str]
    block: str
    size: int = 0

    @property
    def setting(self) -> Setting:
        prefix = "pap" + hashlib.sha256(self.block.encode()).hexdigest()[:8]
        return Setting(shipped_references(), self.words, writer(), self.sounds, prefix)

    @property
    def reachable(self) -> Collection[str]:
        return self.lessons.keys() or shipped_lessons().keys()

    @property
    def heard(self) -> set[str]:
        """Challenges that need a recording, and have it."""
        return {
            challenge.slug
            for challenge in self.deck.bank.warm_ups
            if challenge.heard and writer().challenge(challenge).hash in self.sounds
        }

    def shown(self, state: State) -> Shown:
        result = result_of(state, self.deck, self.reachable)
        return Shown(self.deck, result, shipped_lessons(), self.lessons)


def opened(view: View, state: State) -> tuple[SafeString, dict[str, Any]]:
    """(the block's element: the opening, or where the learner is; what the browser part is
    told when it starts)."""
    page = page_of(view, state) or {}
    told = {name: page[name] for name in ("number", "challenge", "ended") if name in page}
    return _block_html(view, state, page), {"run": run_of(state), "page": told}


def _block_html(view: View, state: State, page: Mapping[str, Any]) -> SafeString:
    setting = view.setting
    inside = build.joined(
        [
            icon_sheet(_OWN_ICONS, setting.prefix),
            _opening(view, setting, begun=run_of(state) > 0),
            format_html('<div class="pap-stage">{}</div>', _made(page.get("html", ""))),
            mark_safe('<p class="pap-status" role="status"></p>'),
            for_trainers_html(setting),
            data_block(_for_script(view, page)),
        ]
    )
    return format_html(
        '<div class="pasapas pap-assessment" lang="fr" data-size="{}">{}</div>',
        str(view.size),
        inside,
    )


_OWN_ICONS = ("speaker",)


def not_ready_html(words_of: Words) -> SafeString:
    """What a learner sees instead of an assessment that can't be read."""
    return format_html(
        '<div class="pasapas pap-assessment" lang="fr"><p class="pap-sentence">{}</p></div>',
        words_of(words.NOT_READY),
    )


def _opening(view: View, setting: Setting, begun: bool) -> SafeString:
    piece = setting.writer.opening(view.deck.assessment.title)
    pictograms = PictogramSheet(
        [view.deck.assessment.pictogram], setting.references, setting.prefix
    )
    sound = sound_from_field(setting.sounds.get(piece.hash), len(piece.lines))
    return format_html(
        '<section class="pap-opening"{}>{}</section>',
        mark_safe(" hidden") if begun else build.NOTHING,
        build.joined(
            [
                pictograms.show(view.deck.assessment.pictogram),
                build.heading(piece.lines[0], "h2", f"{setting.prefix}-opening"),
                *(build.paragraph(line) for line in piece.of("sentence")),
                build.button("pap-say pap-listen", view.words("Listen"), "listen", hidden=True),
                format_html('<p class="pap-needs-script">{}</p>', view.words(words.NEEDS_SCRIPT)),
                build.button("pap-main pap-begin", view.words(words.BEGIN), hidden=True),
                audio_html(sound) if sound else build.NOTHING,
            ]
        ),
    )


def _for_script(view: View, page: Mapping[str, Any]) -> str:
    """JSON: the words of the browser part, and the practice screen of a task that stands on
    the page. Not among the arguments of the block's start: not every host escapes those."""
    told = json.dumps(page.get("task"), ensure_ascii=False, separators=(",", ":"))
    return f'{{"words":{view.script_words},"task":{told}}}'


def _made(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - by page_of


def page_of(view: View, state: State) -> dict[str, Any] | None:
    """What is to be seen now, for the browser: `html`; `number` of the answer that is awaited
    and its `challenge`, or `ended`; `task` with what a practice screen needs. None before the
    first run."""
    if not run_of(state):
        return None
    if has_ended(state):
        return {"html": str(result_html(view.shown(state), view.setting)), "ended": True}
    challenge = current(state, view.deck)
    if challenge is None:
        return None
    number = count(state)
    html = challenge_html(challenge, view.setting, len(given(state)) >= LITTLE_LEFT)
    page: dict[str, Any] = {"html": str(html), "number": number, "challenge": challenge.token}
    stage = view.deck.stage(challenge.slug)
    if stage is not None:
        page["task"] = task_data(challenge, stage)
    return page


def answered_page(view: View, state: State, number: int) -> dict[str, Any]:
    """The reply to answer number `number`: the word after it, and what came next then; so the
    same request gets the same reply, however late it comes again. Where the bank has one or
    the other no more: without the word, and with where the learner is now."""
    answers = [*warm(state), *given(state)]
    one = answers[number]
    challenge = view.deck.bank.by_slug.get(one.slug)
    then = {**state, "ended": has_ended(state) and state.get("current") is None}
    if number < len(answers) - 1:
        begun = len(warm(state))
        then = {
            **state,
            "warm": state["warm"][: number + 1],
            "given": state["given"][: max(0, number + 1 - begun)],
            "current": answers[number + 1].slug,
            "ended": False,
        }
    page = {"page": page_of(view, then) or page_of(view, state)}
    if challenge is None:
        return page
    after = {
        **after_data(challenge, Outcome(one.outcome)),
        "html": str(after_html(challenge, Outcome(one.outcome), view.setting)),
    }
    return {"after": after, **page}


def code_page(view: View, code: str) -> str:
    return str(code_html(sharing.readable(code), view.setting))


def shared_page(view: View, state: State) -> str:
    return str(shared_html(view.shown(state), state, view.setting))


def screen_pack(view: View, script: str, gettext: Gettext) -> dict[str, Any] | None:
    """The words and icons of a practice screen, and the names of its files, for the tasks that
    use a script of it; None where there is none."""
    tasks = [
        (challenge.task.screen, stage)
        for challenge in view.deck.challenges
        if challenge.task
        for stage in [view.deck.stage(challenge.slug)]
        if stage and script_of(challenge.task, stage) == script
    ]
    if not tasks:
        return None
    name = tasks[0][0]
    prefix = f"{view.setting.prefix}-{script}"
    icons = sorted({icon for _, stage in tasks for icon in stage.setup.icons})
    return {
        "words": {key: gettext(msgid) for key, msgid in SCREENS[name].words.items()},
        "icons": str(icon_sheet(icons, prefix)),
        "prefix": prefix,
        "files": (f"task-{name}.css", f"task-{script}.js"),
    }
