"""Words that few people meet: they are explained, or others are written instead (RLS 6.7).

How often a word is met comes from `wordfreq`, what it is a form of from `simplemma`; both
come with `pasapas[authoring]`. The frequencies are those of written texts: trades, and what
is said every day but seldom written, are listed in `everyday.yaml`. Passed over are names of
people and places, what stands in « », addresses, capitals, what people say of their need, and
words that are explained: by a mark of the glossary in the same lesson, or by a sentence such
as « Le tiret est… ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from pasapas.content.plain_language.passages import Passage
from pasapas.content.plain_language.tokens import Word, words_of
from pasapas.content.plain_language.word_lists import everyday_words
from pasapas.content.problems import Problem, warning
from pasapas.content.references import References

from .names import names

# On wordfreq's scale, where 3 is once and 6 a thousand times in a million words. Between
# 3.5 and 4 stand « loupe », « cuisinier » and « tasse », below it « cocher » and « soudure ».
RARE_BELOW = 3.5

_AGAIN = re.compile(r"^r[eé]?(?=...)")
_PARTICIPLE = re.compile(r"ée?s?$")
# simplemma takes « abîme » for the noun.
_OF_A_VERB = re.compile(r"(?:ée?s?|e)$")
# A woman's trade is as well known as a man's: coiffeuse, couturière, conductrice.
_WOMEN = (("euse", "eur"), ("ière", "ier"), ("trice", "teur"))

# « boîte de réception » is three.
_LONGEST_ENTRY = 4
_SUBJECT = re.compile(r"(?:l['’]|(?:le|la|les|un|une|ce|cet|cette|ces) )$", re.IGNORECASE)
_SAYS_WHAT = re.compile(
    r" ?:|,? (?:c['’]est|est|sont|veut dire|sert|donne|permet|montre|contient)\b"
)
_SAYS_ITS_NAME = re.compile(
    r"(?:se dit|s['’]appellent?|veut dire|le mot)(?: un| une| le| la| :)* $"
)


class Dictionary:
    """How common words are, in any of their forms."""

    def __init__(
        self,
        frequency: Callable[[str], float],
        lemma: Callable[[str], str],
        exists: Callable[[str], bool],
    ):
        self._frequency = frequency
        self.lemma = cache(lemma)
        self.exists = cache(exists)
        self.is_rare = cache(self._is_rare)

    def _is_rare(self, word: str) -> bool:
        lemma = self.lemma(word)
        forms = [word, lemma, _AGAIN.sub("", lemma), _PARTICIPLE.sub("er", lemma)]
        forms += [lemma.removesuffix(end) + man for end, man in _WOMEN if lemma.endswith(end)]
        said = {*forms, word.removesuffix("s"), _OF_A_VERB.sub("er", lemma)}
        if not said.isdisjoint(everyday_words()):
            return False
        often = max(map(self._frequency, forms))
        if often == 0 and not self.exists(word):
            return False  # invented: a name, a password, a mistake that the lesson shows
        return often < RARE_BELOW


def installed_dictionary() -> Dictionary | None:
    """The dictionary, or None where its packages are not installed."""
    try:
        import simplemma
        import wordfreq
    except ImportError:
        return None
    return Dictionary(
        frequency=lambda word: wordfreq.zipf_frequency(word, "fr"),
        lemma=lambda word: simplemma.lemmatize(word, lang="fr"),
        exists=lambda word: simplemma.is_known(word, lang="fr"),
    )


def rare_words(
    passages: Iterable[Passage],
    references: References,
    dictionary: Dictionary,
    explained: Iterable[str] = (),
) -> Iterator[Problem]:
    """One warning for each rare word, where it stands first. `explained`: words that the
    document explains otherwise."""
    passages = tuple(passages)
    known = {word.form for text in explained for word in words_of(text)}
    known |= _marked(passages, references) | names(passages)
    entries = _entries(references)
    rare: dict[str, tuple[Passage, str]] = {}
    for passage in passages:
        for word in passage.words if passage.role != "need" else ():
            if not _is_prose(passage, word, dictionary) or word.form in known:
                continue
            if not dictionary.is_rare(word.form):
                continue
            if _is_explained(passage, word):
                known.add(word.form)
                known.add(dictionary.lemma(word.form))
            rare.setdefault(dictionary.lemma(word.form), (passage, word.form))
    for lemma, (passage, form) in rare.items():
        if known.isdisjoint((lemma, form)):
            yield _rare_word(passage, form, entries)


def _entries(references: References) -> dict[tuple[str, ...], str]:
    """The name of the entry that explains each form, by the words of that form."""
    return {
        tuple(word.form for word in words_of(text)): name
        for name, entry in references.glossary.items()
        for text in entry.forms
    }


def _rare_word(passage: Passage, form: str, entries: Mapping[tuple[str, ...], str]) -> Problem:
    """In its own letters, with the rest of the glossary's word where it is one of several."""
    forms = [word.form for word in passage.words]
    place = forms.index(form)
    for first in range(max(0, place - _LONGEST_ENTRY + 1), place + 1):
        for end in range(min(len(forms), first + _LONGEST_ENTRY), place, -1):
            name = entries.get(tuple(forms[first:end]))
            if name:
                written = passage.as_written(first, end - 1)
                said = {"word": written, "name": name, "case": "unmarked"}
                return warning("plain.rare-word", passage.line, **said)
    return warning("plain.rare-word", passage.line, word=passage.as_written(place))


def _marked(passages: Iterable[Passage], references: References) -> set[str]:
    """The words that open an explanation, in all forms that the glossary has for them."""
    texts: list[str] = []
    for passage in passages:
        for shown, name in passage.explains:
            if name in references.glossary:
                texts += (shown, *references.glossary[name].forms)
    return {word.form for text in texts for word in words_of(text)}


def _is_prose(passage: Passage, word: Word, dictionary: Dictionary) -> bool:
    """Is it a word of the language, not a name, an acronym or a number?"""
    written = passage.own_text[word.start : word.end]
    if not word.form.replace("-", "").isalpha() or len(word.form) == 1 or written.isupper():
        return False
    # « Amina lit » has a capital for two reasons; no dictionary has her.
    return not written[0].isupper() or dictionary.exists(word.form)


def _is_explained(passage: Passage, word: Word) -> bool:
    before, after = passage.own_text[: word.start], passage.own_text[word.end :]
    if _SAYS_ITS_NAME.search(before):
        return True
    return bool(_SUBJECT.fullmatch(before) and _SAYS_WHAT.match(after))
