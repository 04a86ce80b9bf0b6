"""The block of the self-assessment: what each view shows, to whom."""

from __future__ import annotations

import json

import lxml.html
import pytest
from lxml import etree
from xblock.core import XBlock
from xblock.fields import Scope

from pasapas.blocks import AssessmentBlock
from pasapas.content.challenge import token_of
from pasapas.player.saving import learner_token

from .assessments import (
    SMALL,
    UNREADABLE,
    USAGE,
    VIEWS,
    act,
    asked,
    assessment_host,
    keep,
    request,
    state,
    view,
    walk,
)

each_view = pytest.mark.parametrize("view", VIEWS)
TASK = "joindre-ouvrir"


def stage(fragment) -> str:
    """What stands where challenges and results are shown."""
    (found,) = lxml.html.fromstring(fragment.content).find_class("pap-stage")
    return etree.tostring(found, encoding="unicode")


def data_of(fragment) -> dict:
    """What the page tells its script."""
    (found,) = lxml.html.fromstring(fragment.content).find_class("pap-data")
    return json.loads(found.text)


def test_the_block_is_found_by_its_name():
    assert XBlock.load_class("pasapas_assessment") is AssessmentBlock


@each_view
def test_the_runtime_can_wrap_every_view(host, view):
    assert "pasapas" in host.render(host.block(USAGE), view).content


def test_fields_belong_to_whom_they_should():
    scopes = {name: field.scope for name, field in AssessmentBlock.fields.items()}
    assert scopes["saved"] == scopes["code"] == Scope.user_state
    assert scopes["shown"] == Scope.user_state_summary
    assert scopes["source"] == Scope.content
    assert scopes["lessons"] == scopes["sound"] == Scope.settings


def test_a_view_can_be_shown_in_the_mobile_app(host):
    block = host.block(USAGE)
    assert block.has_support(block.student_view, "multi_device")


@each_view
def test_no_view_writes_anything(host, view):
    act(host, "begin")
    before = dict(host.store.db_dict)
    host.view(view, usage=USAGE)
    assert host.store.db_dict == before


# --- What a learner sees ------------------------------------------------------------------------


def test_before_it_begins_there_is_the_opening_alone(host):
    fragment = view(host)
    assert '<section class="pap-opening">' in fragment.content
    assert "pap-challenge" not in fragment.content
    assert fragment.js_init_fn == "PasAPasAssessment"
    assert fragment.json_init_args == {
        "learner": learner_token("amina"),
        "run": 0,
        "page": {},
        "preferences": {"revision": 0, "state": {}},
    }


def test_while_it_goes_on_there_is_the_challenge_that_is_asked(host):
    _, begun = act(host, "begin")
    fragment = view(host)
    assert begun["page"]["html"] in fragment.content
    assert '<section class="pap-opening" hidden>' in fragment.content
    assert fragment.json_init_args["run"] == 1
    token = token_of("toucher-un-bouton")
    assert fragment.json_init_args["page"] == {"number": 0, "challenge": token}


def test_a_page_that_opens_with_a_task_has_what_its_screen_needs(host):
    keep(host, asked(TASK))
    _, looked = act(host, "look")
    assert data_of(view(host))["task"] == looked["page"]["task"]
    assert "task" not in view(host).json_init_args["page"]
    assert looked["page"]["task"]["script"] == "mailbox"


def test_a_page_that_opens_without_a_task_has_none(host):
    assert data_of(view(host))["task"] is None
    act(host, "begin")
    assert data_of(view(host))["task"] is None


def test_at_the_end_there_is_the_result(host):
    last = walk(host, lambda challenge: True)[-1]
    fragment = view(host)
    assert last["page"]["html"] in fragment.content
    assert fragment.json_init_args["page"] == {"ended": True}
    assert "pap-did" in stage(fragment)


def test_nobody_sees_anothers_state(host):
    walk(host, lambda challenge: True)
    fragment = view(host, user="luc")
    assert fragment.json_init_args["run"] == 0
    assert "pap-result" not in fragment.content


