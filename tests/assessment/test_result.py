"""What comes out: what was done, what comes next; nothing of what did not succeed."""

from __future__ import annotations

import pytest

from pasapas.assessment.result import Result, Walked, result_of
from pasapas.content.assessment import assessment_text
from pasapas.content.references import DOMAINS

from .samples import WHOLE, asking, by_chance, deck, everything, nothing, played, table

SHIPPED = deck(WHOLE)


def result(*given: list, past: tuple[list, ...] = (), **more) -> Result:
    """Of a run in the small bank with these answers, after earlier ones."""
    runs = [{"run": number, "begun": "", "given": run} for number, run in enumerate(past, start=1)]
    state = asking(None, *([slug, outcome, 0] for slug, outcome in given), past=runs, ended=True)
    return result_of({**state, **more}, deck(), None)


def did(found: Result) -> list[tuple[str, bool, bool]]:
    return [(one.place.skill.you.text, one.knows, one.is_new) for one in found.did]


FIND = "trouver le trombone"


@pytest.mark.parametrize(
    ("given", "past", "expected"),
    [
        ([], [], []),
        ([["trombone-lequel", 0]], [], []),
        ([["trombone-lequel", -1]], [], []),
        ([["trombone-lequel", 1]], [], [(FIND, False, True)]),
        ([["trombone-lequel", 1], ["trombone-toucher", 0]], [], [(FIND, False, True)]),
        # A second one on another challenge, or in another run.
        ([["trombone-lequel", 1], ["trombone-toucher", 1]], [], [(FIND, True, True)]),
        ([["trombone-lequel", 1]], [[["trombone-lequel", 1]]], [(FIND, True, False)]),
        ([["trombone-lequel", 1]], [[["trombone-toucher", 1]]], [(FIND, True, False)]),
        ([], [[["trombone-lequel", 1]], [["trombone-lequel", 1]]], [(FIND, True, False)]),
        # What was done once stays done.
        ([["trombone-lequel", 0]], [[["trombone-lequel", 1]]], [(FIND, False, False)]),
        ([["trombone-lequel", 1]], [[["trombone-lequel", 0]]], [(FIND, False, True)]),
        ([["trombone-lequel", 1]], [[["verifier-quoi", 1]]], [
            (FIND, False, True), ("vérifier avant d'envoyer", False, False)]),
        ([["gone", 1]], [[["gone-too", 1]]], []),
    ],
)  # fmt: skip
def test_once_is_done_twice_is_known(given: list, past: list, expected: list) -> None:
    found = result(*given, past=past)
    assert did(found) == expected
    assert found.retaken == bool(past)


def test_warm_ups_are_no_skill() -> None:
    found = result(warm=[["toucher", 1, 0], ["entendre", 0, 0]])
    assert found.did == ()


def test_only_where_something_was_done_a_way_was_walked() -> None:
    assert result().walked == ()
    assert result().to_discover == ("messages", "web")
    found = result(["page-lequel", 1], ["page-toucher", 1], ["lien-quoi", 1], ["verifier-quoi", 0])
    assert found.walked == (Walked("web", 2),)
    assert found.to_discover == ("messages",)


def test_an_assessment_of_one_domain_names_no_other() -> None:
    of = deck(assessment_text("domain", "messages", "Un"))
    found = result_of(played(table(of), nothing), of, None)
    assert found.to_discover == ("messages",)


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.8])
@pytest.mark.parametrize("lessons", [None, {"lire-un-mail", "fausse-offre"}, set()])
def test_few_lessons_come_next_all_of_them_within_reach(share: float, lessons: set | None) -> None:
    for seed in range(3):
        state = played(table(SHIPPED, lessons=lessons), by_chance(share, seed))
        found = result_of(state, SHIPPED, lessons)
        assert len(found.next) <= 3
        assert len({one.lesson for one in found.next}) == len(found.next)
        for one in found.next:
            assert lessons is None or one.lesson in lessons
            assert one.place.skill.lesson == one.lesson
        assert not (found.next and found.nothing_left)


def test_who_can_do_all_is_sent_nowhere_and_told_so() -> None:
    found = result_of(played(table(SHIPPED), everything), SHIPPED, None)
    assert (found.next, found.nothing_left) == ((), True)


def test_who_has_answered_nothing_is_told_nothing() -> None:
    found = result_of(asking(None, ended=True), SHIPPED, None)
    assert (found.did, found.next, found.walked, found.nothing_left) == ((), (), (), False)
    assert found.to_discover == DOMAINS


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_what_did_not_succeed_is_nowhere(share: float) -> None:
    state = played(table(SHIPPED), by_chance(share, 9))
    found = result_of(state, SHIPPED, None)
    right = {
        SHIPPED.plan.items[SHIPPED.number_of[slug]].skill
        for slug, outcome, _ in state["given"]
        if outcome == 1
    }
    assert [one.place for one in found.did] == [SHIPPED.places[skill] for skill in sorted(right)]
    assert sum(one.steps for one in found.walked) == len(right)
    assert {*(one.slug for one in found.walked), *found.to_discover} == set(DOMAINS)
