"""The synthetic structure is what the bank shall be."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from .structure import GUESSES, Item, synthetic


def test_seven_domains_of_three_tubes_of_three_levels() -> None:
    structure = synthetic()
    assert Counter(structure.domain_of) == dict.fromkeys(range(7), 3)
    assert len(structure.skills) == 63
    for skills in structure.skills_of:
        assert [structure.level_of[skill] for skill in skills] == [1, 2, 3]


def test_two_or_three_items_a_skill_142_in_all() -> None:
    structure = synthetic()
    assert len(structure.items) == 142
    assert {len(items) for items in structure.items_of} == {2, 3}
    for skill, items in enumerate(structure.items_of):
        assert {structure.items[item].skill for item in items} == {skill}


def test_kinds_of_each_domain() -> None:
    structure = synthetic()
    for domain in structure.domains:
        kinds = Counter(
            item.kind
            for item in structure.items
            if structure.domain_of[structure.tube_of[item.skill]] == domain
        )
        for kind, share in (("four", 0.45), ("three", 0.35), ("task", 0.2)):
            assert kinds[kind] == pytest.approx(share * kinds.total(), abs=0.99)


def test_no_skill_has_tasks_only() -> None:
    structure = synthetic()
    for items in structure.items_of:
        assert {structure.items[item].kind for item in items} != {"task"}


def test_it_is_the_same_each_time() -> None:
    assert synthetic() == synthetic()


def test_guesses_are_those_of_the_kind() -> None:
    assert {kind: Item(0, kind).guess for kind in GUESSES} == GUESSES


@pytest.mark.parametrize(
    "wrong",
    [
        {"level_of": (1, 2)},
        {"level_of": (4, *synthetic().level_of[1:])},
        {"tube_of": tuple(max(tube, 1) for tube in synthetic().tube_of)},
        {"domain_of": tuple(max(domain, 1) for domain in synthetic().domain_of)},
        {"items": synthetic().items[3:]},
        {"items": (*synthetic().items, Item(63, "four"))},
    ],
)
def test_what_does_not_hold_together_is_refused(wrong: dict[str, tuple]) -> None:
    with pytest.raises(ValueError):
        replace(synthetic(), **wrong)
