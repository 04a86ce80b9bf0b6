"""What is kept of a learner: nothing done in either of two pages is lost."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.lesson.script import RATINGS
from pasapas.lesson.state import is_complete, last_screen, merge_progress
from pasapas.player.saving import UnusableDataError

from .samples import SMALLEST, changed, lesson

LESSON = lesson()
LAST = last_screen(LESSON)

places = st.integers(0, LAST)
options = st.lists(st.integers(0, 2), max_size=3)
progress = st.fixed_dictionaries(
    {},
    optional={
        "place": places,
        "reached": places,
        "answers": st.dictionaries(st.sampled_from(["3", "4"]), options, max_size=2),
        "rating": st.sampled_from(RATINGS),
        "ticks": st.lists(st.integers(0, 1), max_size=2),
    },
)
states = progress.map(lambda data: merge_progress(LESSON, {}, data)) | st.just({})


def test_the_opening_is_where_one_begins():
    assert merge_progress(LESSON, {}, {}) == {"place": 0, "reached": 0, "answers": {}, "ticks": []}


def test_a_save_is_kept():
    data = {"place": 3, "reached": 4, "answers": {"3": [1]}, "rating": "almost", "ticks": [0]}
    assert merge_progress(LESSON, {}, data) == data


@given(states, progress)
def test_a_save_twice_is_a_save_once(state, data):
    once = merge_progress(LESSON, state, data)
    assert merge_progress(LESSON, once, data) == once


@given(states, progress, progress)
def test_what_was_reached_and_answered_does_not_depend_on_which_page_came_first(state, a, b):
    def merged(*saves):
        result = state
        for data in saves:
            result = merge_progress(LESSON, result, data)
        return result["reached"], result["answers"]

    assert merged(a, b) == merged(b, a)


@given(states, progress)
def test_nothing_that_was_reached_or_answered_is_lost(state, data):
    merged = merge_progress(LESSON, state, data)
    for before in (state, data):
        assert merged["reached"] >= before.get("reached", 0)
        assert merged["reached"] >= before.get("place", 0)
        for number, answers in before.get("answers", {}).items():
            assert set(answers) <= set(merged["answers"].get(number, []))
    answered = {**state.get("answers", {}), **data.get("answers", {})}
    assert set(merged["answers"]) <= set(answered)


@given(states, progress)
def test_place_rating_and_ticks_are_those_of_the_latest_page(state, data):
    merged = merge_progress(LESSON, state, data)
    assert merged["place"] == data.get("place", state.get("place", 0))
    assert merged.get("rating") == data.get("rating", state.get("rating"))
    assert merged["ticks"] == sorted(set(data.get("ticks", state.get("ticks", []))))


@given(states, progress)
def test_a_state_is_json_and_nothing_given_is_changed(state, data):
    before = copy.deepcopy((state, data))
    merged = merge_progress(LESSON, state, data)
    assert json.loads(json.dumps(merged)) == merged
    assert (state, data) == before


@given(states)
def test_a_shortened_lesson_leaves_out_what_is_no_longer_there(state):
    short = lesson(SMALLEST)
    merged = merge_progress(short, state, {})
    assert merged["place"] <= last_screen(short)
    assert merged["reached"] <= last_screen(short)
    assert merged["answers"] == {}
    assert merged["ticks"] == []


def test_a_late_save_of_a_longer_lesson_is_not_lost():
    short = lesson(SMALLEST)
    late = {"place": 5, "reached": 6, "answers": {"3": [1], "9": [0]}, "ticks": [1]}
    merged = merge_progress(short, {}, late)
    assert merged == {"place": 2, "reached": 2, "answers": {}, "ticks": []}


def test_an_answer_or_a_box_that_is_no_longer_there_is_left_out():
    data = {"answers": {"3": [0, 1, 2, 7], "1": [0]}, "ticks": [0, 1, 9]}
    merged = merge_progress(LESSON, {}, data)
    assert merged["answers"] == {"3": [0, 1, 2]}
    assert merged["ticks"] == [0, 1]


def test_the_end_comes_after_the_screen_for_real():
    assert last_screen(LESSON) == len(LESSON.steps) + 2
    assert last_screen(lesson(SMALLEST)) == 2


def test_a_place_saved_before_there_was_a_screen_for_real_is_kept():
    """The end was then where « pour de vrai » is now: one screen on the way, and complete."""
    steps = len(LESSON.steps)
    old = {"place": steps + 1, "reached": steps + 1, "rating": "yes", "ticks": [0]}
    assert merge_progress(LESSON, old, {}) == {**old, "answers": {}}
    assert is_complete(LESSON, old)


def test_the_lesson_is_complete_when_its_last_step_is_reached():
    steps = len(LESSON.steps)
    reached = [is_complete(LESSON, {"reached": number}) for number in range(steps + 2)]
    assert reached == [False] * steps + [True, True]
    # « Pour de vrai » and the end come after the last step: nobody has to go that far.
    assert steps < last_screen(LESSON) - 1
    assert not is_complete(LESSON, {})


def test_answers_never_block_the_way():
    assert is_complete(LESSON, merge_progress(LESSON, {}, {"place": LAST}))


def test_a_lesson_with_only_a_last_step_can_be_shown():
    real = changed(
        "## Un mail\nLe mail est là.",
        "## Et maintenant, pour de vrai\n- J'ai écrit.",
        SMALLEST,
    )
    assert last_screen(real) == 2
    assert merge_progress(real, {}, {"ticks": [0]})["ticks"] == [0]


UNUSABLE = [
    {"other": 1},
    {"place": 1, "Place": 1},
    *({name: value} for name in ("place", "reached") for value in (-1, 1.0, "1", None, True, [1])),
    *({"rating": value} for value in ("no", "", 1, ["yes"], {}, False)),
    *({"ticks": value} for value in (None, 0, "0", {}, [True], ["0"], [0.0], [-1], [[0]])),
    *({"answers": value} for value in (None, [], "3", 3, [["3", [1]]])),
    *({"answers": {"3": value}} for value in (None, 1, "1", {}, [True], ["1"], [1.5], [-1], [[]])),
    {"answers": {"3": [0] * 1001}},
    {"ticks": [0] * 1001},
    {"answers": {str(number): [0] for number in range(1001)}},
]


@pytest.mark.parametrize("data", UNUSABLE, ids=lambda data: str(data)[:40])
def test_data_of_another_shape_are_refused(data):
    with pytest.raises(UnusableDataError):
        merge_progress(LESSON, {}, data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["3", "4"]) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=10,
)
names = st.sampled_from(["place", "reached", "answers", "rating", "ticks", "other"])


@given(states, st.dictionaries(names, json_values) | st.dictionaries(st.text(), json_values))
def test_whatever_is_sent_it_is_kept_or_refused(state, data):
    try:
        merged = merge_progress(LESSON, state, data)
    except UnusableDataError:
        return
    assert 0 <= merged["place"] <= merged["reached"] <= LAST
    assert merged.get("rating") in (None, *RATINGS)
    # What is kept can be kept again.
    assert merge_progress(LESSON, merged, {}) == merged
