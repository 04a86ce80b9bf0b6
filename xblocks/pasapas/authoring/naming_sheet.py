"""What a trainer needs to try pictograms without their words: three pages to print.

One picture a page at five centimetres, with a number and no name; a sheet to write down what is
said; and the key, which stays with the trainer.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from lxml import etree

from pasapas.content.pictograms import Pictogram

from .pictogram_sheet import drawn

SIZE = "5cm"
TEN = 10  # pictures in fifteen minutes
QUESTIONS = ("Qu'est-ce que c'est ?", "Qu'est-ce que cela veut dire ?")

STYLE = """
body{margin:1rem;font:1rem/1.5 sans-serif;color:#1d2b3a;background:#fff}
section{display:flex;flex-direction:column;align-items:center;justify-content:center;
min-height:90vh;break-after:page;page-break-after:always}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #1d2b3a;padding:.4rem;
text-align:left;vertical-align:top}.to-fill td{height:3.2rem}
"""


def chosen(
    names: Iterable[str], seed: int, count: int | None = TEN, only: Sequence[str] = ()
) -> dict[str, str]:
    """Number → name, in an order that the seed decides; all of `only`, or `count` of `names`."""
    order = sorted(set(only) or names)
    random.Random(seed).shuffle(order)  # noqa: S311 -- an order, not a secret
    if not only:
        order = order[:count]
    return {f"{number:02}": name for number, name in enumerate(order, 1)}


def pictures_page(key: Mapping[str, str], drawings: Mapping[str, bytes]) -> str:
    """One picture a page. Nothing on it, nor in its source, says what it is."""
    sections = "\n".join(
        f"<section>{_picture(drawings[name])}<p>{number}</p></section>"
        for number, name in key.items()
    )
    return _page("Images", sections)


def answer_page(key: Mapping[str, str]) -> str:
    """One sheet for one person, without a place for their name."""
    heads = "".join(f"<th>{escape(text)}</th>" for text in ("Image", *QUESTIONS))
    rows = "".join(f"<tr><td>{number}</td><td></td><td></td></tr>" for number in key)
    return _page(
        "Ce qui est dit",
        "<p>Lieu : . . . . . . . . . . Date : . . . . . . . . . .</p>"
        "<p>Écrivez ce qui est dit, mot pour mot. N'écrivez pas qui le dit. Ne corrigez pas. "
        "On essaie le dessin, pas la personne.</p>"
        f'<table class="to-fill"><tr>{heads}</tr>{rows}</table>',
    )


def key_page(key: Mapping[str, str], catalogue: Mapping[str, Pictogram]) -> str:
    """For the trainer alone: what each picture is, and which answers count."""
    rows = "".join(
        f"<tr><td>{number}</td><td>{escape(name)}</td><td>{escape(catalogue[name].meaning)}</td>"
        f"<td>{escape(', '.join(catalogue[name].answers))}</td></tr>"
        for number, name in key.items()
    )
    return _page(
        "La clé",
        "<p>Ne montrez pas cette page.</p><table><tr><th>Image</th><th>Nom</th><th>Sens</th>"
        f"<th>Réponses comptées</th></tr>{rows}</table>",
    )


def _picture(raw: bytes) -> str:
    return drawn(etree.fromstring(raw, etree.XMLParser(resolve_entities=False)), SIZE)


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>{body}</body></html>\n"
    )
