"""A drawn screen as HTML: rows of things, each of which can be touched."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.challenge import Challenge, Thing
from pasapas.player import parts as build
from pasapas.player.inline import plain_html
from pasapas.screens.icons import PATHS


def drawn_screen(challenge: Challenge) -> SafeString:
    """The screen of a challenge; its things are buttons where the answer is to touch one."""
    number = 0
    rows = []
    for row in challenge.rows:
        things = []
        for thing in row:
            things.append(_thing(thing, number, challenge.kind == "touch"))
            number += 1
        rows.append(format_html('<div class="pap-drawn-row">{}</div>', build.joined(things)))
    return format_html('<div class="pap-drawn">{}</div>', build.joined(rows))


def _thing(thing: Thing, number: int, can_be_touched: bool) -> SafeString:
    css = f"pap-thing pap-as-{thing.look}"
    # What `plain_html` gives is escaped.
    text = mark_safe(f"<span>{plain_html(thing.text)}</span>") if thing.text else build.NOTHING  # noqa: S308
    inside = build.joined([_icon(thing.icon), text])
    label = format_html(' aria-label="{}"', thing.label) if thing.label else build.NOTHING
    if can_be_touched:
        return format_html(
            '<button type="button" class="{}" data-reply="{}" aria-pressed="false"{}>{}</button>',
            css,
            str(number),
            label,
            inside,
        )
    role = mark_safe(' role="img"') if thing.label else build.NOTHING
    return format_html('<div class="{}"{}{}>{}</div>', css, role, label, inside)


def _icon(name: str) -> SafeString:
    """One that nobody drew is left out: the checker says so to the author."""
    if name not in PATHS:
        return build.NOTHING
    return format_html(
        '<svg class="pap-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        PATHS[name],
    )
