"""A result under a code: by the learner's choice, for a while, without a name."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.assessment.sharing import (
    ALPHABET,
    DAYS,
    LENGTH,
    MOST,
    cleaned,
    found,
    new_code,
    readable,
    shared,
    taken_back,
)

from .samples import asking

TODAY = datetime.date(2026, 11, 22)
STATE = asking(None, ["trombone-lequel", 1, 1], ended=True)
CODE, OTHER = "BCDFGHJK", "MPQRTVWX"


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(number)


def test_codes_can_be_said_aloud_and_are_not_found_by_trying() -> None:
    codes = [new_code() for _ in range(500)]
    assert len(set(codes)) == 500
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)
    assert len(ALPHABET) ** LENGTH > 10**11
    assert not set(ALPHABET) & set("AEIOU01LSZN5")


@pytest.mark.parametrize("write", [
    str, str.lower, readable, lambda code: f"  {code}\n", lambda code: "-".join(code),
    lambda code: f"{code[:4]}\u00a0{code[4:]}", lambda code: readable(code).lower(),
    lambda code: f"{code[:4]} \u2013 {code[4:]}", lambda code: f"{code}.",
])  # fmt: skip
def test_a_code_is_known_however_it_is_written(write) -> None:
    for code in (CODE, OTHER, "BCDF2346", new_code()):
        assert cleaned(write(code)) == code


@pytest.mark.parametrize("written", [
    None, 1, [], {}, "", "BCDF", "BCDFGHJKM", "BCDFGHJA", "BCDFGHJ0", CODE * 6, "ＢCDFGHJK",
    "BCDFGHJ²", " " * 41,
])  # fmt: skip
def test_what_is_no_code_is_none(written: object) -> None:
    assert cleaned(written) == ""
    assert found({"": {"day": "2026-11-22", "state": {"run": 1}}}, "", TODAY) is None


@given(st.text(max_size=50))
def test_no_text_is_taken_for_another_shape_of_code(written: str) -> None:
    code = cleaned(written)
    assert code == "" or (len(code) == LENGTH and set(code) <= set(ALPHABET))


def test_what_is_shown_is_found_under_its_code_alone() -> None:
    shelf = shared({}, CODE, STATE, TODAY)
    assert STATE["given"] == [["trombone-lequel", 1, 1]]
    # What was asked and what came of it, not what was pressed.
    assert found(shelf, CODE, TODAY)["given"] == [["trombone-lequel", 1, None]]
    assert found(shelf, OTHER, TODAY) is None
    assert set(shelf[CODE]) == {"day", "state"}
    assert "current" not in shelf[CODE]["state"]
    assert json.loads(json.dumps(shelf)) == shelf


def test_what_is_shown_stays_what_it_was_until_it_is_shown_again() -> None:
    shelf = shared({}, CODE, STATE, TODAY)
    later = asking(None, ["verifier-quoi", 0, [1]], ended=True, run=2)
    assert found(shelf, CODE, TODAY)["run"] == 1
    again = shared(shelf, CODE, later, days(3))
    assert found(again, CODE, days(3))["run"] == 2
    assert list(again) == [CODE]
    assert found(shelf, CODE, days(3))["run"] == 1


def test_taken_back_it_is_gone_and_others_stay() -> None:
    shelf = shared(shared({}, CODE, STATE, TODAY), OTHER, STATE, TODAY)
    left = taken_back(shelf, CODE)
    assert list(left) == [OTHER]
    assert taken_back(left, CODE) == left
    assert set(shelf) == {CODE, OTHER}


@pytest.mark.parametrize(("number", "there"), [(0, True), (DAYS, True), (DAYS + 1, False)])
def test_after_a_while_nobody_finds_it(number: int, there: bool) -> None:
    shelf = shared({}, CODE, STATE, TODAY)
    assert (found(shelf, CODE, days(number)) is not None) == there
    assert (CODE in shared(shelf, OTHER, STATE, days(number))) == there


def test_the_shelf_does_not_grow_for_ever() -> None:
    shelf = {}
    for number in range(MOST + 20):
        day = days(number * DAYS // (MOST + 20))
        shelf = shared(shelf, f"{number:08}", STATE, day)
    assert len(shelf) == MOST
    assert min(shelf) == f"{20:08}"


@pytest.mark.parametrize("entry", [
    None, [], "x", {}, {"day": None}, {"day": "lundi", "state": {}}, {"day": "2026-11-22"},
    {"day": "2026-11-22", "state": None}, {"day": "2026-11-22", "state": []}, {"state": {}},
    {"day": 20261122, "state": []},
])  # fmt: skip
def test_what_nobody_put_there_is_not_found(entry: object) -> None:
    shelf = {CODE: entry}
    assert found(shelf, CODE, TODAY) is None
    assert found(shared(shelf, OTHER, STATE, TODAY), OTHER, TODAY)["run"] == 1
