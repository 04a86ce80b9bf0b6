"""The recordings that come with the package: all there, even in loudness, and light."""

from __future__ import annotations

import pyloudnorm
import pytest
import soundfile

from pasapas.authoring.narration.wanted import french, wanted_recordings
from pasapas.authoring.recordings import audio_folder, load_recordings
from pasapas.content.shelf import shipped_shelf

RECORDINGS = load_recordings()
FOLDER = audio_folder()
# What lessons and practices say.
SCREENS = {item.screen_hash: item for item in wanted_recordings(shipped_shelf(), french())}
# LUFS, and kilobytes a minute of speech.
LOUDNESS = -16
KILOBYTES = {".ogg": 100, ".mp3": 126}


def test_every_screen_is_read_aloud_and_nothing_else_is_kept() -> None:
    """Otherwise: `pasapas narrate --prune`."""
    assert RECORDINGS.keys() == SCREENS.keys()


@pytest.mark.parametrize("screen", sorted(RECORDINGS))
def test_a_recording_fits_its_sentences(screen: str) -> None:
    starts = RECORDINGS[screen].starts
    assert len(starts) == len(SCREENS[screen].lines) + 1
    assert list(starts) == sorted(starts)


@pytest.mark.parametrize("suffix", sorted(KILOBYTES))
def test_a_minute_of_speech_is_light(suffix: str) -> None:
    sizes = sum((FOLDER / (found.file + suffix)).stat().st_size for found in RECORDINGS.values())
    minutes = sum(found.starts[-1] for found in RECORDINGS.values()) / 60
    assert sizes / 1000 / minutes <= KILOBYTES[suffix]


@pytest.mark.parametrize("suffix", sorted(KILOBYTES))
@pytest.mark.parametrize("screen", sorted(RECORDINGS))
def test_a_recording_is_even_and_whole(screen: str, suffix: str) -> None:
    recording = RECORDINGS[screen]
    samples, rate = soundfile.read(FOLDER / (recording.file + suffix))
    assert pyloudnorm.Meter(rate).integrated_loudness(samples) == pytest.approx(LOUDNESS, abs=1)
    assert abs(samples).max() < 1
    assert len(samples) / rate == pytest.approx(recording.starts[-1], abs=0.3)
