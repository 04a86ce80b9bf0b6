"""Requests and their replies: the same again, another one, one that nobody's page sends."""

from __future__ import annotations

import copy
import gzip
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.banks import BANK, inline, other_names
from content.samples import changed
from pasapas.assessment.acts import act
from pasapas.assessment.deck import MOST_SCREENS, Deck
from pasapas.assessment.judging import NOT_YET
from pasapas.assessment.state import count, current, run_of
from pasapas.content.challenge import token_of

from .samples import (
    LEARNER,
    SMALL,
    WHOLE,
    Hand,
    as_json,
    asking,
    by_chance,
    deck,
    everything,
    nothing,
    played,
    request,
    table,
    view,
)


def tokens(of: Deck) -> set[str]:
    return {token_of(slug) for slug in of.bank.by_slug}


def begun(**more: Any) -> Hand:
    hand = Hand(**more)
    assert hand.do("begin", run=1).status == 200
    return hand


# --- The same again ---------------------------------------------------------------------------


@pytest.mark.parametrize("source", [SMALL, WHOLE])
@pytest.mark.parametrize("right", [True, False, None])
def test_the_same_answer_gets_the_same_reply_however_late_it_comes(
    source: str, right: bool | None
) -> None:
    hand = begun(of=deck(source))
    sent = []
    while not hand.state["ended"]:
        asked, reply = hand.answer(right)
        assert reply.status == 200
        assert reply.saved is not None
        sent.append((asked, as_json(reply.body)))
        for earlier, body in sent:
            again = hand.send(earlier)
            assert (again.status, again.saved, as_json(again.body)) == (200, None, body)
    assert len(sent) > 2


def test_it_does_so_when_the_learner_has_stopped_meanwhile() -> None:
    hand = begun()
    sent = [hand.answer(True) for _ in range(4)]
    assert hand.do("stop").body["page"]["ended"]
    for asked, reply in sent:
        assert as_json(hand.send(asked).body) == as_json(reply.body)


def test_its_sequence_number_is_the_one_of_the_request() -> None:
    hand = begun()
    asked, reply = hand.answer(True)
    again = hand.send({**asked, "seq": 77})
    assert again.body == {**reply.body, "seq": 77}


@pytest.mark.parametrize("do", ["begin", "look", "stop"])
def test_what_is_sent_again_is_done_once(do: str) -> None:
    hand = begun()
    for _ in range(3):
        hand.answer(True)
    first = hand.do(do)
    again = hand.do(do)
    assert first.status == again.status == 200
    assert (again.saved, again.body) == (None, first.body)


def test_who_begins_where_another_page_has_begun_goes_on_there() -> None:
    """Both pages stood at the opening; the learner went on with one of them."""
    hand = begun()
    for _ in range(3):
        _, reply = hand.answer(True)
    late = hand.do("begin", run=1)
    assert (late.status, late.saved) == (200, None)
    assert late.body["page"] == reply.body["page"]


def test_looking_changes_nothing() -> None:
    hand = Hand()
    assert hand.do("look").body == {"v": 1, "seq": 1, "run": 0, "page": None}
    hand = begun()
    before = copy.deepcopy(hand.state)
    assert hand.do("look").body["page"]["challenge"] == token_of(before["current"])
    assert hand.state == before


# --- Another one ------------------------------------------------------------------------------


def halfway() -> Hand:
    hand = begun()
    hand.answer(True)
    hand.answer(True)
    return hand


def refused(hand: Hand, sent: object, status: int, learner: str = LEARNER) -> dict[str, Any]:
    """The body of a refusal that has changed nothing."""
    before = as_json(hand.state)
    reply = hand.send(sent, learner)
    assert (reply.status, reply.saved) == (status, None), reply.body
    assert as_json(hand.state) == before
    return dict(reply.body)


