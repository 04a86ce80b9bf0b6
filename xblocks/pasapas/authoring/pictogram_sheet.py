"""One page to look at every pictogram: small and large, in colour, in one ink, on a dark ground.

For those who draw, and for those who choose a pictogram for a step. It shows what is missing too:
a drawing without an entry in the catalogue, an entry without a drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib.resources.abc import Traversable
from pathlib import Path

from lxml import etree

from pasapas.content.pictograms import Pictogram, read_pictograms

SIZES = (160, 48)  # CSS pixels: as on a lesson's step, and as small as it must still read
GROUNDS = (("colour", "in colour"), ("ink", "in one ink"), ("dark", "on a dark ground"))

SVG = "http://www.w3.org/2000/svg"
# All that a drawing may hold (docs/pictograms.md). The rest is left out, so that a folder
# which came from somebody else shows its pictures and does nothing.
SHAPES = frozenset({"path", "rect", "circle", "ellipse"})
GEOMETRY = frozenset({"viewBox", "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r"})
PAINT = frozenset({"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"})


STYLE = """
body{margin:1rem;font:1rem/1.4 sans-serif;color:#1d2b3a;background:#fff}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(42rem,1fr));gap:1rem}
article{border:1px solid #c5ccd3;border-radius:.5rem;padding:.75rem;break-inside:avoid}
h2{margin:0;font-size:1.1rem}p{margin:.1rem 0}
figure{display:inline-block;margin:.5rem .5rem 0 0;padding:.25rem}
figcaption{font-size:.8rem}
.ink{--pap-accent:none}
.dark{color:#fff;background:#16212c;--pap-paper:#16212c;--pap-accent:#8f5b00}
.missing{font-weight:bold}
"""


def contact_sheet(folder: str | Path | Traversable) -> str:
    """A whole HTML page, with no outside resource, of the pictograms in `folder`.

    `folder` holds `catalogue.yaml` and one `<name>.svg` an entry.
    Raises FileNotFoundError when there is no catalogue. A drawing or an entry that cannot be
    read is named on the page.
    """
    folder = Path(folder) if isinstance(folder, str) else folder
    reading = read_pictograms((folder / "catalogue.yaml").read_bytes())
    drawings = {
        entry.name.removesuffix(".svg"): entry.read_bytes()
        for entry in folder.iterdir()
        if entry.name.endswith(".svg")
    }
    names = sorted(set(reading.document) | set(drawings))
    articles = "\n".join(_article(name, reading.document, drawings) for name in names)
    problems = "".join(
        f'<p class="missing">catalogue.yaml, line {problem.line}: {escape(problem.code)}</p>'
        for problem in reading.problems
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Pictograms</title><style>{STYLE}</style></head>\n"
        f"<body><h1>Pictograms ({len(names)})</h1>{problems}\n"
        f"<main>{articles}</main></body></html>\n"
    )


def _article(name: str, catalogue: Mapping[str, Pictogram], drawings: Mapping[str, bytes]) -> str:
    return (
        f"<article><h2>{escape(name)}</h2>"
        f"{_meaning(catalogue.get(name))}{_figures(drawings.get(name))}</article>"
    )


def _meaning(entry: Pictogram | None) -> str:
    if entry is None:
        return '<p class="missing">Not in the catalogue.</p>'
    return f'<p lang="fr">{escape(entry.label)}</p><p lang="fr">{escape(entry.meaning)}</p>'


def _figures(raw: bytes | None) -> str:
    if raw is None:
        return '<p class="missing">No drawing.</p>'
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return f'<p class="missing">Not XML: {escape(str(error))}</p>'
    return "".join(
        f'<figure class="{ground}">{"".join(drawn(root, str(size)) for size in SIZES)}'
        f"<figcaption>{caption}</figcaption></figure>"
        for ground, caption in GROUNDS
    )


def drawn(root: etree._Element, size: str) -> str:
    """The drawing again, shape by shape, `size` wide (CSS pixels, or with a unit).

    The words beside it, if any, name it: it has no text of its own.
    """
    copy = etree.Element(f"{{{SVG}}}svg", _kept(root), nsmap={None: SVG})
    for element in root.iterdescendants(*(f"{{{SVG}}}{shape}" for shape in SHAPES)):
        etree.SubElement(copy, element.tag, _kept(element))
    copy.set("width", size)
    copy.set("height", size)
    copy.set("aria-hidden", "true")
    return etree.tostring(copy, encoding="unicode")


def _kept(element: etree._Element) -> dict[str, str]:
    """Known attributes; no value that would fetch something (`url(…)`)."""
    return {
        name: value
        for name, value in element.items()
        if name in GEOMETRY | PAINT and "url(" not in value.lower()
    }
