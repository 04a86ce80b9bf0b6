"""A hand that touches everything: nothing breaks, the focus stays, whatever happens is among
what the model of the screen says can happen (`Setup.moves`), and what is typed goes nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from browser_host import Host
from played_ways import SLUGS
from playwright.sync_api import BrowserContext, Request
from practice_page import PracticePage

from pasapas.content.shelf import shipped_references, shipped_shelf
from pasapas.screens.artefact import checked
from pasapas.screens.playable import Playable, Stage, read_playable
from pasapas.screens.screen import Wanted

TOUCHES = 70
# Enough to come by every place to write in.
LONG = 400
MARKER = "zqjwx"
SERVER = str(Path(__file__).parent / "practice_server.py")
HAND = (Path(__file__).parent / "touching_hand.js").read_text(encoding="utf-8")


@cache
def playable(slug: str) -> Playable:
    reading = read_playable(shipped_shelf().practices[slug].text, shipped_references())
    assert reading.problems == ()
    return reading.document


class Sent:
    """Every request that a page makes: its address and its body."""

    def __init__(self, practice: PracticePage):
        self.requests: list[str] = []
        practice.page.on("request", self._note)

    def _note(self, request: Request) -> None:
        body = (request.post_data_buffer or b"").decode("utf-8", "replace")
        self.requests.append(f"{request.url} {body}")


def touch(practice: PracticePage, level: int, look: int, touches: int = TOUCHES) -> dict:
    return practice.page.evaluate(
        f"options => ({HAND})(options)",
        {
            "level": level,
            "look": look,
            "touches": touches,
            "seed": 1 + level * 2 + look,
            "marker": MARKER,
        },
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_what_happens_is_in_the_model_and_what_is_typed_stays(
    open_practice: Callable[..., PracticePage], slug: str
) -> None:
    practice = open_practice(slug)
    sent = Sent(practice)
    practice.begin()
    for level, stage in playable(slug).stages.items():
        for look in (0, 1):
            made = touch(practice, level, look)
            assert made["lost"] == [], f"level {level}, look {look}: the focus was lost"
            assert made["touched"] > TOUCHES / 2
            for before, after, control in made["changes"]:
                assert_possible(stage, before, after, f"{level}/{look}: {control}")
            assert not [secret for secret in made["secrets"] if secret in made["kept"]]
            practice.saved()
    assert sent.requests
    assert not [request for request in sent.requests if MARKER in request]


def test_nothing_that_was_typed_is_in_the_database_or_the_log(
    tmp_path: Path, open_context: Callable[..., BrowserContext]
) -> None:
    """A letter about one's health and a code: neither the server's files nor what it says."""
    host = Host(tmp_path, program=(SERVER,))
    host.start()
    page = open_context().new_page()
    for slug, level in (("joindre-un-cv", 1), ("creer-une-boite-mail", 2), ("avoir-internet", 1)):
        practice = PracticePage(page).open(f"{host.address}/lecon/practice-{slug}/")
        practice.begin()
        typed = [touch(practice, level, look, LONG) for look in (0, 1)]
        assert any(MARKER in json.dumps(made["changes"]) for made in typed), slug
        practice.saved()
    process = host.process
    process.terminate()
    said, _ = process.communicate(timeout=20)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.stat().st_size for file in files)
    assert not [file for file in files if MARKER.encode() in file.read_bytes()]
    assert MARKER not in said


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
