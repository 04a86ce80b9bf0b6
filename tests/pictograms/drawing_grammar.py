"""The drawing grammar of docs/pictograms.md as a function: SVG bytes in, broken rules out."""

from __future__ import annotations

import re

from drawing_points import UnreadablePathError, path_numbers, path_points
from lxml import etree

NAMESPACE = "{http://www.w3.org/2000/svg}"
ACCENT = "var(--pap-accent, #f5b84a)"
PAPER = "var(--pap-paper, #fff)"
LARGEST = 700  # bytes a file
BOX = (2.0, 46.0)  # what ink may cover, in units: the 48-unit square less its safe margin
STROKE = 2.5

ROOT = {
    "viewBox": "0 0 48 48",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
PAINT = {"fill": {"none", ACCENT, PAPER}, "stroke": {"none"}}
GEOMETRY = {
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
}
NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)")


def broken_rules(raw: bytes) -> list[str]:
    """Every rule that the drawing breaks, in words; an empty list is a sound drawing."""
    broken = []
    if len(raw) > LARGEST:
        broken.append(f"{len(raw)} bytes, at most {LARGEST}")
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [*broken, f"not XML: {error}"]
    if root.getroottree().docinfo.doctype:
        broken.append("a document type")
    if root.tag != f"{NAMESPACE}svg":
        return [*broken, f"the root is {root.tag}, not svg"]
    if dict(root.attrib) != ROOT:
        broken.append(f"the root's attributes are {dict(root.attrib)}, not {ROOT}")
    for element in root.iterdescendants():
        broken += _broken_by(element)
    texts = [text for text in root.itertext() if text.strip()]
    if texts:
        broken.append(f"text: {texts}")
    if not any(element.get("fill") == ACCENT for element in root.iter("{*}*")):
        broken.append("no accent: one part must carry the meaning")
    return broken


def _broken_by(element: etree._Element) -> list[str]:
    if not isinstance(element.tag, str):
        return [f"neither comment nor instruction nor entity: {element!r}"]
    name = element.tag.removeprefix(NAMESPACE)
    if name not in GEOMETRY:
        return [f"element {name} is not one of {sorted(GEOMETRY)}"]
    broken = []
    for attribute, value in element.items():
        if attribute in PAINT:
            if value not in PAINT[attribute]:
                broken.append(f'{name}: {attribute}="{value}"')
        elif attribute not in GEOMETRY[name]:
            broken.append(f"{name}: attribute {attribute}")
    if element.get("stroke") == "none" and element.get("fill") != ACCENT:
        broken.append(f"{name}: only a spot of accent goes without ink")
    try:
        numbers, points = _geometry(name, element)
    except (UnreadablePathError, ValueError) as error:
        return [*broken, f"{name}: {error}"]
    off_grid = [number for number in numbers if number * 2 != round(number * 2)]
    if off_grid:
        broken.append(f"{name}: off the half-unit grid: {off_grid}")
    reach = 0 if element.get("stroke") == "none" else STROKE / 2
    low, high = BOX[0] + reach, BOX[1] - reach
    outside = [point for point in points if not all(low <= value <= high for value in point)]
    if outside:
        broken.append(f"{name}: outside the safe margin: {outside[:3]}")
    return broken


def _geometry(name: str, element: etree._Element) -> tuple[list[float], list[tuple[float, float]]]:
    """The numbers written in a shape, and points whose hull is the shape's."""
    if name == "path":
        data = element.get("d", "")
        return path_numbers(data), path_points(data)
    values = {key: _number(element.get(key, "0")) for key in GEOMETRY[name]}
    if name == "rect":
        left, top = values["x"], values["y"]
        across, down = (left, left + values["width"]), (top, top + values["height"])
    else:
        wide = values.get("r", values.get("rx"))
        high = values.get("r", values.get("ry"))
        across = (values["cx"] - wide, values["cx"] + wide)
        down = (values["cy"] - high, values["cy"] + high)
    if across[0] >= across[1] or down[0] >= down[1]:
        raise ValueError("has no size")
    return list(values.values()), [(x, y) for x in across for y in down]


def _number(text: str) -> float:
    if not NUMBER.fullmatch(text):
        raise ValueError(f"not a plain number: {text!r}")
    return float(text)
