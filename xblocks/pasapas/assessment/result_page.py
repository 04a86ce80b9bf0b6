"""A result as HTML: what was done, where one has been, what comes next; for a trainer to whom
it is shown also what stands behind each line. No mark, no level, no empty path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.bank import Domain
from pasapas.content.lesson import Lesson
from pasapas.player import parts as build
from pasapas.player.inline import sentence_words
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field

from . import words
from .challenge_page import Setting
from .deck import Deck, Place
from .plan import Outcome
from .result import Did, Result
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


def result_html(shown: Shown, setting: Setting) -> SafeString:
    """The page at the end."""
    say = setting.words
    names = [shown.deck.assessment.pictogram, *_pictograms(shown)]
    pictograms = PictogramSheet(
        [name for name in names if name], setting.references, setting.prefix
    )
    return format_html(
        '<section class="pap-result">{}</section>',
        build.joined(
            [
                _heading(say(words.RESULT), "h2", setting.prefix),
                build.button(
                    "pap-say pap-listen-all", say(words.LISTEN_ALL), "listen", hidden=True
                ),
                *_done(shown, setting),
                *_path(shown, setting, pictograms),
                *_next(shown, setting, pictograms),
                *_tools(setting),
            ]
        ),
    )


def shared_html(shown: Shown, state: State, setting: Setting) -> SafeString:
    """The same for the trainer to whom the learner shows it, with what stands behind it."""
    say = setting.words
    names = [name for name in _pictograms(shown) if name]
    pictograms = PictogramSheet(names, setting.references, setting.prefix)
    return format_html(
        '<section class="pap-result pap-shared"><p class="pap-sentence">{}</p>{}</section>',
        say(words.SHOWN_BY_LEARNER),
        build.joined(
            [
                _heading(say(words.RESULT), "h2", f"{setting.prefix}-shared"),
                *_done(shown, setting),
                *_path(shown, setting, pictograms),
                *_next(shown, setting, pictograms),
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


def _heading(text: str, tag: str, address: str = "") -> SafeString:
    place = format_html(' id="{}-title" tabindex="-1"', address) if address else build.NOTHING
    return format_html(
        '<{0} class="pap-title"{1}>{2}</{0}>',
        mark_safe(tag),  # noqa: S308 - h2 or h3
        place,
        text,
    )


# --- What was done ---------------------------------------------------------------------------


def _done(shown: Shown, setting: Setting) -> Iterator[SafeString]:
    """A list for each domain; what is new first, when it was taken before."""
    result, say = shown.result, setting.words
    if not result.did:
        yield format_html('<p class="pap-sentence">{}</p>', say(words.TRIED_IT))
        return
    new = [one for one in result.did if one.is_new] if result.retaken else []
    if new:
        yield _heading(say(words.NEW), "h3")
        yield from _by_domain(new, shown, setting)
    yield from _by_domain([one for one in result.did if one not in new], shown, setting)


def _by_domain(did: Iterable[Did], shown: Shown, setting: Setting) -> Iterator[SafeString]:
    did = tuple(did)
    for domain in shown.deck.bank.domains:
        found = [one for one in did if one.place.domain is domain]
        if found:
            pattern = {True: words.YOU_KNOW, False: words.YOU_DID}
            items = [_line(one.place, pattern[one.knows], setting, "li") for one in found]
            yield _heard(domain, format_html('<ul class="pap-did">{}</ul>', build.joined(items)),
                         setting)  # fmt: skip


def _line(place: Place, pattern: str, setting: Setting, tag: str) -> SafeString:
    """A sentence of a domain's recording, with its place there."""
    piece = setting.results(place.domain)
    line = setting.writer.result_line(piece, _number(place), pattern)
    return format_html(
        '<{0} data-s="{1}">{2}</{0}>',
        mark_safe(tag),  # noqa: S308 - li or p
        str(line.index),
        mark_safe(line.html),  # noqa: S308 - cleaned by player.inline
    )


