"""OLX elements to bytes and back."""

from __future__ import annotations

from lxml import etree


def to_xml(node: etree._Element) -> bytes:
    """UTF-8, indented. Indentation goes between elements only, never into a text."""
    return etree.tostring(node, encoding="utf-8", pretty_print=True)


def from_xml(data: bytes) -> etree._Element:
    """As the importer reads it (without the blanks of indentation), and nothing from
    outside the file. Raises `etree.XMLSyntaxError`."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)
