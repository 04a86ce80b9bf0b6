"""The door: bytes or text from anywhere become canonical text, once.

Canonical text is UTF-8 with LF line ends, no byte order mark and no control
characters. From here on nothing changes a byte: OLX → block → OLX gives the same.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from .problems import Problem, unsafe, warning

# A block of a content library is stored as one text of at most 50,000 characters
# (openedx-core, media/models.py); a lesson is a hundredth of that.
MAX_CHARACTERS = 50_000

# Control characters but for the line end; what XML 1.0 forbids (§ 2.2: surrogates, FFFE,
# FFFF); line ends that only some programs know, which would make line numbers differ;
# marks that turn the direction of writing and can make a text read otherwise than it is.
UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff"
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
# What begins the files of word processors, of pictures, and PDF.
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_KEPT_AS_SPACE = "\t\u2028\u2029"


def canonical(raw: bytes | str) -> tuple[str, tuple[Problem, ...]]:
    """Canonical text of `raw`, and what had to be mended or refused.

    Text that is too long or not UTF-8 comes back empty with an UNSAFE problem:
    there is nothing trustworthy to read in it.
    """
    raw = raw.removeprefix(BOM_UTF8 if isinstance(raw, bytes) else "\ufeff")
    # A character is at most four bytes: longer bytes need not even be decoded.
    if len(raw) > MAX_CHARACTERS * (4 if isinstance(raw, bytes) else 1):
        return "", (unsafe("text.too-long", limit=MAX_CHARACTERS),)
    if isinstance(raw, bytes) and raw.startswith(_NO_TEXT):
        return "", (unsafe("text.not-text"),)
    try:
        text = raw.decode("utf-8") if isinstance(raw, bytes) else raw
    except UnicodeDecodeError as error:
        # The same line ends as below, in what could be read so far.
        line = len(re.findall(rb"\r\n?|\n", raw[: error.start])) + 1
        return "", (unsafe("text.not-utf-8", line),)
    if isinstance(raw, bytes) and "\x00" in text[:MAX_CHARACTERS]:
        return "", (unsafe("text.not-text"),)
    if len(text) > MAX_CHARACTERS:
        return "", (unsafe("text.too-long", limit=MAX_CHARACTERS),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = UNWANTED.search(text)
    if not found:
        return text, ()
    line = text.count("\n", 0, found.start()) + 1
    mended = UNWANTED.sub(lambda match: " " if match[0] in _KEPT_AS_SPACE else "", text)
    if found[0] == "\t":
        return mended, (warning("text.tab", line),)
    return mended, (warning("text.control-character", line, code=f"U+{ord(found[0]):04X}"),)
