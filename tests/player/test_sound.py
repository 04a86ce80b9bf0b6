"""A recording is used when it fits the words, and is asked for when it is wanted."""

from __future__ import annotations

import math
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.player.sound import Sound, audio_html, sound_from_field, spoken_hash

from .samples import parsed

GOOD = {"sources": ["/static/a.ogg", "/static/a.mp3"], "starts": [0, 1.5, 2.25]}


def test_a_recording_of_two_sentences():
    assert sound_from_field(GOOD, 2) == Sound(("/static/a.ogg", "/static/a.mp3"), (0.0, 1.5, 2.25))


@pytest.mark.parametrize("sentences", [0, 1, 3])
def test_a_recording_of_other_sentences_is_not_used(sentences):
    assert sound_from_field(GOOD, sentences) is None


@pytest.mark.parametrize("entry", [None, "", [], 3, True, "/static/a.ogg", {}, [GOOD]])
def test_what_is_no_recording(entry):
    assert sound_from_field(entry, 2) is None


@pytest.mark.parametrize(
    "sources",
    [
        None, "", "/static/a.ogg", [], [None], [3], [["/static/a.ogg"]], {"/static/a.ogg": 1},
        ["https://elsewhere.example/a.ogg"], ["//elsewhere.example/a.ogg"], ["a.ogg"],
        ["javascript:alert(1)"], ["data:audio/ogg;base64,AA"], ["/static/a.ogg", "http://e.example"],
    ],
)  # fmt: skip
def test_sources_that_are_not_files_of_the_course(sources):
    assert sound_from_field({**GOOD, "sources": sources}, 2) is None


@pytest.mark.parametrize(
    "starts",
    [
        None, "0 1 2", 3, {}, [], ["0", "1", "2"], [0, None, 2], [0, [1], 2], [2, 1, 3],
        [0, 2, 1], [0, True, 2], [-1, 0, 2], [0, math.nan, 2], [0, 1, math.nan], [math.nan] * 3,
        [0, 1, math.inf], [-math.inf, 1, 2], [0, 1, 10**400],
    ],
)  # fmt: skip
def test_starts_that_are_not_moments_in_their_order(starts):
    """Infinity, and what is no number, would stand in the page and break the following."""
    assert sound_from_field({**GOOD, "starts": starts}, 2) is None


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["/static/a.ogg", 0, 1.5, 10**400]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.fixed_dictionaries({}, optional={"sources": inner, "starts": inner})
    ),
    max_leaves=10,
)


@given(json_values, st.integers(0, 3))
def test_whatever_the_field_holds_nothing_is_raised(entry, sentences):
    sound = sound_from_field(entry, sentences)
    if sound is not None:
        assert len(sound.starts) == sentences + 1
        assert all(map(math.isfinite, sound.starts))


def test_the_audio_loads_nothing_and_can_be_used_without_scripts():
    html = audio_html(sound_from_field(GOOD, 2))
    (audio,) = parsed(html)
    assert audio.tag == "audio"
    assert audio.get("preload") == "none"
    assert "controls" in audio.attrib
    assert "autoplay" not in audio.attrib
    assert audio.get("data-starts") == "0 15 7"
    assert [(source.get("src"), source.get("type")) for source in audio.iter("source")] == [
        ("/static/a.ogg", "audio/ogg; codecs=opus"),
        ("/static/a.mp3", "audio/mpeg"),
    ]


@given(st.lists(st.floats(0, 86_399), min_size=2, max_size=40).map(sorted))
def test_no_start_is_told_too_late(starts):
    """A tenth of a second early is still in the silence; late would cut a sentence's beginning."""
    entry = {"sources": ["/static/a.ogg"], "starts": starts}
    (audio,) = parsed(audio_html(sound_from_field(entry, len(starts) - 1)))
    told = [tenths / 10 for tenths in accumulate(map(int, audio.get("data-starts").split()))]
    assert len(told) == len(starts)
    for early, start in zip(told, starts, strict=True):
        assert start - 0.1001 <= early <= start + 1e-9


def test_addresses_stand_in_plain_double_quotes():
    """Open edX looks for exactly that when it puts the real addresses in."""
    html = audio_html(sound_from_field(GOOD, 2))
    assert '"/static/a.ogg"' in html
    assert '"/static/a.mp3"' in html


def test_a_hostile_address_stays_within_its_quotes():
    entry = {"sources": ['/static/a.ogg" onerror="alert(1)'], "starts": [0, 1]}
    (audio,) = parsed(audio_html(sound_from_field(entry, 1)))
    (source,) = audio.iter("source")
    assert set(source.attrib) == {"src", "type"}


def test_a_changed_sentence_has_another_hash():
    words = ["Le trombone.", "Il joint."]
    assert spoken_hash(words) == spoken_hash(tuple(words))
    assert len(spoken_hash(words)) == 16
    assert int(spoken_hash(words), 16) >= 0
    others = [[], ["Le trombone."], ["Il joint.", "Le trombone."], ["Le trombone.", "Il joint"]]
    assert spoken_hash(words) not in {spoken_hash(other) for other in others}
