"""Studio's editor: what is refused, what is saved with its errors, what is only checked."""

from __future__ import annotations

import json

import lxml.html
import pytest
from xblock.exceptions import InvalidScopeError

from pasapas.content.problems import MAX_PROBLEMS

from .host import LESSON, Host, envelope

CHANGED = LESSON.replace("Vous répondez", "Amina répond")
WITH_ERRORS = LESSON.replace("pictogram:mail", "pictogram:chat")
UNSAFE = {
    "html": LESSON.replace("Vous répondez", "<script>alert(1)</script>"),
    "link": LESSON.replace("Vous répondez", "[x](javascript:x)"),
    "picture": LESSON.replace("pictogram:mail", "https://e.example/x.png"),
    "no fields": "## Un mail\nLe mail est là.\n",
    "yaml": LESSON.replace("title: Joindre un CV", "title: *alias"),
    "too long": LESSON + "x" * 60_000,
}


@pytest.fixture
def host():
    return Host().authored(display_name="Un titre")


def test_a_right_text_is_saved(host):
    status, reply = host.post("studio_submit", {"source": CHANGED, "display_name": "Autre"})
    assert status == 200
    assert reply["saved"] is True
    assert reply["refused"] is False
    assert "Aucun problème" in reply["problems"]
    assert host.block().source == CHANGED
    assert host.block().display_name == "Autre"


def test_a_text_with_mere_errors_is_saved_and_they_are_shown(host):
    _, reply = host.post("studio_submit", {"source": WITH_ERRORS})
    assert reply["saved"] is True
    assert "Ligne 11." in reply["problems"]
    assert host.block().source == WITH_ERRORS


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_text_is_refused_and_the_old_one_stays(host, name):
    status, reply = host.post("studio_submit", {"source": UNSAFE[name], "display_name": "Autre"})
    assert status == 200
    assert reply["refused"] is True
    assert "saved" not in reply
    assert "Refusé" in reply["problems"]
    assert "<script" not in reply["problems"]
    assert host.block().source == LESSON
    assert host.block().display_name == "Un titre"


@pytest.mark.parametrize("source", [CHANGED, WITH_ERRORS, UNSAFE["html"]])
def test_a_check_saves_nothing(host, source):
    before = dict(host.store.db_dict)
    status, reply = host.post("studio_check", {"source": source, "display_name": "Autre"})
    assert status == 200
    assert set(reply) == {"refused", "problems", "preview"}
    assert host.store.db_dict == before


def test_a_check_says_what_a_save_would_say(host):
    for source in (CHANGED, WITH_ERRORS, *UNSAFE.values()):
        checked = host.post("studio_check", {"source": source})[1]
        submitted = host.post("studio_submit", {"source": source})[1]
        submitted.pop("saved", None)
        del checked["preview"]
        assert checked == submitted


def test_a_check_shows_what_learners_would_see_of_a_text_that_is_not_saved(host):
    preview = host.post("studio_check", {"source": CHANGED})[1]["preview"]
    assert "pap-screen" in preview["html"]
    assert preview["start"] == "PasAPasLesson"
    assert preview["args"]["learner"] == ""
    assert all(address.startswith("/resources/") for address in preview["scripts"])
    assert preview["scripts"] and preview["styles"]
    assert (
        "<script" not in host.post("studio_check", {"source": UNSAFE["html"]})[1]["preview"]["html"]
    )


@pytest.mark.parametrize(
    "title", [None, "", "   ", 3, ["x"], {"a": 1}, "\x00", "\u202e", "x" * 60_000]
)
def test_a_title_that_is_none_leaves_the_old_one(host, title):
    host.post("studio_submit", {"source": CHANGED, "display_name": title})
    assert host.block().source == CHANGED
    assert host.block().display_name == "Un titre"


def test_a_title_is_one_clean_line(host):
    host.post("studio_submit", {"source": CHANGED, "display_name": "  Un\n autre\t titre \x07 "})
    assert host.block().display_name == "Un autre titre"


