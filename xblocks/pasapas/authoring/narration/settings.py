"""What a recording is made with. Any change here gives every recording a new name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

SAMPLE_RATE = 16_000
"""Hz, mono: what the voice gives; speech needs no more."""


@dataclass(frozen=True)
class Settings:
    """Times in seconds, levels in dBFS or LUFS, sizes in bytes a minute."""

    # Raised when the code, not a number below, changes what is heard.
    version: int = 1
    # Slower than people talk: the sentence is followed with the eyes.
    speed: float = 0.85
    # At its default volume the voice clips; loudness is set afterwards.
    volume: float = 0.7
    # Silence kept around a sentence, and put between two.
    pad: float = 0.02
    gap: float = 0.45
    # What counts as silence: 150 of 32,768.
    silence: float = -46.8
    # EBU R 128 measures; -16 LUFS is usual for speech on telephones.
    loudness: float = -16.0
    loudness_tolerance: float = 1.0
    peak: float = -1.0
    # A minute of speech: 100 kB of Opus, 126 kB of MP3.
    opus_limit: int = 100_000
    mp3_limit: int = 126_000


SETTINGS = Settings()


def stem(spoken: Sequence[str], voice: str, source: bytes = b"") -> str:
    """The name, without suffix, of the recording of `spoken` by `voice`: 24 hex digits.

    `spoken` is the text after the lexicon; `source` are the bytes of a human recording.
    Whatever changes what is heard changes the name: a recording can't be stale.
    """
    key = {
        "spoken": list(spoken),
        "voice": voice,
        "source": hashlib.sha256(source).hexdigest() if source else "",
        "settings": asdict(SETTINGS),
    }
    text = json.dumps(key, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
