"""The drawn screens of the bank's tasks: what is pressed on them reaches the server, and the
way that the model of the screen knows to its goal is a way on the screen, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from assessment_page import AssessmentPage, deck, tasks_by_script
from playwright.sync_api import expect

from pasapas.content.challenge import Challenge
from pasapas.content.conditions import atoms
from pasapas.screens.artefact import Value
from pasapas.screens.playable import Stage
from pasapas.screens.walk import walk, wanted_of

Open = Callable[..., AssessmentPage]

HAND = (Path(__file__).parent / "pressing_hand.js").read_text(encoding="utf-8")
MOST_TOUCHES = 4  # for one move of the model: open a list, a folder, a mail, take it out
TASKS = [item for item in deck().challenges if item.task]


@dataclass(frozen=True)
class Station:
    """After a move of the model: `wanted` stands on the screen then, of what the move changed
    and of what the task asks."""

    move: str
    wanted: Mapping[str, Value]


def stations(stage: Stage) -> list[Station]:
    """The shortest way to the goal."""
    wanted, artefact = wanted_of(stage), dict(stage.setup.start)
    asked = {atom.path for atom in atoms(stage.observations[0].when)}
    found = []
    for name in walk(stage).ways[0]:
        move = next(item for item in stage.setup.moves(artefact, wanted) if item.name == name)
        changed = {path for path, value in move.changes.items() if value != artefact[path]}
        artefact = {**artefact, **move.changes}
        found.append(Station(name, {path: artefact[path] for path in asked | changed}))
    return found


def texts_of(stage: Stage) -> list[str]:
    """What may have to be written: the first word of all that a search looks for."""
    searches = stage.setup.browser().get("searches", ())
    return [" ".join(group[0] for group in groups) for _, groups, *_ in searches]


def press(page: AssessmentPage, stage: Stage, station: Station) -> list[str] | None:
    options = {"wanted": station.wanted, "most": MOST_TOUCHES, "texts": texts_of(stage)}
    return page.page.evaluate(f"options => ({HAND})(options)", options)


@pytest.mark.parametrize("challenge", TASKS, ids=lambda item: item.slug)
def test_the_way_to_the_goal_is_pressed_and_judged(
    open_assessment: Open, challenge: Challenge
) -> None:
    stage = deck().stage(challenge.slug)
    page = open_assessment().bring(challenge)
    pressed: list[str] = []
    for station in stations(stage):
        found = press(page, stage, station)
        assert found is not None, f"after {pressed}: nothing does « {station.move} »"
        pressed += found
    page.main.click()
    expect(page.after).to_be_visible()
    assert page.kept["given"][0][:2] == [challenge.slug, 1], pressed
    expect(page.after).to_contain_text("Oui.")


@pytest.mark.parametrize("script", sorted(tasks_by_script()))
def test_what_is_pressed_is_undone_and_nothing_done_is_no_success(
    open_assessment: Open, script: str
) -> None:
    """With nothing changed on the screen « J'ai fini » is an answer too."""
    challenge = tasks_by_script()[script]
    stage = deck().stage(challenge.slug)
    page = open_assessment().bring(challenge)
    assert press(page, stage, stations(stage)[0])
    undo = page.section.get_by_role("button", name="Annuler", exact=True).last
    for _ in range(MOST_TOUCHES):
        undo.click()
    page.main.click()
    expect(page.after).to_be_visible()
    assert page.kept["given"] == [[challenge.slug, 0, {}]]
