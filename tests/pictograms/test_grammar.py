"""The shipped pictograms keep the drawing grammar, and the checker does see what breaks it."""

from __future__ import annotations

import re
import zlib
from importlib.resources import files
from pathlib import Path

import pytest
from drawing_grammar import ACCENT, LARGEST, broken_rules
from drawing_points import UnreadablePathError, path_points

from pasapas.content.pictograms import read_pictograms

FOLDER = files("pasapas.pictograms")
DRAWINGS = {
    entry.name.removesuffix(".svg"): entry.read_bytes()
    for entry in FOLDER.iterdir()
    if entry.name.endswith(".svg")
}
READING = read_pictograms((FOLDER / "catalogue.yaml").read_bytes())
GRAMMAR_PAGE = Path(__file__).parents[2] / "docs" / "pictograms.md"
SIX_ON_A_PAGE = 1_700  # bytes, compressed: what six pictograms may weigh in one lesson


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_drawing_keeps_the_grammar(name):
    assert broken_rules(DRAWINGS[name]) == []


def test_any_six_drawings_fit_in_a_page():
    weights = {name: len(zlib.compress(raw, 9)) for name, raw in DRAWINGS.items()}
    heaviest = sorted(weights, key=weights.get, reverse=True)[:6]
    together = zlib.compress(b"".join(DRAWINGS[name] for name in heaviest), 9)
    assert len(together) <= SIX_ON_A_PAGE


def test_catalogue_and_drawings_agree_one_to_one():
    assert READING.problems == ()
    assert set(READING.document) == set(DRAWINGS)
    assert len(DRAWINGS) >= 40


@pytest.mark.parametrize("name", sorted(READING.document))
def test_catalogue_entry_is_complete(name):
    entry = READING.document[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert entry.label and not entry.label.endswith(".")
    assert len(set(entry.keywords)) >= 2
    assert entry.meaning.endswith(".")
    assert len(entry.meaning.split()) <= 15
    assert len({answer.casefold() for answer in entry.answers}) >= 5


def test_no_two_labels_are_alike():
    labels = [entry.label.casefold() for entry in READING.document.values()]
    assert len(set(labels)) == len(labels)


def shared_shapes() -> list[tuple[str, list[str], list[str]]]:
    """(shape, fragments, pictures) from the table of shared shapes in the grammar page."""
    page = GRAMMAR_PAGE.read_text(encoding="utf-8")
    table = page.partition("## Shared shapes")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return [
        (row[0], re.findall(r"`([^`]+)`", row[1]), re.findall(r"[a-z-]+", row[2]))
        for row in rows
        if len(row) == 3 and "`" in row[1]
    ]


@pytest.mark.parametrize(("shape", "fragments", "pictures"), shared_shapes())
def test_shared_shape_is_drawn_the_same_everywhere(shape, fragments, pictures):
    assert fragments
    for picture in pictures:
        for fragment in fragments:
            assert fragment in DRAWINGS[picture].decode(), (shape, picture)


def test_every_shape_of_the_house_is_written_down():
    named = " ".join(shape for shape, _, _ in shared_shapes())
    house = "envelope, phone, document, person, hand, key, lock, magnifier, tick, triangle"
    assert [shape for shape in house.split(", ") if shape not in named] == []


# The checker itself: a sound drawing, and one change that breaks each rule.

SOUND = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none"'
    ' stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">'
    f'<circle fill="{ACCENT}" cx="24" cy="24" r="20"/><path d="M14.5 24.5l7 7 13-14"/></svg>'
)


