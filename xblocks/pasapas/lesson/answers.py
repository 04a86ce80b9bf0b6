"""Answers that open by themselves, with what they say back."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.player.lines import Line
from pasapas.player.parts import (
    NOTHING,
    Below,
    joined,
    listen_to,
    nothing_below,
    paragraph,
    span,
)
from pasapas.player.words import Words

from .script import Screen


def choices(screen: Screen, say: Words, below: Below = nothing_below) -> SafeString:
    """Answers that open by themselves, each with its own feedback."""
    given = screen.choices
    right = {number for number, option in enumerate(given.options) if option.right} if given else ()
    return format_html(
        '<div class="pap-choices"{}>{}</div>',
        mark_safe(" data-several") if given and given.several else NOTHING,
        joined(
            _choice(screen, line, line.choice in right, say, below) for line in screen.of("choice")
        ),
    )


def _choice(screen: Screen, line: Line, right: bool, say: Words, below: Below) -> SafeString:
    feedback = screen.of("feedback", line.choice)
    return format_html(
        '<details class="pap-choice" data-choice="{}"{}><summary>{}</summary>'
        '<div class="pap-feedback">{}{}</div></details>',
        str(line.choice),
        mark_safe(" data-right") if right else NOTHING,
        span(line),
        joined(joined((paragraph(said), below(said))) for said in feedback),
        listen_to(feedback[0], feedback[-1], say) if feedback else NOTHING,
    )
