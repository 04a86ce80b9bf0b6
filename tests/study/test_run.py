"""The study runs from end to end, on few learners."""

from __future__ import annotations

import pytest

from . import tables
from .figures import MOST, Task, measure
from .learners import GROUPS
from .run import Study, kinder, written


@pytest.fixture(scope="module")
def found() -> Study:
    groups = range(len(GROUPS))
    few = {at: measure(Task(at, 0, 0, 2)) for at in groups}
    wrong = {(1, at): measure(Task(at, 1, 0, 1)) for at in groups}
    kind = {(factor, 0): measure(Task(0, 0, 0, 2, MOST, kinder(factor))) for factor in (0, 1)}
    return Study(2, {**{(0, at): one for at, one in few.items()}, **wrong}, few, kind)


def test_figures_are_shares_and_lengths(found: Study) -> None:
    for figures in found.worlds.values():
        assert sum(figures.stops.values()) == figures.people
        assert max(figures.stops) <= MOST
        for of in ("ours", "not_acquired", "by_level"):
            assert 0 <= figures.error(of) < 1
        assert figures.right.max() <= figures.people


def test_sums_of_parts_are_those_of_all() -> None:
    both = measure(Task(1, 0, 0, 2))
    first, second = measure(Task(1, 0, 0, 1)), measure(Task(1, 0, 1, 2))
    first.add(second)
    assert first.people == both.people
    assert first.ours == pytest.approx(both.ours)
    assert first.counts == pytest.approx(both.counts)


def test_tables_go_between_their_markers(found: Study) -> None:
    times = {"bank": (1, 1.0), "more": (2, 2.0), "wider": (2, 2.0)}
    parts = tables.parts(found, times)
    document = "\n".join(f"<!-- study: {name} -->\nold\n<!-- end -->" for name in parts)
    once = written(document, parts)
    assert "old" not in once
    assert written(once, parts) == once
    assert "quelques gestes" in parts["errors"]
    with pytest.raises(ValueError, match="no place"):
        written("", parts)
