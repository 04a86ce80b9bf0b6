"""The rules of one envelope, each by itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.player.saving import (
    CLIENTS,
    REPLIES_PER_CLIENT,
    UnusableDataError,
    learner_token,
    receive,
    revision_of,
    state_of,
)

LEARNER = learner_token("amina")
SOMEBODY_ELSE = learner_token("luc")


def collect(state, data):
    """A merge that keeps what it is given, in order: a second time would show."""
    if "refuse" in data:
        raise UnusableDataError("refused")
    return {"did": [*state.get("did", []), *data.get("did", [])]}


def envelope(**changed):
    written = {"v": 1, "learner": LEARNER, "client": "page-1", "seq": 1, "base": 0}
    return {**written, "data": {"did": ["read"]}, **changed}


def send(saved, sent, learner=LEARNER):
    """(reply, what is stored now), through JSON as a platform stores it."""
    reply = receive(saved, sent, learner, collect)
    return reply, stored(saved if reply.saved is None else reply.saved)


def stored(saved):
    return json.loads(json.dumps(saved, sort_keys=True))


def test_a_first_envelope_is_merged_and_acknowledged():
    reply, saved = send({}, envelope())
    assert reply.status == 200
    assert reply.body == {"v": 1, "seq": 1, "revision": 1}
    assert state_of(saved) == {"did": ["read"]}
    assert revision_of(saved) == 1


def test_the_same_envelope_again_has_the_same_reply_and_is_not_merged_twice():
    first, saved = send({}, envelope())
    again, still = send(saved, envelope())
    assert (again.status, again.body) == (first.status, first.body)
    assert again.saved is None
    assert still == saved


def test_the_same_envelope_later_still_has_its_own_reply():
    first, saved = send({}, envelope())
    _, saved = send(saved, envelope(seq=2, base=1))
    _, saved = send(saved, envelope(client="page-2", base=2))
    again, _ = send(saved, envelope())
    assert (again.status, again.body, again.saved) == (first.status, first.body, None)


def test_two_pages_may_use_the_same_number():
    _, saved = send({}, envelope())
    reply, saved = send(saved, envelope(client="page-2", base=1, data={"did": ["chose"]}))
    assert reply.status == 200
    assert state_of(saved) == {"did": ["read", "chose"]}


@pytest.mark.parametrize("base", [0, 2, 7])
def test_another_base_gets_the_newer_state_and_changes_nothing(base):
    _, saved = send({}, envelope())
    reply, still = send(saved, envelope(client="page-2", base=base))
    assert reply.status == 409
    assert reply.body == {"error": "newer-state", "revision": 1, "state": {"did": ["read"]}}
    assert reply.saved is None
    assert still == saved


def test_the_state_of_a_conflict_is_a_copy():
    _, saved = send({}, envelope())
    reply, _ = send(saved, envelope(client="page-2", base=0))
    reply.body["state"]["did"] = ["something else"]
    assert state_of(saved) == {"did": ["read"]}


def test_what_was_put_on_top_of_the_newer_state_is_taken():
    _, saved = send({}, envelope())
    conflict, _ = send(saved, envelope(client="page-2", base=0, data={"did": ["chose"]}))
    rebased = envelope(
        client="page-2", seq=2, base=conflict.body["revision"], data={"did": ["chose"]}
    )
    reply, saved = send(saved, rebased)
    assert reply.status == 200
    assert state_of(saved) == {"did": ["read", "chose"]}


def test_a_refused_base_can_never_be_taken_later():
    """The browser gives its data a new number after a 409; the old envelope may still
    be on its way."""
    _, saved = send({}, envelope())
    late = envelope(client="page-2", base=0)
    for seq in range(2, 6):
        assert send(saved, late)[0].status == 409
        _, saved = send(saved, envelope(seq=seq, base=seq - 1))


@pytest.mark.parametrize("who", [SOMEBODY_ELSE, "", "amina", LEARNER.upper()])
def test_another_learners_envelope_is_refused_and_changes_nothing(who):
    _, saved = send({}, envelope())
    reply, still = send(saved, envelope(learner=who, seq=2, base=1))
    assert (reply.status, reply.body, reply.saved) == (403, {"error": "other-learner"}, None)
    assert still == saved


def test_another_learner_is_told_nothing_of_the_state():
    _, saved = send({}, envelope())
    for base in (0, 1):
        reply, _ = send(saved, envelope(learner=SOMEBODY_ELSE, base=base))
        assert "read" not in json.dumps(reply.body)


def test_somebody_elses_number_does_not_fetch_a_remembered_reply():
    _, saved = send({}, envelope())
    reply, _ = send(saved, envelope(), learner=SOMEBODY_ELSE)
    assert reply.status == 403


def test_a_visitor_who_is_nobody_saves_nothing():
    reply, _ = send({}, envelope(learner=""), learner="")
    assert (reply.status, reply.saved) == (403, None)


def test_data_of_another_shape_are_refused_and_change_nothing():
    _, saved = send({}, envelope())
    reply, still = send(saved, envelope(seq=2, base=1, data={"refuse": True}))
    assert (reply.status, reply.body, reply.saved) == (400, {"error": "unusable-data"}, None)
    assert still == saved


MALFORMED = {
    "v": [None, 0, 2, "1", 1.0, True, [1]],
    "learner": [None, 1, [LEARNER], {}],
    "client": [None, "", 1, "a b", "é", "x" * 41, "page\n", "a.b", ["page-1"]],
    "seq": [None, 0, -1, "1", 1.0, True, 2**31, [1]],
    "base": [None, -1, "0", 0.0, False, 2**31, float("nan")],
    "data": [None, [], "did", 3, True],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in MALFORMED.items() for value in values]
)
def test_a_malformed_envelope_is_refused(name, value):
    reply, saved = send({}, envelope(**{name: value}))
    assert (reply.status, reply.body, reply.saved) == (400, {"error": "malformed"}, None)
    assert saved == {}


@pytest.mark.parametrize("name", ["v", "learner", "client", "seq", "base", "data"])
def test_an_envelope_without_one_of_its_fields_is_refused(name):
    sent = envelope()
    del sent[name]
    assert send({}, sent)[0].status == 400


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
FIELDS = {name: JSON | st.just(value) for name, value in envelope().items()}


@given(JSON | st.fixed_dictionaries({}, optional=FIELDS))
def test_whatever_comes_there_is_a_reply(sent):
    reply = receive({}, sent, LEARNER, collect_anything)
    assert reply.status in (200, 400, 403, 409)
    assert (reply.saved is not None) == (reply.status == 200)


def collect_anything(state, data):
    return {**state, **data}


def test_only_the_last_few_replies_of_a_page_are_remembered():
    saved = {}
    for seq in range(1, 30):
        _, saved = send(saved, envelope(seq=seq, base=seq - 1))
    kept = [str(seq) for seq in range(30 - REPLIES_PER_CLIENT, 30)]
    assert sorted(saved["replies"]["page-1"], key=int) == kept
    assert revision_of(saved) == 29


def test_only_the_latest_pages_are_remembered():
    """Names that JSON sorts otherwise than they came: page-10 stands before page-9."""
    saved = {}
    for number in range(40):
        _, saved = send(saved, envelope(client=f"page-{number}", base=number))
    latest = {f"page-{number}" for number in range(40 - CLIENTS, 40)}
    assert set(saved["replies"]) == latest


def test_a_page_that_still_saves_is_not_forgotten_for_being_old():
    _, saved = send({}, envelope(client="long-open"))
    for number in range(1, 40):
        client, seq = ("long-open", number) if number % 5 == 0 else (f"page-{number}", 1)
        _, saved = send(saved, envelope(client=client, seq=seq, base=number))
    again, _ = send(saved, envelope(client="long-open", seq=35, base=35))
    assert (again.status, again.body["revision"]) == (200, 36)


def test_what_is_remembered_stays_small():
    saved = {}
    for number in range(60):
        client = f"{'c' * 36}{number % 20:02}"
        _, saved = send(saved, envelope(client=client, seq=number + 1, base=number, data={}))
    assert len(json.dumps(saved)) < 5_000


def test_nothing_given_is_changed_in_place():
    """A host compares what was stored with what is to be stored."""
    _, saved = send({}, envelope())
    before = stored(saved)
    sent = envelope(seq=2, base=1)
    receive(saved, sent, LEARNER, collect)
    assert saved == before
    assert sent == envelope(seq=2, base=1)


@pytest.mark.parametrize("saved", [{}, {"state": None}, {"state": 3, "revision": "x"}, None])
def test_what_was_never_saved_is_empty(saved):
    assert state_of(saved) == {}
    assert revision_of(saved) == 0


def test_a_learners_token_tells_apart_and_names_nobody():
    assert learner_token("amina") != learner_token("luc")
    assert learner_token("amina") == learner_token("amina")
    assert learner_token(12) == learner_token("12")
    assert "amina" not in learner_token("amina")
    assert learner_token(None) == learner_token("") == ""
    assert learner_token(0) != ""
