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
from django.utils.cache import patch_vary_headers

_ACCEPTED = re.compile(r"\bgzip\b")

# RFC 1952, § 2.3: deflate, no name, no time, unknown system.
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
# An empty last block of fixed codes, which ends a deflate stream.
_END = b"\x03\x00"


@dataclass(frozen=True)
class Part:
    """A piece of a page; `once` if this text is one learner's alone."""

    text: str
    once: bool = False


def page_response(request: HttpRequest, parts: Iterable[Part]) -> HttpResponse:
    """The page made of `parts`, compressed if the browser can read that."""
    if _ACCEPTED.search(request.headers.get("accept-encoding", "")):
        response = HttpResponse(gzipped(parts))
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse([part.text for part in parts])
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def gzipped(parts: Iterable[Part]) -> bytes:
    """One gzip member that holds the texts of `parts` in UTF-8."""
    pieces = [_HEADER]
    checksum = length = 0
    for part in parts:
        raw, deflated = _deflate_quickly(part.text) if part.once else _deflate_well(part.text)
        checksum = zlib.crc32(raw, checksum)
        length += len(raw)
        pieces.append(deflated)
    trailer = checksum.to_bytes(4, "little") + (length % 2**32).to_bytes(4, "little")
    return b"".join((*pieces, _END, trailer))


def _deflate_quickly(text: str) -> tuple[bytes, bytes]:
    # A short text needs little memory, and making it ready is most of the work.
    return _deflate(text, zlib.compressobj(level=1, wbits=-12, memLevel=4))


# Some 50 kB each: at most a dozen megabytes.
@lru_cache(maxsize=256)
def _deflate_well(text: str) -> tuple[bytes, bytes]:
    return _deflate(text, zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS))


def _deflate(text: str, packer: zlib._Compress) -> tuple[bytes, bytes]:
    raw = text.encode("utf-8")
    return raw, packer.compress(raw) + packer.flush(zlib.Z_FULL_FLUSH)
