"""Whatever is sent to an assessment: it is refused and nothing changes, or it was an answer."""

from __future__ import annotations

import copy
import itertools
import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pasapas.content.challenge import token_of
from pasapas.player.saving import learner_token

from .assessments import USAGE, asked, assessment_host, deck, keep, request, state

HOST = assessment_host()
LEARNERS = itertools.count()
SLUGS = list(deck().bank.by_slug)
SCRIPT = "<script>alert(1)</script>"
ASKED = "repondre-en-ordre"
ANSWERED = ["lire-qui-ecrit", 1, 2]

_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from([SCRIPT, "not-yet", "../../etc", "\ud800", "\ud800" * 80, "x" * 300, 2**70]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip
_replies = (
    _odd
    | st.integers(-2, 6)
    | st.lists(st.integers(-1, 5), max_size=6)
    | st.permutations([0, 1, 2])
    | st.dictionaries(st.sampled_from(["mail", "at", "sent", "__proto__"]), _odd, max_size=3)
)
_fields = {
    "v": st.just(1) | _odd,
    "learner": st.none(),
    "seq": st.integers(0, 9) | _odd,
    "do": st.sampled_from(["begin", "answer", "answer", "answer", "stop", "look"]) | _odd,
    "run": st.sampled_from([1, 1, 1, 0, 2]) | _odd,
    "number": st.integers(-1, 3) | _odd,
    "challenge": st.sampled_from([token_of(ASKED), *map(token_of, SLUGS), ASKED, *SLUGS, "nowhere"])
    | _odd,
    "reply": _replies,
}
_names = [name for name in _fields if name != "learner"]
_extra = st.dictionaries(st.sampled_from(["outcome", "right", "state", "saved", "user"]), _odd)
# One or two things are odd, so that most get as far as what they try.
_honest = {"v": 1, "seq": 1, "do": "answer", "run": 1, "number": 1, "challenge": token_of(ASKED)}
_forged = st.builds(
    lambda reply, changed, extra: {**extra, **_honest, "reply": reply, **changed},
    _replies,
    st.lists(st.sampled_from(_names), max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: _fields[name] for name in names})
    ),
    _extra,
)


def fits(kept: dict) -> bool:
    """Every answer is one that its challenge can have got, and is counted once."""
    entries = [*kept["warm"], *kept["given"]]
    slugs = [entry[0] for entry in entries]
    return (
        set(kept) <= {"run", "begun", "ended", "current", "warm", "given", "past"}
        and set(slugs) <= set(SLUGS)
        and len(set(slugs)) == len(slugs)
        and all(entry[1] in (-1, 0, 1) for entry in entries)
        and (kept["current"] is None or kept["current"] in set(SLUGS) - set(slugs))
        and len(json.dumps(kept)) < 2000
    )


@settings(max_examples=1200, deadline=None, suppress_health_check=list(HealthCheck))
@given(_forged)
def test_a_forged_request_changes_nothing_or_fits(forged):
    learner = f"learner-{next(LEARNERS)}"
    keep(HOST, asked(ASKED, ANSWERED), learner)
    mine = {**forged, "learner": learner_token(learner)}
    before = dict(HOST.store.db_dict)
    told = len(HOST.published)
    status, _ = HOST.post("act", json.dumps(mine).encode(), usage=USAGE, user=learner)
    assert status in (200, 400, 403, 409)
    after = state(HOST, learner)
    if status != 200:
        assert HOST.store.db_dict == before
        assert len(HOST.published) == told
        return
    assert fits(after)
    # One request moves one step, and what was answered stays as it was.
    assert after["given"][0] == ANSWERED
    assert len(after["given"]) <= 2
    assert after["run"] == 1
    if len(after["given"]) == 2:
        assert after["given"][1][0] == ASKED
        right = forged["reply"] == list(deck().bank.by_slug[ASKED].order)
        assert (after["given"][1][1] == 1) == right


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(_odd | st.fixed_dictionaries({}, optional={"learner": _odd, "code": _odd, "do": _odd}))
def test_a_forged_wish_to_show_or_to_see_changes_nothing(sent):
    keep(HOST, asked("", ANSWERED, ended=True, current=None), "rosa")
    before = dict(HOST.store.db_dict)
    body = json.dumps(sent).encode()
    for handler in ("show", "take_back"):
        assert HOST.post(handler, body, usage=USAGE, user="rosa")[0] == 403
    assert HOST.post("see", body, usage=USAGE, user="rosa") == (200, {"html": ""})
    assert HOST.store.db_dict == before


