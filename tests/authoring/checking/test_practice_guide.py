"""The guide to practices is held to the code: what it shows works, what it names is there,
and nothing that an author can use is missing from it.

In the guide `<!-- practice -->`, `<!-- level: mailbox -->`, `<!-- more: levels -->` and
`<!-- ways -->` say what the block below them is. A table is known by its first heading, and
belongs to the section (`###`) in which it stands; a name in capitals in it stands for
whatever an author calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from pasapas.authoring.checking.practices import screen_problems
from pasapas.content.conditions import Condition, answers, read_condition, satisfied
from pasapas.content.operators import OPERATORS
from pasapas.content.personas import shipped_personas
from pasapas.content.plain_language.check import practice_style_problems
from pasapas.content.plain_language.invented_data import real_address, real_phone
from pasapas.content.plain_language.passages import Passage
from pasapas.content.practice import Observation
from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.content.yaml_reader import Mapping as MappingNode
from pasapas.content.yaml_reader import Node, read_yaml
from pasapas.player.problems import describe
from pasapas.player.translation import translator
from pasapas.screens.artefact import Choice, Flag, Items, Kind, Number, Secret, Text
from pasapas.screens.playable import Playable, read_playable
from pasapas.screens.registry import SCREENS
from pasapas.screens.screen import Context, Setup

# --- How the guide is read ------------------------------------------------------------------

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "fr" / "entrainement.md"

_BLOCK = re.compile(r"<!-- (?P<kind>[a-z]+)(?:: (?P<of>\S+))? -->\n```yaml\n(?P<text>.*?)```", re.S)
_SECTION = re.compile(r"^##+ (?P<title>.+)$", re.M)
_NAME = re.compile(r"`([^`]+)`")
_CODE = re.compile(r"<!-- (\S+) -->")
_CAPITALS = re.compile(r"[A-Z]+")


@dataclass(frozen=True)
class Block:
    """`of`: what its mark says after the colon, or ""."""

    kind: str
    of: str
    text: str


@dataclass(frozen=True)
class Row:
    """`names`: what stands between ` ` in its first cell. `code`: of its comment, or ""."""

    cells: tuple[str, ...]
    names: tuple[str, ...]
    code: str

    def __str__(self) -> str:
        return self.code or " ".join(self.names)


def guide_text() -> str:
    return GUIDE.read_text(encoding="utf-8")


def blocks(kind: str) -> tuple[Block, ...]:
    found = (
        Block(item["kind"], item["of"] or "", item["text"])
        for item in _BLOCK.finditer(guide_text())
    )
    return tuple(block for block in found if block.kind == kind)


def sections() -> Mapping[str, str]:
    """The text of each section, by its title."""
    text = guide_text()
    found = list(_SECTION.finditer(text))
    ends = [*(item.start() for item in found[1:]), len(text)]
    return {item["title"]: text[item.end() : end] for item, end in zip(found, ends, strict=True)}


def screen_sections() -> Mapping[str, str]:
    """Of the sections those whose title ends with the name of a screen."""
    named = ((re.search(r" : `([a-z_]+)`$", title), text) for title, text in sections().items())
    return {found[1]: text for found, text in named if found}


def rows(text: str, heading: str) -> tuple[Row, ...]:
    """The rows of every table of a text whose first heading is this one."""
    return tuple(_rows(text, heading))


def _rows(text: str, heading: str) -> Iterator[Row]:
    within = False
    for line in text.splitlines():
        if not line.startswith("|"):
            within = False
        elif line.startswith(f"| {heading} |"):
            within = True
        elif within and not line.startswith("|---"):
            code = _CODE.search(line)
            cells = tuple(cell.strip() for cell in _CODE.sub("", line).strip("|").split(" | "))
            names = tuple(_NAME.findall(cells[0]))
            yield Row(tuple(cell.strip() for cell in cells), names, code[1] if code else "")


def stands_for(name: str, given: str) -> bool:
    """Whether a name of a table, such as `fields.NOM`, stands for one that a practice has."""
    parts = (
        "[a-z0-9_-]+" if _CAPITALS.fullmatch(part) else re.escape(part)
        for part in re.split(r"([.-])", name)
    )
    return re.fullmatch("".join(parts), given) is not None


def quoted(cell: str) -> set[str]:
    return set(_NAME.findall(cell))


SECTIONS = screen_sections()
LEVELS = blocks("level")
(FIRST,) = blocks("practice")
(MORE,) = blocks("more")
WHOLE = FIRST.text.replace("observations:\n", MORE.text + "observations:\n", 1)
KINDS: Mapping[str, type] = {
    "oui ou non": Flag,
    "un mot": Choice,
    "des mots": Items,
    "un nombre": Number,
    "texte": Text,
    "secret": Secret,
}
# What a question of a form leaves is as the question is.
MANY = "selon la question"
# One path of the mailbox for each kind that is seen by the server; a text takes every test.
PATHS = {Flag: "sent", Choice: "at", Items: "attachments", Number: "mails_sent", Text: "to"}
ARGUMENTS = {"empty": "true", "any": "[true]", "count": "1", "at_least": "1", "at_most": "1"}
DEFAULT = "  - say: Continuez."
# Fields that are wanted, and said to be missing, in a way of their own.
WANTED_OTHERWISE = {"files": {"in"}, "web": {"pages"}}


def told(item: Problem) -> str:
    """What `pasapas check` says of it, with plain spaces and without hints of its own."""
    return " ".join(describe(item, translator("fr")).split())


def playable_of(text: str) -> tuple[Playable | None, list[Problem]]:
    """With all that `pasapas check` finds besides rare words and spelling."""
    references = shipped_references()
    reading = read_playable(text, references)
    found = list(reading.problems)
    if reading.document:
        found += practice_style_problems(reading.document.practice, references)
        found += screen_problems(reading.document)
    return reading.document, found


def setup_of(screen: str, text: str) -> tuple[Setup | None, list[Problem]]:
    """What a screen reads in one level, and what is wrong with it."""
    tree, found = read_yaml(text)
    people = shipped_personas()
    problems = list(found)
    fields = Fields(tree, problems)
    setup = SCREENS[screen].read(fields, Context(people["moussa"], people, problems))
    fields.no_others()
    for text, line in setup.texts() if setup else ():
        shown = Passage(text, line, "sentence", text)
        problems += (*real_address(shown), *real_phone(shown))
    return setup, problems


@cache
def setups(screen: str) -> tuple[Setup, ...]:
    """Every level of a screen that ships, and that of the guide."""
    found = [setup for block in LEVELS if block.of == screen for setup in [_own(block)] if setup]
    for item in shipped_shelf().practices.values():
        practice = item.reading.document
        if practice and practice.screen == screen:
            playable = read_playable(item.text, shipped_references()).document
            found += [stage.setup for stage in playable.stages.values()] if playable else []
    return tuple(found)


def _own(block: Block) -> Setup | None:
    return setup_of(block.of, block.text)[0]


@contextmanager
def noted_fields() -> Iterator[dict[str, bool]]:
    """The names of all fields that are looked for meanwhile, and whether they were wanted once."""
    names: dict[str, bool] = {}
    node = Fields.node

    def noting(fields: Fields, name: str, required: bool = False) -> Node | None:
        names[name] = names.get(name, False) or required
        return node(fields, name, required)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fields, "node", noting)
        yield names


def asked(screen: str) -> dict[str, bool]:
    """The fields that a screen looks for while it reads all those levels."""
    setups(screen)  # what a level names (`data`) is read once, now: its fields are its own
    people = shipped_personas()
    with noted_fields() as names:
        for tree in level_trees(screen):
            SCREENS[screen].read(Fields(tree, []), Context(people["moussa"], people, []))
    return names


def level_trees(screen: str) -> Iterator[MappingNode]:
    for item in shipped_shelf().practices.values():
        practice = item.reading.document
        if practice and practice.screen == screen:
            yield from (level.data for level in practice.levels)
    for block in LEVELS:
        tree, _ = read_yaml(block.text)
        if block.of == screen and isinstance(tree, MappingNode):
            yield tree


def keys(tree: MappingNode, before: str = "") -> Iterator[str]:
    """The paths of the fields of a level as they are written: `mails.reponse.from`."""
    for key, value in tree.entries:
        yield f"{before}{key.text}"
        if isinstance(value, MappingNode):
            yield from keys(value, f"{before}{key.text}.")


# --- What the guide shows -------------------------------------------------------------------


def test_the_practice_of_the_guide_has_no_problem() -> None:
    playable, found = playable_of(FIRST.text)
    assert [told(item) for item in found] == []
    assert playable is not None
    assert set(playable.stages) == {1}


def test_its_second_level_neither() -> None:
    playable, found = playable_of(WHOLE)
    assert [told(item) for item in found] == []
    assert playable is not None
    assert set(playable.stages) == {1, 2}


def test_its_ways_say_what_it_says() -> None:
    (block,) = blocks("ways")
    playable, _ = playable_of(WHOLE)
    assert playable is not None
    for way in yaml.safe_load(block.text)["ways"]:
        assert {name for step in way["do"] for name in step} <= {"press", "write", "choose"}
        (spoken,) = _speaking(playable.stages[way["level"]].observations, way["says"])
        assert spoken.achieves == bool(way.get("goal"))


def _speaking(observations: tuple[Observation, ...], text: str) -> list[Observation]:
    return [item for item in observations if any(said.text == text for said in item.say)]


@pytest.mark.parametrize("block", LEVELS, ids=lambda block: block.of)
def test_the_level_of_each_screen_reads_without_a_problem(block: Block) -> None:
    setup, found = setup_of(block.of, block.text)
    assert [told(item) for item in found] == []
    assert setup is not None
    assert set(setup.start) == set(setup.schema)


def test_every_screen_has_its_section_and_its_level() -> None:
    assert set(SECTIONS) == set(SCREENS)
    assert sorted(block.of for block in LEVELS) == sorted(SCREENS)


def test_every_block_is_one_that_is_tested() -> None:
    """A whole practice that nobody reads could go wrong."""
    marked = [block for kind in ("practice", "level", "more", "ways") for block in blocks(kind)]
    assert guide_text().count("```yaml") == len(marked)


def test_its_links_lead_somewhere() -> None:
    anchors = {_anchor(title) for title in sections()}
    for target in re.findall(r"\]\(([^)]+)\)", guide_text()):
        if target.startswith("#"):
            assert target[1:] in anchors
        else:
            assert (GUIDE.parent / target).is_file(), target


def _anchor(title: str) -> str:
    """As GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def test_the_files_that_it_names_are_there() -> None:
    practices = {f"{slug}.yaml" for slug in shipped_shelf().practices}
    named = set(re.findall(r"`([a-z-]+\.yaml)`", guide_text()))
    assert named
    assert named <= practices


