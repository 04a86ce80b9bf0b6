"""A challenge as HTML: nothing in it, nor in what comes with it, tells the right answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.bank import Domain
from pasapas.content.challenge import Challenge
from pasapas.content.references import References
from pasapas.player import parts as build
from pasapas.player.lines import Line
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field
from pasapas.player.words import Words
from pasapas.screens.playable import Stage
from pasapas.screens.tasks import script_of

from . import words
from .drawing import drawn_screen
from .judging import NOT_YET, right_places
from .plan import Outcome
from .script import Piece, Writer


@dataclass(frozen=True)
class Setting:
    """`words`: the page's; `writer`: of what is read aloud; `sounds`: the block's recordings;
    `prefix`: the block's own, before ids."""

    references: References
    words: Words
    writer: Writer
    sounds: Mapping[str, object]
    prefix: str
    _results: dict[str, Piece] = field(default_factory=dict, compare=False, repr=False)

    def results(self, domain: Domain) -> Piece:
        """The lines of a domain's results, made once a page: there are many."""
        if domain.slug not in self._results:
            self._results[domain.slug] = self.writer.results(domain)
        return self._results[domain.slug]


def challenge_html(challenge: Challenge, setting: Setting, little_left: bool) -> SafeString:
    """`little_left`: it will soon be over, which is all that is said of how long it takes."""
    piece = setting.writer.challenge(challenge)
    pictograms = PictogramSheet([challenge.pictogram], setting.references, setting.prefix)
    title, *more = piece.of("title", "item")
    return format_html(
        '<section class="pap-challenge" data-kind="{}" data-challenge="{}">{}</section>',
        challenge.kind,
        challenge.token,
        build.joined(
            [
                _more(setting.words) if little_left else build.NOTHING,
                pictograms.show(challenge.pictogram) if challenge.pictogram else build.NOTHING,
                *(build.paragraph(line) for line in piece.of("sentence")),
                build.heading(title, "h2", f"{setting.prefix}-ask"),
                *(build.paragraph(line) for line in (*more, *piece.of("meaning"))),
                *(_heard(line) for line in piece.of("word")),
                _listen(setting.words),
                drawn_screen(challenge) if challenge.rows else build.NOTHING,
                _ANSWERS[challenge.kind](challenge, piece, setting),
                _recording(piece, setting),
            ]
        ),
    )


def task_data(challenge: Challenge, stage: Stage) -> dict[str, Any]:
    """What the browser needs to draw the screen of a task; not what is to be achieved."""
    schema = stage.setup.schema
    return {
        "screen": challenge.task.screen if challenge.task else "",
        "script": script_of(challenge.task, stage) if challenge.task else "",
        "start": stage.setup.start,
        "setup": stage.setup.browser(),
        "texts": [path for path, kind in schema.items() if kind.private and not kind.secret],
        "secrets": [path for path, kind in schema.items() if kind.private and kind.secret],
    }


def after_html(challenge: Challenge, outcome: Outcome, setting: Setting) -> SafeString:
    """The word after an answer: the same to all, with « Oui. » to who was right."""
    piece = setting.writer.after(challenge)
    yes = piece.of("title") if outcome is Outcome.RIGHT else ()
    return format_html(
        '<div class="pap-after">{}{}</div>',
        build.joined(build.paragraph(line) for line in (*yes, *piece.of("sentence"))),
        _recording(piece, setting),
    )


def after_data(challenge: Challenge, outcome: Outcome) -> dict[str, Any]:
    """What the browser marks once the answer is in."""
    return {"outcome": int(outcome), "right": right_places(challenge)}


def _more(say: Words) -> SafeString:
    return format_html('<p class="pap-more">{}</p>', say(words.A_LITTLE_MORE))


def _heard(line: Line) -> SafeString:
    """What is only heard has a place in the recording, and no words on the page."""
    return format_html('<span data-s="{}"></span>', str(line.index))


def _listen(say: Words) -> SafeString:
    return build.button("pap-say pap-listen", say("Listen"), "listen", hidden=True)


def _recording(piece: Piece, setting: Setting) -> SafeString:
    sound = sound_from_field(setting.sounds.get(piece.hash), len(piece.lines))
    return audio_html(sound) if sound else build.NOTHING


# --- Answers --------------------------------------------------------------------------------


def _choices(challenge: Challenge, piece: Piece, setting: Setting) -> SafeString:
    kind = "checkbox" if challenge.kind == "several" else "radio"
    lines = piece.of("choice")
    boxes = [_box(line, kind, str(place), setting) for place, line in enumerate(lines)]
    way_out = _box(piece.of("feedback")[0], kind, NOT_YET, setting)
    return format_html(
        '<div class="pap-choices" role="group" aria-labelledby="{}-ask">{}</div>',
        setting.prefix,
        build.joined([*boxes, way_out]),
    )


def _box(line: Line, kind: str, value: str, setting: Setting) -> SafeString:
    return format_html(
        '<label class="pap-choice"><input type="{}" name="{}-reply" value="{}" '
        'autocomplete="off">{}</label>',
        kind,
        setting.prefix,
        value,
        build.span(line),
    )


def _order(challenge: Challenge, piece: Piece, setting: Setting) -> SafeString:
    buttons = [_rank_button(line, str(place)) for place, line in enumerate(piece.of("choice"))]
    return format_html(
        '<div class="pap-choices" role="group" aria-labelledby="{}-ask">{}{}</div>',
        setting.prefix,
        build.joined(buttons),
        _way_out(piece),
    )


def _only_way_out(challenge: Challenge, piece: Piece, setting: Setting) -> SafeString:
    return format_html('<div class="pap-choices">{}</div>', _way_out(piece))


def _task(challenge: Challenge, piece: Piece, setting: Setting) -> SafeString:
    return format_html('<div class="pap-ground"></div>{}', _only_way_out(challenge, piece, setting))


def _way_out(piece: Piece) -> SafeString:
    return _choice_button(piece.of("feedback")[0], NOT_YET)


def _rank_button(line: Line, value: str) -> SafeString:
    return _choice_button(line, value, mark_safe('<b class="pap-rank" aria-hidden="true"></b>'))


def _choice_button(line: Line, value: str, before: SafeString = build.NOTHING) -> SafeString:
    return format_html(
        '<button type="button" class="pap-choice" data-reply="{}" aria-pressed="false">{}{}'
        "</button>",
        value,
        before,
        build.span(line),
    )


_ANSWERS = {
    "one": _choices,
    "several": _choices,
    "order": _order,
    "touch": _only_way_out,
    "task": _task,
}
