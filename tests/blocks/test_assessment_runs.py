"""Whole runs of a self-assessment: to the end, on another day, again, and stopped."""

from __future__ import annotations

import copy
import datetime
import json
import random

import pytest

from pasapas.blocks import AssessmentBlock
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import token_of

from .assessments import (
    SMALL,
    USAGE,
    WHOLE,
    act,
    asked,
    asked_by,
    assessment_host,
    deck,
    events,
    keep,
    reply_to,
    small,
    state,
    view,
    walk,
    written,
)


def seeded(seed: int):
    chance = random.Random(seed)  # noqa: S311 - a learner, no secret
    return lambda challenge: chance.random() < 0.6


@pytest.mark.parametrize("seed", range(3))
def test_a_learner_goes_all_the_way(seed):
    host = assessment_host(WHOLE)
    bodies = walk(host, seeded(seed), WHOLE)
    assert 10 <= len(bodies) <= 24
    assert "pap-result" in bodies[-1]["page"]["html"]
    assert all(set(body) == {"v", "seq", "run", "after", "page"} for body in bodies[1:])
    kept = state(host)
    assert kept["ended"]
    assert len(json.dumps(host.block(USAGE).saved)) < 6000
    slugs = [entry[0] for entry in kept["warm"] + kept["given"]]
    assert len(set(slugs)) == len(slugs) == len(bodies) - 1


@pytest.mark.parametrize(("mode", "of"), [("domain", "messages"), ("lesson", "joindre-un-cv")])
def test_the_other_modes_end_too(mode, of):
    source = assessment_text(mode, of, "Un essai")
    host = assessment_host(source)
    bodies = walk(host, seeded(1), source)
    assert len(bodies) <= {"domain": 14, "lesson": 4}[mode]
    assert events(host)[-1] == ("pasapas.assessment.ended", {"mode": mode, "run": 1})


@pytest.mark.parametrize(
    "source",
    [assessment_text("lesson", "nowhere", "Un essai"),
     SMALL.replace("mode: whole", "mode: domain\ndomain: phone")],
)  # fmt: skip
def test_a_mode_that_asks_nothing_has_no_page_and_its_author_is_told(source):
    host = assessment_host(source)
    assert "Cette page n&#x27;est pas encore prête." in view(host).content
    assert act(host, "begin") == (503, {"error": "no-assessment"})
    assert state(host) == {}
    assert ("nowhere" if "nowhere" in source else "phone") in view(host, "author_view").content


def test_the_same_learner_is_asked_the_same_and_another_something_else():
    source = WHOLE

    def challenges(user: str) -> list:
        bodies = walk(assessment_host(source), lambda challenge: True, source, user=user)
        return [body["page"].get("challenge") for body in bodies]

    assert challenges("amina") == challenges("amina")
    assert len({tuple(challenges(user)) for user in ("amina", "luc", "rosa", "léo")}) > 1


def test_days_later_on_another_device_it_goes_on_where_it_was(host, monkeypatch):
    """Every request and every view here is a block made anew from the store."""
    act(host, "begin")
    begun = act(host, "answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)[1]
    asked_now = begun["page"]["challenge"]
    monkeypatch.setattr(AssessmentBlock, "_today", lambda self: datetime.date.max)
    assert view(host).json_init_args["page"]["challenge"] == asked_now
    assert act(host, "look")[1]["page"] == begun["page"]
    challenge = asked_by(begun["page"])
    sent = {"number": 1, "challenge": asked_now, "reply": reply_to(challenge, True)}
    assert act(host, "answer", **sent)[1]["after"]["outcome"] == 1


def test_taken_again_it_asks_what_was_not_asked_and_says_what_is_new():
    host = assessment_host(WHOLE)
    walk(host, lambda challenge: False, WHOLE)
    first = {entry[0] for entry in state(host)["given"]}
    bodies = walk(host, lambda challenge: True, WHOLE, run=2)
    second = {entry[0] for entry in state(host)["given"]}
    # Only a skill that had nothing else is asked about in the same way again.
    used_up = {
        challenge.slug
        for place in deck().places
        if {challenge.slug for challenge in place.skill.challenges} <= first
        for challenge in place.skill.challenges
    }
    assert first & second <= used_up
    assert len(second - first) > len(second) / 2
    assert "Nouveau depuis la dernière fois" in bodies[-1]["page"]["html"]
    assert state(host)["past"][0]["run"] == 1


def test_one_can_stop_at_once_and_when_one_likes(host):
    act(host, "begin")
    _, body = act(host, "stop")
    assert "Vous avez essayé." in body["page"]["html"]
    assert act(host, "answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)[0] == 409
    act(host, "begin", 2)
    act(host, "answer", 2, number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    assert "pap-result" in act(host, "stop", 2)[1]["page"]["html"]


def test_nothing_is_told_before_it_begins(host):
    assert act(host, "look", 0)[1]["page"] is None
    assert act(host, "stop", 0)[0] == 409
    assert act(host, "answer", 0, number=0, challenge=token_of("lire-qui-ecrit"), reply=0)[0] == 409
    assert state(host) == {}


# --- What an author changes meanwhile -----------------------------------------------------------


def without(slug: str) -> str:
    document = copy.deepcopy(small())
    for skill in document["bank"]["domains"][0]["tubes"]["lire"]["skills"].values():
        skill["challenges"].pop(slug, None)
    document["bank"]["warm_up"].pop(slug, None)
    return written(document)


@pytest.mark.parametrize("slug", ["lire-qui-ecrit", "repondre-ou"])
def test_what_was_taken_out_of_the_bank_leaves_nobody_before_an_empty_page(slug):
    """`repondre-ou` is what is asked; `lire-qui-ecrit` was answered before."""
    host = assessment_host(without(slug))
    keep(host, asked("repondre-ou", ["lire-qui-ecrit", 1, 2]))
    opened = view(host)
    _, looked = act(host, "look")
    assert looked["page"]["challenge"] not in (token_of(slug), None)
    assert looked["page"]["html"] in opened.content
    again = {"number": 0, "challenge": token_of("lire-qui-ecrit"), "reply": 2}
    assert act(host, "answer", **again)[0] in (200, 409)
    page = looked["page"]
    sent = {"number": page["number"], "challenge": page["challenge"], "reply": "not-yet"}
    assert act(host, "answer", **sent)[0] == 200
    assert "pap-result" in act(host, "stop")[1]["page"]["html"]
