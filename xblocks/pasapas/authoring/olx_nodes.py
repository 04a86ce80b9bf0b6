"""OLX of single blocks: one document becomes one element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from pasapas.content import olx

LESSON_TAG = "pasapas_lesson"


def lesson_node(
    slug: str, title: str, text: str, sounds: Mapping[str, Mapping[str, Any]]
) -> etree._Element:
    """The `<pasapas_lesson>` of a lesson.

    `text` is canonical. `sounds`: by the hash of a screen, `{"sources": ["/static/…"],
    "starts": [seconds, …]}`. The title is written as `display_name` always: an element
    with nothing but a `url_name` would be taken for a pointer to a file.
    """
    node = etree.Element(LESSON_TAG, url_name=f"lesson-{slug}", display_name=title)
    olx.add_source(node, text)
    olx.add_sounds(node, sounds)
    return node
