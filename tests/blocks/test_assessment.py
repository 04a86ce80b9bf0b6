"""The block of the self-assessment: what each view shows, what an act changes, what is told."""

from __future__ import annotations

import copy
import datetime
import json
import random
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
from lxml import etree
from webob import Request
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.fields import Scope

from pasapas.assessment.view import writer
from pasapas.blocks import AssessmentBlock
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import token_of
from pasapas.player import assets
from pasapas.player.saving import learner_token

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
    request,
    small,
    state,
    walk,
    written,
)
from .host import Host

UNREADABLE = "---\n: [\n"
VIEWS = ["student_view", "public_view", "author_view", "studio_view"]
each_view = pytest.mark.parametrize("view", VIEWS)
TASK = "joindre-ouvrir"


@pytest.fixture
def host() -> Host:
    return assessment_host()


def view(host: Host, name: str = "student_view", **block):
    return host.view(name, **{"usage": USAGE, **block})


def stage(fragment) -> str:
    """What stands where challenges and results are shown."""
    (found,) = lxml.html.fromstring(fragment.content).find_class("pap-stage")
    return etree.tostring(found, encoding="unicode")


def data_of(fragment) -> dict:
    """What the page tells its script."""
    (found,) = lxml.html.fromstring(fragment.content).find_class("pap-data")
    return json.loads(found.text)


# --- Views --------------------------------------------------------------------------------------


def test_the_block_is_found_by_its_name():
    assert XBlock.load_class("pasapas_assessment") is AssessmentBlock


@each_view
def test_the_runtime_can_wrap_every_view(host, view):
    assert "pasapas" in host.render(host.block(USAGE), view).content


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


@each_view
def test_no_view_writes_anything(host, view):
    act(host, "begin")
    before = dict(host.store.db_dict)
    host.view(view, usage=USAGE)
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


def test_a_view_can_be_shown_in_the_mobile_app(host):
    block = host.block(USAGE)
    assert block.has_support(block.student_view, "multi_device")


def test_fields_belong_to_whom_they_should():
    scopes = {name: field.scope for name, field in AssessmentBlock.fields.items()}
    assert scopes["saved"] == scopes["code"] == Scope.user_state
    assert scopes["shown"] == Scope.user_state_summary
    assert scopes["source"] == Scope.content
    assert scopes["lessons"] == scopes["sound"] == Scope.settings


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


# --- Texts that are hostile ---------------------------------------------------------------------

HOSTILE = "<img src=x onerror=hostile()> </script><script>hostile()</script> \" ' & {0} ${7*7}"


def hostile() -> str:
    """`SMALL` with something hostile in every text, so far as a name may hold it."""

    def spoilt(node: object, name: str = "") -> object:
        if isinstance(node, dict):
            return {key: spoilt(value, key) for key, value in node.items()}
        if isinstance(node, list):
            return [spoilt(item, name) for item in node]
        texts = ("title", "scene", "heard", "ask", "learn", "choices", "order", "text", "label",
                 "can", "you", "from", "subject")  # fmt: skip
        return f"{node} {HOSTILE}" if name in texts else node

    document = spoilt(small())
    document["bank"]["domains"][0]["domain"] = "messages"
    return written(document)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    source = hostile()
    host = assessment_host(source, lessons={"lire-un-mail": HOSTILE, "x": HOSTILE})
    found = {name: view(host, name).content for name in VIEWS}
    for slug in deck(source).bank.by_slug:
        keep(host, asked(slug))
        found[f"asked {slug}"] = view(host).content
        sent = {"number": 0, "challenge": token_of(slug), "reply": "not-yet"}
        found[f"after {slug}"] = act(host, "answer", **sent)[1]["after"]["html"]
    for name, outcome in {"nothing": 0, "all": 1}.items():
        answers = [[slug, outcome, 0] for slug in deck(source).number_of]
        keep(host, asked("lire-qui-ecrit", *answers, ended=True, current=None))
        found[f"result of {name}"] = view(host).content
        token = {"learner": learner_token("amina")}
        code = host.post("show", token, usage=USAGE)[1]["code"]
        found[f"code of {name}"] = code
        sent = {"code": host.block(USAGE).code}
        found[f"shown of {name}"] = host.post("see", sent, usage=USAGE)[1]["html"]
    checked = host.post("studio_check", {"source": source}, usage=USAGE)[1]
    found["problems"] = checked["problems"]
    found["preview"] = checked["preview"]["html"]
    return found


