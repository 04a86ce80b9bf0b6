"""Several pages of one learner over a bad network: in the end nothing is lost.

Each page behaves as the browser's queue does. It has at most one envelope that waits for
its reply and sends that same one until the reply comes; on a 409 it puts its data on top
of the newer state and sends them under a new number. The network holds copies back, changes
their order, loses them, and loses replies.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pasapas.player.saving import (
    CLIENTS,
    REPLIES_PER_CLIENT,
    learner_token,
    receive,
    revision_of,
    state_of,
)

LEARNER = learner_token("amina")
SOMEBODY_ELSE = learner_token("luc")
PAGES = 4


def tally(state, data):
    """Counts what was done: once too often would show as much as once too few."""
    counts = dict(state)
    for deed in data["did"]:
        counts[deed] = counts.get(deed, 0) + 1
    return counts


@dataclass
class Page:
    """One open page and its queue."""

    client: str
    revision: int = 0
    seq: int = 0
    waiting: dict | None = None
    queued: list[str] = field(default_factory=list)

    def to_send(self) -> dict | None:
        if self.waiting is None and self.queued:
            self._write(self.queued)
            self.queued = []
        return self.waiting

    def _write(self, deeds: list[str]) -> None:
        self.seq += 1
        self.waiting = {
            "v": 1,
            "learner": LEARNER,
            "client": self.client,
            "seq": self.seq,
            "base": self.revision,
            "data": {"did": list(deeds)},
        }

    def receives(self, sent: dict, status: int, body: dict) -> None:
        if self.waiting is None or sent["seq"] != self.waiting["seq"]:
            return  # a late reply to a copy of an envelope that is done with
        if status == 200:
            self.revision = body["revision"]
            self.waiting = None
        elif status == 409:
            self.revision = body["revision"]
            self._write([*self.waiting["data"]["did"], *self.queued])
            self.queued = []
        else:
            raise AssertionError(f"{status} {body}")


page_number = st.integers(0, PAGES - 1)
any_of = st.integers(0, 10_000)


class ManyPages(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.saved: dict = {}
        self.pages = [Page(f"page-{9 + number}") for number in range(PAGES)]
        self.on_their_way: list[tuple[Page, dict]] = []
        self.replies: list[tuple[Page, dict, int, dict]] = []
        self.accepted: dict[tuple[str, int], dict] = {}
        self.deeds = 0

    # --- the learner ---

    @rule(number=page_number)
    def the_learner_does_something(self, number):
        self.deeds += 1
        self.pages[number].queued.append(f"deed {self.deeds}")

    @rule(number=page_number)
    def a_page_sends_or_sends_again(self, number):
        page = self.pages[number]
        if envelope := page.to_send():
            self.on_their_way.append((page, json.loads(json.dumps(envelope))))

    @rule(number=page_number)
    def a_page_is_opened_again(self, number):
        """The queue is kept on the device; the page learns the state it is shown."""
        self.pages[number].revision = revision_of(self.saved)

    # --- the network ---

    @rule(which=any_of)
    def an_envelope_arrives(self, which):
        if self.on_their_way:
            page, envelope = self.on_their_way.pop(which % len(self.on_their_way))
            self._serve(page, envelope)

    @rule(which=any_of)
    def an_envelope_arrives_and_a_copy_stays_behind(self, which):
        if self.on_their_way:
            page, envelope = self.on_their_way[which % len(self.on_their_way)]
            self._serve(page, envelope)

    @rule(which=any_of)
    def an_envelope_is_lost(self, which):
        if self.on_their_way:
            self.on_their_way.pop(which % len(self.on_their_way))

    @rule(which=any_of)
    def a_reply_arrives(self, which):
        if self.replies:
            page, envelope, status, body = self.replies.pop(which % len(self.replies))
            page.receives(envelope, status, body)

    @rule(which=any_of)
    def a_reply_is_lost(self, which):
        if self.replies:
            self.replies.pop(which % len(self.replies))

    # --- others ---

    @rule(number=page_number, base_is_right=st.booleans())
    def somebody_else_signs_in_on_this_device(self, number, base_is_right):
        """An envelope of theirs, sent while this learner is signed in, and this learner's
        sent while they are: neither changes anything."""
        page = self.pages[number]
        base = revision_of(self.saved) if base_is_right else 0
        theirs = {"v": 1, "learner": SOMEBODY_ELSE, "client": page.client, "seq": 99}
        theirs |= {"base": base, "data": {"did": ["not mine"]}}
        assert self._refused(theirs, LEARNER)
        if page.waiting:
            assert self._refused(page.waiting, SOMEBODY_ELSE)

    @rule()
    def the_store_sorts_its_keys(self):
        self.saved = json.loads(json.dumps(self.saved, sort_keys=True))

    def _refused(self, envelope, learner):
        reply = receive(self.saved, envelope, learner, tally)
        return reply.status == 403 and reply.saved is None

    def _serve(self, page, envelope):
        reply = receive(self.saved, envelope, LEARNER, tally)
        name = (envelope["client"], envelope["seq"])
        if reply.saved is not None:
            assert name not in self.accepted, "merged twice"
            self.accepted[name] = dict(reply.body)
            self.saved = reply.saved
        elif reply.status == 200:
            assert reply.body == self.accepted[name], "another reply to the same envelope"
        elif page.waiting and page.waiting["seq"] == envelope["seq"]:
            # What a page still waits for is recognised as long as it waits.
            assert name not in self.accepted
        self.replies.append((page, envelope, reply.status, dict(reply.body)))

    @invariant()
    def what_is_remembered_is_bounded(self):
        replies = getattr(self, "saved", {}).get("replies", {})
        assert len(replies) <= CLIENTS
        assert all(len(seqs) <= REPLIES_PER_CLIENT for seqs in replies.values())

    @invariant()
    def revisions_only_count_up_with_what_was_accepted(self):
        if hasattr(self, "saved"):
            assert revision_of(self.saved) == len(self.accepted)

    def teardown(self):
        """The network is back: every page sends until it has nothing left to send."""
        if not hasattr(self, "pages"):
            return
        for page in self.pages:
            for _ in range(4):
                if envelope := page.to_send():
                    self._serve(page, envelope)
                    page.receives(*self.replies.pop()[1:])
            assert page.to_send() is None, "a page has something left that is never taken"
        done = {f"deed {number}": 1 for number in range(1, self.deeds + 1)}
        assert state_of(self.saved) == done


TestManyPages = ManyPages.TestCase
TestManyPages.settings = settings(
    max_examples=60,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
