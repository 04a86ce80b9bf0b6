"""Sentences to check, and a dictionary small enough to read."""

from __future__ import annotations

from pasapas.authoring.checking.dictionary import Dictionary
from pasapas.content.glossary import Entry
from pasapas.content.plain_language.passages import Passage, passage
from pasapas.content.references import References

REFERENCES = References(
    glossary={
        "boite-mail": Entry("boite-mail", "boîte mail", ("boîtes mail",), ("Elle garde.",), "mail"),
        "actualisation": Entry(
            "actualisation", "actualisation", ("actualiser", "actualisez"), ("Un mot.",), "mail"
        ),
    }
)

_COMMON = "le la un une mail est une fait signe lit case coiffeur cuisinier trait dans voir imiter"
_RARE = {"tiret": "tiret", "tirets": "tiret", "actualiser": "actualiser", "cochez": "cocher"}
_RARE |= {"actualisez": "actualiser", "imitée": "imité", "revoir": "revoir", "soudeur": "soudeur"}
_RARE |= {"coiffeuse": "coiffeuse", "cuisinière": "cuisinière", "soudeuse": "soudeuse"}


def said(*texts: str, role: str = "sentence") -> tuple[Passage, ...]:
    """Passages, each on a line of its own from 1 on."""
    return tuple(passage(text, line, role, REFERENCES) for line, text in enumerate(texts, start=1))


def small_dictionary() -> Dictionary:
    """Knows common words, rare ones with what they are a form of, and no other."""
    common = set(_COMMON.split())

    def frequency(word: str) -> float:
        if word in common:
            return 5.0
        return 3.0 if word in _RARE or word in _RARE.values() else 0.0

    return Dictionary(
        frequency=frequency,
        lemma=lambda word: _RARE.get(word, word),
        exists=lambda word: word in common or word in _RARE,
    )
