"""A walk through the model of a screen: what can be met, and what nobody can reach."""

from __future__ import annotations

import pytest

from pasapas.authoring.checking.practices import screen_problems
from pasapas.content.shelf import shipped_references
from pasapas.screens.playable import Playable, read_playable
from pasapas.screens.walk import walk, wanted_of

from .drafts import SLUGS, end_of, playable, stages, walked

BEGINNING = """\
format: 1
title: Un mail
pictogram: mail
screen: mailbox
persona: amina
goal: Envoyez le mail.
levels:
  1: {open: compose, files: {cv: {name: CV.pdf}, photo: {name: IMG.jpg}}}
observations:
"""
END = """\
  - say: Continuez.
help: [Écrivez., Cherchez le bouton., Appuyez sur « Envoyer ».]
real: [Votre vrai mail n'est pas parti.]
"""


def practice(*conditions: str) -> Playable:
    """One whose observations have these conditions, from line 10 on; the first achieves."""
    observations = "".join(
        f"  - {{when: {{{when}}}, say: Oui.{', achieves: goal' if not place else ''}}}\n"
        for place, when in enumerate(conditions)
    )
    reading = read_playable(BEGINNING + observations + END, shipped_references())
    assert reading.problems == ()
    return reading.document


def met(*conditions: str) -> set[int]:
    return set(walk(practice(*conditions).stages[1]).ways)


def out_of_reach(playable: Playable) -> list[tuple[str, int]]:
    return [(item.code, item.line) for item in screen_problems(playable)]


@pytest.mark.parametrize(
    "when",
    [
        "sent: true",
        "sent: true, attachments: {includes: cv, count: 1}",
        "sent: true, attachments: {count: 2}",
        "at: files",
        "mails_sent: {at_least: 2}",
        "sent: true, to: {is: lea@mail.example}, subject: {empty: false}",
        "body: {includes: bonjour, at_least: 40}",
        "body: {includes: bonjour, not: {includes: salut}}",
        "body: {includes: Madame Diallo}, subject: {like: candidature, at_most: 15}",
        "body: {count: 3}",
        "any: [{sent: true, to: {empty: false}}, {at: menu}]",
        "not: {at: compose}",
    ],
)
def test_what_can_be_done_is_reached(when: str) -> None:
    found = practice(when)
    assert walk(found.stages[1]).goal
    assert met(when) == {0, 1}
    assert out_of_reach(found) == []


@pytest.mark.parametrize(
    "when",
    [
        "sent: true, at: compose",
        "at: mail",
        "folder: spam, sent: true, at: files",
        "attachments: {at_least: 3}",
        "to: {empty: true, includes: bonjour}",
    ],
)
def test_a_goal_that_nobody_can_reach_is_said(when: str) -> None:
    found = practice(when)
    assert not walk(found.stages[1]).goal
    assert out_of_reach(found) == [("practice.goal-out-of-reach", 8), ("practice.out-of-reach", 10)]


def test_what_an_earlier_observation_always_says_is_never_met() -> None:
    assert met("sent: true", "sent: true, attachments: {includes: cv}", "at: menu") == {0, 2, 3}
    found = practice("sent: true", "sent: true, attachments: {includes: cv}")
    assert out_of_reach(found) == [("practice.out-of-reach", 11)]
    # The other way round both can be.
    assert met("sent: true, attachments: {includes: cv}", "sent: true") == {0, 1, 2}


def test_observations_on_one_line_are_told_apart() -> None:
    text = BEGINNING.replace("observations:\n", "") + (
        "observations: [{when: {sent: true}, achieves: goal, say: Oui.},"
        " {when: {sent: true, at: compose}, say: Non.}, {say: Continuez.}]\n"
    )
    reading = read_playable(text + END.partition("\n")[2], shipped_references())
    assert reading.problems == ()
    assert out_of_reach(reading.document) == [("practice.out-of-reach", 9)]


def test_an_observation_is_met_at_one_of_its_levels() -> None:
    text = BEGINNING.replace("observations:", "  2: {open: compose}\nobservations:")
    text += "  - {when: {sent: true}, achieves: goal, say: Oui.}\n"
    text += "  - {when: {at: compose, attachments: {includes: photo}}, say: Non.}\n"
    found = read_playable(text + END, shipped_references()).document
    assert [len(walk(stage).ways) for stage in found.stages.values()] == [3, 2]
    assert out_of_reach(found) == []


def test_a_level_without_its_goal_is_named_by_its_line() -> None:
    text = BEGINNING.replace("observations:", "  2: {open: compose}\nobservations:")
    text += "  - {when: {sent: true, attachments: {includes: cv}}, achieves: goal, say: Oui.}\n"
    found = read_playable(text + END, shipped_references()).document
    assert out_of_reach(found) == [("practice.goal-out-of-reach", 9)]


@pytest.mark.parametrize(
    ("text", "line"), [("lea@gmail.com", 8), ("Mon numéro : 06 12 34 56 78.", 8)]
)
def test_what_stands_on_the_screen_must_be_invented(text: str, line: int) -> None:
    found = BEGINNING.replace("open: compose", f"open: compose, body: '{text}'")
    found += "  - {when: {sent: true}, achieves: goal, say: Oui.}\n"
    document = read_playable(found + END, shipped_references()).document
    assert [item.line for item in screen_problems(document)] == [line]


def test_what_helps_ask_is_tried_too() -> None:
    """Other states than those of observations may lead on: they are worth a step."""
    text = BEGINNING + "  - {when: {sent: true}, achieves: goal, say: Oui.}\n" + END
    helps = "help: [{when: {search: {like: offre}}, hints: [A., B., C.]}, {hints: [A., B., C.]}]\n"
    text = text.replace(text[text.index("help:") : text.index("real:")], helps)
    stage = read_playable(text, shipped_references()).document.stages[1]
    assert "offre" in wanted_of(stage).of_text("search")


# --- What is shipped ----------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_the_goal_can_be_reached_at_both_levels_and_each_observation_met(slug: str) -> None:
    found = set()
    for level, stage in stages(slug):
        walked_there = walked(slug, level)
        assert walked_there.goal, f"level {level}"
        found |= {stage.observations[number] for number in walked_there.ways}
    assert set(playable(slug).stages) == {1, 2}
    assert [item.line for item in playable(slug).practice.observations if item not in found] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_each_way_leads_to_what_it_is_the_way_to(slug: str) -> None:
    for level, stage in stages(slug):
        wanted = wanted_of(stage)
        for number, way in walked(slug, level).ways.items():
            artefact = end_of(stage, wanted, way)
            assert stage.seen(artefact) is stage.observations[number], way