# --- The tables of a screen -----------------------------------------------------------------


@pytest.mark.parametrize("screen", SCREENS)
def test_the_fields_of_a_level(screen: str) -> None:
    """Each field that the screen looks for stands in the table, and none besides; a star says
    which it does not do without."""
    table = rows(SECTIONS[screen], "champ")
    named = [name for row in table for name in row.names]
    assert len(named) == len(set(named))
    found = asked(screen)
    assert {_last(name) for name in named if not _last(name).isupper()} == set(found)
    starred = {_last(name) for row in table for name in row.names if "*" in row.cells[1]}
    wanted = {name for name, required in found.items() if required}
    assert starred == wanted | WANTED_OTHERWISE.get(screen, set())
    written = {key for tree in level_trees(screen) for key in keys(tree)}
    # The name of a town has capitals and spaces, and an entry may be all that there is of it.
    groups = {name.rsplit(".", 1)[0] for name in named if "." in name}
    known = {*named, *groups}
    assert [key for key in written if _is_field(key) and not _is_known(key, known)] == []


def _last(name: str) -> str:
    return name.split(".")[-1]


def _is_field(key: str) -> bool:
    return re.fullmatch(r"[a-z0-9._-]+", key) is not None


def _is_known(key: str, known: set[str]) -> bool:
    return any(stands_for(name, key) for name in known)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_paths_of_its_artefact(screen: str) -> None:
    """Each stands in the table once, with its kind; and the table has no other."""
    table = rows(SECTIONS[screen], "chemin")
    found: dict[str, Kind] = {}
    for setup in setups(screen):
        found |= setup.schema
    for path, kind in found.items():
        standing = [row for row in table if any(stands_for(name, path) for name in row.names)]
        assert len(standing) == 1, path
        told_kind = standing[0].cells[1]
        assert told_kind == MANY or KINDS[told_kind] is type(kind), path
    names = [name for row in table for name in row.names]
    assert [name for name in names if not any(stands_for(name, path) for path in found)] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_the_values_of_its_paths(screen: str) -> None:
    """What the last cell quotes are values that the path can have; quotes alone are all."""
    for row in rows(SECTIONS[screen], "chemin"):
        if row.cells[1] not in ("un mot", "des mots") or not quoted(row.cells[2]):
            continue
        values = {
            value
            for setup in setups(screen)
            for path, kind in setup.schema.items()
            if any(stands_for(name, path) for name in row.names)
            for value in kind.values
        }
        named = {name for name in quoted(row.cells[2]) if not re.search("[A-Z]", name)}
        assert named <= values, row
        if not re.search(r"\w", re.sub("`[^`]*`", "", row.cells[2])):
            assert named == values - {""}, row


