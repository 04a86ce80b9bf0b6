"""The few signs on buttons. They stand beside words, never instead of them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PATHS = {
    "listen": "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
    "pause": "M8 5v14M16 5v14",
    "again": "M5 12a7 7 0 1 0 2.5-5.4M5 4v4.5h4.5",
    "slower": "M4 18a8 8 0 0 1 16 0M12 18l-4-4",
    "next": "M5 12h14M13 6l6 6-6 6",
    "back": "M19 12H5M11 6l-6 6 6 6",
    "bigger": "M3 19l5-14 5 14M5 14h6M18 8v8M14 12h8",
    "print": "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
}


def icon(name: str) -> SafeString:
    """A sign of 24 units, drawn in the colour of the text, hidden from screen readers."""
    return format_html(
        '<svg class="pap-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        mark_safe(_PATHS[name]),  # noqa: S308 - a constant of this module
    )
