"""pydub, and the way between its segments and arrays of samples."""

from __future__ import annotations

import warnings

import numpy as np

from .settings import SAMPLE_RATE

with warnings.catch_warnings():
    # pydub looks for ffmpeg, which is not needed here, and uses audioop, which Python 3.12
    # calls old: the extra brings its successor for 3.13.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence, detect_nonsilent

__all__ = (
    "AudioSegment",
    "detect_leading_silence",
    "detect_nonsilent",
    "to_samples",
    "to_segment",
)


def to_segment(samples: np.ndarray) -> AudioSegment:
    """Samples at `SAMPLE_RATE` as a 16-bit segment."""
    pcm = (np.clip(samples, -1, 1) * 32767).round().astype("<i2").tobytes()
    return AudioSegment(pcm, frame_rate=SAMPLE_RATE, sample_width=2, channels=1)


def to_samples(segment: AudioSegment) -> np.ndarray:
    return np.frombuffer(segment.raw_data, "<i2").astype(np.float32) / 32768
