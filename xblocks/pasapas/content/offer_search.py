"""A search in job offers that forgives spelling and knows people's own words for trades.

`player/browser/screens/offer-search.js` does the same in the browser.
"""

from __future__ import annotations

import re

from .loose_text import distance, words
from .offers import Offer, Offers

# What people type around the word that they look for. Folded, as `words` gives them.
_SMALL = {
    "a", "au", "aux", "avec", "chez", "cherche", "chercher", "d", "dans", "de", "des", "du",
    "emploi", "en", "et", "faire", "j", "je", "job", "l", "la", "le", "les", "metier", "offre",
    "offres", "ou", "poste", "pour", "pres", "recherche", "sur", "travail", "travailler", "un",
    "une", "veux", "voudrais",
}  # fmt: skip
_LONGEST_SEARCH = 200
_MOST_WORDS = 12
# Written as they sound, in this order: « chofeur » is chauffeur. « ch » is kept aside as « C ».
_SOUNDS = (
    ("ch", "C"), ("ph", "f"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("qu", "k"),
    ("eau", "o"), ("au", "o"), ("ai", "e"), ("ei", "e"), ("y", "i"), ("z", "s"), ("h", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1+")
# Three letters stay: endings that are mute, of women or men, of one or several.
_ENDING = re.compile(r"([a-z0-9C]{3,}?)e?[drstz]?e?[sx]?")
_SAME, _BEGINS, _NEAR = range(3)

Sounds = tuple[frozenset[str], ...]
"""The words of one offer as they sound, by where they stand: title, trade, people's words,
place, contract and agency."""


class OfferSearch:
    """A search in some offers, whose sounds are made once.

    1. The first 200 characters are cut into `loose_text.words`. Small words are left out,
       then words that were there already; the first twelve count. Where none is left, all
       offers are found, in the order of the file.
    2. Words are compared by their sound: the pairs of `_SOUNDS` replaced one after the other,
       doubled letters made one, and the longest end that `_ENDING` allows cut off.
    3. A word is in an offer where the sounds are the same. If no offer has it so, where a word
       of the offer begins with it (from three letters). If none has it so either, where it is
       near: a change in four letters, without a digit.
    4. It counts 4 points in the title, else 3 in the trade's name, else 2 in people's words
       for it, else 1 in the place, the contract or the agency's name.
    5. Found are the offers with the most words of the search (at least one), in the order of
       their points, then of the file.
    """

    def __init__(self, offers: Offers):
        self._offers = offers
        self._index = {slug: _sounds(offers, offer) for slug, offer in offers.offers.items()}

    def found(self, text: str) -> tuple[Offer, ...]:
        """The offers that a search finds, the best first."""
        asked = [word for word in words(text[:_LONGEST_SEARCH]) if word not in _SMALL]
        wanted = list(dict.fromkeys(_sound(word) for word in asked))[:_MOST_WORDS]
        offers = self._offers.offers
        if not wanted:
            return tuple(offers.values())
        scores: dict[str, list[int]] = {}
        for word in wanted:
            for slug, points in _points(word, self._index).items():
                scores.setdefault(slug, []).append(points)
        most = max(map(len, scores.values()), default=0)
        best = [slug for slug in offers if len(scores.get(slug, ())) == most > 0]
        return tuple(offers[slug] for slug in sorted(best, key=lambda slug: -sum(scores[slug])))


def _sound(word: str) -> str:
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    word = _DOUBLED.sub(r"\1", word)
    ending = _ENDING.fullmatch(word)
    return ending[1] if ending else word


def _sounds(offers: Offers, offer: Offer) -> Sounds:
    trade = offers.trades[offer.trade]
    last = f"{offer.place} {offer.contract} {offer.agency}"
    texts = (offer.title, trade.name, " ".join(trade.also), last)
    return tuple(frozenset(_sound(word) for word in words(text)) for text in texts)


def _points(wanted: str, index: dict[str, Sounds]) -> dict[str, int]:
    """The points of each offer that has a word, in the best way in which any offer has it."""
    for way in (_SAME, _BEGINS, _NEAR):
        points = {}
        for slug, parts in index.items():
            places = (
                4 - place
                for place, known in enumerate(parts)
                if any(_is(wanted, word, way) for word in known)
            )
            if best := next(places, 0):
                points[slug] = best
        if points:
            return points
    return {}


def _is(wanted: str, word: str, way: int) -> bool:
    if way == _SAME:
        return word == wanted
    if way == _BEGINS:
        return len(wanted) >= 3 and word.startswith(wanted)
    most = len(wanted) // 4
    digits = any(character in "0123456789" for character in wanted + word)
    return not digits and most > 0 and distance(wanted, word, most) <= most
