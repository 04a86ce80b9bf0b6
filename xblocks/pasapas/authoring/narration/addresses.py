"""Mail addresses, addresses of sites and names of files, said sign by sign."""

from __future__ import annotations

import re

# How a letter is called. Written out: the voice reads « fr » as half a word.
_NAMES = (
    "a,bé,cé,dé,eu,èfe,gé,ache,i,ji,ka,èle,ème,ène,o,pé,ku,ère,èsse,té,u,vé,"
    "double vé,ixe,i grec,zède"
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _NAMES.split(","), strict=True))
_SIGNS = {
    ".": "point",
    "@": ", arobase,",
    "#": ", dièse,",
    "-": "tiret",
    "_": "tiret bas",
    "/": "barre",
    "+": "plus",
}
# A sign between two letters or digits, with no space around, makes a word an address: the
# end of a sentence has a space after its point. `12.5` and `3.4.2026` are numbers.
_COMPOUND = re.compile(
    r"(?<![\w@#])(?:https?://)?(?=[\w.@#+/-]*[^\W\d_][\w.@#+/-]*)"
    r"\w+(?:[.@#_/+-]+\w+)*(?<![.@#_/+-])/?"
)
_MARKS_AN_ADDRESS = re.compile(r"\w[.@#]\w|\w_\w|^https?://")
# « C.V. », « S.M.S »: initials, not an address.
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,6}[^\W\d_]?")


def say_addresses(text: str) -> str:
    """`text` with its addresses said: « jose point ferreira, arobase, bonjour point fr ».

    Known words of the parts (mail, example) stay, for the lexicon to say.
    """
    return _COMPOUND.sub(_said, text)


def spell(letters: str) -> str:
    """Each letter by its name; digits stay digits."""
    return " ".join(_LETTERS.get(letter, letter) for letter in letters.lower())


def _said(found: re.Match[str]) -> str:
    address = found[0]
    if not _MARKS_AN_ADDRESS.search(address) or _INITIALS.fullmatch(address):
        return address
    address = re.sub(r"^https?://", "", address).rstrip("/")
    parts = re.findall(r"[^\W_]+|[.@#_/+-]", address)
    words = [_SIGNS.get(part) or _part(part) for part in parts]
    return re.sub(r"\s+,", ",", " ".join(words)).replace(",,", ",")


def _part(part: str) -> str:
    """A word people can say stays a word; « fr », « cpl » are said letter by letter."""
    if part in ("www", "cv", "pdf", "sms") or part.isupper():
        return part
    if part.isalpha() and (len(part) == 1 or not re.search("[aeiouyàâéèêëîïôöùûü]", part.lower())):
        return spell(part)
    # « ferreira1972 »: a number stuck to a name is heard apart.
    return part if part[0].isdigit() else re.sub(r"(?<=[^\W\d])(?=\d)", " ", part)
