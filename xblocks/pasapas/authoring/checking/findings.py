"""A problem as it is told: where, what, why it matters, and a better way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pasapas.content.problems import Problem, Severity
from pasapas.player.problems import describe
from pasapas.player.style_messages import ADVICE, advice
from pasapas.player.translation import Gettext


@dataclass(frozen=True)
class Finding:
    """`line`: 0 for the document as a whole. `rule`, `why`, `better`: "" where what is
    wrong says it all. `text`: the line as it stands in the file."""

    file: str
    line: int
    severity: str
    code: str
    rule: str
    what: str
    why: str
    better: str
    text: str

    @property
    def is_error(self) -> bool:
        return self.severity != Severity.WARNING


def findings(
    path: str, text: str, problems: Iterable[Problem], gettext: Gettext
) -> Iterator[Finding]:
    """In the order of the lines, those of a whole document last: they follow from the others."""
    lines = text.split("\n")
    for problem in sorted(dict.fromkeys(problems), key=lambda item: item.line or len(lines) + 1):
        said = advice(problem, gettext) if problem.code in ADVICE else None
        yield Finding(
            file=path,
            line=problem.line,
            severity=problem.severity.value,
            code=problem.code,
            rule=said.number if said else "",
            what=said.what if said else describe(problem, gettext),
            why=said.why if said else "",
            better=said.better if said else "",
            text=lines[problem.line - 1].strip() if 0 < problem.line <= len(lines) else "",
        )