@pytest.mark.parametrize(
    "more",
    [
        {"number": 0, "challenge": token_of("toucher"), "reply": 1},
        {"number": 0, "challenge": token_of("toucher"), "reply": NOT_YET},
        {"number": 0, "challenge": token_of("entendre"), "reply": 0},
        {"number": 0, "reply": 0},
        {"number": 5, "challenge": token_of("toucher"), "reply": 0},
        {"number": 2, "challenge": token_of("toucher"), "reply": 0},
        {"number": 2, "challenge": token_of("nobody-knows"), "reply": 0},
        {"number": 2, "reply": 0},
        {"number": 2, "challenge": "", "reply": 0},
        {"number": 0, "challenge": token_of("toucher"), "reply": 0, "run": 2},
        {"number": 0, "challenge": token_of("toucher"), "reply": 0, "run": 0},
    ],
)
def test_another_answer_is_a_conflict_and_the_reply_says_where_the_learner_is(more: dict) -> None:
    hand = halfway()
    body = refused(hand, request("answer", **more), 409)
    here = hand.do("look").body
    assert (body["run"], body["page"]) == (1, here["page"])
    assert "after" not in body


def test_not_even_all_at_once_another_answer_is_taken_for_what_was_asked() -> None:
    """Each of the others, with each of the numbers."""
    hand = halfway()
    asked = hand.state["current"]
    for slug in deck().bank.by_slug:
        for number in range(2, 5):
            if (slug, number) != (asked, 2):
                sent = request("answer", number=number, challenge=token_of(slug), reply=NOT_YET)
                refused(hand, sent, 409)


@pytest.mark.parametrize(("do", "run"), [("begin", 2), ("begin", 0), ("stop", 2), ("stop", 0)])
def test_another_run_is_a_conflict(do: str, run: int) -> None:
    refused(halfway(), request(do, run), 409)


def test_before_a_run_there_is_nothing_to_answer_or_to_stop() -> None:
    for sent in (
        request("answer", 0, number=0, challenge=token_of("toucher"), reply=0),
        request("answer", 1, number=0, challenge=token_of("toucher"), reply=0),
        request("stop", 0),
        request("stop", 1),
        request("begin", 2),
    ):
        assert refused(Hand(), sent, 409)["page"] is None


def test_an_answer_of_an_earlier_run_is_a_conflict() -> None:
    hand = begun()
    asked, _ = hand.answer(True)
    hand.do("stop")
    assert hand.do("begin", run=2).status == 200
    assert refused(hand, asked, 409)["run"] == 2


def test_after_the_end_nothing_is_answered_any_more() -> None:
    hand = halfway()
    asked = request("answer", number=2, challenge=token_of(hand.state["current"]), reply=NOT_YET)
    hand.do("stop")
    assert refused(hand, asked, 409)["page"]["ended"]


@pytest.mark.parametrize("learner", ["", "somebody-else", LEARNER + " "])
def test_another_learners_request_is_refused_whatever_it_says(learner: str) -> None:
    hand = halfway()
    for do in ("begin", "answer", "stop", "look"):
        sent = {**request(do), "learner": learner}
        assert set(refused(hand, sent, 403)) == {"error"}


def test_where_nobody_is_nothing_is_kept() -> None:
    """In a preview there is no learner."""
    for learner in ("", LEARNER):
        reply = act(view(), table(), {}, {**request("begin"), "learner": learner}, "")
        assert (reply.status, reply.saved) == (403, None)


@pytest.mark.parametrize(
    "sent",
    [
        None, [], "begin", 1, {}, {"do": "begin"}, {**request("begin"), "v": 2},
        {**request("begin"), "v": True}, {**request("begin"), "v": "1"},
        {**request("begin"), "learner": None}, {**request("begin"), "learner": [LEARNER]},
        {**request("begin"), "seq": -1}, {**request("begin"), "seq": 1.0},
        {**request("begin"), "seq": True}, {**request("begin"), "seq": None},
        {**request("begin"), "do": "cheat"}, {**request("begin"), "do": ["begin"]},
        {**request("begin"), "do": None}, {**request("begin"), "run": "1"},
        {**request("begin"), "run": -1}, {**request("begin"), "run": True},
        {**request("begin"), "run": 2**31}, {**request("begin"), "run": None},
        {**request("answer"), "challenge": 1}, {**request("answer"), "challenge": None},
        {**request("answer"), "challenge": ["toucher"]},
    ],
)  # fmt: skip
def test_what_no_page_sends_is_malformed(sent: object) -> None:
    assert set(refused(halfway(), sent, 400)) == {"error"}


@pytest.mark.parametrize("more", [
    {}, {"number": None}, {"number": "2"}, {"number": -1}, {"number": 2.0}, {"number": [2]},
    {"number": True},
])  # fmt: skip
def test_an_answer_has_a_number(more: dict) -> None:
    refused(halfway(), request("answer", challenge=token_of("toucher"), reply=0, **more), 400)