@pytest.mark.parametrize("handler", ["studio_submit", "studio_check"])
@pytest.mark.parametrize("data", [None, [], "x", 3, {}, {"source": None}, {"source": [LESSON]}])
def test_without_a_text_there_is_nothing_to_judge(host, handler, data):
    status, reply = host.post(handler, data)
    assert status == 400
    assert reply["error"]
    assert host.block().source == LESSON


@pytest.mark.parametrize("handler", ["studio_submit", "studio_check"])
def test_a_request_that_is_no_json_is_refused(host, handler):
    assert host.post(handler, b"{")[0] == 400


def test_the_text_is_made_canonical_at_the_door(host):
    host.post("studio_submit", {"source": "\ufeff" + CHANGED.replace("\n", "\r\n")})
    assert host.block().source == CHANGED


def test_a_learner_cannot_write_the_lesson(host):
    """The platform refuses it; the block does not go round its fields."""
    host.store.teaching = True
    with pytest.raises(InvalidScopeError):
        host.post("studio_submit", {"source": CHANGED})
    assert host.block().source == LESSON


def test_editing_touches_no_learner(host):
    host.post("save_progress", envelope(data={"place": 2}))
    host.post("studio_submit", {"source": CHANGED}, user="author")
    assert host.block().saved["state"]["place"] == 2


def test_a_shorter_text_does_not_strand_a_learner(host):
    host.post("save_progress", envelope(data={"place": 4}))
    short = LESSON[: LESSON.index("## Vérifiez")]
    assert json.loads(json.dumps(host.post("studio_submit", {"source": short})))[0] == 200
    assert 'pap-here" data-screen="2"' in host.view().content
    again = envelope(seq=2, base=1, data={"place": 1})
    assert host.post("save_progress", again)[0] == 200


# --- Plain language: said, never a reason to refuse ---

HARD = LESSON.replace(
    "Vous répondez à une offre.",
    "Vous répondez à une offre d'emploi (par e-mail) ; il suffit de joindre votre CV.",
)


def problems_of(reply):
    """(severity, text) of each problem that the editor shows."""
    items = lxml.html.fromstring(reply["problems"]).xpath("//li")
    return [(item.get("class"), item.text_content()) for item in items]


@pytest.mark.parametrize("handler", ["studio_check", "studio_submit"])
def test_what_is_hard_to_read_is_a_warning_and_saved(host, handler):
    reply = host.post(handler, {"source": HARD})[1]
    assert reply["refused"] is False
    found = problems_of(reply)
    assert {severity for severity, _ in found} == {"pap-warning"}
    assert any("Ligne 12." in text for _, text in found)
    assert (host.block().source == HARD) is (handler == "studio_submit")


def test_style_comes_after_what_is_missing_or_wrong(host):
    source = HARD.replace("pictogram:retenir", "pictogram:chat")
    severities = [
        severity for severity, _ in problems_of(host.post("studio_check", {"source": source})[1])
    ]
    assert severities[0] == "pap-error"
    assert set(severities[1:]) == {"pap-warning"}


def test_the_editor_opens_with_the_same_words(host):
    checked = host.post("studio_check", {"source": HARD})[1]
    host.authored(source=HARD)
    assert checked["problems"] in host.view("studio_view").content


def test_a_text_of_scripts_has_no_style_that_runs(host):
    reply = host.post(
        "studio_check", {"source": LESSON.replace("Vous", '<img src=x onerror="a">')}
    )[1]
    assert not lxml.html.fromstring(reply["problems"]).xpath("//img")


def test_a_hostile_style_does_not_fill_the_editor(host):
    source = LESSON.replace("Vous répondez à une offre.", "Il ne faut pas (non) ; etc.\n" * 1200)
    assert len(problems_of(host.post("studio_check", {"source": source})[1])) <= 2 * MAX_PROBLEMS