def test_nothing_of_a_hostile_text_runs(pages):
    for name, page in pages.items():
        tree = lxml.html.fragment_fromstring(page, create_parent="div")
        scripts = tree.xpath("//script[not(@type='application/json')] | //img | //iframe")
        assert not scripts, name
        handlers = tree.xpath("//@*[starts-with(name(), 'on')]")
        assert not handlers, name


def test_hostile_texts_stand_there_as_texts(pages):
    marked = "onerror=hostile()"
    told = {name for name, page in pages.items() if marked in page}
    assert {"shown of all", "shown of nothing", "result of all"} <= told
    assert {name for name in pages if name.startswith("asked ")} <= told
    assert {name for name in pages if name.startswith("after ")} <= told


def test_titles_of_the_course_are_texts_too():
    host = assessment_host(lessons={"lire-un-mail": HOSTILE})
    answers = [[slug, 0, 0] for slug in deck().number_of]
    keep(host, asked("lire-qui-ecrit", *answers, ended=True, current=None))
    content = view(host).content
    assert "&lt;img src=x" in content
    assert "<img" not in content


# --- OLX ----------------------------------------------------------------------------------------

SOUNDS = {"aaaa": {"sources": ["/static/a.ogg", "/static/a.mp3"], "starts": [0.0, 1.5]}}


def olx(attributes: str = "", more: str = "", text: str = SMALL) -> str:
    return (
        f'<pasapas_assessment url_name="assessment-x" {attributes}>'
        f'<source format="1"><![CDATA[{text}]]></source>{more}</pasapas_assessment>'
    )


@pytest.mark.parametrize("text", [SMALL, WHOLE, "", "a ]]> b", UNREADABLE])
@pytest.mark.parametrize("lessons", [None, {}, {"joindre-un-cv": "Joindre « un CV » & l'envoyer"}])
def test_a_block_travels_byte_for_byte(text, lessons):
    fields = {} if lessons is None else {"lessons": lessons}
    host = assessment_host(text, sound=SOUNDS, display_name="Un <titre>", **fields)
    host.store.teaching = False
    first = etree.tostring(host.exported(host.block(USAGE)))
    again = host.imported(first)
    assert again.source == text
    assert again.sound == SOUNDS
    assert again.display_name == "Un <titre>"
    assert again.lessons == (lessons or {})
    assert etree.tostring(host.exported(again)) == first


def test_nothing_of_a_learner_is_exported(host):
    walk(host, lambda challenge: True)
    host.post("show", {"learner": learner_token("amina")}, usage=USAGE)
    block = host.block(USAGE)
    assert block.code
    assert block.shown
    node = host.exported(block)
    assert set(node.attrib) <= {"display_name", "lessons", "xblock-family"}
    assert block.code not in etree.tostring(node, encoding="unicode")


@pytest.mark.parametrize(
    "attributes",
    [
        "lessons='null'", "lessons='[1, 2]'", "lessons='5'", "lessons='['", "lessons=''",
        "lessons='{\"a\": [1]}'", "lessons='{\"lire-un-mail\": 5}'", "counts='yes'",
        "completion_mode='completable'", "code='BCDFGHJK'", "shown='{}'", "saved='{\"state\": 1}'",
    ],
)  # fmt: skip
def test_odd_attributes_do_no_harm(attributes):
    block = Host().imported(olx(attributes))
    assert block.source == SMALL
    assert (block.code, block.shown, block.saved) == ("", {}, {})
    host = assessment_host(block.source, lessons=block.lessons)
    walk(host, lambda challenge: False)
    assert "pap-result" in view(host).content


@pytest.mark.parametrize(
    "xml", ["<pasapas_assessment/>", "<pasapas_assessment><bank/><sound/>x</pasapas_assessment>"]
)
def test_a_block_without_a_text_is_imported_too(xml):
    block = Host().imported(xml)
    assert block.source == ""
    assert "pas encore prête" in block.student_view().content