DEEP: list = []
for _ in range(950):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "reply", [None, "", "yes", True, 1.5, -1, 99, [[]], {"a": "b"}, "\ud800", ["\ud800" * 99], DEEP]
)
def test_a_reply_that_no_screen_makes_is_refused_and_the_question_stays(reply: object) -> None:
    hand = halfway()
    sent = {"number": 2, "challenge": token_of(hand.state["current"]), "reply": reply}
    refused(hand, request("answer", **sent), 400)
    assert hand.answer(True)[1].status == 200


@pytest.mark.parametrize("reply", ["\ud800", ["\ud800" * 99], DEEP, float("nan"), "x" * 15_000])
def test_an_odd_reply_to_what_was_answered_stops_nothing(reply: object) -> None:
    hand = halfway()
    reply = hand.send(request("answer", number=0, challenge=token_of("toucher"), reply=reply))
    assert reply.status in (400, 409)
    assert reply.saved is None


# --- Any requests in any order ----------------------------------------------------------------

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["\ud800", "__proto__", "not-yet", "toucher"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)  # fmt: skip
numbers = st.integers(-1, 14) | junk
asked_for = [*deck().bank.by_slug, "gone"]
challenges = st.sampled_from([*map(token_of, asked_for), *asked_for]) | junk
replies = st.integers(-1, 6) | st.lists(st.integers(0, 4), max_size=5) | st.just(NOT_YET) | junk
forged = st.fixed_dictionaries(
    {
        "v": st.just(1) | st.just(1) | st.just(1) | junk,
        "learner": st.just(LEARNER) | st.just(LEARNER) | st.just(LEARNER) | junk,
        "seq": st.integers(0, 9) | st.integers(0, 9) | junk,
        "do": st.sampled_from(["begin", "answer", "answer", "stop", "look"]) | junk,
        "run": st.integers(0, 3) | st.integers(0, 3) | junk,
    },
    optional={"number": numbers, "challenge": challenges, "reply": replies, "more": junk},
)


def fits(state: dict[str, Any]) -> bool:
    """Whether it is a state that honest requests could have left."""
    if not state:
        return True
    assert set(state) == {"run", "begun", "ended", "current", "warm", "given", "past"}
    known = deck().bank.by_slug
    for slug, outcome, _ in (*state["warm"], *state["given"]):
        assert slug in known
        assert outcome in (-1, 0, 1)
    answered = [entry[0] for entry in (*state["warm"], *state["given"])]
    assert len(set(answered)) == len(answered)
    assert state["current"] not in answered
    assert state["current"] in known if not state["ended"] else state["current"] in (None, *known)
    assert [run["run"] for run in state["past"]] == sorted(run["run"] for run in state["past"])
    scripts = {deck().script_of(slug) for slug in answered} - {""}
    assert len(scripts) <= MOST_SCREENS
    return state["run"] >= 1 and len(as_json(state).encode()) < 6000


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_whatever_is_sent_leaves_a_state_that_fits(data: st.DataObject) -> None:
    """120 learners with 25 requests each: forged ones among those of a page, and repeated."""
    hand = Hand()
    sent: dict[int, list[tuple[Any, str]]] = {}
    for _ in range(25):
        way = data.draw(st.sampled_from(["on", "on", "on", "again", "other", "forged", "forged"]))
        run = run_of(hand.state)
        asked = current(hand.state, deck())
        if way == "on" and asked:
            right = data.draw(st.sampled_from([True, False, None]))
            request_sent, reply = hand.answer(right)
            assert (reply.status, reply.saved is not None) == (200, True)
            sent.setdefault(run, []).append((request_sent, as_json(reply.body)))
        elif way == "on":
            assert hand.do("begin", run=run + 1).status == 200
        elif way == "again" and sent:
            old = data.draw(st.sampled_from(sorted(sent)))
            request_sent, body = data.draw(st.sampled_from(sent[old]))
            before = as_json(hand.state)
            reply = hand.send(request_sent)
            assert reply.status == (200 if old == run else 409)
            assert (as_json(reply.body) == body) == (old == run)
            assert as_json(hand.state) == before
        elif way == "other" and sent.get(run):
            request_sent, _ = data.draw(st.sampled_from(sent[run]))
            other = {**request_sent, "reply": data.draw(replies)}
            if as_json(other) != as_json(request_sent):
                refused_or_bad(hand, other)
        else:
            before, reply = as_json(hand.state), hand.send(data.draw(forged))
            assert reply.status in (200, 400, 403, 409)
            assert reply.status == 200 or (reply.saved is None and as_json(hand.state) == before)
            as_json(reply.body)
        assert fits(dict(hand.state))


