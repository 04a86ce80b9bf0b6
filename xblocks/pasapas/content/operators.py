"""What the operators of conditions say of one value: see `conditions`.

Values of an artefact are texts, whole numbers, true and false, and lists of texts. Anything
else counts as nothing, and an item of a list that is no text is passed over: what a browser
sends never raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .loose_text import has_words, near, trimmed

NUMBERS = ("count", "at_least", "at_most")
OPERATORS = ("is", "like", "includes", "any", "empty", *NUMBERS)

# Beyond, JavaScript's numbers are no longer exact.
_EXACT = 2**53 - 1
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

Argument = str | bool | int | tuple[str, ...]
Value = str | bool | int | tuple[str, ...] | None


def holds(op: str, argument: Argument, value: object) -> bool:
    """Whether one operator of `OPERATORS` holds for a value, whatever that is."""
    known = _value(value)
    if op == "empty":
        nothing = known is None or known == () or (isinstance(known, str) and not trimmed(known))
        return nothing == argument
    if op in NUMBERS:
        number = _number(known)
        return number is not None and _COMPARED[op](number, argument)
    if op == "any":
        return _has_one_of(known, argument)
    if op == "includes":
        if isinstance(known, tuple):
            return _has_one_of(known, (argument,))
        return isinstance(known, str) and has_words(known, argument)
    text = _text(known)
    if op == "like":
        return text is not None and near(text, argument)
    return text is not None and trimmed(text) == trimmed(argument)


_COMPARED: Mapping[str, Callable[[int, int], bool]] = {
    "count": lambda number, wanted: number == wanted,
    "at_least": lambda number, wanted: number >= wanted,
    "at_most": lambda number, wanted: number <= wanted,
}


def _value(value: object) -> Value:
    """What a value is to a condition. JSON's 3.0 is 3, as for JavaScript."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _joined(value)
    if isinstance(value, (list, tuple)):
        return tuple(_joined(item) for item in value if isinstance(item, str))
    if isinstance(value, (int, float)) and abs(value) <= _EXACT and value == int(value):
        return int(value)
    return None


def _joined(text: str) -> str:
    """Two halves of a pair beside each other are one character, as for JavaScript."""
    if not _PAIR.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _text(value: Value) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (str, int)) else None


def _number(value: Value) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return len(trimmed(value))
    return len(value or ())


def _has_one_of(value: Value, wanted: tuple[str, ...]) -> bool:
    items = value if isinstance(value, tuple) else (_text(value),)
    found = {trimmed(item) for item in items if item is not None}
    return any(trimmed(text) in found for text in wanted)
