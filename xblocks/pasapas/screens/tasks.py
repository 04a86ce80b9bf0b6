"""A task of the assessment: a practice screen, bare, and what is to be achieved on it."""

from __future__ import annotations

from collections.abc import Mapping

from pasapas.content.challenge import Task
from pasapas.content.conditions import atoms
from pasapas.content.nearest import nearest
from pasapas.content.personas import shipped_personas
from pasapas.content.practice import Level, Observation
from pasapas.content.problems import Problem, Reading, by_line, problem
from pasapas.content.schema import Fields

from .artefact import UnusableArtefactError, checked
from .fitting import misfits
from .playable import Stage
from .registry import SCREENS
from .screen import Context


def read_task(task: Task) -> Reading[Stage]:
    """The screen of a task as a stage with two observations: it is achieved, it is not.

    The document is None where the screen has nothing to show. What is written stays on the
    device, so a task may not ask about it: the test itself would tell the answer.
    """
    problems: list[Problem] = []
    screen = SCREENS.get(task.screen)
    if screen is None:
        unknown = _unknown("practice.unknown-screen", task.line, task.screen, SCREENS)
        return Reading(None, (unknown,))
    people = shipped_personas()
    persona = people.get(task.persona)
    if task.persona and persona is None:
        problems.append(_unknown("practice.unknown-persona", task.line, task.persona, people))
    fields = Fields(task.start, problems, task.line)
    setup = screen.read(fields, Context(persona, people, problems))
    fields.no_others()
    if setup is None:
        return Reading(None, by_line(problems))
    for atom in dict.fromkeys(atoms(task.achieved)):
        kind = setup.schema.get(atom.path)
        if kind is None:
            problems.append(_unknown("practice.unknown-path", task.line, atom.path, setup.schema))
        elif kind.private:
            problems.append(problem("challenge.private", task.line, path=atom.path))
        else:
            problems += misfits(atom, [kind], task.line)
    level = Level(1, (), (), task.start, task.line)
    done = Observation(task.achieved, (1,), (), "", True, task.line)
    not_done = Observation(None, (1,), (), "", False, task.line)
    stage = Stage(level, setup, (done, not_done), ())
    if stage.judge(setup.start, {}).achieves:
        problems.append(problem("challenge.done-at-once", task.line))
    return Reading(stage, by_line(problems))


def achieved(stage: Stage, draft: object) -> bool:
    """Whether what was done on the screen achieves the task. `draft`: path → value, for what
    differs from the start.

    Raises UnusableArtefactError for what the screen can't show.
    """
    return stage.judge(checked(stage.setup.schema, stage.setup.start, draft), {}).achieves


def script_of(task: Task, stage: Stage) -> str:
    """The name of the browser script that draws it."""
    screen = SCREENS[task.screen]
    return screen.script([stage.setup]) if screen.script else screen.name


def _unknown(code: str, line: int, name: str, known: Mapping[str, object]) -> Problem:
    found = nearest(name, known)
    helped = {"nearest": found} if found else {}
    return problem(code, line, name=name, **helped)


__all__ = ["UnusableArtefactError", "achieved", "read_task", "script_of"]
