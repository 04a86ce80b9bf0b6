"""Do conditions speak of what the screen has? Shown on a screen made for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from pasapas.content.conditions import LARGEST_NUMBER
from pasapas.content.practice import read_practice
from pasapas.content.problems import Problem
from pasapas.content.shelf import shipped_references
from pasapas.screens.artefact import Choice, Flag, Items, Kind, Number, Secret, Text
from pasapas.screens.fitting import condition_problems, place_problems
from pasapas.screens.playable import Stage

FIELDS = """\
levels:
  1: {}
  2: {}
observations:
  - %s
    say: Oui.
  - say: Continuez.
help:
  - %s
    hints: [Lisez., Cherchez., Appuyez.]
  - hints: [Lisez., Cherchez., Appuyez.]
"""
WHEN, HELPED = 5, 9
SCHEMA: Mapping[str, Kind] = {
    "sent": Flag(),
    "at": Choice(("list", "mail", "")),
    "files": Items(("cv", "lettre")),
    "tries": Number(1, 5),
    "body": Text(),
    "code": Secret(),
    "group.day": Choice(("lundi", "mardi")),
}


@dataclass(frozen=True)
class Setup:
    """As much of a screen's setup as is looked at here."""

    schema: Mapping[str, Kind] = field(default_factory=lambda: SCHEMA)
    places: tuple[str, ...] = ("send", "files")


def problems_of(said: str, helped: str = "show: send", **setups: Setup) -> list[Problem]:
    practice = read_practice(FIELDS % (said, helped), shipped_references()).document
    stages = {
        level.number: Stage(level, setups.get(f"level{level.number}", Setup()), (), ())
        for level in practice.levels
    }
    return [*condition_problems(practice, stages), *place_problems(practice, stages)]


def said_of(problems: list[Problem]) -> list[tuple[str, int, dict[str, str]]]:
    return [(item.code, item.line, dict(item.parameters)) for item in problems]


@pytest.mark.parametrize(
    "test",
    [
        "sent: true",
        "sent: {not: {is: false}}",
        "at: list",
        "at: {any: [list, mail]}",
        "at: {empty: false}",
        "files: {includes: cv}",
        "files: {any: [cv, lettre]}",
        "files: {empty: true}",
        "files: {count: 2, at_least: 1, at_most: 2}",
        "tries: 3",
        "tries: {any: [1, 5]}",
        "tries: {at_least: 2, at_most: 4}",
        "group.day: lundi",
        *(
            f"{path}: {{{test}}}"
            for path in ("body", "code")
            for test in (
                "is: a",
                "like: a",
                "includes: a",
                "any: [a]",
                "empty: true",
                f"count: {LARGEST_NUMBER}",
                "at_least: 2",
                "at_most: 2",
            )
        ),
    ],
)
def test_what_fits_is_no_problem(test: str) -> None:
    assert problems_of(f"when: {{{test}}}") == []
    assert problems_of("show: send", f"when: {{{test}}}") == []


@pytest.mark.parametrize(
    ("test", "path", "name"),
    [
        ("sent: {empty: true}", "sent", "empty"),
        ("sent: {any: ['true']}", "sent", "any"),
        ("sent: oui", "sent", "is"),
        ("sent: 1", "sent", "is"),
        ("at: {like: list}", "at", "like"),
        ("at: {includes: list}", "at", "includes"),
        ("at: {count: 4}", "at", "count"),
        ("files: cv", "files", "is"),
        ("files: {like: cv}", "files", "like"),
        ("tries: {empty: true}", "tries", "empty"),
        ("tries: {includes: 3}", "tries", "includes"),
        ("tries: {not: {like: 3}}", "tries", "like"),
    ],
)
def test_a_test_that_can_never_tell_is_odd(test: str, path: str, name: str) -> None:
    expected = {"path": path, "test": name}
    assert said_of(problems_of(f"when: {{{test}}}")) == [("practice.odd-test", WHEN, expected)]
    in_help = problems_of("show: send", f"when: {{{test}}}")
    assert said_of(in_help) == [("practice.odd-test", HELPED, expected)]


