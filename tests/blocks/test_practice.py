"""The block of practices: what is kept, what is judged, what is refused."""

from __future__ import annotations

import json

import pytest
from xblock.fields import Scope

from .host import Host
from .practices import RIGHT, SENT_WITH_CV, SOURCE, USAGE, attempt, practice_host, success


@pytest.fixture
def host() -> Host:
    return practice_host()


def post(host: Host, envelope, **block):
    return host.post("save_progress", envelope, **{"usage": USAGE, **block})


def state(host: Host, user: str = "amina"):
    return host.block(USAGE, user).saved["state"]


def completed(host: Host) -> list[str]:
    return [user for user, usage, event, _ in host.published if event == "completion"]


def test_a_draft_is_kept_and_no_goal_is_reached(host):
    assert post(host, attempt()) == (200, {"v": 1, "seq": 1, "revision": 1})
    assert state(host)["draft"] == {"at": "files"}
    assert state(host)["done"] == []
    assert completed(host) == []


def test_an_attempt_is_judged_again_and_completes(host):
    assert post(host, attempt(tries=[success()]))[0] == 200
    assert state(host)["done"] == [{"level": 1, "look": 0, "day": "2026-11-20"}]
    assert completed(host) == ["amina"]


@pytest.mark.parametrize(
    "changed",
    [
        {"draft": {**SENT_WITH_CV, "attachments": []}},
        {"draft": {**SENT_WITH_CV, "attachments": ["cv-2023"]}},
        {"draft": {**SENT_WITH_CV, "sent": False}},
        {"draft": {}},
        {"told": {**RIGHT, "to": "100"}},
    ],
)
def test_a_browser_may_say_what_it_likes_the_server_judges(host, changed):
    assert post(host, attempt(tries=[success(**changed)]))[0] == 200
    assert state(host)["done"] == []
    assert completed(host) == []


def test_the_same_attempt_again_is_one_success(host):
    sent = attempt(tries=[success()])
    assert post(host, sent) == post(host, sent)
    post(host, attempt(seq=2, base=1, tries=[success()]))
    assert len(state(host)["done"]) == 1


def test_another_day_and_another_look_are_kept_apart(host):
    tries = [success(), success(look=1), success(day="2026-11-19")]
    post(host, attempt(tries=tries))
    assert len(state(host)["done"]) == 3


def test_a_day_that_is_still_to_come_is_a_clock_gone_wrong(host):
    post(host, attempt(tries=[success(day="2199-01-01")]))
    assert state(host)["done"][0]["day"] < "2199"


def test_of_two_pages_the_later_hand_keeps_its_draft(host):
    """Whoever is told 409 sends again on top; what was done later stays, whoever comes last."""
    post(host, attempt(at=5000, draft={"at": "menu"}))
    older = attempt(client="page-2", at=4000, draft={"at": "files"}, tries=[success()])
    status, reply = post(host, older)
    assert (status, reply["state"]["at"]) == (409, 5000)
    older["base"] = reply["revision"]
    older["seq"] = 2
    assert post(host, older)[0] == 200
    assert state(host)["draft"] == {"at": "menu"}
    assert len(state(host)["done"]) == 1  # nothing that was reached is lost
    newer = attempt(client="page-2", seq=3, base=2, at=6000, draft={"at": "list"})
    assert post(host, newer)[0] == 200
    assert state(host)["draft"] == {"at": "list"}


def test_a_clock_that_is_ahead_does_not_win_for_ever(host):
    post(host, attempt(at=10**15))
    assert state(host)["at"] < 10**14


def test_another_learner_is_refused(host):
    assert post(host, attempt(user="luc"))[0] == 403
    assert not host.block(USAGE).fields["saved"].is_set_on(host.block(USAGE))


def test_without_a_text_the_browser_keeps_its_queue():
    host = practice_host(source="---\n: [\n")
    status, reply = host.post("save_progress", attempt(), usage=USAGE)
    assert (status, reply["error"]) == (503, "no-practice")


def test_the_view_gives_the_browser_its_screen(host):
    fragment = host.view(usage=USAGE)
    assert "Envoyez votre CV à la Boulangerie Diallo." in fragment.content
    assert fragment.js_init_fn == "PasAPasPractice"
    urls = [resource.data for resource in fragment.resources]
    assert [url.rpartition("/")[2] for url in urls] == [
        "practice-mailbox.css",
        "practice-mailbox.js",
    ]


def test_a_visitor_has_the_practice_and_nothing_is_kept(host):
    fragment = host.view("public_view", usage=USAGE)
    assert fragment.json_init_args["learner"] == ""


def test_a_text_that_can_not_be_read_says_so(host):
    other = practice_host(source="format: 1\nscreen: nowhere\n")
    content = other.view(usage=USAGE).content
    assert "pas encore prêt" in content
    assert "pap-data" not in content


def test_the_text_comes_back_from_olx_byte_for_byte(host):
    node = host.exported(host.block(USAGE))
    again = Host().imported(b"<pasapas_practice url_name='practice-one'/>")
    assert again.source == ""
    from lxml import etree

    assert Host().imported(etree.tostring(node)).source == SOURCE


def test_a_save_is_small():
    """A kilobyte at most, with a success in it."""
    sent = json.dumps(attempt(tries=[success()]), separators=(",", ":"))
    assert len(sent.encode()) <= 1000


def test_studio_shows_problems_of_the_screen_too(host):
    wrong = SOURCE.replace("attachments: {empty: true}", "attachements: {empty: true}")
    reply = host.post("studio_check", {"source": wrong}, usage=USAGE)[1]
    assert "attachements" in reply["problems"]
    assert "attachments" in reply["problems"]
    assert reply["preview"]["start"] == "PasAPasPractice"


def test_nothing_of_a_learner_is_in_shared_scopes(host):
    post(host, attempt(tries=[success()]))
    assert host.kept(Scope.user_state_summary) == set()
    assert host.kept(Scope.user_state) == {"saved"}
