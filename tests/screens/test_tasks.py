"""Tasks of the assessment: a practice screen, bare, and what is to be achieved on it."""

from __future__ import annotations

import json

import pytest

from content.banks import BANK, bank_with
from content.samples import places
from pasapas.content.bank import read_bank_file
from pasapas.content.challenge import Task
from pasapas.content.shelf import shipped_bank, shipped_references
from pasapas.player import assets
from pasapas.screens.artefact import Artefact
from pasapas.screens.playable import Stage
from pasapas.screens.registry import SCREENS
from pasapas.screens.tasks import UnusableArtefactError, achieved, read_task, script_of
from pasapas.screens.walk import walk, wanted_of

from .drafts import choices_of, end_of

TASKS = {slug: item.task for slug, item in shipped_bank().by_slug.items() if item.task}
each_task = pytest.mark.parametrize("slug", TASKS)
MOST_GESTURES = 4
LINE = 55
START = "{open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}"
DONE = {"sent": True, "attachments": ["cv"], "mails_sent": 1}


def task(text: str = BANK) -> Task:
    file = read_bank_file(text, shipped_references()).document
    (found,) = (item.task for item in file.challenges if item.task)
    return found


def problems(text: str) -> list[tuple[str, int]]:
    return places(read_task(task(text)).problems)


def test_a_task_is_a_stage_that_is_achieved_or_not() -> None:
    reading = read_task(task())
    assert reading.problems == ()
    stage = reading.document
    assert [item.achieves for item in stage.observations] == [True, False]
    assert stage.setup.start["to"] == "lea@mail.example"
    assert stage.helps == ()


@pytest.mark.parametrize(
    ("draft", "done"),
    [({}, False), ({"sent": True}, False), ({"attachments": ["cv"]}, False), (DONE, True)],
)
def test_what_is_not_named_is_as_at_the_start(draft: dict, done: bool) -> None:
    assert achieved(read_task(task()).document, draft) == done


@pytest.mark.parametrize(
    "draft",
    [None, [], "sent", 1, {"sent": "yes"}, {"gone": True}, {"to": "a@b.example"}, {1: True},
     {"attachments": ["cv", "cv"]}, {"attachments": ["cv2"]}, {"body": ""}, {"sent": 1}],
)  # fmt: skip
def test_what_the_screen_can_not_show_is_refused(draft: object) -> None:
    """What is written stays on the device: it is refused too."""
    with pytest.raises(UnusableArtefactError):
        achieved(read_task(task()).document, draft)


ACHIEVED = "achieved: {sent: true, attachments: {includes: cv}}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("persona: amina", "persona: aminna", [("practice.unknown-persona", LINE)]),
        (ACHIEVED, "achieved: {snt: true}", [("practice.unknown-path", LINE)]),
        (ACHIEVED, "achieved: {sent: true, to: {empty: false}}", [("challenge.private", LINE)]),
        (ACHIEVED, "achieved: {body: {includes: bonjour}}", [("challenge.private", LINE)]),
        (ACHIEVED, "achieved: {at: compose}", [("challenge.done-at-once", LINE)]),
        (ACHIEVED, "achieved: {sent: false}", [("challenge.done-at-once", LINE)]),
        (ACHIEVED, "achieved: {not: {sent: true}}", [("challenge.done-at-once", LINE)]),
        (ACHIEVED, "achieved: {at: elsewhere}", [("practice.unknown-value", LINE)]),
        (START, START.replace("}}}", "}}, odd: 1}"), [("field.unknown", LINE + 3)]),
    ],
)
def test_what_is_wrong_is_said_and_the_screen_is_there(old: str, new: str, expected: list) -> None:
    reading = read_task(task(bank_with(old, new)))
    assert [(item.line) for item in reading.problems] == [line for _, line in expected]
    assert [code for code, _ in places(reading.problems)] == [code for code, _ in expected]
    assert reading.document is not None


def test_a_screen_that_nobody_drew_is_none() -> None:
    reading = read_task(task(bank_with("screen: mailbox", "screen: malbox")))
    assert reading.document is None
    assert places(reading.problems) == [("practice.unknown-screen", LINE)]
    assert dict(reading.problems[0].parameters)["nearest"] == "mailbox"


def test_a_condition_asks_each_path_once() -> None:
    two = "achieved: {any: [{to: {empty: true}}, {to: {empty: false}}]}"
    found = problems(bank_with(ACHIEVED, two))
    assert found.count(("challenge.private", LINE)) == 2


@pytest.mark.parametrize("name", SCREENS)
def test_any_screen_with_an_empty_start_stops_nothing(name: str) -> None:
    text = bank_with("screen: mailbox", f"screen: {name}").replace(START, "{}")
    reading = read_task(task(text))
    assert reading.problems or reading.document is None
    assert reading.document is None or reading.document.setup.start


# --- What ships -------------------------------------------------------------------------------


@each_task
def test_a_task_that_ships_is_reached_and_judged_so(slug: str) -> None:
    reading = read_task(TASKS[slug])
    assert reading.problems == ()
    stage = reading.document
    draft = choices_of(stage, end_of(stage, wanted_of(stage), walk(stage).ways[0]))
    assert achieved(stage, draft)
    assert not achieved(stage, {})


@each_task
def test_it_takes_few_gestures(slug: str) -> None:
    """`walk` finds a way, not the shortest."""
    assert fewest_gestures(read_task(TASKS[slug]).document) <= MOST_GESTURES


def fewest_gestures(stage: Stage) -> int:
    """MOST_GESTURES + 1 where there are more."""
    wanted = wanted_of(stage)
    reached = {as_key(stage.setup.start): stage.setup.start}
    for count in range(1, MOST_GESTURES + 1):
        after: dict[str, Artefact] = {}
        for artefact in reached.values():
            for move in stage.setup.moves(artefact, wanted):
                found = {**artefact, **move.changes}
                if stage.seen(found).achieves:
                    return count
                after[as_key(found)] = found
        reached = after
    return MOST_GESTURES + 1


def as_key(artefact: Artefact) -> str:
    return json.dumps(artefact, sort_keys=True)


@each_task
def test_its_screen_has_its_files(slug: str) -> None:
    stage = read_task(TASKS[slug]).document
    script = script_of(TASKS[slug], stage)
    for bundle in (f"task-{script}.js", f"task-{TASKS[slug].screen}.css"):
        assert bundle in assets.BUNDLES
        assert (assets.PUBLIC / bundle).is_file()
