import numpy as np
import pytest

from pasapas.authoring.narration import loudness
from pasapas.authoring.narration.encode import FORMATS, decode, encode, publish
from pasapas.authoring.narration.errors import NarrationError
from pasapas.authoring.narration.samples import amplitude, peaks, resample
from pasapas.authoring.narration.settings import SAMPLE_RATE


def tone(seconds: float, hertz: float = 440, level: float = 0.2) -> np.ndarray:
    return level * np.sin(2 * np.pi * hertz * np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE)


def clicking() -> np.ndarray:
    """Quiet, with peaks 32 dB above: nothing but a limiter makes it loud unclipped."""
    samples = tone(3, level=0.02)
    samples[::4000] = 0.9
    return samples


@pytest.mark.parametrize("make", [lambda: tone(2), lambda: tone(2, level=1e-3), clicking])
def test_every_sound_gets_the_same_loudness_and_no_clipping(make):
    for encoded in publish(make()).values():
        samples = decode(encoded)[0]
        assert loudness.loudness(samples) == pytest.approx(-16, abs=1)
        assert peaks(samples).max() <= amplitude(-1)


def test_the_limiter_holds_the_ceiling_and_leaves_the_rest_alone():
    samples = clicking()
    limited = loudness.limit(samples, -10)
    assert peaks(limited).max() <= amplitude(-10) * 1.02
    far_from_clicks = slice(1500, 2500)
    assert np.allclose(limited[far_from_clicks], samples[far_from_clicks])


def test_the_limiter_does_nothing_below_the_ceiling():
    samples = tone(1)
    assert loudness.limit(samples, -1) is samples


def test_a_word_shorter_than_the_meter_can_measure():
    assert loudness.loudness(tone(0.1)) == pytest.approx(loudness.loudness(tone(2)), abs=0.3)


@pytest.mark.parametrize("samples", [np.zeros(16_000), np.zeros(100), np.full(16_000, 1e-6)])
def test_silence_has_no_loudness_to_set(samples):
    with pytest.raises(NarrationError):
        publish(samples)


def test_a_peak_between_two_samples_is_seen():
    # A tone at a quarter of the rate, sampled 45 degrees off its crests.
    number = np.arange(4000)
    samples = np.sin(np.pi / 2 * number + np.pi / 4)
    assert np.abs(samples).max() == pytest.approx(0.707, abs=0.001)
    assert peaks(samples)[100:-100].max() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_resampling_keeps_pitch_level_and_length(rate):
    samples = 0.5 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)
    other = resample(samples, rate, SAMPLE_RATE)
    assert len(other) == SAMPLE_RATE
    assert np.allclose(other, tone(1, level=0.5), atol=0.01)


def test_a_file_is_never_heavier_than_its_limit():
    noise = np.random.default_rng(1).normal(0, 0.1, 10 * SAMPLE_RATE)
    for form in FORMATS:
        assert len(encode(noise, form)) <= form.limit * 10 / 60
