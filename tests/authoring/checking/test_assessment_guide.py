"""What the guide to the assessment shows works, and its table names every field there is.

In the guide `<!-- assessment -->`, `<!-- frame -->` and `<!-- challenge: touch -->` say what
the block below them is. The frame is the file of a domain whose `challenges: # one, touch`
name the blocks that stand there.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from pasapas.authoring import check
from pasapas.authoring.checking.banks import bank_problems
from pasapas.content.assessment import MODES, read_assessment
from pasapas.content.bank import BankFile, read_bank_file
from pasapas.content.challenge import LOOKS
from pasapas.content.operators import OPERATORS
from pasapas.content.plain_language.check import bank_style_problems
from pasapas.content.schema import Fields
from pasapas.content.shelf import shipped_references
from pasapas.content.yaml_reader import Node

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "fr" / "evaluation.md"
TEXT = GUIDE.read_text(encoding="utf-8")
FIRST_LINE = "Ne conditionnez jamais une aide à Pas à pas."
MOST_LINES = 200

_BLOCK = re.compile(r"<!-- (?P<kind>[a-z]+)(?:: (?P<of>\S+))? -->\n```yaml\n(?P<text>.*?)```", re.S)
_PLACE = re.compile(r"^(?P<before> +)challenges: # (?P<names>.+)$", re.M)
_NAME = re.compile(r"`([^`\n]+)`")
_WARM_UP = "format: 1\nwarm_up:\n"
# An honest message and a false one are choices like others.
KINDS = {"honest": "one", "fake": "one"}


@dataclass(frozen=True)
class Block:
    """`of`: what its mark says after the colon, or ""."""

    kind: str
    of: str
    text: str

    def __str__(self) -> str:
        return self.of or self.kind


BLOCKS = tuple(
    Block(item["kind"], item["of"] or "", item["text"]) for item in _BLOCK.finditer(TEXT)
)
CHALLENGES = {block.of: block for block in BLOCKS if block.kind == "challenge"}
(FRAME,) = (block for block in BLOCKS if block.kind == "frame")
ASSESSMENTS = [block for block in BLOCKS if block.kind == "assessment"]


def put_together() -> str:
    """The frame with each challenge in its place."""

    def filled(place: re.Match[str]) -> str:
        texts = (CHALLENGES[name].text for name in place["names"].split(", "))
        inside = indent("".join(texts), place["before"] + "  ").rstrip()
        return f"{place['before']}challenges:\n{inside}"

    return _PLACE.sub(filled, FRAME.text)


def read(text: str) -> tuple[BankFile, list[str]]:
    """A file of a bank, and the codes of what is found in it, rare words apart."""
    references = shipped_references()
    reading = read_bank_file(text, references)
    found = list(reading.problems)
    found += bank_style_problems(reading.document, references)
    found += bank_problems(reading.document)
    return reading.document, [problem.code for problem in found]


def table() -> list[str]:
    """What the first cells of the table of fields name."""
    lines = TEXT.split("| champ |", 1)[1].splitlines()[2:]
    cells = (line.split(" | ")[0] for line in lines if line.startswith("| "))
    return [name for cell in cells for name in _NAME.findall(cell)]


@contextmanager
def noted_fields() -> Iterator[set[str]]:
    """The names of all fields that are looked for meanwhile."""
    names: set[str] = set()
    node = Fields.node

    def noting(fields: Fields, name: str, required: bool = False) -> Node | None:
        names.add(name)
        return node(fields, name, required)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fields, "node", noting)
        yield names


# --- The page -------------------------------------------------------------------------------


def test_it_begins_with_what_matters_most() -> None:
    assert TEXT.splitlines()[0] == FIRST_LINE


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= MOST_LINES


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (GUIDE.parent / target).is_file(), target


# --- What it shows --------------------------------------------------------------------------


def test_every_block_is_one_that_is_tested() -> None:
    assert TEXT.count("```yaml") == len(CHALLENGES) + len(ASSESSMENTS) + 1


def test_every_challenge_has_its_place_in_the_frame() -> None:
    named = [name for place in _PLACE.finditer(FRAME.text) for name in place["names"].split(", ")]
    assert sorted(named) == sorted(CHALLENGES)


def test_put_together_they_are_a_file_without_a_problem() -> None:
    document, found = read(put_together())
    assert found == []
    assert document.domain is not None
    assert [len(skill.challenges) for skill in document.domain.tubes[0].skills] == [2, 2, 3]


def test_pasapas_check_finds_nothing_in_that_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "documents.yaml"
    file.write_text(put_together(), encoding="utf-8")
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    assert check.run(parser.parse_args(["--json", str(file)])) == 0
    assert capsys.readouterr().out.strip() == "[]"


@pytest.mark.parametrize("block", CHALLENGES.values(), ids=str)
def test_a_challenge_is_of_the_kind_that_it_shows(block: Block) -> None:
    document, found = read(_WARM_UP + indent(block.text, "  "))
    (challenge,) = document.challenges
    assert challenge.kind == KINDS.get(block.of, block.of)
    # Alone, a message has no other beside it.
    assert found == (["bank.unbalanced"] if challenge.shows else [])
    assert challenge.shows == (block.of if block.of in KINDS else "")


def test_every_kind_has_its_example() -> None:
    assert set(CHALLENGES) == {"one", "several", "order", "touch", "task", *KINDS}


@pytest.mark.parametrize("block", ASSESSMENTS, ids=str)
def test_an_assessment_reads_without_a_problem(block: Block) -> None:
    reading = read_assessment(block.text, shipped_references())
    assert reading.problems == ()
    assert reading.document is not None


# --- What it names --------------------------------------------------------------------------


def test_the_table_has_every_field() -> None:
    references = shipped_references()
    with noted_fields() as read_fields:
        read_bank_file(put_together(), references)
        read_bank_file(_WARM_UP + indent(CHALLENGES["touch"].text, "  "), references)
        for mode in MODES:
            text = f"format: 1\nbank: pasapas\nmode: {mode}\n{mode}: messages\n"
            read_assessment(text, references)
    # A condition reads each of its paths and tests as a field of its own.
    (shown,) = yaml.safe_load(CHALLENGES["task"].text).values()
    condition = {*OPERATORS, "not", *shown["task"]["achieved"]}
    named = {name.split(".")[-1] for name in table()}
    assert named == read_fields - condition


def test_it_names_every_look_and_every_mode() -> None:
    names = set(_NAME.findall(TEXT))
    assert {*LOOKS, *MODES} <= names
