"""A hand that touches everything: nothing breaks, the focus stays, and whatever happens is
among what the model of the screen says can happen (`Setup.moves`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from played_ways import SLUGS
from practice_page import PracticePage

from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.screens.artefact import checked
from pasapas.screens.playable import Playable, Stage, read_playable
from pasapas.screens.screen import Wanted

TOUCHES = 120
HAND = (Path(__file__).parent / "touching_hand.js").read_text(encoding="utf-8")


@cache
def playable(slug: str) -> Playable:
    reading = read_playable(shipped_shelf().practices[slug].text, shipped_references())
    assert reading.problems == ()
    return reading.document


@pytest.mark.parametrize("slug", SLUGS)
def test_what_happens_is_in_the_model(
    open_practice: Callable[..., PracticePage], slug: str
) -> None:
    practice = open_practice(slug)
    practice.begin()
    for level, stage in playable(slug).stages.items():
        for look in (0, 1):
            made = practice.page.evaluate(
                f"options => ({HAND})(options)",
                {"level": level, "look": look, "touches": TOUCHES, "seed": 1 + level * 2 + look},
            )
            assert made["lost"] == [], f"level {level}, look {look}: the focus was lost"
            assert made["touched"] > TOUCHES / 2
            for before, after, control in made["changes"]:
                assert_possible(stage, before, after, f"{level}/{look}: {control}")


def assert_possible(stage: Stage, before: dict, after: dict, control: str) -> None:
    schema = stage.setup.schema
    sent = {path: value for path, value in after.items() if not schema[path].private}
    checked(schema, stage.setup.start, sent)
    if choices(stage, before) == choices(stage, after):
        return
    possible = (
        choices(stage, {**before, **move.changes})
        for move in stage.setup.moves(before, Wanted(everything=True))
    )
    assert choices(stage, after) in possible, f"{control}\nbefore {before}\nafter {after}"


def choices(stage: Stage, artefact: dict) -> str:
    schema = stage.setup.schema
    kept = {path: value for path, value in artefact.items() if not schema[path].private}
    return json.dumps(kept, sort_keys=True)
