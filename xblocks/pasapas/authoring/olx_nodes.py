"""OLX of single blocks: one document becomes one element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from pasapas.content import olx

TAGS = {"lesson": "pasapas_lesson", "practice": "pasapas_practice"}
"""By the kind of a document; a block's url_name is `<kind>-<slug>`."""


def document_node(
    kind: str, slug: str, title: str, text: str, sounds: Mapping[str, Mapping[str, Any]]
) -> etree._Element:
    """The element of a document, such as `<pasapas_lesson>`.

    `text` is canonical. `sounds`: by the hash of what is said, `{"sources": ["/static/…"],
    "starts": [seconds, …]}`. The title is written as `display_name` always: an element
    with nothing but a `url_name` would be taken for a pointer to a file.
    """
    node = etree.Element(TAGS[kind], url_name=f"{kind}-{slug}", display_name=title)
    olx.add_source(node, text)
    olx.add_sounds(node, sounds)
    return node
