"""A result as HTML: what was done, where one has been, what comes next; for a trainer to whom
it is shown also what stands behind each line. No mark, no level, no empty path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.lesson import Lesson
from pasapas.player import parts as build
from pasapas.player.inline import sentence_words
from pasapas.player.lines import Line
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field

from . import words
from .challenge_page import Setting
from .deck import Deck, Place
from .plan import Outcome
from .result import Did, Next, Result
from .script import Piece
from .state import State, given, past_outcomes

MOST_STEPS = 9


@dataclass(frozen=True)
class Shown:
    """All that a result's page depends on, besides the setting. `lessons`: those of the
    package, for titles and pictograms; `titles`: those of the course, by slug."""

    deck: Deck
    result: Result
    lessons: Mapping[str, Lesson]
    titles: Mapping[str, str]


@dataclass
class Speech:
    """The lines of one page, each with its place in a recording, and those recordings: a line
    may stand anywhere, and what several lines stand in is on the page once."""

    setting: Setting
    _used: dict[str, Piece] = field(default_factory=dict)

    def line(self, piece: Piece, line: Line, tag: str, css: str = "") -> SafeString:
        self._used[piece.key] = piece
        return _element(tag, css, piece.key, line.index, _html(line))

    def unrecorded(self, text: str, tag: str) -> SafeString:
        """What a device may say with its own voice."""
        return _element(tag, "", "", 0, text)

    def word(self, word: str, tag: str = "p", css: str = "pap-sentence") -> SafeString:
        """One of what every result says."""
        piece = self._words
        return self.line(piece, self.setting.writer.result_word(piece, word), tag, css)

    def heading(self, word: str) -> SafeString:
        return self.word(word, "h3", "pap-title")

    def title(self, address: str) -> SafeString:
        """What the page is about, with the place that the focus goes to."""
        return format_html(
            '<h2 class="pap-title" id="{}-title" tabindex="-1">{}</h2>',
            address,
            self.word(words.RESULT, "span", ""),
        )

    @cached_property
    def _words(self) -> Piece:
        return self.setting.writer.result_words()

    def recordings(self) -> SafeString:
        """Of what was used, once all lines are made."""
        return build.joined(self._recording(piece) for piece in self._used.values())

    def _recording(self, piece: Piece) -> SafeString:
        sound = sound_from_field(self.setting.sounds.get(piece.hash), len(piece.lines))
        if sound is None:
            return build.NOTHING
        # Without scripts nothing would say which of its lines are on the page.
        return format_html(
            '<div class="pap-recording" data-recording="{}" hidden>{}</div>',
            piece.key,
            audio_html(sound),
        )


def _element(tag: str, css: str, recording: str, index: int, inside: str) -> SafeString:
    return format_html(
        '<{0}{1} data-of="{2}" data-s="{3}">{4}</{0}>',
        mark_safe(tag),  # noqa: S308 - named in this file
        format_html(' class="{}"', css) if css else build.NOTHING,
        recording,
        str(index),
        inside,
    )


def _html(line: Line) -> SafeString:
    return mark_safe(line.html)  # noqa: S308 - cleaned by player.inline


def result_html(shown: Shown, setting: Setting) -> SafeString:
    """The page at the end."""
    speech = Speech(setting)
    names = [shown.deck.assessment.pictogram, *_pictograms(shown)]
    pictograms = PictogramSheet(
        [name for name in names if name], setting.references, setting.prefix
    )
    listen = build.button(
        "pap-say pap-listen-all", setting.words(words.LISTEN_ALL), "listen", hidden=True
    )
    parts = [
        speech.title(setting.prefix),
        listen,
        *_done(shown, speech),
        *_path(shown, speech, pictograms),
        *_next(shown, speech, pictograms),
        *_tools(speech),
    ]
    return format_html(
        '<section class="pap-result">{}{}</section>', build.joined(parts), speech.recordings()
    )


def shared_html(shown: Shown, state: State, setting: Setting) -> SafeString:
    """The same for the trainer to whom the learner shows it, with what stands behind it.
    Nothing is read aloud there: it is looked at together."""
    speech = Speech(setting)
    names = [name for name in _pictograms(shown) if name]
    pictograms = PictogramSheet(names, setting.references, setting.prefix)
    return format_html(
        '<section class="pap-result pap-shared"><p class="pap-sentence">{}</p>{}</section>',
        setting.words(words.SHOWN_BY_LEARNER),
        build.joined(
            [
                speech.title(f"{setting.prefix}-shared"),
                *_done(shown, speech),
                *_path(shown, speech, pictograms),
                *_next(shown, speech, pictograms),
                _evidence(shown, state, setting),
            ]
        ),
    )


def _pictograms(shown: Shown) -> list[str]:
    walked = {one.slug for one in shown.result.walked}
    names = [domain.pictogram for domain in shown.deck.bank.domains if domain.slug in walked]
    for one in shown.result.next:
        lesson = shown.lessons.get(one.lesson)
        names.append(lesson.pictogram if lesson else "")
    return names


# --- What was done ---------------------------------------------------------------------------


def _done(shown: Shown, speech: Speech) -> Iterator[SafeString]:
    """A list for each domain; what is new first, when it was taken before."""
    result = shown.result
    if not result.did:
        yield speech.word(words.TRIED_IT)
        return
    new = [one for one in result.did if one.is_new] if result.retaken else []
    if new:
        yield speech.heading(words.NEW)
        yield from _by_domain(new, shown, speech)
    yield from _by_domain([one for one in result.did if one not in new], shown, speech)


def _by_domain(did: Iterable[Did], shown: Shown, speech: Speech) -> Iterator[SafeString]:
    did = tuple(did)
    for domain in shown.deck.bank.domains:
        found = [one for one in did if one.place.domain is domain]
        if found:
            pattern = {True: words.YOU_KNOW, False: words.YOU_DID}
            items = [_line(one.place, pattern[one.knows], speech, "li") for one in found]
            yield format_html('<ul class="pap-did">{}</ul>', build.joined(items))


def _line(place: Place, pattern: str, speech: Speech, tag: str) -> SafeString:
    """A sentence of a domain's recording, with its place there."""
    piece = speech.setting.results(place.domain)
    line = speech.setting.writer.result_line(piece, _number(place), pattern)
    return speech.line(piece, line, tag)


