"""Pages compressed in parts: what many learners get is compressed once.

A deflate stream may be put together from pieces that were compressed apart, each ended
by a full flush (RFC 1951, § 3.2; zlib's Z_FULL_FLUSH): the pieces share no references.
Compressing a lesson anew for each learner would cost as much as all the rest of its page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse

_ACCEPTED = re.compile(r"\bgzip\b")

# RFC 1952, § 2.3: deflate, no name, no time, unknown system.
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
# An empty last block of fixed codes, which ends a deflate stream.
_END = b"\x03\x00"
# The length of a block without compression is two bytes.
_LONGEST = 0xFFFF


@dataclass(frozen=True)
class Part:
    """A piece of a page; `once` if this text is one learner's alone."""

    text: str
    once: bool = False


def page_response(request: HttpRequest, parts: Iterable[Part]) -> HttpResponse:
    """The page made of `parts`, compressed if the browser can read that."""
    # Not request.headers: that would read them all for the sake of one.
    if _ACCEPTED.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        response = HttpResponse(gzipped(parts))
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse([part.text for part in parts])
    response["Vary"] = "Accept-Encoding"
    return response


def gzipped(parts: Iterable[Part]) -> bytes:
    """One gzip member that holds the texts of `parts` in UTF-8."""
    pieces = [_HEADER]
    checksum = length = 0
    for part in parts:
        if part.once:
            raw, deflated = _stored(part.text)
            checksum = zlib.crc32(raw, checksum)
        else:
            raw, deflated = _deflate_well(part.text)
            checksum = _checksum(raw, checksum)
        length += len(raw)
        pieces.append(deflated)
    trailer = checksum.to_bytes(4, "little") + (length % 2**32).to_bytes(4, "little")
    return b"".join((*pieces, _END, trailer))


def _stored(text: str) -> tuple[bytes, bytes]:
    """As it is, in blocks without compression (RFC 1951, § 3.2.4): what is one learner's
    alone is some hundred bytes, less than making a compressor ready is worth."""
    raw = text.encode("utf-8")
    blocks = (raw[start : start + _LONGEST] for start in range(0, len(raw), _LONGEST))
    return raw, b"".join(
        b"\x00"
        + len(block).to_bytes(2, "little")
        + (len(block) ^ 0xFFFF).to_bytes(2, "little")
        + block
        for block in blocks
    )


# Some 50 kB each: at most a dozen megabytes.
@lru_cache(maxsize=256)
def _deflate_well(text: str) -> tuple[bytes, bytes]:
    raw = text.encode("utf-8")
    packer = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return raw, packer.compress(raw) + packer.flush(zlib.Z_FULL_FLUSH)


# What comes before is most often the same, too; and zlib lets go of Python's lock for long
# texts, which costs more than the sum where many pages are made at once.
_checksum = lru_cache(maxsize=1024)(zlib.crc32)
