"""What is kept of a learner: small, plain, and changed by what follows from it alone."""

from __future__ import annotations

import copy
import json

import pytest

from content.banks import BANK, inline, other_names
from content.samples import changed
from pasapas.assessment.deck import MOST_SCREENS
from pasapas.assessment.judging import NOT_YET, UnusableReplyError
from pasapas.assessment.plan import Outcome
from pasapas.assessment.state import (
    MOST_PAST,
    ConflictError,
    Given,
    State,
    answer,
    answered,
    begin,
    count,
    current,
    given,
    has_ended,
    past_outcomes,
    resumed,
    run_of,
    short,
    stop,
    warm,
)
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import token_of

from . import samples
from .samples import SMALL, WHOLE, asking, by_chance, deck, everything, nothing, played, table

SHIPPED = deck(WHOLE)
MODES = {
    "whole": (WHOLE, 20),
    "domain": (assessment_text("domain", "messages", "Un"), 9),
    "lesson": (assessment_text("lesson", "joindre-un-cv", "Un"), 3),
    "small": (SMALL, 12),
}
LEARNERS = {
    "all": everything,
    "nothing": nothing,
    **{f"{share}": by_chance(share, 1) for share in (0.3, 0.5, 0.8)},
}
each_learner = pytest.mark.parametrize("knows", LEARNERS.values(), ids=LEARNERS)


def answered_by(state: State) -> list[str]:
    return [one.slug for one in given(state)]


# --- A run ------------------------------------------------------------------------------------


def test_before_anything_nothing_is_asked() -> None:
    for empty in ({}, {"run": 0}, {"given": None, "warm": "x", "past": 1, "run": True}):
        assert (run_of(empty), count(empty), current(empty, deck())) == (0, 0, None)
        assert past_outcomes(empty) == {}


def test_a_run_begins_with_the_first_warm_up() -> None:
    state = begin({}, table(), 1)
    assert state == asking("toucher")


def test_a_warm_up_that_is_heard_waits_for_its_recording() -> None:
    """Without one there would be nothing to hear."""
    assert [one.slug for one in warm(played(table(), everything))] == ["toucher"]
    heard = played(table(heard={"entendre"}), everything)
    assert [one.slug for one in warm(heard)] == ["toucher", "entendre"]


@each_learner
@pytest.mark.parametrize("mode", MODES)
def test_every_mode_ends(mode: str, knows: samples.Knows) -> None:
    source, most = MODES[mode]
    state = played(table(deck(source)), knows)
    assert has_ended(state)
    assert state["current"] is None
    assert 0 < len(state["given"]) <= most
    assert len(set(answered_by(state))) == len(state["given"])


@each_learner
def test_a_run_stays_with_few_practice_screens(knows: samples.Knows) -> None:
    state: State = {}
    for _ in range(3):
        state = played(table(SHIPPED), knows, state)
        scripts = {SHIPPED.script_of(slug) for slug in answered_by(state)} - {""}
        assert len(scripts) <= MOST_SCREENS


def test_tasks_are_met_at_all() -> None:
    met = [
        slug
        for number, knows in enumerate(LEARNERS.values())
        for slug in answered_by(played(table(SHIPPED, seed=f"{number}"), knows))
    ]
    assert any(SHIPPED.bank.by_slug[slug].task for slug in met)


def test_each_answer_is_kept_with_its_outcome_and_its_reply() -> None:
    state = begin({}, table(), 1)
    for right in (True, None, False):
        state = samples.answered(table(), state, right)
    first, second, third = [*warm(state), *given(state)]
    assert first == Given("toucher", Outcome.RIGHT, 0)
    assert (second.outcome, second.reply) == (Outcome.NOT_YET, NOT_YET)
    assert third.outcome is Outcome.WRONG
    assert count(state) == 3


def test_the_same_learner_is_asked_the_same_on_every_device() -> None:
    for seed in ("amina", "moussa"):
        one, other = (played(table(SHIPPED, seed=seed), by_chance(0.5, 4)) for _ in range(2))
        assert one == other
    assert len({tuple(answered_by(played(table(SHIPPED, seed=str(n)), everything)))
                for n in range(5)}) > 1  # fmt: skip


