"""What sentences may name, and how HTML is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from pasapas.content.facts import Fact
from pasapas.content.glossary import Entry
from pasapas.content.pictograms import Pictogram
from pasapas.content.references import References

REFERENCES = References(
    pictograms={"mail": Pictogram("mail", 'Une enveloppe "fermée" <b>', (), "", ())},
    facts={
        "telephone": Fact("telephone", "39 49", "", None),
        "site": Fact("site", "[le site](https://exemple.example/a_b_c)", "", None),
        "piege": Fact("piege", "<img src=x onerror=alert(1)>", "", None),
    },
    glossary={
        "piece-jointe": Entry(
            "piece-jointe", "pièce jointe", (), ("Elle part avec le mail.",), "mail"
        ),
    },
)

SAFE_SCHEMES = ("https:", "http:", "mailto:", "tel:")


# Browsers show nothing for these; lxml refuses them.
_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff]")


def parsed(html: str) -> HtmlElement:
    """The HTML within one element, as a browser's parser would build it."""
    return lxml.html.fragment_fromstring(_CONTROLS.sub("", html), create_parent="div")


def elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Every element within the tree, comments too."""
    return (element for element in tree.iter() if element is not tree)


def seen(tree: HtmlElement) -> str:
    """The words that a reader sees."""
    return " ".join(tree.text_content().split())


def assert_nothing_runs(tree: HtmlElement) -> None:
    """No element, attribute or address of the tree runs a script or loads from elsewhere."""
    for element in elements(tree):
        assert isinstance(element.tag, str), "a comment or an instruction"
        assert element.tag not in ("script", "iframe", "object", "embed", "style", "img", "base")
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), f"{element.tag} {name}"
            assert name not in ("srcdoc", "formaction", "action", "style"), name
            if name in ("href", "src", "xlink:href"):
                allowed = (*SAFE_SCHEMES, "#", "/static/")
                assert value.lower().startswith(allowed), f"{name}={value}"