@pytest.mark.parametrize("screen", SCREENS)
def test_the_places_that_can_be_lit(screen: str) -> None:
    table = [name for row in rows(SECTIONS[screen], "endroit") for name in row.names]
    assert len(table) == len(set(table))
    found = {place for setup in setups(screen) for place in setup.places}
    assert [name for name in table if not any(stands_for(name, place) for place in found)] == []
    assert [place for place in found if not any(stands_for(name, place) for name in table)] == []


# --- The document ---------------------------------------------------------------------------


def test_the_fields_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    # The screen's fields have their own tables.
    monkeypatch.setattr("pasapas.screens.playable.SCREENS", {})
    with noted_fields() as names:
        read_playable(FIRST.text, shipped_references())
    # A condition reads each of its tests as a field of its own.
    tests = {*OPERATORS, *PATHS.values(), "body", "mail"}
    table = [name for row in rows(guide_text(), "champ du document") for name in row.names]
    assert {_last(name) for name in table} == set(names) - tests


# --- The language of conditions -------------------------------------------------------------

TESTS = rows(guide_text(), "test")
JOINED = rows(guide_text(), "condition")


def condition_of(text: str) -> Condition:
    problems: list[Problem] = []
    tree, _ = read_yaml(text.replace("\u00a0", " "))
    assert tree is not None
    condition = read_condition(tree, problems)
    assert [told(item) for item in problems] == []
    assert condition is not None
    return condition


