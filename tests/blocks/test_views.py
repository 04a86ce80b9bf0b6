"""What each view shows, to whom, and what it may keep."""

from __future__ import annotations

import json

import lxml.html
import pytest
from xblock.core import XBlock
from xblock.fields import Scope

from pasapas.blocks import LessonBlock
from pasapas.content.shelf import shipped_references
from pasapas.lesson.script import screens
from pasapas.lesson.view import lesson_reading
from pasapas.player.saving import learner_token
from pasapas.player.translation import translator

from .host import LESSON, Host, envelope

BAD = LESSON.replace("pictogram:mail", "pictogram:chat")
UNREADABLE = "---\n: [\n"
HOSTILE = "<script>alert(1)</script>"


def start(fragment):
    """What the browser part is given."""
    return fragment.json_init_args


def resources(fragment):
    return [(item.mimetype, item.data) for item in fragment.resources]


def test_the_block_is_found_by_its_name():
    assert XBlock.load_class("pasapas_lesson") is LessonBlock


def test_a_learner_sees_the_lesson():
    fragment = Host().authored().view()
    assert "Le trombone joint un document." in fragment.content
    assert fragment.js_init_fn == "PasAPasLesson"
    assert resources(fragment) == [
        ("text/css", "/resources/pasapas_lesson/public/pasapas.css"),
        ("application/javascript", "/resources/pasapas_lesson/public/pasapas.js"),
    ]


@pytest.mark.parametrize("view", ["student_view", "public_view", "author_view", "studio_view"])
def test_the_runtime_can_wrap_every_view(view):
    host = Host().authored()
    assert "pasapas" in host.render(host.block(), view).content


def test_a_first_visit_begins_at_the_opening():
    begun = start(Host().authored().view())
    assert begun["learner"] == learner_token("amina")
    assert begun["progress"] == {"revision": 0, "state": {}}
    assert begun["preferences"] == {"revision": 0, "state": {}}
    assert begun.keys() == {"learner", "progress", "preferences"}


def test_a_learner_comes_back_to_where_they_were():
    host = Host().authored()
    host.post("save_progress", envelope(data={"place": 2, "answers": {"2": [1]}}))
    host.post("save_preferences", envelope(data={"size": 2}))
    fragment = host.view()
    assert start(fragment)["progress"]["revision"] == 1
    assert start(fragment)["progress"]["state"]["answers"] == {"2": [1]}
    assert start(fragment)["preferences"] == {"revision": 1, "state": {"size": 2}}
    assert 'data-size="2"' in fragment.content
    assert 'pap-here" data-screen="2"' in fragment.content


def test_nobody_sees_anothers_state():
    host = Host().authored()
    host.post("save_progress", envelope(data={"place": 2, "rating": "not-yet"}))
    fragment = host.view(user="luc")
    assert start(fragment)["progress"] == {"revision": 0, "state": {}}
    assert 'pap-here" data-screen="0"' in fragment.content


def test_replies_that_are_remembered_do_not_go_to_the_browser():
    host = Host().authored()
    host.post("save_progress", envelope())
    assert "replies" not in json.dumps(start(host.view()))


@pytest.mark.parametrize("view", ["public_view", "author_view"])
def test_a_view_for_nobody_keeps_nothing(view):
    host = Host().authored()
    host.post("save_progress", envelope(data={"place": 2}))
    fragment = host.view(view)
    assert start(fragment)["learner"] == ""
    assert start(fragment)["progress"] == {"revision": 0, "state": {}}
    assert 'pap-here" data-screen="0"' in fragment.content
    assert "Le trombone joint un document." in fragment.content


def test_a_visitor_without_an_account_is_nobody():
    assert start(Host().authored().view(user=None))["learner"] == ""


def test_an_author_sees_the_problems_with_their_lines():
    fragment = Host().authored(source=BAD).view("author_view")
    assert "Ligne 11." in fragment.content
    assert "Le pictogramme « chat » n&#x27;existe pas." in fragment.content
    assert fragment.content.index("Ligne 11.") < fragment.content.index("Joindre un CV")


