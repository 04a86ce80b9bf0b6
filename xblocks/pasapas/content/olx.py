"""How a document and its recordings lie in OLX.

    <pasapas_lesson url_name="lesson-joindre-un-cv" display_name="Joindre un CV">
      <source format="1"><![CDATA[…the text, byte for byte…]]></source>
      <sound step="<hash>" src="/static/<file>.ogg" starts="0.0 2.13 4.02"/>
      <sound step="<hash>" src="/static/<file>.mp3" starts="0.0 2.13 4.02"/>
    </pasapas_lesson>

Several sounds of one step are its formats, the preferred one first. Addresses stand in
attributes, alone and quoted: that is how Open edX finds the files that a block needs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from lxml import etree

from .text import canonical

SoundField = dict[str, dict[str, Any]]

_SOURCE = "source"
_SOUND = "sound"


def source_text(node: etree._Element) -> str:
    """The canonical text of a block's `<source>`; "" where there is none."""
    source = node.find(_SOURCE)
    # A comment within the text is not part of it: XPath's string() passes over comments.
    return canonical(str(source.xpath("string()")))[0] if source is not None else ""


def sound_field(node: etree._Element) -> SoundField:
    """`{step: {"sources": [address, …], "starts": [seconds, …]}}` of a block's sounds.

    A `<sound>` that does not say its step, its address and its starts is passed over: a
    lesson without a sound is read by the device's voice, a lesson that fails is lost.
    """
    field: SoundField = {}
    for sound in node.iterchildren(_SOUND):
        step, address = sound.get("step", ""), sound.get("src", "")
        starts = _starts(sound.get("starts", ""))
        if not step or not address or not starts:
            continue
        entry = field.setdefault(step, {"sources": [], "starts": starts})
        if entry["starts"] == starts:
            entry["sources"].append(address)
    return field


def _starts(text: str) -> list[float]:
    try:
        starts = [float(part) for part in text.split()]
    except ValueError:
        return []
    return starts if all(map(math.isfinite, starts)) else []


def add_source(node: etree._Element, text: str) -> None:
    """Put the text under `node`, so that reading it gives every byte back."""
    source = etree.SubElement(node, _SOURCE, format="1")
    # CDATA keeps the text readable in the archive. It can't hold its own end mark.
    source.text = text if "]]>" in text else etree.CDATA(text)


def add_sounds(node: etree._Element, field: Mapping[str, Mapping[str, Any]]) -> None:
    """Put the sounds under `node`, steps in their order, formats in theirs."""
    for step, entry in field.items():
        starts = " ".join(repr(float(start)) for start in entry["starts"])
        for address in entry["sources"]:
            etree.SubElement(node, _SOUND, step=step, src=address, starts=starts)
