"""Arithmetic on samples: mono float arrays between -1 and 1."""

from __future__ import annotations

import numpy as np

OVERSAMPLING = 4
"""What ITU-R BS.1770-4, annex 2, asks of a true-peak meter."""

EVEN_LENGTH = 16_384


def resample(samples: np.ndarray, rate: int, wanted: int) -> np.ndarray:
    """`samples` at another rate, band-limited (in the frequency domain)."""
    if rate == wanted:
        return samples
    length = round(len(samples) * wanted / rate)
    spectrum = np.fft.rfft(samples)
    kept = np.zeros(length // 2 + 1, dtype=complex)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    return np.fft.irfft(kept, length) * (length / len(samples))


def peaks(samples: np.ndarray) -> np.ndarray:
    """For each sample, the highest level that the wave reaches until the next one.

    Between two samples the wave may be higher than both: a player turns it into a real
    wave, and that one must not clip.
    """
    # A Fourier transform of a length with large prime factors takes ten times as long.
    padded = np.pad(samples, (0, -len(samples) % EVEN_LENGTH))
    dense = resample(padded, 1, OVERSAMPLING)
    return np.abs(dense).reshape(-1, OVERSAMPLING).max(axis=1)[: len(samples)]


def decibels(level: float) -> float:
    """`level` (1.0 is full scale) in dBFS."""
    return float(20 * np.log10(level)) if level > 0 else float("-inf")


def amplitude(decibels_: float) -> float:
    return float(10 ** (decibels_ / 20))
