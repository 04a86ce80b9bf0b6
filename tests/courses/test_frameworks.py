"""The table of frameworks names each tube of the bank, and nothing that no framework has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from pasapas.content.shelf import shipped_shelf

PAGE = Path(__file__).resolve().parents[2] / "docs" / "fr" / "referentiels.md"
BANK = shipped_shelf().bank

# « `slug` Title | domain | CléA numérique | DigComp 2.2 | Pix »
_ROW = re.compile(r"\| `(?P<slug>[a-z-]+)` (?P<rest>.+) \|$", re.M)
_NAMED = re.compile(r"(?P<number>\S+) (?P<name>.+)")
NONE = "—"

CLEA = {"1", "2", "3", "4"}
DIGCOMP = {
    f"{area}.{n}" for area, most in enumerate((3, 6, 4, 4, 4), 1) for n in range(1, most + 1)
}
PIX = {f"{area}.{n}" for area, most in enumerate((3, 4, 4, 3, 2), 1) for n in range(1, most + 1)}


@dataclass(frozen=True)
class Row:
    slug: str
    title: str
    domain: str
    clea: str
    digcomp: str
    pix: str

    def __str__(self) -> str:
        return self.slug


def rows() -> Iterator[Row]:
    for found in _ROW.finditer(PAGE.read_text(encoding="utf-8")):
        yield Row(found["slug"], *found["rest"].split(" | "))


ROWS = tuple(rows())


def test_the_numbers_are_as_many_as_each_framework_has() -> None:
    assert (len(DIGCOMP), len(PIX)) == (21, 16)


def test_every_tube_has_its_row_in_the_order_of_the_bank() -> None:
    tubes = [
        (tube.slug, tube.title.text, domain.title.text)
        for domain in BANK.domains
        for tube in domain.tubes
    ]
    assert len(tubes) == 21
    assert [(row.slug, row.title, row.domain) for row in ROWS] == tubes


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_row_names_what_there_is(row: Row) -> None:
    for cell, numbers in ((row.clea, CLEA), (row.digcomp, DIGCOMP), (row.pix, PIX)):
        assert cell == NONE or _named(cell)[0] in numbers, cell


@pytest.mark.parametrize("framework", ["clea", "digcomp", "pix"])
def test_a_number_has_one_name(framework: str) -> None:
    cells = {getattr(row, framework) for row in ROWS} - {NONE}
    names: Mapping[str, str] = dict(map(_named, cells))
    assert len(names) == len(cells)


def test_it_says_whose_reading_it_is_and_of_what_day() -> None:
    before = PAGE.read_text(encoding="utf-8").split("\n| ", 1)[0]
    assert "Cette lecture est la nôtre, du 2026-11-22." in before


def _named(cell: str) -> tuple[str, str]:
    found = _NAMED.fullmatch(cell)
    assert found, cell
    return found["number"], found["name"]
