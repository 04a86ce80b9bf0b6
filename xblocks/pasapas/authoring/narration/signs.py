"""What is no word: marks that the voice would read aloud, hours, prices, single signs."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->|<[!?][^<>]*>", re.DOTALL)
_SAME_AS = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2011": "-",
        "\u00ad": "",
        "…": ".",
    }
)
# Pauses that the voice does not make by itself.
_DASH = re.compile(r"\s+[–—]\s+")
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3})((?: \d{3})+)(?![\d])")
# « CV-Amina » is read as one odd word, « Benali-2026 » as « Benali moins 2026 ».
_JOINED = re.compile(r"(?<=[A-ZÀ-Ý]{2})-(?=\w)|(?<=\w)-(?=[A-ZÀ-Ý]{2,}\b)|(?<=[^\W\d])-(?=\d)")
_HOUR = re.compile(r"(?<![\w:,.])([01]?\d|2[0-4]) ?(?:h|H|:(?=\d\d))(?: ?([0-5]\d))?(?![\w:])")
_PRICE = re.compile(r"(?<![\w,.])(\d+)(?:[,.](\d\d?))? ?€")
# « le @ » is said « l'arobase ».
_BEFORE_AROBASE = re.compile(r"\b(de|le|du|au|que) @(?!\w)", re.IGNORECASE)
_ELIDED = {"de": "d'", "le": "l'", "du": "de l'", "au": "à l'", "que": "qu'"}
_SIGN_WORDS = {
    "@": " arobase ",
    "#": " dièse ",
    "*": " étoile ",
    "&": " et ",
    "€": " euros ",
    "_": " tiret bas ",
    "+": " plus ",
    "=": " égal ",
    "→": ", ",
}


def plain(raw: str) -> str:
    """`raw` without markup, and with the everyday form of quotes, spaces and hyphens.

    The voice reads unknown tags aloud and obeys those it knows; a lesson's text must do
    neither.
    """
    text = _TAG.sub(" ", html.unescape(_TAG.sub(" ", raw)))
    text = unicodedata.normalize("NFC", text).translate(_SAME_AS)
    text = _DASH.sub(", ", text)
    return " ".join(text.split())


def say_quantities(text: str) -> str:
    """Hours (14h30, 14:30), prices (12,50 €) and thousands (1 200) as the voice reads them."""
    text = _THOUSANDS.sub(lambda found: found[0].replace(" ", ""), text)
    text = _HOUR.sub(_hour, _JOINED.sub(" ", text))
    return _PRICE.sub(_price, text)


def say_signs(text: str) -> str:
    """Single signs by their names; what has no sound (emoji, brackets) is left out."""
    text = _BEFORE_AROBASE.sub(lambda found: _ELIDED[found[1].lower()] + "arobase", text)
    for sign, word in _SIGN_WORDS.items():
        text = text.replace(sign, word)
    text = "".join(character if _heard(character) else " " for character in text)
    text = re.sub(r"\s+([,.])", r"\1", " ".join(text.split()))
    return re.sub(r",(?=[,.?!:])|(?<=[,.?!:]),", "", text).strip(" ,")


def _hour(found: re.Match[str]) -> str:
    number, minutes = int(found[1]), found[2]
    name = {0: "zéro heure", 1: "une heure", 21: "vingt et une heures"}.get(
        number, f"{number} heures"
    )
    return name if not minutes or minutes == "00" else f"{name} {int(minutes)}"


def _price(found: re.Match[str]) -> str:
    euros, cents = found[1], (found[2] or "").ljust(2, "0")
    name = "euro" if int(euros) < 2 else "euros"
    return f"{euros} {name}" if cents == "00" else f"{euros} {name} {int(cents)}"


def _heard(character: str) -> bool:
    # A closing « » » after « compte » adds a syllable: quotes are seen, not heard.
    return character.isalnum() or character in " '-.,;:?!%/°"
