"""A result is shown by its learner's own act, under a code, and taken back at will."""

from __future__ import annotations

import copy
import datetime
import json
import re

import lxml.html
import pytest
from xblock.fields import Scope

from pasapas.assessment import sharing
from pasapas.blocks import AssessmentBlock
from pasapas.player.saving import learner_token

from .assessments import (
    USAGE,
    act,
    ask,
    asked,
    assessment_host,
    deck,
    events,
    keep,
    state,
    walk,
)
from .host import Host

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def host(monkeypatch) -> Host:
    """Amina has answered all that was asked."""
    on(monkeypatch, TODAY)
    host = assessment_host()
    answers = [[slug, int(slug != "lire-qui-ecrit"), 0] for slug in deck().number_of]
    keep(host, asked("", *answers, ended=True, current=None))
    return host


def on(monkeypatch, day: datetime.date) -> None:
    monkeypatch.setattr(AssessmentBlock, "_today", lambda self: day)


def show(host: Host, user: str = "amina") -> str:
    """The code that a learner gets."""
    status, body = ask(host, "show", user)
    assert status == 200
    code = host.block(USAGE, user).code
    assert sharing.readable(code) in body["code"]
    return code


def seen(host: Host, code: object, user: str = "trainer") -> str:
    status, body = host.post("see", {"code": code}, usage=USAGE, user=user)
    assert (status, set(body)) == (200, {"html"})
    return body["html"]


def shelf(host: Host) -> dict:
    return host.block(USAGE).shown


def done(page: str) -> list[str]:
    """« Vous savez … », line by line."""
    return [line.text_content() for line in lxml.html.fromstring(page).xpath("//ul/li[@data-s]")]


def evidence(page: str) -> dict[str, list[str]]:
    """« Je sais … » → what was asked of it, and what came of it."""
    found: dict[str, list[str]] = {}
    (listed,) = lxml.html.fromstring(page).find_class("pap-evidence")
    for node in listed:
        if node.tag == "dt":
            last = found.setdefault(node.text_content(), [])
        else:
            last.append(node.text_content())
    return found


# --- Only by the learner's act ------------------------------------------------------------------


def test_before_it_is_shown_nothing_is_in_a_place_that_others_share(host):
    assert host.kept(Scope.user_state_summary) == set()
    assert host.kept(Scope.user_info) == host.kept(Scope.preferences) == set()
    assert host.block(USAGE).code == ""
    host.view(usage=USAGE)
    seen(host, "BCDFGHJK")
    ask(host, "take_back")
    assert host.kept(Scope.user_state_summary) == set()


def test_a_trainer_sees_what_the_learner_shows(host):
    page = seen(host, show(host))
    assert "La personne vous montre ce résultat." in page
    own = done(act(host, "look")[1]["page"]["html"])
    assert own == done(page)
    assert "Vous savez répondre à un mail." in own
    for button in ("pap-again", "pap-show", "pap-print"):
        assert button not in page


def test_what_is_shown_has_no_name_in_it(host):
    code = show(host)
    (entry,) = shelf(host).values()
    assert set(entry) == {"day", "state"}
    assert set(entry["state"]) <= {"run", "given", "warm", "past", "ended"}
    told = json.dumps(shelf(host)) + seen(host, code)
    for name in ("amina", learner_token("amina")):
        assert name not in told
    assert list(shelf(host)) == [code]


def test_the_evidence_lists_all_that_was_asked(host):
    given = state(host)["given"]
    listed = evidence(seen(host, show(host)))
    asks = {slug: deck().bank.by_slug[slug].ask[0].text for slug, _, _ in given}
    lines = [line for lines in listed.values() for line in lines]
    assert len(lines) == len(given)
    for slug, ask_text in asks.items():
        assert any(line.startswith(f"{ask_text} — ") for line in lines), slug
    assert "Que voit Lucie ? — réussi" in lines
    assert "Où est le nom ? — réussi" not in lines


def test_the_evidence_tells_the_three_outcomes_apart(host):
    keep(host, asked("", ["lire-qui-ecrit", 1, 2], ["repondre-ou", 0, 0], ["joindre-quoi", -1, ""],
                     ended=True, current=None))  # fmt: skip
    listed = evidence(seen(host, show(host)))
    assert set(listed) == {"Je sais voir qui écrit.", "Je sais répondre à un mail.",
                           "Je sais joindre un CV."}  # fmt: skip
    told = [line.partition(" — ")[2] for lines in listed.values() for line in lines]
    assert len(set(told)) == 3


