"""Problems of an unknown name, with the known name that may be meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping

from .nearest import nearest
from .problems import Problem
from .references import DOMAINS, References


def with_nearest(problems: Iterable[Problem], references: References) -> tuple[Problem, ...]:
    """The problems, those of an unknown name with the parameter `nearest` where there is one."""
    known = _known(references)
    return tuple(_helped(problem, known) for problem in problems)


def _known(references: References) -> Mapping[str, Collection[str]]:
    lessons = references.lessons or ()
    return {
        "pictogram.unknown": references.pictograms,
        "fact.unknown": references.facts,
        "glossary.unknown": references.glossary,
        "lesson.unknown-domain": DOMAINS,
        "lesson.unknown-prerequisite": lessons,
        "course.unknown-lesson": lessons,
        "lesson.unknown-practice": references.practices or (),
        "course.unknown-practice": references.practices or (),
    }


def _helped(problem: Problem, known: Mapping[str, Collection[str]]) -> Problem:
    given = dict(problem.parameters)
    if problem.code not in known or "nearest" in given:
        return problem
    found = nearest(given.get("name", ""), known[problem.code])
    if not found:
        return problem
    return dataclasses.replace(problem, parameters=(*problem.parameters, ("nearest", found)))
