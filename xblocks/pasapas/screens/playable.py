"""A practice with its screen: all that is needed to show it, and to judge an attempt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pasapas.content.conditions import Atom, atoms, holds, satisfied
from pasapas.content.nearest import nearest
from pasapas.content.personas import Persona, shipped_personas
from pasapas.content.practice import Help, Level, Observation, Practice, read_practice
from pasapas.content.problems import Problem, Reading, by_line, problem
from pasapas.content.references import References
from pasapas.content.schema import Fields

from .artefact import Artefact
from .fitting import condition_problems, place_problems
from .registry import SCREENS
from .screen import Context, Screen, Setup

Told = Mapping[str, str]
"""By private path, a `1` or a `0` for each question that the observations ask of it."""


@dataclass(frozen=True)
class Stage:
    """One level of a practice on its screen; `observations` and `helps` are those that
    count at it."""

    level: Level
    setup: Setup
    observations: tuple[Observation, ...]
    helps: tuple[Help, ...]

    @cached_property
    def questions(self) -> Mapping[str, tuple[Atom, ...]]:
        """What the observations ask of each private path, in the document's order: all that
        the server ever learns of what was written there."""
        asked: dict[str, dict[Atom, None]] = {}
        for observation in self.observations:
            for atom in atoms(observation.when) if observation.when else ():
                kind = self.setup.schema.get(atom.path)
                if kind is not None and kind.private:
                    asked.setdefault(atom.path, {})[atom] = None
        return {path: tuple(found) for path, found in asked.items()}

    def judge(self, artefact: Artefact, told: Told) -> Observation:
        """The observation that speaks for an artefact; `told` answers for what is private.
        What is not told is as at the start."""
        questions = self.questions

        def answer(atom: Atom) -> bool:
            if atom.path in questions:
                bits, number = told.get(atom.path, ""), questions[atom.path].index(atom)
                if number < len(bits):
                    return bits[number] == "1"
                return holds(atom.op, atom.argument, self.setup.start.get(atom.path))
            return holds(atom.op, atom.argument, artefact.get(atom.path))

        return self._first(answer)

    def seen(self, artefact: Artefact) -> Observation:
        """The observation for an artefact of which all is known, texts as well."""
        return self._first(lambda atom: holds(atom.op, atom.argument, artefact.get(atom.path)))

    def _first(self, answer: Callable[[Atom], bool]) -> Observation:
        return next(
            item for item in self.observations if item.when is None or satisfied(item.when, answer)
        )


@dataclass(frozen=True)
class Playable:
    practice: Practice
    screen: Screen
    persona: Persona | None
    stages: Mapping[int, Stage] = field(hash=False)

    @property
    def script(self) -> str:
        """The name of the browser script that shows all its levels."""
        screen = self.screen
        setups = (stage.setup for stage in self.stages.values())
        return screen.script(setups) if screen.script else screen.name


def read_playable(raw: bytes | str, references: References) -> Reading[Playable]:
    """The practice in a text with its screen, and all problems of both by line.

    The document is None where there is nothing to practise on: no level that its screen
    can show.
    """
    reading = read_practice(raw, references)
    practice = reading.document
    if practice is None:
        return Reading(None, reading.problems)
    problems = list(reading.problems)
    screen = SCREENS.get(practice.screen)
    if screen is None:
        if practice.screen:
            problems.append(_unknown("practice.unknown-screen", "screen", practice, SCREENS))
        return Reading(None, by_line(problems))
    people = shipped_personas()
    persona = people.get(practice.persona)
    if practice.persona and persona is None:
        problems.append(_unknown("practice.unknown-persona", "persona", practice, people))
    stages = dict(_stages(practice, screen, Context(persona, people, problems)))
    problems += condition_problems(practice, stages)
    problems += place_problems(practice, stages)
    if not stages:
        return Reading(None, by_line(problems))
    return Reading(Playable(practice, screen, persona, stages), by_line(problems))


def _unknown(code: str, field_name: str, practice: Practice, known: Mapping) -> Problem:
    name = getattr(practice, field_name)
    found = nearest(name, known)
    helped = {"nearest": found} if found else {}
    return problem(code, practice.lines[field_name], name=name, **helped)


def _stages(practice: Practice, screen: Screen, context: Context) -> Iterator[tuple[int, Stage]]:
    for level in practice.levels:
        fields = Fields(level.data, context.problems, level.line)
        setup = screen.read(fields, context)
        fields.no_others()
        observations = tuple(item for item in practice.observations if level.number in item.levels)
        # Without a default there would be an act that nothing answers.
        if setup is not None and observations and observations[-1].when is None:
            helps = tuple(item for item in practice.helps if level.number in item.levels)
            yield level.number, Stage(level, setup, observations, helps)
