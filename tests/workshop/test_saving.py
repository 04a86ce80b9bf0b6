"""What is kept, and at what price: rows, queries, threads."""

from __future__ import annotations

import threading

from .conftest import new_browser
from .test_pages import LESSON, post, text


def in_parallel(count: int, work) -> list:
    """`work(number)` in `count` threads that begin together; their results."""
    results: list = [None] * count
    start = threading.Barrier(count)

    def one(number: int) -> None:
        from django.db import connection

        start.wait()
        try:
            results[number] = work(number)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_a_lesson_page_is_one_query(browser, count_queries):
    browser.get(LESSON)
    post(browser, "bump")
    post(browser, "wish_for", '{"wish": "calm"}')
    with count_queries() as queries:
        page = browser.get(LESSON)
    assert "count=1 wish=calm liking=calm together=1" in text(page)
    assert len(queries) == 1, queries.captured_queries


def test_the_list_is_one_query(browser, count_queries):
    browser.get(LESSON)
    post(browser, "bump")
    with count_queries() as queries:
        assert "Commencé" in text(browser.get("/"))
    assert len(queries) == 1, queries.captured_queries


def test_looking_writes_nothing(browser):
    from pasapas.workshop.models import State

    browser.get("/")
    browser.get(LESSON)
    browser.get(LESSON)
    assert State.objects.count() == 0


def test_a_save_is_few_queries(browser, count_queries):
    browser.get(LESSON)
    post(browser, "bump")
    with count_queries() as queries:
        post(browser, "bump")
    # Begin, read, read again before writing, write, commit.
    assert len(queries) <= 6, queries.captured_queries


def test_eight_saves_at_once_of_one_learner_are_all_kept(browser):
    browser.get(LESSON)

    def save(number: int) -> int:
        own = new_browser()
        own.cookies = browser.cookies.copy()
        return [post(own, "bump").status_code for _ in range(5)]

    assert in_parallel(8, save) == [[200] * 5] * 8
    assert "count=40" in text(browser.get(LESSON))


def test_saves_at_once_of_different_parts_are_all_kept(browser):
    browser.get(LESSON)

    def save(number: int) -> int:
        own = new_browser()
        own.cookies = browser.cookies.copy()
        return post(own, "keep", f'{{"part{number}": {number}}}').status_code

    assert in_parallel(8, save) == [200] * 8
    words = post(browser, "keep", "{}").json()["words"]
    assert words == {f"part{number}": number for number in range(8)}


def test_one_learner_has_one_row_for_a_block(browser):
    from pasapas.workshop.models import State

    browser.get(LESSON)

    def save(number: int) -> int:
        own = new_browser()
        own.cookies = browser.cookies.copy()
        return post(own, "bump").status_code

    in_parallel(8, save)
    assert State.objects.filter(scope="user_state").count() == 1


def test_the_database_is_kept_safe():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)


def test_models_and_migrations_agree(host):
    from io import StringIO

    from django.core.management import call_command

    call_command("makemigrations", "workshop", check=True, dry_run=True, stdout=StringIO())