def test_checker_accepts_a_sound_drawing():
    assert broken_rules(SOUND.encode()) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("0 0 48 48", "0 0 24 24", "root's attributes"),
        ("<svg ", '<svg width="48" ', "root's attributes"),
        ("<svg ", '<svg onload="x()" ', "root's attributes"),
        ('stroke-width="2.5"', 'stroke-width="2"', "root's attributes"),
        ("http://www.w3.org/2000/svg", "http://example.org/", "not svg"),
        ("</svg>", "", "not XML"),
        ("<svg ", "<!DOCTYPE svg><svg ", "document type"),
        ("<svg ", '<!DOCTYPE svg [<!ENTITY a "b">]><svg ', "document type"),
        ("</svg>", "<!-- a note --></svg>", "comment"),
        ("</svg>", "<script>x()</script></svg>", "element script"),
        ("</svg>", "<style>*{}</style></svg>", "element style"),
        ("</svg>", "<linearGradient/></svg>", "element linearGradient"),
        ("</svg>", "<text>CV</text></svg>", "element text"),
        ("</svg>", "CV</svg>", "text:"),
        ("<circle ", '<circle id="a" ', "attribute id"),
        ("<circle ", '<circle class="a" ', "attribute class"),
        ("<circle ", '<circle style="fill:red" ', "attribute style"),
        ("<circle ", '<circle transform="scale(2)" ', "attribute transform"),
        ("<circle ", '<circle onclick="x()" ', "attribute onclick"),
        ("<circle ", '<circle stroke="red" ', 'stroke="red"'),
        (ACCENT, "#f00", 'fill="#f00"'),
        (ACCENT, "url(#a)", 'fill="url(#a)"'),
        (ACCENT, "none", "no accent"),
        ("<path ", '<path stroke="none" ', "goes without ink"),
        ('r="20"', 'r="22"', "outside the safe margin"),
        ('r="20"', 'r="19.7"', "off the half-unit grid"),
        ('r="20"', 'r="2e1"', "not a plain number"),
        ('r="20"', 'r="0"', "has no size"),
        ("l7 7 13-14", "l7 7 13-34", "outside the safe margin"),
        ("l7 7 13-14", "l7 7 13-14.2", "off the half-unit grid"),
        ("l7 7 13-14", "l7 7 13", "takes 2 numbers"),
        ("l7 7 13-14", "q7 7 13-14", "cannot read"),
        ("M14.5 24.5l", "l", "does not start with M"),
        # The ends lie inside; the belly of the arc does not.
        ("M14.5 24.5l7 7 13-14", "M10 40a14 14 0 0 0 28 0", "outside the safe margin"),
    ],
)
def test_checker_sees_what_breaks_a_rule(old, new, rule):
    bad = SOUND.replace(old, new)
    assert bad != SOUND
    broken = broken_rules(bad.encode())
    assert any(rule in sentence for sentence in broken), broken


def test_checker_sees_a_heavy_drawing():
    padding = "<path d='M9 9h1'/>" * LARGEST
    assert any(
        "at most" in rule
        for rule in broken_rules(SOUND.replace("</svg>", f"{padding}</svg>").encode())
    )


@pytest.mark.parametrize(
    ("data", "box"),
    [
        ("M10 10h5v-5H4V20z", (4, 5, 15, 20)),
        ("M10 10l5 5 5-5", (10, 10, 20, 15)),
        ("m10 10 5 5", (10, 10, 15, 15)),
        ("M10 20a5 5 0 0 1 10 0", (10, 15, 20, 20)),  # over the top
        ("M10 20a5 5 0 0 0 10 0", (10, 20, 20, 25)),  # under
        ("M10 20a1 1 0 0 1 10 0", (10, 15, 20, 20)),  # radii too short grow
        ("M10 20A10 5 0 0 1 30 20", (10, 15, 30, 20)),  # an ellipse
        ("M20 10a10 10 0 1 1-10 10", (10, 10, 30, 30)),  # the long way round
        ("M0 0C0 8 8 8 8 0", (0, 0, 8, 6)),
    ],
)
def test_path_points_reach_as_far_as_the_line(data, box):
    across, down = zip(*path_points(data), strict=True)
    reached = (min(across), min(down), max(across), max(down))
    assert reached == pytest.approx(box, abs=0.05)


@pytest.mark.parametrize(
    "data", ["", "10 10", "M1", "M1 1a5 5 0 011 1", "M1 1a2 2 30 0 1 3 3", "M0 0T1 1"]
)
def test_unreadable_paths_are_said(data):
    with pytest.raises(UnreadablePathError):
        path_points(data)
