"""From a web request to a reply: what HTTP has a number for."""

from __future__ import annotations

import json

import pytest
from webob import Request

from pasapas.player.receiving import LARGEST_ENVELOPE, receive_request
from pasapas.player.saving import learner_token

LEARNER = learner_token("amina")
ENVELOPE = {"v": 1, "learner": LEARNER, "client": "p", "seq": 1, "base": 0, "data": {"a": 1}}


def receive(request, saved=None):
    return receive_request(request, saved or {}, LEARNER, lambda state, data: {**state, **data})


def post(body: bytes | str):
    raw = body.encode() if isinstance(body, str) else body
    return receive(Request.blank("/", method="POST", body=raw))


def test_an_envelope_is_received():
    reply = post(json.dumps(ENVELOPE))
    assert reply.status == 200
    assert reply.saved["state"] == {"a": 1}


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_anything_but_a_post_is_refused(method):
    """An LMS lets anonymous visitors GET any handler."""
    request = Request.blank("/", method=method, body=json.dumps(ENVELOPE).encode())
    reply = receive(request)
    assert (reply.status, reply.saved) == (405, None)


def test_more_than_an_envelope_can_hold_is_refused_unread():
    reply = post(" " * (LARGEST_ENVELOPE + 1))
    assert (reply.status, reply.saved) == (413, None)


def test_the_largest_envelope_is_still_read():
    body = json.dumps(ENVELOPE)
    assert post(body + " " * (LARGEST_ENVELOPE - len(body))).status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"nothing", b"\xff\xfe{}", b"\x80", b"[" * 40_000, b"9" * 40_000,
        b"null", b"3", b"[]", b'"x"', b"{}", b"NaN", b'{"v": 1}', b'{"v": Infinity}',
    ],
)  # fmt: skip
def test_what_is_no_envelope_is_refused(body):
    reply = post(body)
    assert (reply.status, reply.body, reply.saved) == (400, {"error": "malformed"}, None)


def test_every_reply_can_be_sent_as_json():
    for body in (json.dumps(ENVELOPE), "", json.dumps({**ENVELOPE, "base": 4})):
        json.dumps(dict(post(body).body))
