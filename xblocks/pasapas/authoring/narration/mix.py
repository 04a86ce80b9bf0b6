"""Sentences in a row: silence off both ends, a pause between two, and when each begins."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .errors import NarrationError
from .segments import AudioSegment, detect_leading_silence, to_samples, to_segment
from .settings import SAMPLE_RATE, SETTINGS

CHUNK = 5
"""Milliseconds looked at in one go when the edge of a sentence is searched."""


def join(sentences: Sequence[np.ndarray]) -> tuple[np.ndarray, tuple[float, ...]]:
    """The recording of `sentences`, and its starts.

    Starts are seconds: one for each sentence, and last where the recording ends. A start
    is `SETTINGS.pad` before the first sound of its sentence.
    """
    whole = AudioSegment.silent(0, frame_rate=SAMPLE_RATE)
    pause = AudioSegment.silent(round(SETTINGS.gap * 1000), frame_rate=SAMPLE_RATE)
    starts = []
    for number, samples in enumerate(sentences):
        if number:
            whole += pause
        starts.append(whole.frame_count() / SAMPLE_RATE)
        whole += trim(to_segment(samples))
    starts.append(whole.frame_count() / SAMPLE_RATE)
    return to_samples(whole), tuple(round(start, 3) for start in starts)


def trim(segment: AudioSegment) -> AudioSegment:
    """`segment` without its silence but for `SETTINGS.pad` at both ends."""
    pad = round(SETTINGS.pad * 1000)
    begin = detect_leading_silence(segment, SETTINGS.silence, CHUNK)
    end = len(segment) - detect_leading_silence(segment.reverse(), SETTINGS.silence, CHUNK)
    if begin >= end:
        raise NarrationError(
            "Une phrase enregistrée est vide.", "A recorded sentence holds nothing but silence."
        )
    return segment[max(0, begin - pad) : end + pad]