FORGED = {
    "a key for an answer": {"reply": {"right": True}},
    "an outcome for an answer": {"reply": "right", "outcome": 1},
    "all orders at once": {"reply": [[0, 1, 2], [2, 1, 0]]},
    "a place twice": {"reply": [0, 0, 1]},
    "a place too many": {"reply": [0, 1, 2, 3]},
    "a place too few": {"reply": [0, 1]},
    "flags for places": {"reply": [False, True, 2]},
    "numbers with a point": {"reply": [0.0, 1.0, 2.0]},
    "texts for places": {"reply": ["0", "1", "2"]},
    "a script": {"reply": SCRIPT},
    "half a sign": {"reply": "\ud800" * 80},
    "no number": {"reply": [float("nan")]},
    "a number without end": {"reply": [float("inf")]},
    "a very large number": {"reply": 10**4000},
    "a very large place": {"number": 10**4000},
    "a very large run": {"run": 10**4000},
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_is_refused(name):
    host = assessment_host()
    keep(host, asked(ASKED, ANSWERED))
    before = copy.deepcopy(host.store.db_dict)
    sent = request(
        "answer", **{"number": 1, "challenge": token_of(ASKED), "reply": [0, 1, 2], **FORGED[name]}
    )
    status, body = host.post("act", sent, usage=USAGE)
    assert status in (400, 409)
    assert (status == 409) == (name == "a very large place")
    assert SCRIPT not in json.dumps(body)
    assert host.store.db_dict == before


TASK = "joindre-ouvrir"


@pytest.mark.parametrize(
    "draft",
    [
        {"mail": "nobody"}, {"mail": ["rosa"]}, {"mail": SCRIPT}, {"nowhere": 1},
        {"achieved": True},
        {"mail": "rosa", "\ud800": 1}, {"mail": "rosa", "body": "Ma lettre"}, {"sent": 1},
        ["mail", "rosa"], "rosa", 0, True, None, {"mail": {"is": "rosa"}},
        {"attachments": ["passwd"]}, {"__proto__": {"mail": "rosa"}},
    ],
    ids=repr,
)  # fmt: skip
def test_a_draft_that_no_screen_can_make_is_refused(draft):
    host = assessment_host()
    keep(host, asked(TASK))
    before = copy.deepcopy(host.store.db_dict)
    sent = request("answer", number=0, challenge=token_of(TASK), reply=draft)
    assert host.post("act", sent, usage=USAGE)[0] == 400
    assert host.store.db_dict == before


@pytest.mark.parametrize(
    ("draft", "outcome"), [({"mail": "rosa"}, 1), ({"mail": "leo"}, 0), ({}, 0)]
)
def test_a_task_is_judged_by_what_was_done(draft, outcome):
    host = assessment_host()
    keep(host, asked(TASK))
    sent = request("answer", number=0, challenge=token_of(TASK), reply=draft)
    status, body = host.post("act", sent, usage=USAGE)
    assert (status, body["after"]["outcome"]) == (200, outcome)


# --- Bodies that are none -----------------------------------------------------------------------

HANDLERS = ["act", "show", "take_back", "see"]
BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe",
    "5 MB": b"x" * 5_000_000,
    "5 MB of JSON": json.dumps({"code": "x" * 5_000_000}).encode(),
    "5 MB of a reply": json.dumps(request("answer", reply=[0] * 1_600_000)).encode(),
    "deep": b"[" * 7_000,
    "very deep": b"[" * 2_000_000,
}


@pytest.mark.parametrize("handler", HANDLERS)
@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_none_is_refused(handler, name):
    host = assessment_host()
    before = dict(host.store.db_dict)
    assert host.post(handler, BODIES[name], usage=USAGE)[0] == 400
    assert host.store.db_dict == before


@pytest.mark.parametrize("name", [name for name in BODIES if "5 MB" in name])
def test_a_large_body_costs_next_to_nothing(name):
    """Under 50 ms; the best of a few, for the machine has other things to do."""
    host = assessment_host()
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        assert host.post("act", BODIES[name], usage=USAGE)[0] == 400
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.05


def test_at_no_depth_is_a_reply_too_deep_to_be_refused():
    """What can just be read may be too deep to be written."""
    host = assessment_host()
    keep(host, asked(ASKED, ANSWERED))
    before = dict(host.store.db_dict)
    late = {"number": 0, "challenge": token_of(ANSWERED[0]), "reply": "DEEP"}
    for sent in (late, {**late, "number": 1, "challenge": token_of(ASKED)}):
        whole = json.dumps(request("answer", **sent))
        for depth in itertools.chain(range(1, 1000, 50), range(700, 1000)):
            body = whole.replace('"DEEP"', "[" * depth + "]" * depth).encode()
            assert host.post("act", body, usage=USAGE)[0] in (400, 409), depth
    assert host.store.db_dict == before
