"""What was found, in French, for somebody who mends a lesson; or as JSON for an editor."""

from __future__ import annotations

import dataclasses
import json
import os
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from pasapas.player.inline import unbroken

from .findings import Finding

WIDTH = 80
_INDENT = "    "
_WHY = "Pourquoi ({rule}) : {why}"
_BETTER = "Mieux : {better}"
_ERROR = "Erreur : {what}"
_TO_SEE = "À voir : {what}"
_QUOTE_LENGTH = WIDTH - len(_INDENT) - 4

_BOLD, _RED, _YELLOW, _GREY, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"


def in_colour(stream: TextIO) -> bool:
    """Only where somebody looks, and has not asked for none (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def as_json(found: Iterable[Finding]) -> str:
    return json.dumps([dataclasses.asdict(item) for item in found], ensure_ascii=False, indent=2)


def as_text(found: Sequence[Finding], colour: bool) -> Iterator[str]:
    """A few lines a finding: `path:line: what`, the line of the file, why, a better way.

    Why a rule is there is said once for each file; so is a better way that is the same
    for all that breaks the rule.
    """
    said: set[tuple[str, ...]] = set()
    file = found[0].file if found else ""
    for item in found:
        if item.file != file:
            file = item.file
            yield ""
        yield from _head(item, colour)
        if item.text and not _quotes(item):
            yield _INDENT + _painted(f"« {_short(item.text)} »", _GREY, colour)
        for template, field in ((_WHY, item.why), (_BETTER, item.better)):
            if field and (item.file, item.code, field) not in said:
                said.add((item.file, item.code, field))
                sentence = template.format(rule=item.rule, why=item.why, better=item.better)
                yield from _wrapped(sentence, _INDENT)


def _head(item: Finding, colour: bool) -> Iterator[str]:
    place = f"{item.file}:{item.line}:" if item.line else f"{item.file}:"
    what = (_ERROR if item.is_error else _TO_SEE).format(what=item.what)
    # A path is never broken, and never leaves a single word behind it.
    room = " " * min(len(place), WIDTH // 2)
    first, *rest = _wrapped(what, room + " ", _INDENT)
    painted = _painted(place, _BOLD + (_RED if item.is_error else _YELLOW), colour)
    yield from (painted + first.removeprefix(room), *rest)


def _quotes(item: Finding) -> bool:
    """Does the message quote the line already?"""
    return _short(item.text)[:30] in item.what


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE_LENGTH else text[: _QUOTE_LENGTH - 1] + "…"


def _wrapped(text: str, first: str, others: str | None = None) -> list[str]:
    return textwrap.wrap(
        unbroken(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if others is None else others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _painted(text: str, colour: str, wanted: bool) -> str:
    return f"{colour}{text}{_PLAIN}" if wanted else text
