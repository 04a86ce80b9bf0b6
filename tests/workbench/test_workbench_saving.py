"""Saving through the workbench: its addresses, its CSRF check, its store."""

from __future__ import annotations

import json

import pytest

PAGE = "/scenario/pasapas_lesson.0/?student={student}"
HANDLER = "/handler/{usage}/{name}/?student={student}"


class Learner:
    """One learner at the page of the lesson."""

    def __init__(self, visitor, name):
        self.visitor, self.name = visitor, name
        block = visitor.get(PAGE.format(student=name)).page
        (self.usage,) = block.xpath("//@data-usage")
        self.start = json.loads(block.xpath("string(//script[@type='json/xblock-args'])"))

    def envelope(self, seq, base, **data):
        token = self.start["learner"]
        return {"v": 1, "learner": token, "client": "c1", "seq": seq, "base": base, "data": data}

    def send(self, handler, envelope, **options):
        path = HANDLER.format(usage=self.usage, name=handler, student=self.name)
        return self.visitor.post(path, envelope, **options)


@pytest.fixture
def learner(visitor, request):
    # A learner for each test: the workbench keeps its store as long as it runs.
    return Learner(visitor, request.node.name)


def test_progress_is_kept(visitor, learner):
    answer = learner.send("save_progress", learner.envelope(1, 0, place=2, reached=2))
    assert answer.status == 200
    assert answer.data == {"v": 1, "seq": 1, "revision": 1}
    progress = Learner(visitor, learner.name).start["progress"]
    assert progress["revision"] == 1
    assert (progress["state"]["place"], progress["state"]["reached"]) == (2, 2)


def test_progress_is_the_learners_own(visitor, learner):
    learner.send("save_progress", learner.envelope(1, 0, place=2, reached=2))
    other = Learner(visitor, learner.name + "-other")
    assert other.start["progress"] == {"revision": 0, "state": {}}
    assert other.start["learner"] != learner.start["learner"]


def test_what_is_sent_twice_is_saved_once(learner):
    envelope = learner.envelope(1, 0, place=1)
    first, again = (learner.send("save_progress", envelope) for _ in range(2))
    assert (again.status, again.data) == (first.status, first.data) == (200, first.data)


def test_preferences_follow_the_learner(visitor, learner):
    answer = learner.send("save_preferences", learner.envelope(1, 0, size=2, speed="slow"))
    assert answer.status == 200
    preferences = Learner(visitor, learner.name).start["preferences"]
    assert preferences == {"revision": 1, "state": {"size": 2, "speed": "slow"}}


def test_nothing_is_saved_without_the_token(visitor, learner):
    envelope = learner.envelope(1, 0, place=2)
    assert learner.send("save_progress", envelope, with_token=False).status == 403
    assert Learner(visitor, learner.name).start["progress"]["revision"] == 0


def test_a_lesson_that_is_being_mended_keeps_the_queue_waiting(visitor):
    visitor.get("/scenario/pasapas_lesson.2/")
    page = visitor.get("/scenario/pasapas_lesson.2/").page
    (usage,) = page.xpath("//@data-usage")
    path = HANDLER.format(usage=usage, name="save_progress", student="student_1")
    assert visitor.post(path, {"v": 1}).status == 503
