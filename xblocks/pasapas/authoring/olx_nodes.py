"""OLX of single blocks: one document becomes one element."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lxml import etree

from pasapas.content import olx

TAGS = {
    "lesson": "pasapas_lesson",
    "practice": "pasapas_practice",
    "assessment": "pasapas_assessment",
}
"""By the kind of a document; a block's url_name is `<kind>-<slug>`."""


def document_node(
    kind: str,
    slug: str,
    title: str,
    text: str,
    sounds: Mapping[str, Mapping[str, Any]],
    settings: Mapping[str, Any] | None = None,
) -> etree._Element:
    """The element of a document, such as `<pasapas_lesson>`.

    `text` is canonical. `sounds`: by the hash of what is said, `{"sources": ["/static/…"],
    "starts": [seconds, …]}`. The title is written as `display_name` always: an element
    with nothing but a `url_name` would be taken for a pointer to a file. `settings`: other
    fields of the block, as JSON.
    """
    node = etree.Element(TAGS[kind], url_name=f"{kind}-{slug}", display_name=title)
    for name, value in (settings or {}).items():
        node.set(name, json.dumps(value, ensure_ascii=False))
    olx.add_source(node, text)
    olx.add_sounds(node, sounds)
    return node
