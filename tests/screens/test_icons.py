"""The icons inside practice screens: paths that a browser can draw, inside their box."""

import cmath
import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString

from pasapas.screens.icons import PATHS, icon_sheet

BOX = 24
HALF_A_STROKE = 1
MOST_BYTES = 160
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")

NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
STEP = re.compile(rf"([MLHVCQAZ])((?:[ ,]?{NUMBER})*)", re.IGNORECASE)
NUMBERS_OF = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
SAMPLES = 24


def steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with the numbers of one step. Raises ValueError where a browser would stop."""
    position = 0
    while position < len(path):
        step = STEP.match(path, position)
        if not step or (position == 0 and step[1] not in "Mm"):
            raise ValueError(f"{path!r} is not a path at {position}")
        numbers = [float(number) for number in re.findall(NUMBER, step[2])]
        size = NUMBERS_OF[step[1].upper()]
        if (len(numbers) % size or not numbers) if size else numbers:
            raise ValueError(f"{path!r} has too few or too many numbers at {position}")
        command = step[1]
        for start in range(0, len(numbers) or 1, size or 1):
            yield command, numbers[start : start + size]
            command = {"M": "L", "m": "l"}.get(command, command)
        position = step.end()


def drawn(path: str) -> list[tuple[float, float]]:
    """Points that the pen goes through; curves and arcs give many."""
    pen = start = 0j
    points: list[complex] = []
    for command, numbers in steps(path):
        origin = pen if command.islower() else 0j
        kind = command.upper()
        if kind == "Z":
            targets = [start]
        elif kind == "H":
            targets = [complex(origin.real + numbers[0], pen.imag)]
        elif kind == "V":
            targets = [complex(pen.real, origin.imag + numbers[0])]
        else:
            pairs = numbers[-2:] if kind == "A" else numbers
            targets = [origin + complex(x, y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]
        if kind == "A":
            points += along_an_arc(pen, targets[0], numbers)
        elif kind in "CQ":
            points += along_a_curve([pen, *targets])
        pen = targets[-1]
        start = pen if kind == "M" else start
        points.append(pen)
    return [(point.real, point.imag) for point in points]


def along_a_curve(controls: list[complex]) -> list[complex]:
    degree = len(controls) - 1
    return [
        sum(
            math.comb(degree, i) * t**i * (1 - t) ** (degree - i) * control
            for i, control in enumerate(controls)
        )
        for t in (sample / SAMPLES for sample in range(SAMPLES + 1))
    ]


def along_an_arc(begin: complex, end: complex, numbers: list[float]) -> list[complex]:
    """An arc whose axes are those of the box, worked out where its ellipse is a unit circle."""
    wide, high, turned, large, clockwise, *_ = numbers
    assert turned == 0
    assert {large, clockwise} <= {0, 1}
    one, two = (complex(point.real / wide, point.imag / high) for point in (begin, end))
    half = (two - one) / 2
    grown = max(1.0, abs(half))  # too small an ellipse grows until it reaches both ends
    aside = math.sqrt(max(0.0, grown**2 - abs(half) ** 2)) * half / abs(half) * 1j
    centre = (one + two) / 2 + (aside if large != clockwise else -aside)
    first, last = cmath.phase(one - centre), cmath.phase(two - centre)
    sweep = (last - first) % math.tau if clockwise else -((first - last) % math.tau)
    circle = (
        centre + cmath.rect(grown, first + sweep * sample / SAMPLES) for sample in range(SAMPLES)
    )
    return [complex(point.real * wide, point.imag * high) for point in circle]


def symbols(sheet: SafeString) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(sheet))  # noqa: S314 - made by us


def limits(path: str) -> tuple[float, float, float, float]:
    xs, ys = zip(*drawn(path), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M2 3l4-1.5.5 6h-3v1zM9 9", (2, 1.5, 9, 9)),
        ("m2 3 4 4H1V2", (1, 2, 6, 7)),
        ("M12 21a9 9 0 1 1 .01 0z", (3, 3, 21, 21)),
        ("M4 12a8 4 0 0 1 16 0", (4, 8, 20, 12)),
        ("M4 12a8 4 0 0 0 16 0", (4, 12, 20, 16)),
        ("M4 12a1 1 0 0 1 16 0", (4, 4, 20, 12)),
        ("M12 4a8 8 0 0 1 8 8", (12, 4, 20, 12)),
        ("M12 4a8 8 0 0 0 8 8", (12, 4, 20, 12)),
        ("M12 4a8 8 0 1 0 8 8", (4, 4, 20, 20)),
        ("M2 12C2 4 22 4 22 12", (2, 6, 22, 12)),
        ("M2 12q10-10 20 0", (2, 7, 22, 12)),
    ],
)
def test_the_pen_of_these_tests_goes_where_a_browser_goes(path, expected):
    assert limits(path) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    "path", ["L2 2", "M2", "M2 2z3", "M2 2x", "M2 2l", "M2 2a1 1 0 0 1 2", "é"]
)
def test_the_pen_of_these_tests_refuses_what_is_no_path(path):
    with pytest.raises(ValueError, match=r"numbers at|is not a path at"):
        drawn(path)


@pytest.mark.parametrize("name", PATHS)
def test_an_icon_is_named_by_a_slug_and_stays_small(name):
    assert SLUG.fullmatch(name)
    assert len(PATHS[name].encode()) <= MOST_BYTES


@pytest.mark.parametrize("name", PATHS)
def test_an_icon_stays_in_its_box_with_its_strokes(name):
    left, top, right, bottom = limits(PATHS[name])
    assert min(left, top) >= HALF_A_STROKE
    assert max(right, bottom) <= BOX - HALF_A_STROKE


@pytest.mark.parametrize("name", PATHS)
def test_an_icon_fills_its_box_enough_to_be_seen(name):
    left, top, right, bottom = limits(PATHS[name])
    assert max(right - left, bottom - top) >= BOX / 2


def test_no_two_icons_are_the_same():
    assert len(set(PATHS.values())) == len(PATHS)


def test_a_sheet_is_hidden_and_holds_a_symbol_for_each_name():
    sheet = icon_sheet(["mail", "trash"], "essai")
    assert isinstance(sheet, SafeString)
    root = ElementTree.fromstring(sheet)  # noqa: S314 - made by us
    assert (root.tag, root.attrib) == (
        "svg",
        {"class": "pap-icons", "aria-hidden": "true", "width": "0", "height": "0"},
    )
    assert [symbol.tag for symbol in root] == ["symbol", "symbol"]
    assert [symbol.attrib for symbol in root] == [
        {"id": "essai-mail", "viewBox": "0 0 24 24"},
        {"id": "essai-trash", "viewBox": "0 0 24 24"},
    ]
    assert [[path.attrib for path in symbol] for symbol in root] == [
        [{"d": PATHS["mail"]}],
        [{"d": PATHS["trash"]}],
    ]


def test_a_sheet_of_every_icon_keeps_every_path_as_it_is():
    ids = {symbol.get("id"): symbol[0].get("d") for symbol in symbols(icon_sheet(PATHS, "p"))}
    assert ids == {f"p-{name}": path for name, path in PATHS.items()}


def test_a_name_given_twice_is_drawn_once_where_it_came_first():
    sheet = icon_sheet(iter(["mail", "trash", "mail"]), "p")
    assert [symbol.get("id") for symbol in symbols(sheet)] == ["p-mail", "p-trash"]


def test_a_prefix_cannot_leave_its_attribute():
    prefix = "\"><script>alert('1')</script>&"
    (symbol,) = symbols(icon_sheet(["mail"], prefix))
    assert symbol.get("id") == f"{prefix}-mail"
    assert "<script" not in icon_sheet(["mail"], prefix)


@pytest.mark.parametrize("name", ["", "Mail", "unknown"])
def test_an_unknown_icon_is_refused(name):
    with pytest.raises(KeyError, match=f"^'{name}'$"):
        icon_sheet(["mail", name], "p")