def _number(place: Place) -> int:
    """Which of the skills of its domain it is."""
    skills = [skill for tube in place.domain.tubes for skill in tube.skills]
    return next(number for number, skill in enumerate(skills) if skill is place.skill)


# --- Where one has been ------------------------------------------------------------------------


def _path(shown: Shown, speech: Speech, pictograms: PictogramSheet) -> Iterator[SafeString]:
    """A path of steps for each domain in which something was done; the rest has no drawing:
    five empty paths beside two would say what is missing."""
    result, bank = shown.result, shown.deck.bank
    if shown.deck.assessment.mode != "whole":
        return
    piece = speech.setting.writer.domains(bank)
    pictogram = {domain.slug: domain.pictogram for domain in bank.domains}
    names = {
        domain.slug: speech.line(piece, line, "span")
        for domain, line in zip(bank.domains, piece.lines, strict=True)
    }
    if result.walked:
        yield speech.heading(words.WALKED)
        paths = [
            format_html(
                "<li>{}{}{}</li>",
                pictograms.show(pictogram[one.slug]),
                names[one.slug],
                _steps(one.steps),
            )
            for one in result.walked
        ]
        yield format_html('<ul class="pap-paths">{}</ul>', build.joined(paths))
    if result.to_discover:
        # Each name by itself: as it is read aloud.
        more = format_html_join(", ", "{}", ((names[slug],) for slug in result.to_discover))
        lead = speech.word(words.TO_DISCOVER, "span", "")
        yield format_html('<p class="pap-sentence">{} {}.</p>', lead, more)


def _steps(count: int) -> SafeString:
    """A row of footprints, as long as what was done. Nothing says how long it could be."""
    count = min(count, MOST_STEPS)
    feet = build.joined(
        format_html(
            '<ellipse cx="{}" cy="{}" rx="8" ry="5"/>', str(10 + 22 * at), str(8 + 8 * (at % 2))
        )
        for at in range(count)
    )
    return format_html(
        '<svg class="pap-steps" viewBox="0 0 {} 24" width="{}" height="24" aria-hidden="true">'
        "{}</svg>",
        str(22 * count),
        str(22 * count),
        feet,
    )


# --- What comes next ---------------------------------------------------------------------------