# --- Whole runs ---------------------------------------------------------------------------------


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


# --- The same again, and something else ---------------------------------------------------------


def raw(host: Host, sent: dict) -> tuple[int, bytes]:
    body = json.dumps(sent).encode()
    response = host.block(USAGE).handle("act", Request.blank("/", method="POST", body=body))
    return response.status_code, response.body


def test_every_request_sent_again_has_the_same_bytes_and_changes_nothing(host):
    """At once, and again when all has ended."""
    done = []

    def twice(sent: dict) -> dict:
        first = raw(host, sent)
        before = dict(host.store.db_dict)
        assert raw(host, sent) == first
        assert host.store.db_dict == before
        assert first[0] == 200
        done.append((sent, first))
        return json.loads(first[1])

    body = twice(request("begin"))
    while not body["page"].get("ended"):
        page = body["page"]
        reply = reply_to(asked_by(page), page["number"] % 2 == 0)
        sent = {"number": page["number"], "challenge": page["challenge"], "reply": reply}
        body = twice(request("answer", seq=len(done) + 1, **sent))
    before, told = dict(host.store.db_dict), len(host.published)
    for sent, first in done[1:]:
        assert raw(host, sent) == first
    assert host.store.db_dict == before
    assert len(host.published) == told


def test_a_stop_sent_again_has_the_same_bytes_and_changes_nothing(host):
    act(host, "begin")
    answered = request("answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    first_answer = raw(host, answered)
    first = raw(host, request("stop"))
    before, told = dict(host.store.db_dict), len(host.published)
    assert raw(host, request("stop")) == first
    assert raw(host, answered) == first_answer
    assert host.store.db_dict == before
    assert len(host.published) == told


def test_a_begin_that_comes_late_finds_where_the_learner_is(host):
    act(host, "begin")
    _, body = act(host, "answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    before = dict(host.store.db_dict)
    status, again = act(host, "begin")
    assert (status, again["page"]) == (200, body["page"])
    assert host.store.db_dict == before


NOW = {"number": 1, "challenge": token_of("repondre-ou"), "reply": 2}
REFUSED = {
    "another answer to what was answered": (
        409,
        {"number": 0, "challenge": token_of("lire-qui-ecrit")},
    ),
    "another challenge for an earlier place": (409, {**NOW, "number": 0}),
    "an answer to what is not asked": (409, {**NOW, "challenge": token_of("lire-les-deux")}),
    "the slug of what is asked": (409, {**NOW, "challenge": "repondre-ou"}),
    "an answer to what nobody knows": (409, {**NOW, "challenge": token_of("nowhere")}),
    "an answer that is still to come": (409, {**NOW, "number": 2}),
    "another run": (409, {**NOW, "run": 2}),
    "an earlier run": (409, {**NOW, "run": 0}),
    "a run that may not begin yet": (409, {"do": "begin", "run": 2}),
    "a run far away": (409, {"do": "begin", "run": 99}),
    "the end of another run": (409, {"do": "stop", "run": 2}),
    "another learner's page": (403, {**NOW, "learner": learner_token("luc")}),
    "nobody's page": (403, {**NOW, "learner": ""}),
    "a place that is not there": (400, {**NOW, "reply": 5}),
    "a place below": (400, {**NOW, "reply": -1}),
    "a place that is a flag": (400, {**NOW, "reply": True}),
    "no reply": (400, {**NOW, "reply": None}),
    "a list for a place": (400, {**NOW, "reply": [2]}),
    "a draft for a place": (400, {**NOW, "reply": {"mail": "rosa"}}),
    "a number that is none": (400, {**NOW, "number": "1"}),
    "a number below": (400, {**NOW, "number": -1}),
    "no number": (400, {"challenge": token_of("repondre-ou"), "reply": 2}),
    "a challenge that is no text": (400, {**NOW, "challenge": 3}),
    "another version": (400, {**NOW, "v": 2}),
    "a version that is a flag": (400, {**NOW, "v": True}),
    "another verb": (400, {"do": "grade"}),
    "a seq that is none": (400, {**NOW, "seq": 1.5}),
    "a run that is a text": (400, {**NOW, "run": "1"}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_changes_nothing(host, name):
    keep(host, asked("repondre-ou", ["lire-qui-ecrit", 1, 2]))
    page = act(host, "look")[1]["page"]
    before = copy.deepcopy(host.store.db_dict)
    status, changed = REFUSED[name]
    sent = {**request("answer"), "reply": 1, **changed}
    got, body = host.post("act", sent, usage=USAGE)
    assert got == status
    assert host.store.db_dict == before
    assert host.published == []
    if status == 409:
        assert (body["run"], body["page"]) == (1, page)
    else:
        assert set(body) == {"error"}


def test_another_learners_answer_is_refused(host):
    """On a shared phone Luc is signed in, and Amina's answer is still waiting."""
    act(host, "begin")
    act(host, "begin", user="luc")
    before = dict(host.store.db_dict)
    sent = request("answer", number=0, challenge=token_of("toucher-un-bouton"), reply=2)
    assert host.post("act", sent, usage=USAGE, user="luc")[0] == 403
    assert host.store.db_dict == before


@pytest.mark.parametrize("handler", ["act", "show", "take_back", "see"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_anything_but_a_post_is_refused(host, handler, method):
    assert host.post(handler, request("begin"), method=method, usage=USAGE)[0] == 405
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


# --- Sounds -------------------------------------------------------------------------------------


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


# --- Events, completion -------------------------------------------------------------------------


def test_events_tell_that_it_began_and_ended_and_nothing_else():
    host = assessment_host(WHOLE)
    walk(host, lambda challenge: False, WHOLE)
    walk(host, lambda challenge: True, WHOLE, run=2)
    host.post("show", {"learner": learner_token("amina")}, usage=USAGE)
    host.post("see", {"code": host.block(USAGE).code}, usage=USAGE)
    host.post("take_back", {"learner": learner_token("amina")}, usage=USAGE)
    assert events(host) == [
        ("pasapas.assessment.began", {"mode": "whole", "run": 1}),
        ("pasapas.assessment.ended", {"mode": "whole", "run": 1}),
        ("pasapas.assessment.began", {"mode": "whole", "run": 2}),
        ("pasapas.assessment.ended", {"mode": "whole", "run": 2}),
    ]


def test_a_browser_names_no_event(host):
    act(host, "begin", event_type="grade", value=1, max_value=1)
    assert {name for name, _ in events(host)} == {"pasapas.assessment.began"}
    handlers = {
        name
        for name in dir(AssessmentBlock)
        if getattr(getattr(AssessmentBlock, name), "_is_xblock_handler", False)
    }
    assert handlers == {"act", "show", "take_back", "see", "screen", "save_preferences",
                        "studio_check", "studio_submit"}  # fmt: skip


def test_it_does_not_count_unless_its_author_says_so(host):
    assert XBlockCompletionMode.get_mode(AssessmentBlock) == XBlockCompletionMode.EXCLUDED
    block = host.block(USAGE)
    assert XBlockCompletionMode.get_mode(block) == XBlockCompletionMode.EXCLUDED
    for source in (UNREADABLE, "", SMALL.replace("mode: whole", "counts: no")):
        block = assessment_host(source).block(USAGE)
        assert XBlockCompletionMode.get_mode(block) == XBlockCompletionMode.EXCLUDED
    walk(host, lambda challenge: True)
    assert "completion" not in dict(events(host))


@pytest.mark.parametrize("stops", [True, False])
def test_where_it_counts_who_has_ended_has_completed_it(stops):
    source = SMALL.replace("mode: whole", "mode: whole\ncounts: yes")
    host = assessment_host(source)
    assert XBlockCompletionMode.get_mode(host.block(USAGE)) == XBlockCompletionMode.COMPLETABLE
    assert XBlockCompletionMode.get_mode(AssessmentBlock) == XBlockCompletionMode.EXCLUDED
    act(host, "begin")
    assert "completion" not in dict(events(host))
    if stops:
        act(host, "stop")
        act(host, "stop")
    else:
        walk(host, lambda challenge: True, source)
    assert [data for name, data in events(host) if name == "completion"] == [{"completion": 1.0}]
