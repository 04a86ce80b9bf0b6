"""Present, active, affirmative (RLS 7.1, 7.2, 7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..problems import Problem, warning
from .passages import Passage
from .tokens import Word
from .word_lists import forms

_FUTURE = (
    *("erez", "irez", "erons", "irons", "eront", "iront", "dront", "vront", "ttront", "îtront"),
    *("era", "ira", "îtra", "îtrez", "îtrons"),
)
# « a pas encore été envoyé »
_HAVE = frozenset(["a", "ai", "as", "ont", "avez", "avons"])
_BETWEEN = frozenset(
    ["pas", "jamais", "plus", "déjà", "bien", "encore", "toujours", "aussi", "tous"]
)
_NOT = frozenset(["ne", "n'"])


def not_present(passage: Passage) -> Iterator[Problem]:
    """Past, future and subjunctive that can be told by their form. « J'ai écrit » is let
    through: it is how one says that a thing is done."""
    if passage.role == "need":
        return
    either = [word.form for word in passage.words].count("soit") > 1
    for place, word in enumerate(passage.words):
        form, written = word.form, passage.as_written(place)
        if written[0].isupper() and not _is_inverted(passage, word):
            continue  # a name: « Samira lit », « Rajan Perera »
        if _is_past(form):
            yield warning("plain.past", passage.line, word=written)
        elif _is_future(form):
            yield warning("plain.future", passage.line, word=written)
        elif form == "soit" and either:
            continue
        elif form in forms("subjunctive") and not _in_the_present(passage.words, place):
            yield warning("plain.subjunctive", passage.line, word=written)
        elif form in _HAVE and (last := _has_been(passage.words, place)):
            text = passage.as_written(place, last)
            yield warning("plain.past", passage.line, word=text)


def _is_inverted(passage: Passage, word: Word) -> bool:
    """« Serez-vous là ? »: no other sentence begins with a verb in these tenses."""
    return passage.own_text[word.end : word.end + 1] == "-"


def _has_been(words: Sequence[Word], place: int) -> int | None:
    """Where « a été envoyé » ends that begins at `place`. « J'ai été absent » is no passive,
    and « l'été » is a season."""
    been = place + 1
    while been < len(words) and been < place + 4 and words[been].form in _BETWEEN:
        been += 1
    if been + 1 >= len(words) or words[been].form != "été":
        return None
    return been + 1 if _is_participle(words[been + 1].form) else None


def _is_past(form: str) -> bool:
    if form in forms("other-past"):
        return True
    return len(form) > 4 and form.endswith(("ait", "aient")) and form not in forms("no-past")


def _is_future(form: str) -> bool:
    if form in forms("other-future"):
        return True
    return len(form) > 4 and form.endswith(_FUTURE) and form not in forms("no-future")


def _in_the_present(words: Sequence[Word], place: int) -> bool:
    """« disent » and the like are subjunctive only after « que »."""
    if words[place].form not in forms("both-moods"):
        return False
    return not any(word.form in ("que", "qu'") for word in words[max(0, place - 4) : place])


def participle(passage: Passage) -> Iterator[Problem]:
    """« en appuyant », « permettant »."""
    words = passage.words
    for place, word in enumerate(words):
        after_en = place > 0 and words[place - 1].form == "en"
        gerund = after_en and word.form.endswith("ant") and word.form not in forms("no-participle")
        if gerund or word.form in forms("participles"):
            yield warning("plain.participle", passage.line, word=word.form)


def passive(passage: Passage) -> Iterator[Problem]:
    """« est envoyé par … »: who does it comes last."""
    words = passage.words
    for place in range(len(words) - 2):
        form, last = words[place].form, words[place + 1].form
        if form in forms("to-be") and _is_participle(last) and words[place + 2].form == "par":
            yield warning("plain.passive", passage.line, text=f"{form} {last} par")


def _is_participle(form: str) -> bool:
    if form in forms("no-past-participles"):
        return False
    endings = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
    return form.endswith(endings) or form in forms("past-participles")


def negation(passage: Passage) -> Iterator[Problem]:
    """An order not to do, « ne … que », or two negations: what to do instead is shorter."""
    if passage.role in ("need", "choice"):
        return
    words = passage.words
    nots = 0
    somebody = False
    for place, word in enumerate(words):
        # Nobody is named before « n'appuyez pas »: an order, not « vous n'appuyez pas ».
        somebody = somebody or word.form in ("vous", "qui")
        if word.form not in _NOT:
            continue
        nots += 1
        after = [following.form for following in words[place + 1 : place + 5]]
        if nots > 1 or _is_refusal(after, somebody) or _is_only(after):
            yield warning("plain.negation", passage.line, text=passage.text)
            return


def _is_refusal(after: Sequence[str], somebody: bool) -> bool:
    """« ne donnez pas », « ne pas donner »."""
    first = after[0] if after else ""
    return first in ("pas", "jamais", "plus", "rien") or (first.endswith("ez") and not somebody)


def _is_only(after: Sequence[str]) -> bool:
    return "pas" not in after and any(form in ("que", "qu'") for form in after[1:3])