def _next(shown: Shown, speech: Speech, pictograms: PictogramSheet) -> Iterator[SafeString]:
    result = shown.result
    if not result.next:
        yield speech.word(words.ALL_KNOWN if result.nothing_left else words.NO_LESSON)
        return
    yield speech.heading(words.TO_GO_ON)
    items = []
    for one in result.next:
        lesson = shown.lessons.get(one.lesson)
        items.append(
            format_html(
                '<li><a class="pap-button" href="/jump_to_id/lesson-{}">{}{}</a>{}</li>',
                one.lesson,
                pictograms.show(lesson.pictogram) if lesson else build.NOTHING,
                _lesson_title(one, shown, speech),
                _line(one.place, words.WHY_LESSON, speech, "p"),
            )
        )
    yield format_html('<ul class="pap-next-lessons">{}</ul>', build.joined(items))
    yield speech.word(words.ANYWHERE)


def _lesson_title(one: Next, shown: Shown, speech: Speech) -> SafeString:
    """A course may have another title for a lesson than the one that is recorded."""
    setting = speech.setting
    piece = setting.results(one.place.domain)
    line = setting.writer.lesson_line(piece, one.place.domain, one.lesson)
    lesson = shown.lessons.get(one.lesson)
    title = shown.titles.get(one.lesson) or (
        sentence_words(lesson.title, setting.references) if lesson else one.lesson
    )
    if line and line.words == title:
        return speech.line(piece, line, "span")
    return speech.unrecorded(title, "span")


def _tools(speech: Speech) -> Iterator[SafeString]:
    say = speech.setting.words
    yield mark_safe('<div class="pap-code" role="status"></div>')
    yield format_html(
        '<div class="pap-tools">{}{}{}</div>',
        build.button("pap-show", say(words.SHOW)),
        build.button("pap-print", say(words.PRINT), "print"),
        build.button("pap-again", say(words.AGAIN), "again"),
    )


def code_html(code: str, setting: Setting) -> SafeString:
    """The code with which a trainer sees the result, and what is said once it is taken back.
    `code`: as it is read aloud. The recording stands on the page of the result."""
    speech = Speech(setting)
    return format_html(
        '{}<p class="pap-code-signs">{}</p>{}{}<div class="pap-taken-back" hidden>{}</div>',
        speech.word(words.SHOWN),
        code,
        speech.word(words.SHOWN_UNTIL),
        build.button("pap-take-back", setting.words(words.TAKE_BACK)),
        speech.word(words.TAKEN_BACK),
    )


def for_trainers_html(setting: Setting) -> SafeString:
    """Where a trainer gives the code that a learner has shown."""
    say = setting.words
    return format_html(
        '<details class="pap-trainer"><summary>{0}</summary>'
        '<label class="pap-sentence">{1} <input type="text" class="pap-code-field" '
        'autocomplete="off" autocapitalize="characters" spellcheck="false"></label>'
        '{2}<div class="pap-shown-here" role="status"></div></details>',
        say(words.TRAINER),
        say(words.CODE),
        build.button("pap-see", say(words.SEE)),
    )


# --- For trainers ------------------------------------------------------------------------------


def _evidence(shown: Shown, state: State, setting: Setting) -> SafeString:
    """Every challenge that was asked, by skill, and what came of it."""
    deck, say = shown.deck, setting.words
    found: dict[int, list[str]] = {}
    earlier = [
        (slug, outcome, f" ({say(words.BEFORE)})")
        for slug, outcomes in past_outcomes(state).items()
        for outcome in outcomes
    ]
    now = [(one.slug, one.outcome, "") for one in given(state)]
    for slug, outcome, when in (*now, *earlier):
        number = deck.number_of.get(slug)
        if number is None:
            continue
        challenge = deck.challenges[number]
        asked = " ".join(sentence_words(item.text, setting.references) for item in challenge.ask)
        told = say(_OUTCOMES[outcome])
        found.setdefault(deck.plan.items[number].skill, []).append(f"{asked} — {told}{when}")
    rows = [
        format_html(
            "<dt>{}</dt>{}",
            deck.places[skill].skill.can.text,
            build.joined(format_html("<dd>{}</dd>", text) for text in texts),
        )
        for skill, texts in sorted(found.items())
    ]
    return format_html(
        '<h3 class="pap-title">{}</h3><dl class="pap-evidence">{}</dl>',
        say(words.EVIDENCE),
        build.joined(rows),
    )


_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.RIGHT: words.WENT_WELL,
    Outcome.WRONG: words.DID_NOT,
    Outcome.NOT_YET: words.SAID_NOT_YET,
}
