"""What is kept of a learner in a practice: the later draft, and every success."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.player.saving import UnusableDataError
from pasapas.practice.state import MOST_DONE, MOST_TRIES, fitting, is_complete, merge_attempt

from .samples import TEXT, changed, playable

PRACTICE = playable()
NOW = datetime.datetime(2026, 11, 22, 10, 30, tzinfo=datetime.UTC)
AT = int(NOW.timestamp() * 1000)
# What reaches the goal: the mail has left as it was addressed, and something is written.
RIGHT = {"draft": {"sent": True, "mails_sent": 1}, "told": {"to": "1", "body": "1"}}
WRONG = {"draft": {"sent": True}, "told": {"to": "0", "body": "1"}}


def merged(state: dict, data: dict, now: datetime.datetime = NOW) -> dict[str, Any]:
    return merge_attempt(PRACTICE, now, state, data)


def saved(**given: Any) -> dict[str, Any]:
    return {"level": 1, "look": 0, "at": AT - 1000, "draft": {}, "told": {}, **given}


def success(day: str = "2026-11-22", level: int = 1, look: int = 0) -> dict[str, Any]:
    return {"level": level, "look": look, "day": day, **RIGHT}


def kept(day: str = "2026-11-22", level: int = 1, look: int = 0) -> dict[str, Any]:
    return {"level": level, "look": look, "day": day}


days = st.dates(datetime.date(2026, 11, 18), datetime.date(2026, 11, 23)).map(str)
looks = st.integers(0, 1)
drafts = st.fixed_dictionaries(
    {},
    optional={
        "sent": st.booleans(),
        "at": st.sampled_from(["list", "compose", "menu"]),
        "attachments": st.sampled_from([[], ["cv"]]),
    },
)
told = st.fixed_dictionaries({}, optional={"to": st.sampled_from(["", "0", "1"])})
tries = st.builds(
    lambda day, look, rest: {"level": 1, "look": look, "day": day, **rest},
    days,
    looks,
    st.sampled_from([RIGHT, WRONG]),
)
data = st.builds(
    saved,
    look=looks,
    at=st.integers(AT - 20, AT + 20),
    draft=drafts,
    told=told,
    tries=st.lists(tries, max_size=MOST_TRIES),
)
states = st.lists(data, max_size=2).map(
    lambda saves: merged(merged({}, saves[0]), saves[-1]) if saves else {}
)
quick = settings(max_examples=150, deadline=None)


def test_a_draft_is_kept_as_it_was_sent() -> None:
    sent = saved(level=1, look=1, draft={"at": "menu"}, told={"to": "1", "body": "0"})
    assert merged({}, sent) == {**sent, "done": []}


def test_a_success_is_kept_with_its_level_its_look_and_its_day_alone() -> None:
    state = merged({}, saved(tries=[success()]))
    assert state["done"] == [kept()]
    assert is_complete(state)


@pytest.mark.parametrize("rest", [WRONG, {}, {**RIGHT, "told": {}}, {**RIGHT, "draft": {}}])
def test_what_does_not_reach_the_goal_is_no_success(rest: dict) -> None:
    """Whatever the browser found: the text of the practice may have changed since."""
    state = merged({}, saved(tries=[{"level": 1, "look": 0, "day": "2026-11-22", **rest}]))
    assert state["done"] == []
    assert not is_complete(state)


def test_a_level_is_judged_by_its_own_screen() -> None:
    """At level 1 the address stands there; at level 2 it has to be told."""
    unsaid = {"draft": {"sent": True}, "told": {"body": "1"}, "look": 0, "day": "2026-11-22"}
    state = merged({}, saved(tries=[{"level": 1, **unsaid}, {"level": 2, **unsaid}]))
    assert state["done"] == [kept()]


@quick
@given(states, data)
def test_a_save_twice_is_a_save_once(state: dict, data: dict) -> None:
    once = merged(state, data)
    assert merged(once, data) == once


@quick
@given(states, data, data)
def test_of_two_pages_the_later_hand_keeps_its_draft(state: dict, a: dict, b: dict) -> None:
    one_way, other_way = merged(merged(state, a), b), merged(merged(state, b), a)
    if min(a["at"], AT) != min(b["at"], AT):
        assert {**one_way, "done": 0} == {**other_way, "done": 0}
    assert one_way["at"] == max(state.get("at", 0), min(a["at"], AT), min(b["at"], AT))
    # Which successes there are does not depend on which page came first.
    if len(one_way["done"]) < MOST_DONE:
        assert sorted(map(str, one_way["done"])) == sorted(map(str, other_way["done"]))


@quick
@given(states, data)
def test_no_success_is_lost(state: dict, data: dict) -> None:
    reached = [
        kept(item["day"], look=item["look"]) for item in data["tries"] if item | RIGHT == item
    ]
    done = merged(state, data)["done"]
    before = state.get("done", [])
    assert all(item in done for item in reached)
    assert all(item in done for item in before) or len(done) == MOST_DONE
    assert len({str(item) for item in done}) == len(done) <= MOST_DONE
    assert is_complete(merged(state, data)) == bool(before or reached)


@quick
@given(states, data)
def test_a_state_is_json_and_nothing_given_is_changed(state: dict, data: dict) -> None:
    before = copy.deepcopy((state, data))
    result = merged(state, data)
    assert json.loads(json.dumps(result)) == result
    assert (state, data) == before


def test_only_the_latest_successes_are_kept() -> None:
    state: dict = {}
    for day in range(1, 12):
        state = merged(state, saved(tries=[success(f"2026-11-{day:02}")]))
    assert [item["day"][-2:] for item in state["done"]] == [f"{day:02}" for day in range(4, 12)]


def test_a_clock_that_is_ahead_counts_as_now() -> None:
    state = merged({}, saved(at=AT + 10**9, draft={"at": "menu"}))
    assert state["at"] == AT
    later = NOW + datetime.timedelta(seconds=5)
    assert merged(state, saved(at=AT + 3000), later)["draft"] == {}


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-11-22", "2026-11-22"),
        ("2026-11-23", "2026-11-23"),  # somewhere on earth it is tomorrow already
        ("2026-11-24", "2026-11-22"),
        ("2199-01-01", "2026-11-22"),
        ("2025-11-22", "2025-11-22"),
        ("2025-11-21", "2026-11-22"),
        ("1970-01-01", "2026-11-22"),
        ("0001-01-01", "2026-11-22"),
    ],
)
def test_the_day_is_the_devices_unless_its_clock_is_wrong(day: str, found: str) -> None:
    assert merged({}, saved(tries=[success(day)]))["done"] == [kept(found)]


@pytest.mark.parametrize("day", ["2015-01-01", "2199-01-01"])
def test_under_a_wrong_clock_a_success_sent_again_another_day_is_still_one(day: str) -> None:
    state = merged({}, saved(tries=[success(day)]))
    later = NOW + datetime.timedelta(days=3)
    assert merged(state, saved(tries=[success(day)]), later)["done"] == [kept()]
    other = merged(state, saved(tries=[success(day, look=1)]), later)["done"]
    assert other == [kept(), kept("2026-11-25", look=1)]


def test_a_success_sent_again_a_year_later_is_still_one() -> None:
    state = merged({}, saved(tries=[success()]))
    later = NOW + datetime.timedelta(days=400)
    assert merged(state, saved(tries=[success()]), later)["done"] == [kept()]


@pytest.mark.parametrize(
    "day", ["", "22/11/2026", "2026-02-30", "2026-13-01", "２０２６-11-22", 20261122, None, "lundi"]
)
def test_what_is_no_day_is_refused(day: object) -> None:
    with pytest.raises(UnusableDataError):
        merged({}, saved(tries=[success(day)]))


def test_levels_and_looks_are_successes_of_their_own() -> None:
    told = {"to": "1", "body": "1"}
    tries = [success(level=level, look=look) for level in (1, 2) for look in (0, 1)]
    state = merged({}, saved(tries=[{**item, "told": told} for item in tries]))
    assert state["done"] == [kept(level=level, look=look) for level in (1, 2) for look in (0, 1)]


@pytest.mark.parametrize(
    "given",
    [
        {"level": 3},
        {"level": True},
        {"level": "1"},
        {"level": None},
        {"look": 2},
        {"look": -1},
        {"look": False},
        {"at": -1},
        {"at": 1.5},
        {"at": True},
        {"at": None},
        {"grade": 1},
        {"done": []},
        {"draft": None},
        {"draft": []},
        {"draft": {"to": "lea@mail.example"}},
        {"draft": {"at": "ailleurs"}},
        {"draft": {"attachments": ["cv", "cv"]}},
        {"told": None},
        {"told": {"sent": "1"}},
        {"told": {"subject": "1"}},
        {"told": {"to": "11"}},
        {"told": {"to": "2"}},
        {"told": {"to": "1\n"}},
        {"told": {"to": True}},
        {"tries": {}},
        {"tries": [None]},
        {"tries": [success()] * (MOST_TRIES + 1)},
        {"tries": [{**success(), "at": AT}]},
        {"tries": [{**success(), "look": 2}]},
    ],
)
def test_what_no_browser_part_sends_is_refused(given: dict) -> None:
    with pytest.raises(UnusableDataError):
        merged({}, saved(**given))


@pytest.mark.parametrize("missing", ["level", "look", "at"])
def test_what_must_be_said_is_missed(missing: str) -> None:
    data = {name: value for name, value in saved().items() if name != missing}
    with pytest.raises(UnusableDataError):
        merged({}, data)


def test_as_many_answers_as_there_are_questions_can_be_sent() -> None:
    """However many a practice asks of one text."""
    tests = ", ".join(f"{{body: {{includes: mot{number}}}}}" for number in range(30))
    asked = "".join(
        f"  - {{when: {{any: [{tests.replace('mot', f'{letter}mot')}]}}, say: Oui.}}\n"
        for letter in "abc"
    )
    found = playable(changed("  - say: Continuez.", f"{asked}  - say: Continuez."))
    assert len(found.stages[1].questions["body"]) == 91
    told = {"to": "1", "body": "1" + "0" * 90}
    sent = saved(told=told, tries=[{**success(), "told": told}])
    assert merge_attempt(found, NOW, {}, sent)["done"] == [kept()]


def test_a_practice_whose_text_has_changed_keeps_what_was_reached() -> None:
    state = merged({}, saved(level=2, tries=[success()]))
    one_level = TEXT[: TEXT.index("  2:\n")] + TEXT[TEXT.index("observations:\n") :]
    found = playable(one_level.replace("levels: [2]", "levels: [1]"))
    after = merge_attempt(found, NOW, state, saved(at=AT, draft={"at": "menu"}))
    assert after["done"] == [kept()]
    assert (after["level"], after["draft"]) == (1, {"at": "menu"})


@pytest.mark.parametrize(
    "unfit", [{"level": 3}, {"draft": {"at": "ailleurs"}}, {"told": {"to": "111"}}]
)
def test_a_try_of_a_practice_that_was_written_anew_is_left_out_alone(unfit):
    state = merged({}, saved(tries=[{**success(), **unfit}, success()]))
    assert len(state["done"]) == 1


@pytest.mark.parametrize(
    "unfit", [{"level": 3}, {"draft": {"at": "ailleurs"}}, {"told": {"to": "1" * 60}}, {}]
)
def test_a_draft_of_a_practice_that_was_written_anew_is_not_shown(unfit):
    state = merged({}, saved(tries=[success()]))
    assert fitting(PRACTICE, state) == state
    old = {**state, **unfit} if unfit else {"done": state["done"]}
    assert fitting(PRACTICE, old).get("draft") is None
    assert fitting(PRACTICE, old)["done"] == state["done"]
