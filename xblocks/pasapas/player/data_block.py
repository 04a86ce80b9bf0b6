"""JSON for a block's browser part, in the page."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe


def data_block(json_text: str) -> SafeString:
    """A data block: a third fewer bytes than an attribute, and nothing that runs. Without a
    « < » nothing in it can end the element."""
    escaped = json_text.replace("<", "\\u003c")
    return mark_safe(  # noqa: S308 - no markup can stand in it
        f'<script type="application/json" class="pap-data">{escaped}</script>'
    )