@pytest.mark.parametrize(
    ("test", "path", "names"),
    [
        ("at: lits", "at", [("lits", "list")]),
        ("at: {any: [mail, ailleurs]}", "at", [("ailleurs", None)]),
        ("at: {not: {is: lits}}", "at", [("lits", "list")]),
        ("files: {includes: letre}", "files", [("letre", "lettre")]),
        ("files: {any: [lettres, photo]}", "files", [("lettres", "lettre"), ("photo", None)]),
        ("group.day: lundi matin", "group.day", [("lundi matin", None)]),
        ("tries: 9", "tries", [("9", None)]),
        ("tries: {any: [1, plusieurs]}", "tries", [("plusieurs", None)]),
        ("tries: '03'", "tries", [("03", None)]),
    ],
)
def test_a_value_that_never_is_there_is_said(
    test: str, path: str, names: list[tuple[str, str | None]]
) -> None:
    found = said_of(problems_of(f"when: {{{test}}}"))
    assert [(code, line) for code, line, _ in found] == [("practice.unknown-value", WHEN)] * len(
        names
    )
    assert {told["path"] for _, _, told in found} == {path}
    for (name, known), (_, _, told) in zip(names, found, strict=True):
        assert told["name"] == name
        assert known is None or told["nearest"] == known


@pytest.mark.parametrize(
    ("path", "known"),
    [("sant", "sent"), ("group.dey", "group.day"), ("day", None), ("group", None)],
)
def test_a_path_that_no_level_has_is_said_once(path: str, known: str | None) -> None:
    ((code, line, told),) = said_of(problems_of(f"when: {{{path}: {{is: a, not: {{is: a}}}}}}"))
    assert (code, line, told["name"]) == ("practice.unknown-path", WHEN, path)
    assert known is None or told["nearest"] == known


@pytest.mark.parametrize("join", ["any: [{sant: true}, {at: lits}]", "not: {sant: true, at: lits}"])
def test_conditions_within_conditions_are_looked_at(join: str) -> None:
    codes = [item.code for item in problems_of(f"when: {{{join}}}")]
    assert codes == ["practice.unknown-path", "practice.unknown-value"]


def test_what_one_of_its_levels_has_is_known() -> None:
    second = Setup({**SCHEMA, "at": Choice(("menu",)), "page": Flag()}, ("menu",))
    for test in ("at: menu", "at: list", "page: true"):
        assert problems_of(f"when: {{{test}}}", level2=second) == []
    only_first = "when: {at: menu}\n    levels: [1]"
    (found,) = problems_of(only_first, level2=second)
    assert found.code == "practice.unknown-value"
    assert problems_of("show: menu", level2=second) == []
    assert problems_of("show: menu\n    levels: [2]", level2=second) == []


@pytest.mark.parametrize(("place", "known"), [("sned", "send"), ("ailleurs", None)])
def test_a_place_that_the_screen_does_not_have_is_said(place: str, known: str | None) -> None:
    for line, said in ((WHEN, (f"show: {place}",)), (HELPED, ("show: send", f"show: {place}"))):
        ((code, found, told),) = said_of(problems_of(*said))
        assert (code, found, told["name"]) == ("practice.unknown-place", line, place)
        assert known is None or told["nearest"] == known


def test_a_screen_without_places_has_none_to_light_up() -> None:
    bare = Setup(places=())
    codes = [item.code for item in problems_of("show: send", level1=bare, level2=bare)]
    assert codes == ["practice.unknown-place"] * 2


def test_where_no_level_can_be_shown_nothing_is_said_of_its_screen() -> None:
    practice = read_practice(FIELDS % ("when: {sant: true}", "show: x"), shipped_references())
    assert list(condition_problems(practice.document, {})) == []
    assert list(place_problems(practice.document, {})) == []
