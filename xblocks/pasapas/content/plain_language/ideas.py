"""One idea in a sentence (RLS 4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..problems import Problem, warning
from .passages import Passage
from .tokens import Word, spoken_length
from .word_lists import forms

# A short sentence may say which thing it means: « la feuille qui raconte votre travail ».
_SHORT = 10
_WHEN = frozenset(["quand", "lorsque", "lorsqu'", "puisque", "puisqu'"])
_BEFORE_QUE = frozenset(["parce", "pour", "pendant", "alors", "dès"])
# « demandez si … » asks one question.
_ASKING = ("demand", "regard", "vérifi", "voi", "voy", "sav", "sai", "dit", "dis", "cherch")


def two_ideas(passage: Passage) -> Iterator[Problem]:
    if passage.role in ("need", "choice"):
        return
    joint = next(_joints(passage), "")
    if joint:
        said = {"case": "si"} if joint == "si" else {}
        yield warning("plain.two-ideas", passage.line, word=joint, text=passage.text, **said)


def _may_order_twice(passage: Passage, short: bool) -> bool:
    """A title names its step, and what is said after an answer has one line for what to try:
    « Reculez un peu, puis reprenez. »"""
    return passage.role == "title" or (passage.role == "feedback" and short)


def _joints(passage: Passage) -> Iterator[str]:
    words = passage.words
    short = spoken_length(passage.own_text) <= _SHORT
    may_order_twice = _may_order_twice(passage, short)
    asks = passage.text.endswith("?")
    ordered = denied = False
    for place, word in enumerate(words):
        before = words[place - 1].form if place else ""
        after = words[place + 1].form if place + 1 < len(words) else ""
        # « Perez et Sanchez »: two names, no second order.
        named = bool(after) and passage.as_written(place + 1)[0].isupper()
        if _is_condition(words, place, before, after):
            yield "si"
        elif not place and word.form in _WHEN and not asks:
            yield word.form
        # « qui » that asks stands first; « quand appuyer » is no second sentence.
        elif place and not after.endswith(("er", "ir", "re")):
            second_order = (
                ordered and word.form in ("et", "puis") and _is_order(after) and not named
            )
            # « ne … que » has a rule of its own.
            clause = not short and not denied and _opens_clause(words, place)
            always = after and _always_joins(word.form, before)
            if second_order or clause or always:
                yield word.form
        ordered = not may_order_twice and (ordered or _is_order(word.form))
        denied = denied or word.form in ("ne", "n'")


def _is_condition(words: Sequence[Word], place: int, before: str, after: str) -> bool:
    """« Si vous … », but neither « Et si … ? », a question of its own, nor « s'appelle », nor
    « si vous voulez », which leaves the choice and asks for nothing more."""
    form = words[place].form
    if [word.form for word in words[place + 1 : place + 3]] == ["vous", "voulez"]:
        return False
    if before in ("même", "comme") or (place, before) == (1, "et"):
        return False
    if not (form == "si" or (form == "s'" and after in ("il", "ils"))):
        return False
    return not any(word.form.startswith(_ASKING) for word in words[max(0, place - 4) : place])


def _always_joins(form: str, before: str) -> bool:
    return form in forms("conjunctions") or (form in ("que", "qu'") and before in _BEFORE_QUE)


def _opens_clause(words: Sequence[Word], place: int) -> bool:
    form = words[place].form
    before = [word.form for word in words[max(0, place - 8) : place]]
    if form == "qui":
        return before[-1] not in forms("before-qui")
    # « plus de mails que de lettres »
    return form in ("que", "qu'") and forms("before-que").isdisjoint(before)


def _is_order(form: str) -> bool:
    return form.endswith("ez") and form not in forms("no-imperative")