def test_a_learner_does_not_see_the_authors_problems():
    assert "Ligne" not in Host().authored(source=BAD).view().content


@pytest.mark.parametrize("view", ["student_view", "public_view", "author_view"])
@pytest.mark.parametrize("source", ["", UNREADABLE, "x" * 60_000])
def test_a_text_that_cannot_be_read_has_a_page_too(view, source):
    fragment = Host().authored(source=source).view(view)
    assert "Cette leçon n&#x27;est pas encore prête." in fragment.content


def test_the_editor_holds_the_text_and_its_problems():
    fragment = Host().authored(source=BAD, display_name="Un titre").view("studio_view")
    assert "Le pictogramme « chat »" in fragment.content
    assert "![](pictogram:chat)" in fragment.content
    assert 'value="Un titre"' in fragment.content
    assert fragment.js_init_fn == "PasAPasEditor"
    assert start(fragment)["words"]["saved"] == "Le texte est enregistré."
    assert resources(fragment)[1][1].endswith("public/editor.js")


@pytest.mark.parametrize("view", ["student_view", "public_view", "author_view", "studio_view"])
def test_a_hostile_text_or_title_runs_in_no_view(view):
    source = LESSON.replace("Vous répondez", HOSTILE).replace("pictogram:mail", HOSTILE)
    fragment = Host().authored(source=source, display_name=f"</textarea>{HOSTILE}").view(view)
    assert "<script" not in fragment.content


def test_the_local_card_comes_from_its_service():
    card = [{"name": "Mission locale", "person": "Sonia", "hours": "", "phone": "04 00"}]
    assert "Sonia" in Host(card=card).authored().view().content
    assert "pap-card" not in Host(card=[]).authored().view().content
    assert "pap-card" not in Host().authored().view().content


def script_words_of(fragment):
    (words,) = lxml.html.fromstring(fragment.content).xpath("//@data-words")
    return json.loads(words)


def test_the_reader_decides_the_language():
    assert "Étape 1 sur 3" in Host().authored().view().content
    english = Host(language="en").authored().view()
    assert "Step 1 of 3" in english.content
    assert script_words_of(english)["listen"] == "Listen"
    assert script_words_of(Host().authored().view())["listen"] == "Écouter"


def test_a_recording_of_the_field_is_played():
    host = Host().authored()
    lesson = lesson_reading(LESSON).document
    first = screens(lesson, shipped_references(), translator("fr"))[1]
    starts = [float(second) for second in range(len(first.lines) + 1)]
    host.authored(sound={first.hash: {"sources": ["/static/a.ogg"], "starts": starts}})
    assert '"/static/a.ogg"' in host.view().content


def test_a_view_can_be_shown_in_the_mobile_app():
    block = Host().authored().block()
    assert block.has_support(block.student_view, "multi_device")


@pytest.mark.parametrize("view", ["student_view", "public_view", "author_view", "studio_view"])
def test_no_view_writes_anything(view):
    host = Host().authored()
    before = dict(host.store.db_dict)
    host.store.teaching = True
    host.view(view)
    assert host.store.db_dict == before


def test_a_search_finds_the_words_of_the_lesson_and_no_answers():
    index = Host().authored().block().index_dictionary()
    assert index["content"]["title"] == "Joindre un CV"
    assert index["content"]["need"] == "On me demande un CV."
    assert "Sous le texte" not in json.dumps(index, ensure_ascii=False)


def test_a_search_of_an_unreadable_text_finds_its_title():
    index = Host().authored(source=UNREADABLE, display_name="Un titre").block().index_dictionary()
    assert "Un titre" in json.dumps(index, ensure_ascii=False)


def test_learners_fields_belong_to_learners():
    scopes = {name: field.scope for name, field in LessonBlock.fields.items()}
    assert scopes["saved"] == Scope.user_state
    assert scopes["pasapas_prefs"] == Scope.user_info
    assert scopes["source"] == Scope.content
    assert scopes["sound"] == scopes["display_name"] == Scope.settings