def test_the_evidence_tells_earlier_runs_apart(host):
    kept = state(host)
    given = [[slug, 1, 0] for slug, _, _ in kept["given"]]
    past = [{"run": 1, "given": [[slug, outcome] for slug, outcome, _ in kept["given"]]}]
    keep(host, {**kept, "run": 2, "given": given, "past": past})
    lines = [line for lines in evidence(seen(host, show(host))).values() for line in lines]
    assert "Où est le nom ? — réussi" in lines
    assert any(re.fullmatch(r"Où est le nom \? — .+ \(une autre fois\)", line) for line in lines)


def test_without_a_result_there_is_nothing_to_show():
    host = assessment_host()
    assert ask(host, "show")[0] == 409
    act(host, "begin")
    before = copy.deepcopy(host.store.db_dict)
    assert ask(host, "show")[0] == 409
    assert host.store.db_dict == before


@pytest.mark.parametrize("handler", ["show", "take_back"])
@pytest.mark.parametrize(
    "sent",
    [{"learner": learner_token("luc")}, {"learner": ""}, {"learner": None}, {}, [], None, "x", 3],
    ids=repr,
)
def test_another_learners_page_shows_and_takes_back_nothing(host, handler, sent):
    show(host)
    before = copy.deepcopy(host.store.db_dict)
    assert host.post(handler, sent, usage=USAGE)[0] == 403
    assert host.store.db_dict == before


@pytest.mark.parametrize("handler", ["show", "take_back"])
def test_nobody_shows_and_takes_back_nothing(host, handler):
    before = copy.deepcopy(host.store.db_dict)
    for token in ("", learner_token("amina")):
        assert host.post(handler, {"learner": token}, usage=USAGE, user=None)[0] == 403
    assert host.store.db_dict == before


def test_no_event_tells_that_something_was_shown(host):
    before = events(host)
    seen(host, show(host))
    ask(host, "take_back")
    assert events(host) == before


# --- Taken back -----------------------------------------------------------------------------


def test_taken_back_there_is_nothing_left(host):
    code = show(host)
    assert ask(host, "take_back") == (200, {"code": ""})
    assert seen(host, code) == ""
    assert shelf(host) == {}
    assert host.block(USAGE).code == ""
    assert "code" not in host.view(usage=USAGE).json_init_args


def test_taken_back_twice_is_taken_back(host):
    show(host)
    ask(host, "take_back")
    before = copy.deepcopy(host.store.db_dict)
    assert ask(host, "take_back") == (200, {"code": ""})
    assert host.store.db_dict == before


def test_shown_again_after_that_it_has_another_code(host):
    first = show(host)
    ask(host, "take_back")
    second = show(host)
    assert first != second
    assert seen(host, first) == ""
    assert seen(host, second)


def test_each_takes_back_only_what_is_theirs(host):
    walk(host, lambda challenge: False, user="luc")
    codes = {user: show(host, user) for user in ("amina", "luc")}
    assert len(set(codes.values())) == 2
    assert seen(host, codes["amina"]) != seen(host, codes["luc"])
    ask(host, "take_back", "luc")
    assert seen(host, codes["luc"]) == ""
    assert seen(host, codes["amina"])


def test_it_can_be_taken_back_while_it_is_taken_again(host):
    code = show(host)
    act(host, "begin", 2)
    assert seen(host, code)
    assert ask(host, "take_back")[0] == 200
    assert seen(host, code) == ""


# --- Shown, and taken again -----------------------------------------------------------------


def test_the_code_stays_and_the_page_tells_it(host):
    code = show(host)
    assert show(host) == code
    assert len(shelf(host)) == 1
    assert sharing.readable(code) in host.view(usage=USAGE).json_init_args["code"]
    assert "code" not in host.view("public_view", usage=USAGE).json_init_args


def test_what_is_shown_changes_only_when_it_is_shown_again(host):
    code = show(host)
    first, kept = seen(host, code), copy.deepcopy(shelf(host))
    act(host, "begin", 2)
    assert seen(host, code) == first
    act(host, "answer", 2, number=0, challenge="toucher-un-bouton", reply=2)
    act(host, "stop", 2)
    assert seen(host, code) == first
    assert shelf(host) == kept
    assert show(host) == code
    assert seen(host, code) != first


