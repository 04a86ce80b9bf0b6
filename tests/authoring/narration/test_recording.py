"""What learners hear: measured in the files, after decoding."""

import io

import numpy as np
import pyloudnorm
import pytest
import soundfile

from pasapas.authoring.narration.samples import decibels, peaks
from pasapas.authoring.narration.settings import SAMPLE_RATE, SETTINGS

from .conftest import LINES

BOTH = pytest.mark.parametrize("suffix", [".ogg", ".mp3"])


def level(samples: np.ndarray, begin: float, end: float) -> float:
    """RMS in dBFS between two times in seconds."""
    part = samples[max(0, round(begin * SAMPLE_RATE)) : round(end * SAMPLE_RATE)]
    return decibels(float(np.sqrt(np.mean(part**2))))


@BOTH
def test_loudness(made, suffix):
    # Straight from pyloudnorm: not the project's own way of measuring.
    measured = pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(made.samples(suffix))
    assert measured == pytest.approx(-16, abs=1)


@BOTH
def test_no_sample_at_full_scale(made, suffix):
    samples = made.samples(suffix)
    assert np.abs(samples).max() < 0.891  # -1 dBFS
    assert decibels(float(peaks(samples).max())) <= -1


@BOTH
def test_silence_is_trimmed_at_both_ends(made, suffix):
    samples = made.samples(suffix)
    heard = np.nonzero(np.abs(samples) > 150 / 32768 * 4)[0]
    assert heard[0] / SAMPLE_RATE < 0.08
    assert made.starts[-1] - heard[-1] / SAMPLE_RATE < 0.12


@BOTH
def test_each_sentence_starts_where_the_index_says(made, suffix):
    samples = made.samples(suffix)
    assert len(made.starts) == len(LINES) + 1
    for start in made.starts[1:-1]:
        # The gap before a start is silent; soon after it, somebody speaks.
        assert level(samples, start - SETTINGS.gap + 0.05, start - 0.01) < -50
        assert level(samples, start + 0.02, start + 0.25) > -35


@BOTH
def test_the_recording_ends_where_the_index_says(made, suffix):
    assert len(made.samples(suffix)) / SAMPLE_RATE == pytest.approx(made.starts[-1], abs=0.005)


def test_starts_begin_at_zero_and_grow(made):
    assert made.starts[0] == 0
    assert np.diff(made.starts).min() > SETTINGS.gap


@pytest.mark.parametrize(("suffix", "limit"), [(".ogg", 100_000), (".mp3", 126_000)])
def test_weight_of_a_minute(made, suffix, limit):
    assert len(made.files[suffix]) / made.starts[-1] * 60 <= limit


def test_formats(made):
    opus, mp3 = made.files[".ogg"], made.files[".mp3"]
    assert opus[:4] == b"OggS" and opus[28:36] == b"OpusHead"
    assert mp3[0] == 0xFF and mp3[1] & 0xE6 == 0xE2  # an MPEG frame of layer III
    for encoded in (opus, mp3):
        info = soundfile.info(io.BytesIO(encoded))
        assert (info.channels, info.samplerate) == (1, 16_000)


def test_both_formats_say_the_same_at_the_same_time(made):
    """A player may take either: the start times are shared."""
    opus, mp3 = made.samples(".ogg"), made.samples(".mp3")
    part = slice(SAMPLE_RATE, 4 * SAMPLE_RATE)
    shifts = range(-200, 201, 10)
    fits = [
        float(np.dot(opus[part], mp3[part.start + shift : part.stop + shift])) for shift in shifts
    ]
    assert abs(shifts[int(np.argmax(fits))]) <= 40  # samples: 2.5 ms
