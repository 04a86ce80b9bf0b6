"""How hard a text is to read: the measure of Kandel and Moles.

    207 − 1.015 · words / sentences − 73.6 · syllables / words

From 90 on a text is very easy, from 80 easy, from 60 ordinary. It is Flesch's reading
ease, fitted to French: L. Kandel and A. Moles, « Application de l'indice de Flesch à la
langue française », Cahiers d'études de radio-télévision, 1958.

It sees long sentences and long words, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from .acronyms import is_shouted
from .passages import Passage, ScreenText
from .syllables import syllables
from .tokens import is_address

_BASE, _PER_WORD, _PER_SYLLABLE = 207, 1.015, 73.6
# Below that an answer is a label such as « Le menu », not a sentence.
_SHORTEST_ANSWER = 3

_SIGNS_AROUND = " .,:!?'\"«»()"


def readability(passages: Iterable[str]) -> float:
    """The measure of some sentences, each a text of its own; 207 where there is no word.

    A word stands between two spaces and is spoken: « l'offre » is one word, a number one,
    a sign as « ? » none, « @ » alone one. Addresses and names of files are not counted:
    they are looked at, letter by letter, not read as a sentence is.
    """
    sentences = words = heard = 0
    for passage in passages:
        counts = [count for word in _words(passage) if (count := syllables(word))]
        sentences += bool(counts)
        words += len(counts)
        heard += sum(counts)
    if not words:
        return float(_BASE)
    return _BASE - _PER_WORD * words / sentences - _PER_SYLLABLE * heard / words


def lesson_readability(screens: Iterable[ScreenText]) -> float:
    """The measure of a lesson: all that its learners read, with what is said after an
    answer, but for titles and for answers that are no sentence. A line in capitals is not
    spelt, and what was pasted with its markup is not read: those have rules of their own."""
    passages = (passage for screen in screens for passage in screen.passages)
    return readability(
        passage.text.lower() if is_shouted(passage) else passage.text
        for passage in passages
        if _is_running_text(passage)
    )


def _is_running_text(passage: Passage) -> bool:
    if passage.is_markup:
        return False
    if passage.role == "choice":
        return len(_words(passage.text)) >= _SHORTEST_ANSWER
    return passage.role != "title"


def _words(text: str) -> list[str]:
    return [word for word in text.split() if not is_address(word.strip(_SIGNS_AROUND))]
