"""The two formats: Ogg Opus, and MP3 for telephones that play no Opus.

iPhones before iOS 18.4 play no Ogg Opus; MP3 plays wherever sound plays.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import soundfile

from . import loudness
from .errors import NarrationError
from .settings import SAMPLE_RATE, SETTINGS

SHORT = 4.0
"""Seconds. A shorter sound may weigh as much as one of this length: headers weigh more."""
CLOSE = 0.2
"""LU from the wanted loudness at which another try is not worth it."""


@dataclass(frozen=True)
class Format:
    """`levels`: libsndfile's compression levels, from the best sound to the smallest file."""

    suffix: str
    container: str
    codec: str
    levels: tuple[float, ...]
    bitrate_mode: str | None
    limit: int

    def allowed(self, seconds: float) -> int:
        return int(self.limit * max(seconds, SHORT) / 60)


# libsndfile turns a level into 256 to 6 kbit/s for Opus: 13.5 to 9 kbit/s here; and into
# 160 to 8 kbit/s for MP3 at this rate: 16 to 11 kbit/s here. MP3's "average" mode writes
# the tag that tells a player how much of the start is the encoder's: without it everything
# is heard 69 ms late.
_OPUS_LEVELS = (0.97, 0.974, 0.978, 0.982, 0.988)
_MP3_LEVELS = (0.947, 0.954, 0.961, 0.968, 0.98)
OPUS = Format(".ogg", "OGG", "OPUS", _OPUS_LEVELS, None, SETTINGS.opus_limit)
MP3 = Format(".mp3", "MP3", "MPEG_LAYER_III", _MP3_LEVELS, "AVERAGE", SETTINGS.mp3_limit)
FORMATS = (OPUS, MP3)


def encode(samples: np.ndarray, form: Format) -> bytes:
    """`samples` in one format, within its limit of bytes."""
    for level in form.levels:
        encoded = _write(samples, form, level)
        if len(encoded) <= form.allowed(len(samples) / SAMPLE_RATE):
            return encoded
    raise NarrationError(
        f"Le fichier {form.suffix} est trop lourd : {len(encoded)} octets.",
        f"The {form.suffix} file is too big: {len(encoded)} bytes.",
    )


def decode(encoded: bytes) -> tuple[np.ndarray, int]:
    """Mono samples and their rate, from any file that libsndfile reads."""
    samples, rate = soundfile.read(io.BytesIO(encoded), always_2d=True)
    return samples.mean(axis=1), rate


def publish(samples: np.ndarray) -> dict[str, bytes]:
    """suffix -> file, for both formats, at the wanted loudness after decoding.

    Encoders move peaks and take some loudness away. So each format is decoded again,
    measured and, if need be, made once more from a corrected sound.
    """
    return {form.suffix: _publish_one(samples, form) for form in FORMATS}


def _publish_one(samples: np.ndarray, form: Format) -> bytes:
    target, ceiling = SETTINGS.loudness, SETTINGS.peak - 1.0
    good = None
    for _ in range(4):
        encoded = encode(loudness.normalise(samples, target, ceiling), form)
        measured = loudness.check(decode(encoded)[0])
        if loudness.close_enough(measured):
            good = encoded
            if abs(measured[0] - SETTINGS.loudness) <= CLOSE:
                break
        target += SETTINGS.loudness - measured[0]
        # An encoder adds more to a peak than what was measured last: 0.2 dB to be sure.
        ceiling -= max(0.0, measured[1] - SETTINGS.peak + 0.2)
    if good is None:
        raise NarrationError(
            "Le volume ne se règle pas : mesuré {:.1f} LUFS, crête {:.1f} dB.".format(*measured),
            "The loudness can't be set: measured {:.1f} LUFS, peak {:.1f} dB.".format(*measured),
        )
    return good


def _write(samples: np.ndarray, form: Format, level: float) -> bytes:
    file = io.BytesIO()
    soundfile.write(
        file,
        samples,
        SAMPLE_RATE,
        format=form.container,
        subtype=form.codec,
        compression_level=level,
        bitrate_mode=form.bitrate_mode,
    )
    return file.getvalue()