def _number(place: Place) -> int:
    """Which of the skills of its domain it is."""
    skills = [skill for tube in place.domain.tubes for skill in tube.skills]
    return next(number for number, skill in enumerate(skills) if skill is place.skill)


def _heard(domain: Domain, inside: SafeString, setting: Setting) -> SafeString:
    """With the recording of the domain: each line plays its own piece."""
    piece = setting.results(domain)
    sound = sound_from_field(setting.sounds.get(piece.hash), len(piece.lines))
    audio = audio_html(sound) if sound else build.NOTHING
    return format_html('<div class="pap-heard">{}{}</div>', inside, audio)


# --- Where one has been ------------------------------------------------------------------------


def _path(shown: Shown, setting: Setting, pictograms: PictogramSheet) -> Iterator[SafeString]:
    """A path of steps for each domain in which something was done; the rest has no drawing:
    five empty paths beside two would say what is missing."""
    say, result = setting.words, shown.result
    if shown.deck.assessment.mode != "whole":
        return
    by_slug = {domain.slug: domain for domain in shown.deck.bank.domains}
    if result.walked:
        yield _heading(say(words.WALKED), "h3")
        paths = [
            format_html(
                "<li>{}<span>{}</span>{}</li>",
                pictograms.show(by_slug[one.slug].pictogram),
                by_slug[one.slug].title.text,
                _steps(one.steps),
            )
            for one in result.walked
        ]
        yield format_html('<ul class="pap-paths">{}</ul>', build.joined(paths))
    if result.to_discover:
        names = ", ".join(by_slug[slug].title.text for slug in result.to_discover)
        text = say(words.TO_DISCOVER).format(names=names)
        yield format_html('<p class="pap-sentence">{}</p>', text)


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


def _next(shown: Shown, setting: Setting, pictograms: PictogramSheet) -> Iterator[SafeString]:
    say, result = setting.words, shown.result
    if not result.next:
        text = words.ALL_KNOWN if result.nothing_left else words.NO_LESSON
        yield format_html('<p class="pap-sentence">{}</p>', say(text))
        return
    yield _heading(say(words.TO_GO_ON), "h3")
    items = []
    for one in result.next:
        lesson = shown.lessons.get(one.lesson)
        title = shown.titles.get(one.lesson) or (
            sentence_words(lesson.title, setting.references) if lesson else one.lesson
        )
        why = _line(one.place, words.WHY_LESSON, setting, "p")
        items.append(
            format_html(
                '<li><a class="pap-button" href="/jump_to_id/lesson-{}">{}<span>{}</span></a>'
                "{}</li>",
                one.lesson,
                pictograms.show(lesson.pictogram) if lesson else build.NOTHING,
                title,
                _heard(one.place.domain, why, setting),
            )
        )
    yield format_html('<ul class="pap-next-lessons">{}</ul>', build.joined(items))
    yield format_html('<p class="pap-sentence">{}</p>', say(words.ANYWHERE))


def _tools(setting: Setting) -> Iterator[SafeString]:
    say = setting.words
    yield mark_safe('<div class="pap-code" role="status"></div>')
    yield format_html(
        '<div class="pap-tools">{}{}{}</div>',
        build.button("pap-show", say(words.SHOW)),
        build.button("pap-print", say(words.PRINT), "print"),
        build.button("pap-again", say(words.AGAIN), "again"),
    )


def code_html(code: str, setting: Setting) -> SafeString:
    """The code with which a trainer sees the result. `code`: as it is read aloud."""
    say = setting.words
    return format_html(
        '<p class="pap-sentence">{}</p><p class="pap-code-signs">{}</p>'
        '<p class="pap-sentence">{}</p>{}',
        say(words.SHOWN),
        code,
        say(words.SHOWN_UNTIL),
        build.button("pap-take-back", say(words.TAKE_BACK)),
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
        '{}<dl class="pap-evidence">{}</dl>',
        _heading(say(words.EVIDENCE), "h3"),
        build.joined(rows),
    )


_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.RIGHT: words.WENT_WELL,
    Outcome.WRONG: words.DID_NOT,
    Outcome.NOT_YET: words.SAID_NOT_YET,
}
