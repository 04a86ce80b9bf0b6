"""What a learner likes: only wishes that we know, the latest of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.player.preferences import SIZES, SPEEDS, merge_preferences
from pasapas.player.saving import UnusableDataError

wishes = st.fixed_dictionaries(
    {}, optional={"size": st.sampled_from(SIZES), "speed": st.sampled_from(SPEEDS)}
)


@given(wishes, wishes)
def test_the_latest_wish_wins_and_the_others_stay(old, new):
    assert merge_preferences(old, new) == {**old, **new}
    assert merge_preferences(merge_preferences(old, new), new) == {**old, **new}


def test_nothing_given_is_changed_in_place():
    old = {"size": 1}
    merge_preferences(old, {"size": 2})
    assert old == {"size": 1}


@pytest.mark.parametrize("size", [3, -1, "1", None, True, False, 1.0, 0.5, [1], {}])
def test_another_size_is_refused(size):
    with pytest.raises(UnusableDataError):
        merge_preferences({}, {"size": size})


@pytest.mark.parametrize("speed", ["fast", "", None, 1, ["slow"], {}])
def test_another_speed_is_refused(speed):
    with pytest.raises(UnusableDataError):
        merge_preferences({}, {"speed": speed})


@pytest.mark.parametrize("data", [{"theme": "dark"}, {"size": 1, "x": 1}, {"": 0}])
def test_a_wish_that_we_do_not_know_is_refused(data):
    with pytest.raises(UnusableDataError):
        merge_preferences({}, data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["size", "speed", "x"]), json_values))
def test_whatever_is_wished_only_known_wishes_are_kept(data):
    try:
        kept = merge_preferences({}, data)
    except UnusableDataError:
        return
    assert kept.get("size", 0) in SIZES
    assert type(kept.get("size", 0)) is int
    assert kept.get("speed", "normal") in SPEEDS
