"""A practice's page: what it is about, in words that read before any script runs; then the
ground on which the browser part draws the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.references import References
from pasapas.player import parts as build
from pasapas.player.lines import Line
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
    said = script.practice_script(practice, setting.references, translator("fr"))
    first = script.opening_key(min(playable.stages))
    pictograms = PictogramSheet([practice.pictogram], setting.references, setting.prefix)
    icons = {name for stage in playable.stages.values() for name in stage.setup.icons}
    sound = sound_from_field(setting.sounds.get(said.hash), len(said.lines))
    opening = (_part(part, setting.prefix) for part in said.parts if part.key == first)
    others = (_part(part, setting.prefix) for part in said.parts if part.key != first)
    return build.joined(
        [
            icon_sheet(sorted(icons | set(OWN_ICONS)), setting.prefix),
            format_html('<p class="pap-label">{}</p>', say(words.PRACTICE)),
            pictograms.show(practice.pictogram),
            format_html('<div class="pap-opening">{}</div>', build.joined(opening)),
            format_html('<p class="pap-needs-script">{}</p>', say(words.NEEDS_SCRIPT)),
            format_html('<div class="pap-parts" hidden>{}</div>', build.joined(others)),
            mark_safe('<div class="pap-ground"></div><p class="pap-status" role="status"></p>'),
            audio_html(sound) if sound else build.NOTHING,
        ]
    )


# What the browser part draws besides the screen.
OWN_ICONS = ("speaker", "question", "undo", "refresh", "eye", "printer", "close", "text-size")


def not_ready(gettext: Gettext) -> SafeString:
    """What a learner sees instead of a practice that can't be read."""
    return format_html('<p class="pap-sentence">{}</p>', gettext(words.NOT_READY))


def _part(part: Part, prefix: str) -> SafeString:
    # The button to listen comes with the script: thirty of them would be in the page.
    return format_html(
        '<div class="pap-part" data-part="{}">{}</div>',
        part.key,
        build.joined(_line(line, f"{prefix}-{part.key}") for line in part.lines),
    )


def _line(line: Line, address: str) -> SafeString:
    if line.role == "title":
        return build.heading(line, "h2", address)
    if line.role == "item":
        return format_html('<div class="pap-goal">{}</div>', build.paragraph(line))
    return build.paragraph(line)
