"""Requests of a self-assessment: the same again, and what is refused."""

from __future__ import annotations

import copy
import json

import pytest
from webob import Request

from pasapas.content.challenge import token_of
from pasapas.player.saving import learner_token

from .assessments import USAGE, act, asked, asked_by, keep, reply_to, request, state
from .host import Host

# --- The same again -----------------------------------------------------------------------------


def raw(host: Host, sent: dict) -> tuple[int, bytes]:
    body = json.dumps(sent).encode()
    response = host.block(USAGE).handle("act", Request.blank("/", method="POST", body=body))
    return response.status_code, response.body


def test_every_request_sent_again_has_the_same_bytes_and_changes_nothing(host):
    """At once, and again when all has ended."""
    done = []

    def twice(sent: dict) -> dict:
        first = raw(host, sent)
        before = dict(host.store.db_dict)
        assert raw(host, sent) == first
        assert host.store.db_dict == before
        assert first[0] == 200
        done.append((sent, first))
        return json.loads(first[1])

    body = twice(request("begin"))
    while not body["page"].get("ended"):
        page = body["page"]
        reply = reply_to(asked_by(page), page["number"] % 2 == 0)
        sent = {"number": page["number"], "challenge": page["challenge"], "reply": reply}
        body = twice(request("answer", seq=len(done) + 1, **sent))
    before, told = dict(host.store.db_dict), len(host.published)
    for sent, first in done[1:]:
        assert raw(host, sent) == first
    assert host.store.db_dict == before
    assert len(host.published) == told


def test_a_stop_sent_again_has_the_same_bytes_and_changes_nothing(host):
    act(host, "begin")
    answered = request("answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    first_answer = raw(host, answered)
    first = raw(host, request("stop"))
    before, told = dict(host.store.db_dict), len(host.published)
    assert raw(host, request("stop")) == first
    assert raw(host, answered) == first_answer
    assert host.store.db_dict == before
    assert len(host.published) == told


def test_a_begin_that_comes_late_finds_where_the_learner_is(host):
    act(host, "begin")
    _, body = act(host, "answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    before = dict(host.store.db_dict)
    status, again = act(host, "begin")
    assert (status, again["page"]) == (200, body["page"])
    assert host.store.db_dict == before


# --- Something else -----------------------------------------------------------------------------

NOW = {"number": 1, "challenge": token_of("repondre-ou"), "reply": 2}
REFUSED = {
    "another answer to what was answered": (
        409,
        {"number": 0, "challenge": token_of("lire-qui-ecrit")},
    ),
    "another challenge for an earlier place": (409, {**NOW, "number": 0}),
    "an answer to what is not asked": (409, {**NOW, "challenge": token_of("lire-les-deux")}),
    "the slug of what is asked": (409, {**NOW, "challenge": "repondre-ou"}),
    "an answer to what nobody knows": (409, {**NOW, "challenge": token_of("nowhere")}),
    "an answer that is still to come": (409, {**NOW, "number": 2}),
    "another run": (409, {**NOW, "run": 2}),
    "an earlier run": (409, {**NOW, "run": 0}),
    "a run that may not begin yet": (409, {"do": "begin", "run": 2}),
    "a run far away": (409, {"do": "begin", "run": 99}),
    "the end of another run": (409, {"do": "stop", "run": 2}),
    "another learner's page": (403, {**NOW, "learner": learner_token("luc")}),
    "nobody's page": (403, {**NOW, "learner": ""}),
    "a place that is not there": (400, {**NOW, "reply": 5}),
    "a place below": (400, {**NOW, "reply": -1}),
    "a place that is a flag": (400, {**NOW, "reply": True}),
    "no reply": (400, {**NOW, "reply": None}),
    "a list for a place": (400, {**NOW, "reply": [2]}),
    "a draft for a place": (400, {**NOW, "reply": {"mail": "rosa"}}),
    "a number that is none": (400, {**NOW, "number": "1"}),
    "a number below": (400, {**NOW, "number": -1}),
    "no number": (400, {"challenge": token_of("repondre-ou"), "reply": 2}),
    "a challenge that is no text": (400, {**NOW, "challenge": 3}),
    "another version": (400, {**NOW, "v": 2}),
    "a version that is a flag": (400, {**NOW, "v": True}),
    "another verb": (400, {"do": "grade"}),
    "a seq that is none": (400, {**NOW, "seq": 1.5}),
    "a run that is a text": (400, {**NOW, "run": "1"}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_changes_nothing(host, name):
    keep(host, asked("repondre-ou", ["lire-qui-ecrit", 1, 2]))
    page = act(host, "look")[1]["page"]
    before = copy.deepcopy(host.store.db_dict)
    status, changed = REFUSED[name]
    sent = {**request("answer"), "reply": 1, **changed}
    got, body = host.post("act", sent, usage=USAGE)
    assert got == status
    assert host.store.db_dict == before
    assert host.published == []
    if status == 409:
        assert (body["run"], body["page"]) == (1, page)
    else:
        assert set(body) == {"error"}


def test_another_learners_answer_is_refused(host):
    """On a shared phone Luc is signed in, and Amina's answer is still waiting."""
    act(host, "begin")
    act(host, "begin", user="luc")
    before = dict(host.store.db_dict)
    sent = request("answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    assert host.post("act", sent, usage=USAGE, user="luc")[0] == 403
    assert host.store.db_dict == before


@pytest.mark.parametrize("handler", ["act", "show", "take_back", "see"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_anything_but_a_post_is_refused(host, handler, method):
    assert host.post(handler, request("begin"), method=method, usage=USAGE)[0] == 405
    assert state(host) == {}