def test_what_an_author_took_out_since_is_left_out_of_what_is_shown(host):
    kept = asked("", ["gone", 1, 0], ["repondre-ou", 1, 2], ended=True, current=None,
                 past=[{"run": 1, "given": [["gone-too", 0]]}])  # fmt: skip
    keep(host, kept)
    assert list(evidence(seen(host, show(host)))) == ["Je sais répondre à un mail."]


# --- Codes ----------------------------------------------------------------------------------


def test_a_code_in_an_odd_writing_is_found(host):
    code = show(host)
    page = seen(host, code)
    low, groups = code.lower(), (code[:4], code[4:])
    for written in (
        low, sharing.readable(code), f"  {low}\n", "-".join(groups), " ".join(low), "-".join(low),
        "\u00a0".join(groups), "\u202f".join(groups), "\t".join(groups), " - ".join(groups),
        "\u2010".join(groups), "\u2013".join(groups), "\u2014".join(groups), ".".join(groups),
        f"{code}.", f"« {code} »",
    ):  # fmt: skip
        assert seen(host, written) == page, written


@pytest.mark.parametrize(
    "written",
    [
        "", " ", "BCDFGHJK", "BCDFGHJ", "BCDFGHJKM", "AAAAAAAA", "ÉCOUTEZ2", "00000000", "<script>",
        None, 1, 1.5, True, [], ["BCDFGHJK"], {}, {"code": "BCDFGHJK"}, "\ud800", "__class__",
        "x" * 10**4, "shown", "' OR 1=1", "%", "*",
    ],
    ids=lambda value: repr(value)[:20],
)  # fmt: skip
def test_what_is_no_code_gives_nothing(host, written):
    show(host)
    before = copy.deepcopy(host.store.db_dict)
    assert seen(host, written) == ""
    assert host.store.db_dict == before


@pytest.mark.parametrize("sent", [None, [], "BCDFGHJK", 5, {}], ids=repr)
def test_a_request_without_a_code_gives_nothing(host, sent):
    show(host)
    assert host.post("see", sent, usage=USAGE) == (200, {"html": ""})


def test_codes_are_drawn_from_very_many_and_are_easy_to_read_aloud():
    codes = {sharing.new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert set("".join(codes)) == set(sharing.ALPHABET)
    assert not set(sharing.ALPHABET) & set("AEIOU01LSZN5")
    assert len(sharing.ALPHABET) ** sharing.LENGTH > 10**11


# --- Thirty days ----------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "is_there"), [(0, True), (30, True), (31, False), (400, False)])
def test_a_code_works_for_thirty_days(host, monkeypatch, days, is_there):
    code = show(host)
    on(monkeypatch, TODAY + datetime.timedelta(days=days))
    assert bool(seen(host, code)) is is_there
    assert ("code" in host.view(usage=USAGE).json_init_args) is is_there


def test_shown_again_it_works_for_thirty_days_more(host, monkeypatch):
    show(host)
    on(monkeypatch, TODAY + datetime.timedelta(days=40))
    code = show(host)
    on(monkeypatch, TODAY + datetime.timedelta(days=65))
    assert seen(host, code)


def test_what_is_too_old_goes_when_somebody_shows_theirs(host, monkeypatch):
    walk(host, lambda challenge: True, user="luc")
    old = show(host)
    on(monkeypatch, TODAY + datetime.timedelta(days=31))
    assert list(shelf(host)) == [old]
    new = show(host, "luc")
    assert list(shelf(host)) == [new]


def test_a_block_holds_a_certain_number_of_them(host):
    result = {"run": 1, "given": [], "ended": True}
    held: dict = {}
    for number in range(sharing.MOST + 30):
        held = sharing.shared(held, f"code-{number:04}", result, TODAY)
    assert len(held) == sharing.MOST
    assert f"code-{sharing.MOST + 29:04}" in held


@pytest.mark.parametrize(
    "entry",
    [None, [], "x", {}, {"day": "2026-11-22"}, {"day": "x", "state": {}}, {"day": 5, "state": {}},
     {"day": "2026-11-22", "state": []}, {"day": "2027-01-01", "state": {}}],
    ids=repr,
)  # fmt: skip
def test_what_is_kept_in_another_shape_is_not_there(host, entry):
    block = host.block(USAGE)
    block.shown = {"BCDFGHJK": entry}
    block.save()
    assert seen(host, "BCDFGHJK") == ""
    assert show(host)
