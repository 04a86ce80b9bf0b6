"""What learners' browsers save, through the handlers of the block."""

from __future__ import annotations

import pytest
from xblock.fields import Scope

from pasapas.player.receiving import LARGEST_ENVELOPE

from .host import LAST_STEP, Host, envelope

UNREADABLE = "---\n: [\n"
HANDLERS = ["save_progress", "save_preferences"]
each_handler = pytest.mark.parametrize("handler", HANDLERS)


def sent(handler, **changed):
    data = {"place": 1} if handler == "save_progress" else {"size": 1}
    return envelope(**{"data": data, **changed})


@pytest.fixture
def host():
    """A platform on which what authors made is read only, as in an LMS."""
    host = Host().authored().authored("lesson-two")
    host.store.teaching = True
    return host


@each_handler
def test_a_save_is_kept_and_acknowledged(host, handler):
    assert host.post(handler, sent(handler)) == (200, {"v": 1, "seq": 1, "revision": 1})
    block = host.block()
    kept = block.saved if handler == "save_progress" else block.pasapas_prefs
    assert kept["revision"] == 1


@each_handler
def test_the_same_envelope_again_has_the_same_reply(host, handler):
    first = host.post(handler, sent(handler))
    before = dict(host.store.db_dict)
    assert host.post(handler, sent(handler)) == first
    assert host.store.db_dict == before


@each_handler
def test_an_older_base_gets_the_newer_state(host, handler):
    host.post(handler, sent(handler))
    status, reply = host.post(handler, sent(handler, client="page-2"))
    assert status == 409
    assert reply["revision"] == 1
    assert reply["state"]
    again = sent(handler, client="page-2", seq=2, base=reply["revision"])
    assert host.post(handler, again)[0] == 200


@each_handler
def test_an_envelope_belongs_to_its_learner(host, handler):
    """On a shared phone Luc is signed in, and Amina's queue is still sending."""
    before = dict(host.store.db_dict)
    assert host.post(handler, sent(handler), user="luc") == (403, {"error": "other-learner"})
    assert host.store.db_dict == before


@each_handler
def test_nobody_saves_nothing(host, handler):
    assert host.post(handler, sent(handler, learner=""), user=None)[0] == 403
    assert host.kept(Scope.user_state) == host.kept(Scope.user_info) == set()


@each_handler
@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'"x"', b"{}", b"\xff", b'{"v": 2}'], ids=repr
)
def test_what_is_no_envelope_is_refused(host, handler, body):
    assert host.post(handler, body) == (400, {"error": "malformed"})


@each_handler
def test_data_of_another_shape_are_refused(host, handler):
    assert host.post(handler, sent(handler, data={"grade": 1})) == (400, {"error": "unusable-data"})


@each_handler
def test_anything_but_a_post_is_refused(host, handler):
    assert host.post(handler, sent(handler), method="GET")[0] == 405


@each_handler
def test_more_than_an_envelope_is_refused(host, handler):
    assert host.post(handler, b" " * (LARGEST_ENVELOPE + 1))[0] == 413


def test_while_the_text_is_unreadable_the_browser_is_asked_to_come_back():
    host = Host().authored(source=UNREADABLE)
    assert host.post("save_progress", envelope()) == (503, {"error": "no-lesson"})
    host.authored()
    assert host.post("save_progress", envelope())[0] == 200


def test_two_learners_have_two_states(host):
    host.post("save_progress", envelope(data={"place": 2}))
    host.post("save_progress", envelope("luc", data={"place": 1}), user="luc")
    assert host.block().saved["state"]["place"] == 2
    assert host.block(user="luc").saved["state"]["place"] == 1


def test_two_lessons_have_two_states(host):
    host.post("save_progress", envelope(data={"place": 2}))
    assert host.block("lesson-two").saved == {}
    assert host.post("save_progress", envelope(), usage="lesson-two")[0] == 200


def test_what_one_likes_is_shared_by_all_lessons(host):
    host.post("save_preferences", envelope(data={"size": 2}))
    shared = host.block("lesson-two").pasapas_prefs
    assert shared["state"] == {"size": 2}
    conflict = envelope(client="page-2", data={"speed": "slow"})
    assert host.post("save_preferences", conflict, usage="lesson-two")[0] == 409
    conflict |= {"seq": 2, "base": 1}
    assert host.post("save_preferences", conflict, usage="lesson-two")[0] == 200
    assert host.block().pasapas_prefs["state"] == {"size": 2, "speed": "slow"}
    assert host.block(user="luc").pasapas_prefs == {}


def test_preferences_are_kept_even_while_the_text_is_unreadable():
    host = Host().authored(source=UNREADABLE)
    assert host.post("save_preferences", envelope(data={"size": 1}))[0] == 200


# --- Completion ---


def test_the_lesson_is_completed_when_its_last_step_is_reached_and_not_before(host):
    for place in range(LAST_STEP):
        host.post("save_progress", envelope(seq=place + 1, base=place, data={"place": place}))
    assert host.published == []
    last = envelope(seq=LAST_STEP + 1, base=LAST_STEP, data={"place": LAST_STEP})
    host.post("save_progress", last)
    assert host.published == [("amina", "lesson-one", "completion", {"completion": 1.0})]


def test_going_back_does_not_undo_it(host):
    host.post("save_progress", envelope(data={"place": LAST_STEP}))
    host.post("save_progress", envelope(seq=2, base=1, data={"place": 0}))
    assert {event[3]["completion"] for event in host.published} == {1.0}


def test_a_refused_save_completes_nothing(host):
    host.post("save_progress", envelope(base=4, data={"place": LAST_STEP}))
    host.post("save_progress", envelope(data={"place": LAST_STEP}), user="luc")
    host.post("save_progress", envelope(data={"place": LAST_STEP, "x": 1}))
    assert host.published == []


def test_preferences_complete_nothing(host):
    host.post("save_preferences", envelope(data={"size": 1}))
    assert host.published == []


def test_a_browser_can_publish_nothing_else(host):
    """No handler forwards an event that a browser names."""
    host.post("save_progress", envelope(data={"place": LAST_STEP, "rating": "yes"}))
    assert {event[2] for event in host.published} == {"completion"}
    handlers = {
        name
        for name in dir(type(host.block()))
        if getattr(getattr(type(host.block()), name), "_is_xblock_handler", False)
    }
    assert handlers == {*HANDLERS, "studio_check", "studio_submit"}
