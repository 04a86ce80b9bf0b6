"""Making a password of picked words: its paths and its gestures."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import islice

from .artefact import Artefact, Choice, Flag, Items, Kind
from .screen import Move, Wanted
from .sign_up_pages import Password
from .sign_up_rules import KINDS, words_refused

Gestures = Generator[Move, None, str]
"""The moves; returns why the site refuses what is picked now, or ""."""


def password_paths(password: Password) -> dict[str, Kind]:
    if password.phrases:
        names = Choice(("", *(phrase.name for phrase in password.phrases)))
        return {"phrase": names, **({"phrase_again": names} if password.twice else {})}
    return {"words": Items((*password.words, *password.signs)), "reused": Flag()}


def phrase_moves(password: Password, artefact: Artefact, wanted: Wanted) -> Gestures:
    phrases = {phrase.name: phrase for phrase in password.phrases}
    for path in ("phrase", "phrase_again") if password.twice else ("phrase",):
        # Few, and each may be refused in its own way.
        for name in phrases:
            yield Move(f"pick {name} as {path}", {path: name, "refused": ""})
    picked = phrases.get(str(artefact["phrase"]))
    if picked is None or (password.twice and not artefact["phrase_again"]):
        return "empty"
    if picked.refused:
        return picked.refused
    unequal = password.twice and artefact["phrase_again"] != picked.name
    return "unequal" if unequal else ""


def word_moves(password: Password, artefact: Artefact, wanted: Wanted) -> Gestures:
    picked = [str(word) for word in artefact["words"]]
    left = [word for word in (*password.words, *password.signs) if word not in picked]
    for word in left if wanted.everything else _worth_trying(password, picked, left):
        yield Move(f"pick {word}", {"words": [*picked, word], "reused": False, "refused": ""})
    for word in picked if wanted.everything else picked[-1:]:
        rest = [other for other in picked if other != word]
        yield Move(f"take {word} away", {"words": rest, "reused": False, "refused": ""})
    if password.kept:
        yield Move("take the kept password", {"words": [], "reused": True, "refused": ""})
    if artefact["reused"]:
        return ""
    return words_refused(picked, password.signs, password.personal, password.least, password.wants)


def _worth_trying(password: Password, picked: list[str], left: list[str]) -> Iterator[str]:
    """One word of each sort, as long as one more changes anything: all others are like it."""
    plain = [word for word in left if word not in (*password.personal, *password.signs)]
    if sum(word not in password.signs for word in picked) < password.least:
        yield from plain[:1]
    if not any(word in password.personal for word in picked):
        yield from islice((word for word in left if word in password.personal), 1)
    text = "".join(picked)
    for kind in password.wants:
        if not KINDS[kind].search(text):
            yield from islice((word for word in password.signs if KINDS[kind].search(word)), 1)