def refused_or_bad(hand: Hand, sent: object) -> None:
    before = as_json(hand.state)
    reply = hand.send(sent)
    assert reply.status in (400, 409)
    assert reply.saved is None
    assert as_json(hand.state) == before


# --- From the beginning to the end ------------------------------------------------------------


@pytest.mark.parametrize("knows", [everything, nothing, by_chance(0.5, 3)])
def test_one_round_trip_leads_to_the_next_challenge(knows) -> None:
    hand = begun(of=deck(WHOLE))
    trips = 0
    while not hand.state["ended"]:
        asked = current(hand.state, deck(WHOLE))
        _, reply = hand.answer(knows(asked))
        trips += 1
        page = reply.body["page"]
        assert set(reply.body["after"]) == {"outcome", "right", "html"}
        assert page.get("ended") or page["challenge"] == token_of(hand.state["current"])
        assert page.get("ended") or page["number"] == trips
    assert trips == count(hand.state) <= 23


def test_a_whole_assessment_is_light() -> None:
    """Before sound and practice screens: 25 kB in all, 2 kB an answer; as it is sent, packed."""
    hand = begun(of=deck(WHOLE))
    sizes = []
    while not hand.state["ended"]:
        sizes.append(len(gzip.compress(as_json(hand.answer(True)[1].body).encode())))
    assert sum(sizes) < 25_000
    assert sorted(sizes)[len(sizes) // 2] < 2_000


# --- What an author took out of the bank since ------------------------------------------------


def in_another_bank(hand: Hand) -> Hand:
    """The same learner, when the author has put others in the place of all challenges but two."""
    text = changed(BANK, "trombone-lequel", "neuf").replace("verifier-", "autre-")
    other = text.replace("envoyer-", "partir-").replace("trombone-toucher", "neuf-toucher")
    return Hand(deck(inline(other, other_names(BANK, "jobs").replace("page-", "encore-"))),
                hand.state)  # fmt: skip


@pytest.mark.parametrize("answers", [0, 1, 2, 5])
def test_a_learner_goes_on_in_a_bank_that_has_changed(answers: int) -> None:
    hand = begun()
    sent = [hand.answer(True)[0] for _ in range(answers)]
    other = in_another_bank(hand)
    for asked in sent:
        reply = other.send(asked)
        assert (reply.status, reply.body["page"] is None) == (200, False)
        assert ("after" in reply.body) == (asked["challenge"] in tokens(other.table.deck))
    while not other.state["ended"]:
        assert other.do("look").status == 200
        assert other.answer(True)[1].status == 200
    assert other.do("begin", run=2).status == 200


def test_an_answer_to_what_is_gone_says_where_the_learner_is() -> None:
    hand = Hand(state=asking("gone", ["gone-too", 1, 0]))
    late = request("answer", number=1, challenge="gone", reply=0)
    body = refused(hand, late, 409)
    assert body["page"]["challenge"] in tokens(deck())
    assert body["page"] == hand.do("look").body["page"]
    known = request("answer", number=0, challenge="gone-too", reply=0)
    assert hand.send(known).body["page"] == body["page"]


def test_a_page_at_the_opening_of_a_run_that_can_not_go_on_finds_its_way() -> None:
    """Its browser begins the next run: there is one under way."""
    body = refused(Hand(state=asking("gone")), request("begin", 2), 409)
    assert (body["run"], body["page"]["number"]) == (1, 0)


def test_a_learner_of_the_bank_that_ships_can_be_shown_the_small_one() -> None:
    state = played(table(deck(WHOLE)), everything, most=9)
    hand = Hand(state=state)
    while not hand.state["ended"]:
        assert hand.do("look").status == 200
        assert hand.answer(False)[1].status == 200
    assert "pap-result" in hand.do("look").body["page"]["html"]
