"""The guide for authors quotes a bad and a good example of each rule: the checker agrees."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pasapas.authoring import check
from pasapas.player.style_messages import ADVICE

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "fr" / "ecrire.md"
ROW = re.compile(
    r"\| (?P<rule>[^|]+?) · [^|]+<!-- (?P<code>\S+) --> \| (?P<bad>.+?) \| (?P<good>.+?) \|$", re.M
)

BEFORE = """---
format: 1
title: Essayer
need: [On me demande un mail.]
domain: messages
level: 1
minutes: 4
pictogram: mail
---
## Essayez
![](pictogram:mail)
"""
AFTER = """
## À retenir
![](pictogram:retenir)
- Le mail part.

## Et maintenant, pour de vrai
![](pictogram:pour-de-vrai)
Un mail reste à écrire.
- J'ai un mail.
"""
FIRST = BEFORE.count("\n") + 1
# What a lesson of a few lines is whatever they say.
OF_A_LESSON = {"plain.nobody-spoken-to", "plain.hard-to-read", "plain.long-on-average"}


@dataclass(frozen=True)
class Row:
    rule: str
    code: str
    bad: str
    good: str

    def __str__(self) -> str:
        return self.code


def rows() -> Iterator[Row]:
    for found in ROW.finditer(GUIDE.read_text(encoding="utf-8")):
        yield Row(*(found[name].strip() for name in ("rule", "code", "bad", "good")))


ROWS = tuple(rows())


def found_in(
    cell: str, folder: Path, capsys: pytest.CaptureFixture[str], after: str = AFTER
) -> list[dict]:
    """What `pasapas check` finds in the lines of a cell, as they would stand in a lesson."""
    lines = [line.strip().strip("`") for line in cell.split(" / ")]
    if lines[-1].startswith("( )"):
        lines[-1] = lines[-1].replace("( )", "(x)", 1)
    lines = [line + " {{Relisez.}}" if line.startswith("(") else line for line in lines]
    file = folder / "essayer.md"
    file.write_text(BEFORE + "\n".join(lines) + "\n" + after, encoding="utf-8")
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    capsys.readouterr()
    check.run(parser.parse_args(["--json", str(file)]))
    last = FIRST + len(lines) - 1
    # A screen is named by the line of its heading, a lesson by 0.
    places = {0, FIRST - 2, *range(FIRST, last + 1)}
    return [item for item in json.loads(capsys.readouterr().out) if item["line"] in places]


def test_every_rule_stands_in_the_guide_once() -> None:
    assert sorted(row.code for row in ROWS) == sorted(ADVICE)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_number_is_that_of_the_rule(row: Row) -> None:
    assert row.rule.replace("soin", "care") == ADVICE[row.code].number


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_bad_example_is_found(
    row: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Nothing else in the lesson, whose short sentences would make up for long ones.
    found = found_in(row.bad, tmp_path, capsys, after="")
    assert row.code in {item["code"] for item in found}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_good_example_is_not(
    row: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {item["code"] for item in found_in(row.good, tmp_path, capsys)}
    assert found - (OF_A_LESSON - {row.code}) == set()