def test_what_is_kept_changes_nothing_of_what_was() -> None:
    state = begin({}, table(), 1)
    before = copy.deepcopy(state)
    samples.answered(table(), state, True)
    stop(state, 1)
    assert state == before


# --- Again, and not so ------------------------------------------------------------------------


@pytest.mark.parametrize("reply", [0, "not-yet", [0, 1], {"sent": True}, {"a": "x" * 99}])
def test_a_reply_is_kept_so_that_it_is_known_again(reply: object) -> None:
    kept = short(reply)
    assert short(json.loads(json.dumps(reply))) == kept
    assert len(json.dumps(kept)) <= 60
    assert kept != short([reply])


def test_the_same_answer_again_leaves_all_as_it_is() -> None:
    state = played(table(), everything, most=5)
    for number, one in enumerate([*warm(state), *given(state)]):
        reply = samples.reply_to(deck(), deck().bank.by_slug[one.slug], True)
        assert answer(state, table(), number, token_of(one.slug), reply) is state


@pytest.mark.parametrize(
    ("number", "slug", "reply"),
    [
        (0, "toucher", 1),
        (0, "toucher", NOT_YET),
        (0, "toucher", False),  # in Python it is 0
        (0, "toucher", 0.0),
        (0, "toucher", None),
        (0, "entendre", 0),
        (0, None, 0),
        (1, "toucher", 0),
        (1, None, 0),
        (2, "toucher", 0),
        (99, "trombone-lequel", 0),
        (2**80, "trombone-lequel", 0),
    ],
)
def test_another_answer_or_one_to_what_is_not_asked_is_a_conflict(
    number: int, slug: object, reply: object
) -> None:
    state = asking("trombone-lequel", warm=[["toucher", 1, 0]])
    token = token_of(slug) if isinstance(slug, str) else slug
    with pytest.raises(ConflictError):
        answer(state, table(), number, token, reply)


def test_the_slug_of_a_challenge_is_no_name_for_it() -> None:
    state = asking("trombone-lequel", warm=[["toucher", 1, 0]])
    for number, slug, reply in ((0, "toucher", 0), (1, "trombone-lequel", 0)):
        with pytest.raises(ConflictError):
            answer(state, table(), number, slug, reply)
        assert answer(state, table(), number, token_of(slug), reply)


@pytest.mark.parametrize("number", [-1, True, 1.0, "1", None, [1], {}])
def test_a_number_is_a_number(number: object) -> None:
    with pytest.raises(UnusableReplyError):
        answer(asking("toucher"), table(), number, token_of("toucher"), 0)


@pytest.mark.parametrize(
    ("state", "run"),
    [
        ({}, 0), ({}, 2), ({}, -1), ({}, None), ({}, "1"),
        (asking("toucher"), 2), (asking("toucher"), 0), (asking(None, ended=True), 3),
        (asking(None, ended=True), 0),
    ],
)  # fmt: skip
def test_only_the_next_run_can_begin_and_only_after_the_last(state: State, run: object) -> None:
    with pytest.raises(ConflictError):
        begin(state, table(), run)


def test_a_run_that_has_begun_begins_once() -> None:
    state = played(table(), everything, most=3)
    assert begin(state, table(), 1) is state


@pytest.mark.parametrize(
    ("state", "run"), [({}, 0), ({}, 1), (asking("toucher"), 2), (asking("toucher"), 0)]
)
def test_another_run_can_not_be_stopped(state: State, run: int) -> None:
    with pytest.raises(ConflictError):
        stop(state, run)


def test_who_stops_has_ended_with_what_was_answered() -> None:
    state = played(table(), everything, most=4)
    stopped = stop(state, 1)
    assert has_ended(stopped)
    assert current(stopped, deck()) is None
    assert (given(stopped), warm(stopped)) == (given(state), warm(state))
    assert stop(stopped, 1) is stopped
    with pytest.raises(ConflictError):
        answer(stopped, table(), count(stopped), token_of(state["current"]), 0)


# --- Another run ------------------------------------------------------------------------------


