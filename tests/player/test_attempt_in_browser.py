"""An attempt in a browser: told, saved and answered as Python would, for drafts of each
shipped practice. With the conditions, this holds both interpreters to the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from pasapas.content.conditions import holds, satisfied
from pasapas.player import assets
from pasapas.practice.view import browser_data
from pasapas.screens.artefact import Artefact, checked
from pasapas.screens.playable import Stage
from screens.drafts import SLUGS, choices_of, drafts, playable, stages

pytestmark = pytest.mark.browser

DRAFTS_A_LEVEL = 60
MOST_UNDONE = 60

ANSWERS = """([stage, drafts]) => drafts.map(draft => {
    const attempt = new Attempt(stage, draft);
    return {
        draft: attempt.draft,
        told: attempt.told(),
        choices: attempt.choices(),
        texts: attempt.texts(),
        observation: attempt.first(stage.observations),
        help: attempt.first(stage.helps)
    };
})"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    for source in ("conditions.js", "attempt.js"):
        text = (assets.SOURCES / "practice" / source).read_text(encoding="utf-8")
        page.add_script_tag(content=text)
    yield page
    context.close()


@cache
def browser_stages(slug: str) -> dict[str, dict]:
    """The levels of a practice as the browser part is told of them."""
    return json.loads(browser_data(playable(slug), "pap1"))["levels"]


def ask(page: Page, function: str, given: object) -> object:
    return page.evaluate(f"text => ({function})(JSON.parse(text))", json.dumps(given))


def told_of(stage: Stage, artefact: Artefact) -> dict[str, str]:
    return {
        path: "".join(str(int(holds(atom.op, atom.argument, artefact[path]))) for atom in asked)
        for path, asked in stage.questions.items()
    }


def helped(stage: Stage, artefact: Artefact) -> int:
    """The place of the first help that counts for an artefact; -1 where none does."""
    for place, item in enumerate(stage.helps):
        if item.when is None or satisfied(
            item.when, lambda atom: holds(atom.op, atom.argument, artefact.get(atom.path))
        ):
            return place
    return -1


@pytest.mark.parametrize("slug", SLUGS)
def test_drafts_are_told_saved_and_answered_as_by_python(page: Page, slug: str) -> None:
    for level, stage in stages(slug):
        schema, start = stage.setup.schema, stage.setup.start
        made = drafts(slug, level, DRAFTS_A_LEVEL, seed=2)
        there = ask(page, ANSWERS, [browser_stages(slug)[str(level)], made])
        met, helps = set(), set()
        for artefact, answered in zip(made, there, strict=True):
            seen = stage.seen(artefact)
            assert answered["draft"] == artefact
            assert answered["told"] == told_of(stage, artefact)
            assert answered["choices"] == choices_of(stage, artefact)
            assert stage.observations[answered["observation"]] is seen, artefact
            assert answered["help"] == helped(stage, artefact), artefact
            # What the server makes of what it is sent is what the learner was told.
            received = checked(schema, start, answered["choices"])
            assert stage.judge(received, answered["told"]) is seen, artefact
            met.add(answered["observation"])
            helps.add(answered["help"])
        # Both goals and mistakes are among them, or nothing would be shown by it.
        assert {bool(stage.observations[place].achieves) for place in met} == {True, False}
        assert -1 not in helps


@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_written_goes_where_it_may(page: Page, slug: str) -> None:
    """Texts to this device alone; secrets nowhere, but for answers about them."""
    for level, stage in stages(slug):
        schema, start = stage.setup.schema, stage.setup.start
        written = {path: "mot-secret" for path, kind in schema.items() if kind.private}
        (answered,) = ask(page, ANSWERS, [browser_stages(slug)[str(level)], [{**start, **written}]])
        assert answered["choices"] == {}
        assert answered["texts"] == {
            path: text for path, text in written.items() if not schema[path].secret
        }
        assert set("".join(answered["told"].values())) <= set("01")


def test_secrets_and_texts_are_among_what_is_shipped() -> None:
    """The test above would hold for nothing without them."""
    kinds = {
        (kind.private, kind.secret)
        for slug in SLUGS
        for _, stage in stages(slug)
        for kind in stage.setup.schema.values()
    }
    assert kinds == {(False, False), (True, False), (True, True)}


STAGE = {
    "start": {"sent": False, "files": [], "to": "", "code": ""},
    "texts": ["to"],
    "secrets": ["code"],
    "questions": {"to": [["empty", True]]},
}


def after(page: Page, gestures: str) -> dict:
    """An attempt after some gestures."""
    return page.evaluate(
        f"""text => {{
            const attempt = new Attempt(JSON.parse(text), {{}});
            const undone = [];
            {gestures}
            return {{draft: attempt.draft, undone, kept: attempt.before.length}};
        }}""",
        json.dumps(STAGE),
    )


def test_each_gesture_is_undone_alone_and_the_first_state_stays(page: Page) -> None:
    found = after(
        page,
        """attempt.change({sent: true}); attempt.change({files: ["cv"]});
        for (let time = 0; time < 3; time += 1) {
            undone.push([attempt.undo(), Object.assign({}, attempt.draft)]);
        }""",
    )
    start = STAGE["start"]
    assert found["undone"] == [
        [True, {**start, "sent": True}],
        [True, start],
        [False, start],
    ]


def test_letters_of_one_place_are_undone_together(page: Page) -> None:
    typing = """for (const text of ["l", "lé", "léa"]) { attempt.change({to: text}, "to"); }"""
    found = after(page, f"{typing} attempt.undo();")
    assert found["draft"] == STAGE["start"]
    between = f'{typing} attempt.change({{sent: true}}); attempt.change({{to: "l"}}, "to");'
    assert after(page, f"{between} attempt.undo();")["draft"]["to"] == "léa"
    assert after(page, between)["kept"] == 3


def test_only_so_many_gestures_are_remembered(page: Page) -> None:
    found = after(page, "for (let n = 0; n < 200; n += 1) { attempt.change({sent: n % 2 === 0}); }")
    assert found["kept"] == MOST_UNDONE


def test_nothing_that_an_attempt_begins_with_is_changed(page: Page) -> None:
    found = page.evaluate(
        """text => {
            const stage = JSON.parse(text);
            const draft = {sent: true};
            const attempt = new Attempt(stage, draft);
            attempt.change({files: ["cv"], to: "léa"});
            attempt.undo();
            attempt.change({sent: false}, "sent");
            return [stage, draft];
        }""",
        json.dumps(STAGE),
    )
    assert found == [STAGE, {"sent": True}]
