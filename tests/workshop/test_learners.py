"""Who is who: one random id a browser, signed, and nothing that names anybody."""

from __future__ import annotations

import re

from .conftest import new_browser
from .test_pages import LESSON, post, text

COOKIE = "pasapas_learner"


def who(page) -> str:
    return re.search(r"user=([0-9a-f]*)", text(page))[1]


def test_the_first_page_gives_a_cookie_that_scripts_cannot_read(browser):
    cookie = browser.get("/").cookies[COOKIE]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 365 * 24 * 3600


def test_the_same_browser_stays_the_same_learner(browser):
    first = browser.get(LESSON)
    assert len(who(first)) == 32
    second = browser.get(LESSON)
    assert COOKIE not in second.cookies
    assert who(second) == who(first)


def test_knowing_a_learner_reads_nothing(browser, count_queries):
    browser.get(LESSON)
    with count_queries() as queries:
        browser.get("/personne/")
    assert len(queries) == 0


def test_a_forged_cookie_makes_a_new_learner(browser):
    victim = who(browser.get(LESSON))
    post(browser, "bump")
    for forged in (victim, f"{victim}:AAAA", "x", ":", "é" * 10):
        thief = new_browser()
        thief.cookies[COOKIE] = forged
        page = thief.get(LESSON)
        assert page.status_code == 200
        assert who(page) != victim
        assert "count=0" in text(page)
        assert COOKIE in page.cookies


def test_a_forged_cookie_cannot_save(browser):
    victim = who(browser.get(LESSON))
    token = browser.cookies["csrftoken"].value
    thief = new_browser()
    thief.cookies["csrftoken"] = token
    thief.cookies[COOKIE] = f"{victim}:AAAA"
    assert post(thief, "bump").status_code == 403


def test_a_value_signed_for_another_purpose_is_no_learner(browser):
    from django.core import signing

    thief = new_browser()
    browser.get("/")
    thief.cookies[COOKIE] = signing.Signer(salt="something else").sign("0" * 32)
    assert who(thief.get(LESSON)) != "0" * 32


def test_two_learners_are_apart_but_share_what_all_share(browser):
    other = new_browser()
    browser.get(LESSON)
    other.get(LESSON)
    post(browser, "bump")
    post(browser, "wish_for", '{"wish": "calm"}')
    mine, theirs = text(browser.get(LESSON)), text(other.get(LESSON))
    assert "count=1 wish=calm liking=calm together=1" in mine
    assert "count=0 wish= liking= together=1" in theirs


def test_a_wish_holds_in_all_lessons_and_work_in_its_own(browser):
    browser.get(LESSON)
    post(browser, "bump")
    post(browser, "wish_for", '{"wish": "calm"}')
    other = text(browser.get("/lecon/lesson-2/"))
    assert "count=0 wish=calm liking=calm together=0" in other


def test_leaving_asks_first_and_ends_by_post(browser):
    before = who(browser.get(LESSON))
    post(browser, "bump")
    asked = browser.get("/personne/")
    assert "Oui, une autre personne commence" in text(asked)
    assert who(browser.get(LESSON)) == before
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text(asked))[1]
    left = browser.post("/personne/", {"csrfmiddlewaretoken": token})
    assert (left.status_code, left["Location"]) == (302, "/")
    page = browser.get(LESSON)
    assert who(page) != before
    assert "count=0" in text(page)


def test_leaving_needs_the_token(browser):
    before = who(browser.get(LESSON))
    assert browser.post("/personne/").status_code == 403
    assert who(browser.get(LESSON)) == before