def test_earlier_runs_are_kept_without_their_replies() -> None:
    first = played(table(), by_chance(0.5, 1))
    second = begin(first, table(today="2026-12-01"), 2)
    assert (second["run"], second["begun"], second["given"]) == (2, "2026-12-01", [])
    assert second["past"] == [
        {"run": 1, "begun": "2026-11-22",
         "given": [[one.slug, int(one.outcome)] for one in given(first)]}
    ]  # fmt: skip
    assert past_outcomes(second) == {one.slug: [one.outcome] for one in given(first)}


def test_a_run_without_answers_leaves_nothing() -> None:
    stopped = stop(begin({}, table(), 1), 1)
    assert begin(stopped, table(), 2)["past"] == []


def test_only_the_last_runs_are_kept() -> None:
    state: State = {}
    for _ in range(MOST_PAST + 3):
        state = played(table(), everything, state)
    assert [run["run"] for run in state["past"]] == [3, 4, 5, 6, 7]


@each_learner
def test_who_takes_it_again_meets_other_challenges(knows: samples.Knows) -> None:
    """The same one only where its skill has no other left."""
    first = played(table(SHIPPED), knows)
    second = played(table(SHIPPED), knows, first)
    met, asked = set(answered_by(first)), set()
    for one in given(second):
        skill = SHIPPED.plan.items[SHIPPED.number_of[one.slug]].skill
        others = {item.slug for item in SHIPPED.places[skill].skill.challenges if not item.task}
        if one.slug in met:
            assert others <= met | asked, one.slug
        asked.add(one.slug)
    assert len(asked - met) > len(asked) / 2


def test_what_is_kept_is_plain_and_small() -> None:
    """After six runs of twenty, the longest names of the bank and lists as replies."""
    longest = sorted(SHIPPED.number_of, key=len)[-20:]
    answers = [[slug, 1, [0, 1, 2, 3, 4]] for slug in longest]
    past = [
        {"run": run, "begun": "2026-11-22", "given": [answer[:2] for answer in answers]}
        for run in range(1, 1 + MOST_PAST)
    ]
    state = asking(longest[0], *answers, past=past)
    assert len(json.dumps(state).encode()) < 6000
    state = {}
    for number in range(1 + MOST_PAST):
        state = played(table(SHIPPED), by_chance(0.6, number), state)
        assert json.loads(json.dumps(state)) == state
        assert len(json.dumps(state).encode()) < 6000


# --- What an author took out of the bank since ------------------------------------------------

GONE = [["gone", 1, 0], ["trombone-lequel", 1, 1], ["gone-too", -1, NOT_YET]]


def test_answers_to_what_is_gone_count_no_more() -> None:
    state = asking("verifier-quoi", *GONE, past=[{"run": 0, "given": [["lost", 1], ["site-quoi"]]}])
    assert [one.item for one in answered(state, deck())] == [0]
    after = samples.answered(table(), state, True)
    assert len(after["given"]) == 4
    assert current(after, deck())


def test_where_what_is_asked_is_gone_something_else_comes() -> None:
    state = asking("gone", *GONE)
    assert current(state, deck()) is None
    found = resumed(state, table())
    assert current(found, deck()) is not None
    assert {**found, "current": "gone"} == state
    assert resumed(found, table()) is found


@pytest.mark.parametrize(
    "state", [{}, asking("toucher"), asking(None, ended=True), asking("gone", ended=True)]
)
def test_what_goes_on_by_itself_stays_as_it_is(state: State) -> None:
    assert resumed(state, table()) is state


def test_who_has_nothing_left_to_answer_has_ended() -> None:
    every = [[slug, 1, 0] for slug in deck().number_of]
    assert has_ended(resumed(asking("gone", *every), table()))


@pytest.mark.parametrize("knows", [everything, nothing])
def test_a_run_ends_though_the_bank_changes_meanwhile(knows: samples.Knows) -> None:
    """Half a run in one bank, the rest in another, the next run in the first again."""
    other = inline(changed(BANK, "trombone-lequel", "neuf"), other_names(BANK, "jobs"))
    second = deck(other.replace("verifier-", "autre-").replace("page-", "encore-"))
    state = played(table(), knows, most=6)
    state = resumed(state, table(second))
    while not has_ended(state):
        state = samples.answered(table(second), state, True)
    state = played(table(), knows, state)
    assert has_ended(state)
    assert run_of(state) == 2
