"""Pictograms, drawn into the page: no request, and they take the colours of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pasapas.content.references import References
from pasapas.content.schema import SLUG

_OUTER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


@cache
def drawing(name: str) -> SafeString:
    """What stands inside the `<svg>` of a pictogram of ours; empty where there is none.

    The files are the project's own and a test holds them to the drawing grammar; nothing
    of a lesson but a name comes here.
    """
    if not SLUG.fullmatch(name):
        return mark_safe("")
    file = files("pasapas.pictograms") / f"{name}.svg"
    if not file.is_file():
        return mark_safe("")
    found = _OUTER.search(file.read_text(encoding="utf-8"))
    return mark_safe(found[1].strip() if found else "")  # noqa: S308 - our own drawing


class PictogramSheet:
    """The pictograms of one block: each is drawn once, however often it is shown.

    `prefix` keeps the ids of several blocks on a page apart.
    """

    def __init__(self, names: Iterable[str], references: References, prefix: str):
        shown = [name for name in names if drawing(name)]
        self._repeated: Collection[str] = {name for name in shown if shown.count(name) > 1}
        self._drawn: set[str] = set()
        self._references = references
        self._prefix = prefix

    def show(self, name: str) -> SafeString:
        """The pictogram as an image with its French label."""
        inside = drawing(name)
        if not inside:
            return mark_safe("")
        known = self._references.pictograms.get(name)
        return format_html(
            '<svg class="pap-picto" viewBox="0 0 48 48" fill="none" stroke="currentColor" '
            'stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" '
            'role="img" aria-label="{}">{}</svg>',
            known.label if known else name,
            self._once(name, inside),
        )

    def _once(self, name: str, inside: SafeString) -> SafeString:
        if name not in self._repeated:
            return inside
        address = f"{self._prefix}-{name}"
        if name in self._drawn:
            return format_html('<use href="#{}"/>', address)
        self._drawn.add(name)
        return format_html('<g id="{}">{}</g>', address, inside)
