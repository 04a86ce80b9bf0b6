"""Do the conditions of a practice speak of what its screen has?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from pasapas.content.conditions import Atom, atoms
from pasapas.content.nearest import nearest
from pasapas.content.practice import Practice
from pasapas.content.problems import Problem, problem

from .artefact import Choice, Flag, Items, Kind, Number

if TYPE_CHECKING:
    from .playable import Stage

_SIZES = {"count", "at_least", "at_most"}
_FITTING: Mapping[type, set[str]] = {
    Flag: {"is"},
    Choice: {"is", "any", "empty"},
    Number: {"is", "any", *_SIZES},
    Items: {"includes", "any", "empty", *_SIZES},
}


def condition_problems(practice: Practice, stages: Mapping[int, Stage]) -> Iterator[Problem]:
    """Paths that no level has, tests that can never hold or never fail."""
    for item in (*practice.observations, *practice.helps):
        schemas = [stages[number].setup.schema for number in item.levels if number in stages]
        if item.when is None or not schemas:
            continue
        for atom in dict.fromkeys(atoms(item.when)):
            kinds = [schema[atom.path] for schema in schemas if atom.path in schema]
            if not kinds:
                known = {path for schema in schemas for path in schema}
                yield _unknown("practice.unknown-path", item.line, atom.path, known)
            else:
                yield from misfits(atom, kinds, item.line)


def misfits(atom: Atom, kinds: list[Kind], line: int) -> Iterator[Problem]:
    """What a test asks that values of these kinds can never be."""
    kind = kinds[0]
    fitting = _FITTING.get(type(kind))
    if fitting is not None and atom.op not in fitting:
        yield problem("practice.odd-test", line, path=atom.path, test=atom.op)
        return
    if isinstance(kind, Flag) and atom.argument not in ("true", "false"):
        yield problem("practice.odd-test", line, path=atom.path, test=atom.op)
    if isinstance(kind, (Choice, Items, Number)) and atom.op in ("is", "includes", "any"):
        known = {value for each in kinds for value in _values(each)}
        named = atom.argument if isinstance(atom.argument, tuple) else (atom.argument,)
        for value in named:
            if value not in known:
                yield _unknown("practice.unknown-value", line, str(value), known, path=atom.path)


def _values(kind: Kind) -> Collection[str]:
    if isinstance(kind, Number):
        return [str(number) for number in range(kind.least, kind.most + 1)]
    return getattr(kind, "values", ())


def place_problems(practice: Practice, stages: Mapping[int, Stage]) -> Iterator[Problem]:
    """Places to light up that the screen does not have."""
    for item in (*practice.observations, *practice.helps):
        setups = [stages[number].setup for number in item.levels if number in stages]
        known = {place for setup in setups for place in setup.places}
        if item.show and setups and item.show not in known:
            yield _unknown("practice.unknown-place", item.line, item.show, known)


def _unknown(code: str, line: int, name: str, known: Collection[str], **parameters: str) -> Problem:
    found = nearest(name, known)
    helped = {"nearest": found} if found else {}
    return problem(code, line, name=name, **parameters, **helped)
