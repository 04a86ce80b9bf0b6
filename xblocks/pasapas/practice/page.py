"""A practice's page: what it is about, in words that read before any script runs; then the
ground on which the browser part draws the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pasapas.content.references import References
from pasapas.player import parts as build
from pasapas.player.pictograms import PictogramSheet
from pasapas.player.sound import audio_html, sound_from_field
from pasapas.player.translation import Gettext, translator
from pasapas.player.words import Words
from pasapas.screens.icons import icon_sheet
from pasapas.screens.playable import Playable

from . import script, words
from .script import Part


@dataclass(frozen=True)
class Setting:
    """Where and how a practice is shown; as with a lesson's page (`lesson.page.Setting`)."""

    references: References
    words: Words
    prefix: str
    sounds: Mapping[str, object] = field(default_factory=dict)


def practice_page(playable: Playable, setting: Setting) -> SafeString:
    """The inside of the block."""
    practice, say = playable.practice, setting.words
    said = script.parts(practice, setting.references, translator("fr"))
    first = script.opening_key(min(playable.stages))
    pictograms = PictogramSheet([practice.pictogram], setting.references, setting.prefix)
    icons = {name for stage in playable.stages.values() for name in stage.setup.icons}
    return build.joined(
        [
            icon_sheet(sorted(icons | set(OWN_ICONS)), setting.prefix),
            format_html('<p class="pap-label">{}</p>', say(words.PRACTICE)),
            pictograms.show(practice.pictogram),
            format_html(
                '<div class="pap-opening">{}</div>',
                build.joined(_part(part, setting) for part in said if part.key == first),
            ),
            format_html('<p class="pap-needs-script">{}</p>', say(words.NEEDS_SCRIPT)),
            format_html(
                '<div class="pap-parts" hidden>{}</div>',
                build.joined(_part(part, setting) for part in said if part.key != first),
            ),
            format_html('<div class="pap-ground"></div><p class="pap-status" role="status"></p>'),
        ]
    )


OWN_ICONS = ("question", "undo", "refresh", "eye", "printer", "close", "check", "text-size")


def not_ready(gettext: Gettext) -> SafeString:
    """What a learner sees instead of a practice that can't be read."""
    return format_html('<p class="pap-sentence">{}</p>', gettext(words.NOT_READY))


def _part(part: Part, setting: Setting) -> SafeString:
    sound = sound_from_field(setting.sounds.get(part.hash), len(part.lines))
    lines = [
        build.heading(line, "h2", f"{setting.prefix}-{part.key}")
        if line.role == "title"
        else build.paragraph(line)
        if line.role != "item"
        else format_html('<div class="pap-goal">{}</div>', build.paragraph(line))
        for line in part.lines
    ]
    return format_html(
        '<div class="pap-part" data-part="{}">{}{}{}</div>',
        part.key,
        build.joined(lines),
        build.listen_to(part.lines[0], part.lines[-1], setting.words)
        if part.lines
        else build.NOTHING,
        audio_html(sound) if sound else build.NOTHING,
    )
