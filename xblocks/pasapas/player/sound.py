"""Which recording belongs to which words."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Sound:
    """A recording of one screen.

    `sources`: addresses, the first format that plays is taken.
    `starts`: seconds at which each spoken sentence begins, and last where all ends.
    """

    sources: tuple[str, ...]
    starts: tuple[float, ...]


# No screen speaks for a day: what is beyond is no moment of a recording.
_LONGEST = 86_400


def spoken_hash(lines: Sequence[str]) -> str:
    """16 hexadecimal digits that stand for what one screen says, whatever the voice.

    A changed sentence changes it: a recording can't be stale, it is found or it is not.
    """
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def sound_from_field(entry: object, sentences: int) -> Sound | None:
    """A `Sound` from what a block's settings field holds, or None if it does not fit.

    The field comes from OLX that anybody may have edited: shapes are checked, and a
    recording whose number of starts is not that of the sentences is not used.
    """
    if not isinstance(entry, Mapping):
        return None
    sources, starts = entry.get("sources"), entry.get("starts")
    if not isinstance(sources, (list, tuple)) or not isinstance(starts, (list, tuple)):
        return None
    if not all(isinstance(source, str) and source.startswith("/static/") for source in sources):
        return None
    if not all(map(_is_moment, starts)):
        return None
    if not sources or len(starts) != sentences + 1 or list(starts) != sorted(starts):
        return None
    return Sound(tuple(sources), tuple(float(start) for start in starts))


def _is_moment(value: object) -> bool:
    """True for seconds from 0; NaN and infinities are no moments, nor is what no float holds."""
    return type(value) in (int, float) and 0 <= value < _LONGEST


# The type lets a browser choose without asking for a byte.
_TYPES = {".ogg": "audio/ogg; codecs=opus", ".mp3": "audio/mpeg", ".m4a": "audio/mp4"}


def audio_html(sound: Sound) -> SafeString:
    """The recording as an `<audio>` that loads nothing before it is asked to play.

    It has controls of its own for a page without scripts; with scripts they are taken off.
    Addresses stand in plain double quotes: the LMS rewrites only `"/static/…"`. Starts are
    tenths of a second, each counted from the one before: on a page of a hundred sentences
    that is a quarter of a kilobyte less. They are rounded down, into the silence.
    """
    sources = format_html_join(
        "",
        '<source src="{}" type="{}">',
        ((source, _TYPES.get(PurePosixPath(source).suffix, "")) for source in sound.sources),
    )
    tenths = [math.floor(start * 10) for start in sound.starts]
    steps = (now - before for before, now in pairwise([0, *tenths]))
    return format_html(
        '<audio class="pap-audio" controls preload="none" data-starts="{}">{}</audio>',
        " ".join(map(str, steps)),
        sources,
    )
