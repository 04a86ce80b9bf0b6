"""What can be wrong with a document, without a word of any language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Generic, TypeVar

Document = TypeVar("Document")


class Severity(StrEnum):
    """How much a problem matters.

    UNSAFE: unreadable or dangerous text; Studio refuses to save it.
    ERROR: something a lesson needs is missing or wrong; saved, shown to the author.
    WARNING: a matter of style.
    """

    UNSAFE = "unsafe"
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One problem of a document.

    `line` counts from 1; 0 stands for the document as a whole.
    `parameters` are (name, text) pairs that a message may quote. They come from the
    document and may be hostile: whoever shows them escapes them.
    """

    code: str
    line: int = 0
    severity: Severity = Severity.ERROR
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Reading(Generic[Document]):
    """A document, as far as it could be read (None: not at all), and its problems."""

    document: Document | None
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """True when the text must not be kept as it is."""
        return any(problem.severity is Severity.UNSAFE for problem in self.problems)


# Enough for anybody to mend; a hostile document could have one for each of its lines.
MAX_PROBLEMS = 200


def by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """At most `MAX_PROBLEMS`, in the order of the lines; the gravest are never left out."""
    gravest = sorted(problems, key=lambda item: item.severity is not Severity.UNSAFE)
    return tuple(sorted(gravest[:MAX_PROBLEMS], key=lambda item: item.line))


def as_warnings(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same in the order of the lines, as matters of style; at most `MAX_PROBLEMS`."""
    return by_line(
        dataclasses.replace(item, severity=Severity.WARNING)
        for item in islice(problems, MAX_PROBLEMS)
    )


# A problem quotes the text it speaks of, but a hostile megabyte is not worth quoting.
QUOTE_LENGTH = 60


def problem(
    code: str, line: int = 0, severity: Severity = Severity.ERROR, /, **parameters: object
) -> Problem:
    """A `Problem` with its parameters shortened to `QUOTE_LENGTH` characters."""
    quoted = tuple(
        (name, text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…")
        for name, text in ((name, str(value)) for name, value in parameters.items())
    )
    return Problem(code, line, severity, quoted)


def unsafe(code: str, line: int = 0, /, **parameters: object) -> Problem:
    return problem(code, line, Severity.UNSAFE, **parameters)


def warning(code: str, line: int = 0, /, **parameters: object) -> Problem:
    return problem(code, line, Severity.WARNING, **parameters)