def test_every_test_is_explained_once() -> None:
    assert sorted(row.names[0] for row in TESTS) == sorted((*OPERATORS, "not"))


@pytest.mark.parametrize("row", TESTS, ids=str)
def test_a_test_holds_where_the_guide_says_so(row: Row) -> None:
    """| test | how it is written | with these values it holds | with these it does not |"""
    (written,) = quoted(row.cells[1])
    assert row.names[0] in written
    condition = condition_of(written)
    (path,) = yaml.safe_load(written)
    for cell, held in ((row.cells[2], True), (row.cells[3], False)):
        assert quoted(cell)
        for value in quoted(cell):
            artefact = {path: yaml.safe_load(value)}
            assert satisfied(condition, answers(artefact)) == held, value


@pytest.mark.parametrize("row", JOINED, ids=str)
def test_a_joined_condition_holds_where_the_guide_says_so(row: Row) -> None:
    condition = condition_of(row.names[0])
    for cell, held in ((row.cells[2], True), (row.cells[3], False)):
        assert quoted(cell)
        for artefact in quoted(cell):
            assert satisfied(condition, answers(yaml.safe_load(artefact))) == held, artefact


@pytest.mark.parametrize("row", rows(guide_text(), "sorte"), ids=lambda row: row.cells[0])
def test_which_tests_go_with_a_kind(row: Row) -> None:
    kind = KINDS[row.cells[0]]
    if kind is Secret:
        assert quoted(row.cells[2]) <= {*OPERATORS}
        return
    fitting = set()
    for op in OPERATORS:
        when = f"{PATHS[kind]}: {{{op}: {ARGUMENTS.get(op, 'true')}}}"
        added = f"  - when: {{{when}}}\n    say: Relisez.\n{DEFAULT}"
        reading = read_playable(FIRST.text.replace(DEFAULT, added, 1), shipped_references())
        if "practice.odd-test" not in {item.code for item in reading.problems}:
            fitting.add(op)
    assert quoted(row.cells[2]) == fitting


def test_every_kind_has_its_row() -> None:
    assert sorted(row.cells[0] for row in rows(guide_text(), "sorte")) == sorted(KINDS)


# --- Mistakes -------------------------------------------------------------------------------

MISTAKES = rows(guide_text().split("## Les écrans", 1)[0], "on n'écrit pas")
OF_SCREENS = [
    (screen, row) for screen, text in SECTIONS.items() for row in rows(text, "on n'écrit pas")
]


def put(text: str, bad: str, good: str) -> str:
    """The text with a mistake in the place of what is right. ` / ` parts lines."""
    right, wrong = (cell.strip("`").replace(" / ", "\n") for cell in (good, bad))
    assert text.count(right) == 1, right
    return text.replace(right, wrong)


def messages(found: list[Problem], code: str) -> set[str]:
    return {told(item) for item in found if item.code == code}


@pytest.mark.parametrize("row", MISTAKES, ids=str)
def test_a_mistake_and_what_is_said_of_it(row: Row) -> None:
    bad, message, good = row.cells
    _, found = playable_of(put(FIRST.text, bad, good))
    assert messages(found, row.code) == {" ".join(message.split())}


@pytest.mark.parametrize(("screen", "row"), OF_SCREENS, ids=str)
def test_a_mistake_of_a_level_and_what_is_said_of_it(screen: str, row: Row) -> None:
    (block,) = (block for block in LEVELS if block.of == screen)
    bad, message, good = row.cells
    _, found = setup_of(screen, put(block.text, bad, good))
    assert messages(found, row.code) == {" ".join(message.split())}


def test_every_screen_has_its_mistakes() -> None:
    assert MISTAKES
    assert {screen for screen, _ in OF_SCREENS} == set(SCREENS)
