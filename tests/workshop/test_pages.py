"""The pages in French, and what goes wrong said in plain words."""

from __future__ import annotations

import json
import re

import pytest

from .conftest import new_browser
from .toy import HOSTILE

LESSON = "/lecon/lesson-1/"


def post(browser, handler, body="{}", lesson="lesson-1", **headers):
    token = browser.cookies["csrftoken"].value if "csrftoken" in browser.cookies else ""
    sent = {"content_type": "application/json", "headers": {"X-CSRFToken": token, **headers}}
    return browser.post(f"/h/{lesson}/{handler}/", body, **sent)


def text(response) -> str:
    return response.content.decode("utf-8")


def test_the_list_shows_sections_titles_and_the_learners_words(browser):
    page = browser.get("/")
    assert page.status_code == 200
    assert '<html lang="fr">' in text(page)
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", text(page)) == ["Un cours d&#x27;essai"]
    assert "Je commence" in text(page)
    assert "Joindre un CV" in text(page)
    assert "« On me demande Joindre un CV »" in text(page)
    assert page["Cache-Control"] == "no-store"


def test_the_list_shows_where_to_speak_to_somebody(browser):
    assert "Médiathèque" in text(browser.get("/"))
    assert "Demandez Fatou." in text(browser.get("/"))


def test_a_lesson_has_the_courses_title_and_the_blocks_own(browser):
    page = browser.get(LESSON)
    assert page.status_code == 200
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", text(page)) == ["Un cours d&#x27;essai"]
    main = text(page).partition("<main ")[2].partition("</main>")[0]
    assert "<h2>Joindre un CV</h2>" in main
    assert "<title>Joindre un CV · Un cours d&#x27;essai</title>" in text(page)
    assert "Toutes les leçons" in text(page)
    assert "places=1" in text(page)


def test_progress_is_said_in_words(browser):
    assert "Commencé" not in text(browser.get("/"))
    browser.get(LESSON)
    assert "Commencé" not in text(browser.get("/"))
    post(browser, "bump")
    assert text(browser.get("/")).count("Commencé") == 1
    post(browser, "complete", '{"completion": 0.5}')
    assert text(browser.get("/")).count("Commencé") == 1
    post(browser, "complete", '{"completion": 1.0}')
    page = text(browser.get("/"))
    assert page.count("Vous l'avez fait") == 1
    assert "Commencé" not in page


def test_completion_never_goes_back(browser):
    browser.get(LESSON)
    post(browser, "complete", '{"completion": 1.0}')
    post(browser, "complete", '{"completion": 0.2}')
    assert "Vous l'avez fait" in text(browser.get("/"))


def test_links_between_blocks_lead_to_lessons(browser):
    answer = browser.get("/jump_to_id/lesson-2")
    assert (answer.status_code, answer["Location"]) == (302, "/lecon/lesson-2/")
    assert browser.get("/jump_to_id/lesson-77").status_code == 404


@pytest.mark.parametrize("path", ["/nowhere", "/lecon/lesson-77/", "/h/lesson-77/bump/"])
def test_an_unknown_address_is_said_in_french(browser, path):
    page = browser.get("/")
    page = browser.get(path)
    assert page.status_code == 404
    assert "Cette page n&#x27;existe pas" in text(page)
    assert "Toutes les leçons" in text(page)


@pytest.mark.parametrize(
    "handler", ["nothing", "not_a_handler", "save", "__init__", "student_view"]
)
def test_what_is_no_handler_is_not_found(browser, handler):
    browser.get(LESSON)
    assert post(browser, handler).status_code == 404


def test_a_save_without_the_token_is_refused_in_french(browser):
    browser.get(LESSON)
    answer = browser.post("/h/lesson-1/bump/", "{}", content_type="application/json")
    assert answer.status_code == 403
    assert "Cette page doit être ouverte à nouveau" in text(answer)
    assert "count=0" in text(browser.get(LESSON))


def test_a_save_of_nobody_is_refused(browser):
    browser.get(LESSON)
    del browser.cookies["pasapas_learner"]
    assert post(browser, "bump").status_code == 403


@pytest.mark.parametrize(
    "body", ["", "{", "[" * 50_000, '{"a": ' + "1" * 5000 + "}", b"\xff\xfe{}"], ids=range(5)
)
def test_malformed_json_is_a_bad_request(browser, body):
    browser.get(LESSON)
    assert post(browser, "keep", body).status_code == 400


@pytest.mark.parametrize("value", ["NaN", "Infinity", r'"\ud83d"'])
def test_what_cannot_be_stored_is_a_bad_request_and_changes_nothing(browser, value):
    browser.get(LESSON)
    assert post(browser, "keep", '{"a": "kept"}').status_code == 200
    assert post(browser, "keep", f'{{"a": {value}}}').status_code == 400
    assert post(browser, "keep", "{}").json() == {"words": {"a": "kept"}}


def test_a_body_that_is_too_long_is_refused_in_french(browser):
    browser.get(LESSON)
    long = '{"a": "' + "x" * 100_001 + '"}'
    answer = post(browser, "keep", long)
    assert answer.status_code == 413
    assert "Ce texte est trop long" in text(answer)
    just_fits = '{"a": "' + "x" * 99_000 + '"}'
    assert post(browser, "keep", just_fits).status_code == 200


def test_a_handler_that_fails_gives_a_french_page_and_keeps_nothing_of_it(browser):
    browser.get(LESSON)
    answer = post(browser, "break_down")
    assert answer.status_code == 500
    assert "Un problème est arrivé chez nous" in text(answer)
    assert "Traceback" not in text(answer)
    assert "count=0" in text(browser.get(LESSON))


def test_a_blocks_own_refusal_is_passed_on(browser):
    browser.get(LESSON)
    answer = post(browser, "refuse")
    assert answer.status_code == 409
    assert answer.json() == {"error": "newer"}


def test_a_learner_cannot_write_what_authors_wrote(browser):
    browser.get(LESSON)
    assert post(browser, "write_as_author").status_code == 403
    assert "<h2>Joindre un CV</h2>" in text(browser.get(LESSON))


def test_what_a_block_changes_in_place_does_not_reach_the_next_learner(browser):
    browser.get(LESSON)
    assert post(browser, "change_in_place").json() == {"steps": 3}
    assert "steps=2" in text(new_browser().get(LESSON))
    assert post(browser, "change_in_place").json() == {"steps": 3}


def test_handlers_get_suffix_and_method(browser):
    browser.get(LESSON)
    answer = browser.get("/h/lesson-1/plain/a/b?c=d").json()
    url = "/h/lesson-1/plain/a/b?c=d"
    assert answer == {"suffix": "a/b", "method": "GET", "url": url}
    token = browser.cookies["csrftoken"].value
    put = browser.put("/h/lesson-1/plain/", "{}", headers={"X-CSRFToken": token})
    assert put.status_code == 405


def test_hostile_titles_and_arguments_are_escaped(browser):
    for path in ("/", "/lecon/lesson-4/", LESSON):
        page = text(browser.get(path))
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    lesson = text(browser.get("/lecon/lesson-4/"))
    found = re.search(r'class="xblock_json_init_args">(.*?)</script>', lesson, re.DOTALL)
    assert json.loads(found[1]) == {"text": HOSTILE}


def test_recordings_of_a_lesson_are_served_from_here(browser):
    assert '<source src="/sound/a.ogg">' in text(browser.get(LESSON))
