"""What the pages of a self-assessment fetch: sounds, practice screens, files of the package."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from webob import Request

from pasapas.assessment.view import writer
from pasapas.player import assets
from pasapas.player.saving import learner_token

from .assessments import SMALL, USAGE, act, asked, assessment_host, deck, keep, state, view, walk
from .host import Host

# --- Sounds and links ---------------------------------------------------------------------------


def recorded(source: str = SMALL) -> dict:
    """A recording for every piece of a bank, named after what it is."""
    bank, found = deck(source).bank, {}

    def add(name: str, piece) -> None:
        starts = [float(at) for at in range(len(piece.lines) + 1)]
        found[piece.hash] = {"sources": [f"/static/{name}-{piece.hash}.ogg"], "starts": starts}

    add("opening", writer().opening(deck(source).assessment.title))
    for challenge in bank.by_slug.values():
        add("ask", writer().challenge(challenge))
        add("after", writer().after(challenge))
    for domain in bank.domains:
        add("results", writer().results(domain))
    return found


def test_a_reply_has_the_addresses_that_a_page_would_have():
    host = assessment_host(addresses=True, sound=recorded())
    heard = walk(host, lambda challenge: True)
    last = heard[-1]
    everything = json.dumps(heard)
    assert "/static/" not in everything
    assert everything.count("/asset-v1:course/ask-") == len(heard) - 1
    assert everything.count("/asset-v1:course/after-") == len(heard) - 1
    assert "/asset-v1:course/results-" in last["page"]["html"]
    conflict = act(host, "begin", 9)[1]
    assert conflict["page"]["html"] == last["page"]["html"]


def test_links_to_lessons_are_of_the_course_too():
    host = assessment_host(addresses=True, lessons={"lire-un-mail": "Lire un mail"})
    answers = [[slug, 0, 0] for slug in deck().number_of]
    keep(host, asked("lire-qui-ecrit", *answers, ended=True, current=None))
    page = act(host, "look")[1]["page"]["html"]
    assert '"/courses/course/jump_to_id/lesson-' in page
    host.post("show", {"learner": learner_token("amina")}, usage=USAGE)
    shown = host.post("see", {"code": host.block(USAGE).code}, usage=USAGE)[1]["html"]
    assert '"/courses/course/jump_to_id/lesson-' in shown
    assert '"/jump_to_id/' not in page + shown


def test_without_that_service_addresses_stay():
    host = assessment_host(sound=recorded())
    assert '"/static/ask-' in act(host, "begin")[1]["page"]["html"]


def test_a_word_that_is_heard_is_asked_where_there_is_a_recording_and_nowhere_else():
    def warm_ups(host: Host) -> list[str]:
        walk(host, lambda challenge: True)
        return [entry[0] for entry in state(host)["warm"]]

    assert warm_ups(assessment_host()) == ["toucher-un-bouton"]
    both = ["toucher-un-bouton", "entendre-un-mot"]
    assert warm_ups(assessment_host(sound=recorded())) == both


# --- Practice screens ---------------------------------------------------------------------------


def screen_pack(host: Host, script: str) -> tuple[int, dict]:
    response = host.block(USAGE).handle("screen", Request.blank("/"), script)
    return response.status_code, json.loads(response.body)


def test_a_screen_comes_with_its_words_and_the_names_of_its_files(host):
    status, pack = screen_pack(host, "mailbox")
    assert status == 200
    assert set(pack) == {"words", "icons", "prefix", "style", "script"}
    assert pack["style"].endswith("/public/task-mailbox.css")
    assert pack["script"].endswith("/public/task-mailbox.js")


@pytest.mark.parametrize(
    "script", ["", "phone", "nowhere", "../blocks", "mailbox/", "%00", "a" * 999]
)
def test_a_screen_that_no_task_has_is_not_there(host, script):
    assert screen_pack(host, script)[0] == 404


# --- Files of the package -----------------------------------------------------------------------


def test_every_file_that_a_page_names_is_one_that_is_collected(host):
    """As `tests/packaging/test_lms_names.py` holds it for the wheel; this for what is named."""
    named = [item.data for item in view(host).resources]
    scripts = {name[5:-3] for name in assets.BUNDLES if name.startswith("task-") and ".js" in name}
    for script in scripts:
        screen = "phone" if script in assets.PHONES else script
        assert f"task-{screen}.css" in assets.BUNDLES
    pack = screen_pack(host, "mailbox")[1]
    named += [pack["style"], pack["script"]]
    for address in named:
        name = address.removeprefix("/resources/pasapas_assessment/public/")
        assert name in assets.BUNDLES
        assert (Path(assets.PUBLIC) / name).is_file()


def test_the_lms_finds_every_file_where_a_page_looks_for_it():
    """By the platform's own rules, on the sources; `tests/packaging` has them for the wheel."""
    rules = Path(__file__).parents[1] / "packaging" / "lms_rules.py"
    command = [sys.executable, str(rules), "AssessmentBlock"]
    done = subprocess.run(command, capture_output=True, check=True)
    lms = json.loads(done.stdout)
    for name in ("assessment.css", "assessment.js", "task-mailbox.js", "task-phone-calls.js"):
        assert lms["addresses"][f"public/{name}"] == f"xblock/resources/pasapas/public/{name}"
        assert lms["addresses"][f"public/{name}"] in lms["collected"]
