"""How a page is looked at: as the tree that a browser builds from it."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

SAFE_ADDRESSES = ("https:", "http:", "mailto:", "tel:", "#", "/static/", "/jump_to_id/")


def parsed(html: str) -> HtmlElement:
    return lxml.html.fragment_fromstring(html, create_parent="div")


def seen(element: HtmlElement) -> str:
    """The words that a reader sees."""
    return " ".join(element.text_content().split())


def ids(tree: HtmlElement) -> list[str]:
    return [element.get("id") for element in tree.iter() if element.get("id") is not None]


def hidden(element: HtmlElement) -> bool:
    """True where the element or what holds it is hidden."""
    return any("hidden" in item.attrib for item in (element, *element.iterancestors()))


def screens_of(tree: HtmlElement) -> list[HtmlElement]:
    return tree.xpath(".//section[@data-screen]")


def spoken_elements(section: HtmlElement) -> Iterator[HtmlElement]:
    return section.iterfind(".//*[@data-s]")


def assert_nothing_runs(tree: HtmlElement) -> None:
    """No element, attribute or address runs a script or loads from elsewhere."""
    for element in tree.iter():
        assert isinstance(element.tag, str), "a comment or an instruction"
        assert element.tag not in ("script", "iframe", "object", "embed", "style", "img", "base")
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), f"{element.tag} {name}"
            assert name not in ("srcdoc", "formaction", "action", "style"), name
            if name in ("href", "src", "xlink:href"):
                assert value.lower().startswith(SAFE_ADDRESSES), f"{name}={value}"
