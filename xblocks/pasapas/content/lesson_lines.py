"""The line reader of lessons: one line, one thing.

A sentence is a line: the unit of reading, of sound and of highlighting. Choices use
Studio's own notation for problems: `( )`, `(x)`, `[ ]`, `[x]`, `{{feedback}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    text: str
    depth: int
    line: int


@dataclass(frozen=True)
class Picture:
    target: str
    line: int


@dataclass(frozen=True)
class SentenceLine:
    text: str
    listed: bool
    line: int


@dataclass(frozen=True)
class ChoiceLine:
    text: str
    several: bool
    right: bool
    feedback: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Cramped:
    """The next line's `sign` has no space after it: it is read as if it had one."""

    sign: str
    line: int


Line = Heading | Picture | SentenceLine | ChoiceLine | Cramped

_HEADING = re.compile(r"(#{1,6})(?:[ \u00a0]+(.*))?$")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^()]*)\)$")
_CHOICE = re.compile(r"(?:\(([ \u00a0xX]?)\)|\[([ \u00a0xX]?)\])[ \u00a0]+(.*)$")
# `#mot` may be a word of the lesson, `[x](…)` is a link, and `-5` a number.
_CRAMPED = re.compile(
    r"#{2,6}(?=[^#\s])|\([ \u00a0xX]?\)(?=\S)|\[[ \u00a0xX]?\](?=[^\s(\]])"
    r"|-(?=[^\W\d_]|[«\[*])"
)
_ITEM = re.compile(r"[-*][ \u00a0]+(.*)$")


def front_matter(text: str) -> tuple[str | None, str, int]:
    """(front matter or None, body, line of the file on which the body begins).

    The front matter stands between a first line `---` and the next one; its own first
    line is line 2 of the file.
    """
    lines = text.split("\n")
    if not begins_with_fields(text):
        return None, text, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2
    return None, text, 1


def begins_with_fields(text: str) -> bool:
    """Does its front matter begin, wherever it may end?"""
    return text.split("\n", 1)[0].rstrip() == "---"


def read_lines(body: str, first_line: int) -> Iterator[Line]:
    """What each line of a lesson's body is; blank lines are passed over."""
    for number, raw in enumerate(body.split("\n"), start=first_line):
        line = raw.strip()
        if found := _CRAMPED.match(line):
            sign = found[0]
            yield Cramped(sign, number)
            line = f"{sign} {line[found.end() :]}"
        if line:
            yield _read_line(line, number)


def _read_line(line: str, number: int) -> Line:
    if match := _HEADING.match(line):
        return Heading((match[2] or "").strip(), len(match[1]), number)
    if match := _PICTURE.match(line):
        return Picture(match[1].strip(), number)
    if match := _CHOICE.match(line):
        return _choice(match, number)
    if match := _ITEM.match(line):
        return SentenceLine(match[1].strip(), True, number)
    return SentenceLine(line, False, number)


def _choice(match: re.Match[str], number: int) -> ChoiceLine:
    several = match[1] is None
    mark = match[2] if several else match[1]
    text, feedback = match[3], ()
    # Plain searches: a regular expression would go back and forth over a hostile line.
    said, _, rest = text.partition("{{")
    inside, closed, after = rest.partition("}}")
    if closed and not after and "{{" not in inside:
        text = said
        feedback = tuple(part.strip() for part in inside.split("|") if part.strip())
    return ChoiceLine(text.strip(), several, mark.lower() == "x", feedback, number)