def test_what_one_likes_is_shared_with_lessons(host):
    liked = {"v": 1, "learner": learner_token("amina"), "client": "page-1", "seq": 1, "base": 0}
    host.post("save_preferences", {**liked, "data": {"size": 2}}, usage=USAGE)
    assert host.block("lesson-one").pasapas_prefs["state"] == {"size": 2}
    fragment = view(host)
    assert 'data-size="2"' in fragment.content
    assert fragment.json_init_args["preferences"] == {"revision": 1, "state": {"size": 2}}


def test_the_reader_decides_the_language_of_the_page_not_of_what_is_asked():
    host = assessment_host(language="en")
    content = view(host).content
    assert "<span>Begin</span>" in content
    assert "Mes petits essais" in content
    assert "Touchez « Deux »." in act(host, "begin")[1]["page"]["html"].replace("&nbsp;", " ")


# --- What nobody, authors and a search see ------------------------------------------------------


@pytest.mark.parametrize("name", ["public_view", "author_view"])
def test_a_view_for_nobody_has_the_opening_and_keeps_nothing(host, name):
    walk(host, lambda challenge: True)
    before = dict(host.store.db_dict)
    fragment = view(host, name)
    assert fragment.json_init_args["learner"] == ""
    assert fragment.json_init_args["run"] == 0
    assert "pap-result" not in fragment.content
    assert host.store.db_dict == before


def test_a_visitor_without_an_account_is_nobody_and_begins_nothing(host):
    assert view(host, user=None).json_init_args["learner"] == ""
    before = dict(host.store.db_dict)
    sent = {**request("begin"), "learner": ""}
    assert host.post("act", sent, usage=USAGE, user=None)[0] == 403
    assert host.store.db_dict == before


@pytest.mark.parametrize("name", ["student_view", "public_view", "author_view"])
@pytest.mark.parametrize("source", ["", UNREADABLE, "title: x\nbank: nobodys\n", "x" * 60_000])
def test_a_text_that_cannot_be_read_has_a_page_too(name, source):
    fragment = view(assessment_host(source), name)
    assert "Cette page n&#x27;est pas encore prête." in fragment.content
    assert fragment.js_init_fn is None
    assert [item.data for item in fragment.resources] == [
        "/resources/pasapas_assessment/public/assessment.css"
    ]


def test_with_a_text_that_cannot_be_read_the_browser_is_asked_to_come_back():
    host = assessment_host(UNREADABLE)
    assert act(host, "begin") == (503, {"error": "no-assessment"})
    assert state(host) == {}
    for handler, status in {"show": 503, "take_back": 503, "see": 200}.items():
        sent = {"learner": learner_token("amina"), "code": "BCDFGHJK"}
        assert host.post(handler, sent, usage=USAGE)[0] == status


def test_an_author_sees_the_problems_with_their_lines():
    source = SMALL.replace("pictogram: personne", "pictogram: nobody")
    fragment = view(assessment_host(source), "author_view")
    assert "Le pictogramme « nobody » n&#x27;existe pas." in fragment.content
    assert "Ligne " in fragment.content
    assert "Ligne " not in view(assessment_host(source)).content


def test_studio_checks_a_text_and_keeps_nothing(host):
    before = dict(host.store.db_dict)
    wrong = SMALL.replace("mode: whole", "mode: half")
    status, reply = host.post("studio_check", {"source": wrong}, usage=USAGE)
    assert status == 200
    assert "half" in reply["problems"]
    assert reply["preview"]["start"] == "PasAPasAssessment"
    assert reply["preview"]["args"]["learner"] == ""
    assert host.store.db_dict == before


def test_a_search_finds_the_title_and_no_answers(host):
    index = host.block(USAGE).index_dictionary()
    assert index["content"]["title"] == "Mes petits essais"
    for words in ("En haut du mail", "Le nom ouvre la page"):
        assert words not in json.dumps(index, ensure_ascii=False)


def test_a_search_of_an_unreadable_text_finds_its_title():
    host = assessment_host(UNREADABLE, display_name="Un titre")
    assert "Un titre" in json.dumps(host.block(USAGE).index_dictionary())
