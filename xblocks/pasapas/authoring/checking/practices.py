"""What only a screen can tell of a practice: what nobody can reach, and what is not invented."""

from __future__ import annotations

from collections.abc import Iterator

from pasapas.content.plain_language.invented_data import real_address, real_phone
from pasapas.content.plain_language.passages import Passage
from pasapas.content.practice import Observation
from pasapas.content.problems import Problem, problem
from pasapas.screens.playable import Playable
from pasapas.screens.walk import walk


def screen_problems(playable: Playable) -> Iterator[Problem]:
    """Goals and observations to which no walk through the model leads; addresses and numbers
    on the screen that may be somebody's."""
    yield from _out_of_reach(playable)
    for stage in playable.stages.values():
        for text, line in stage.setup.texts():
            shown = Passage(text, line or stage.level.line, "sentence", text)
            yield from real_address(shown)
            yield from real_phone(shown)


def _out_of_reach(playable: Playable) -> Iterator[Problem]:
    met: set[Observation] = set()
    for number, stage in playable.stages.items():
        walked = walk(stage)
        met.update(stage.observations[place] for place in walked.ways)
        if not walked.goal:
            yield problem("practice.goal-out-of-reach", stage.level.line, level=number)
    for observation in playable.practice.observations:
        if observation not in met:
            yield problem("practice.out-of-reach", observation.line)
