"""One loudness for all recordings, whoever speaks, and no clipped sample."""

from __future__ import annotations

import numpy as np
import pyloudnorm

from .errors import NarrationError
from .samples import amplitude, decibels, peaks
from .settings import SAMPLE_RATE, SETTINGS

LOOK_AHEAD = 0.005
"""Seconds over which the limiter lowers the level before a peak, and raises it after."""
BLOCK = 0.4
"""Seconds: the least that the meter of ITU-R BS.1770 can measure."""
ROUNDS = 6


def loudness(samples: np.ndarray) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770). A shorter sound is heard in a loop."""
    needed = int(BLOCK * SAMPLE_RATE) + 1
    if len(samples) < needed:
        samples = np.tile(samples, -(-needed // max(1, len(samples))))
    with np.errstate(divide="ignore"):
        return float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(samples))


def normalise(samples: np.ndarray, target: float, ceiling: float) -> np.ndarray:
    """`samples` at `target` LUFS with no peak above `ceiling` dBFS.

    Limiting takes some loudness away, so gain and limiter go together, a few times over.
    """
    measured = loudness(samples)
    if not np.isfinite(measured):
        raise NarrationError(
            "L'enregistrement est trop faible ou vide.",
            "The recording is too quiet, or empty.",
        )
    gain = target - measured
    for _ in range(ROUNDS):
        limited = limit(samples * amplitude(gain), ceiling)
        missing = target - loudness(limited)
        if abs(missing) < 0.05:
            break
        gain += missing
    return limited


def limit(samples: np.ndarray, ceiling: float) -> np.ndarray:
    """`samples` with peaks lowered to `ceiling` dBFS, gently: a look-ahead limiter.

    The gain that each sample needs is spread over `LOOK_AHEAD` on both sides, then
    smoothed; it is never above what the sample needs.
    """
    top = amplitude(ceiling)
    needed = np.minimum(1.0, top / np.maximum(peaks(samples), 1e-9))
    if needed.min() >= 1.0:
        return samples
    reach = int(LOOK_AHEAD * SAMPLE_RATE)
    padded = np.pad(needed, 2 * reach, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * reach + 3)[1:-1]
    return samples * np.convolve(lowest, window / window.sum(), mode="valid")


def check(samples: np.ndarray) -> tuple[float, float]:
    """(LUFS, peak in dBFS) of a decoded recording."""
    return loudness(samples), decibels(float(peaks(samples).max()))


def close_enough(measured: tuple[float, float]) -> bool:
    level, peak = measured
    return abs(level - SETTINGS.loudness) <= SETTINGS.loudness_tolerance and peak <= SETTINGS.peak
