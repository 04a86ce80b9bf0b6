"""The real course in a real host: the lessons that come with the package."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import time
from html import unescape

import pytest

from pasapas.authoring.recordings import load_recordings
from pasapas.content.problems import Problem
from pasapas.content.shelf import shipped_shelf
from pasapas.workshop import shipped
from pasapas.workshop.shipped import UnknownCourseError, shipped_course

from .running import Visitor, free_port
from .test_files import Loads

COURSE = "chercher-un-emploi"
SLUGS = shipped_shelf().courses[COURSE].reading.document.lessons


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    data = tmp_path_factory.mktemp("shipped")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "pasapas", "serve", "--port", str(port), "--data", str(data)],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            Visitor(port).get("/")
            break
        except OSError:
            time.sleep(0.1)
    yield port
    process.kill()
    process.communicate()


def test_the_course_is_that_of_the_shelf():
    course = shipped_course(COURSE)
    entries = [entry for section in course.sections for entry in section.entries]
    listed = [entry for entry in entries if entry.listed]
    lessons = [entry for entry in listed if entry.words]
    assert [entry.url_name for entry in lessons] == [f"lesson-{slug}" for slug in SLUGS]
    assert all(entry.title and entry.picture for entry in entries)


def test_what_is_no_lesson_comes_behind_its_lesson_or_is_listed_by_itself():
    course = shipped_shelf().courses[COURSE].reading.document
    entries = [entry for section in shipped_course(COURSE).sections for entry in section.entries]
    names = [entry.url_name for entry in entries]
    for slug in SLUGS:
        practice = shipped_shelf().lessons[slug].reading.document.practice
        if practice:
            place = names.index(f"lesson-{slug}")
            assert names[place + 1] == f"practice-{practice}"
            assert not entries[place + 1].listed
    listed = [entry.url_name for entry in entries if entry.listed and not entry.words]
    alone = [module for module in course.modules if module.kind != "lesson"]
    assert listed == [f"{module.kind}-{module.name}" for module in alone]
    assert {module.mode for module in alone} >= {"whole", "domain", "lesson"}


def test_an_unknown_course_says_which_there_are():
    with pytest.raises(UnknownCourseError) as refused:
        shipped_course("nowhere")
    assert COURSE in refused.value.known


def test_the_list_names_all_lessons(served):
    page = unescape(Visitor(served).get("/").text)
    for entry in (entry for part in shipped_course(COURSE).sections for entry in part.entries):
        assert (entry.title in page) == entry.listed
        assert not entry.words or f"« {entry.words} »" in page


@pytest.mark.parametrize("slug", SLUGS)
def test_a_lesson_is_four_requests_and_at_most_20_kb(served, slug):
    visitor = Visitor(served)
    page = visitor.get(f"/lecon/lesson-{slug}/", **{"Accept-Encoding": "gzip"})
    assert page.status == 200
    html = gzip.decompress(page.body).decode("utf-8")
    assert html.count("<h1") == 1
    assert "<h2" in html
    addresses = Loads(html).addresses
    assert len(addresses) <= 3
    files = [visitor.get(address, **{"Accept-Encoding": "gzip"}) for address in addresses]
    assert [file.status for file in files] == [200] * len(files)
    assert len(page.body) + sum(len(file.body) for file in files) <= 20_000


@pytest.mark.parametrize("slug", SLUGS)
def test_every_recording_of_a_lesson_can_be_sought(served, slug):
    visitor = Visitor(served)
    page = visitor.get(f"/lecon/lesson-{slug}/").text
    assert '"/static/' not in page
    addresses = re.findall(r'<source src="([^"]+)"', page)
    assert addresses or not load_recordings()
    for address in addresses:
        answer = visitor.get(address, **{"Range": "bytes=0-99", "Accept-Encoding": "gzip, br"})
        assert answer.status == 206, address
        assert len(answer.body) == 100
        assert answer.headers["Content-Encoding"] is None


def test_what_a_learner_did_is_saved_and_found_again(served):
    path = f"/lecon/lesson-{SLUGS[0]}/"
    visitor = Visitor(served)
    start = args(visitor.get(path).text)
    envelope = {
        "v": 1,
        "learner": start["learner"],
        "client": "test",
        "seq": 1,
        "base": start["progress"]["revision"],
        "data": {"place": 2},
    }
    saved = visitor.post(f"/h/lesson-{SLUGS[0]}/save_progress/", json.dumps(envelope))
    assert saved.status == 200, saved.text
    again = args(visitor.get(path).text)
    assert again["progress"]["state"]["place"] == 2
    assert "Commencé" in visitor.get("/").text


def test_authors_handlers_change_nothing_here(served):
    path = f"/lecon/lesson-{SLUGS[0]}/"
    visitor = Visitor(served)
    before = visitor.get(path).text
    text = json.dumps({"source": shipped_shelf().lessons[SLUGS[-1]].text, "display_name": "x"})
    assert visitor.post(f"/h/lesson-{SLUGS[0]}/studio_submit/", text).status == 403
    assert visitor.get(path).text == before


def args(page: str) -> dict:
    return json.loads(re.search(r'xblock_json_init_args">(.*?)</script>', page, re.DOTALL)[1])


def test_a_trainer_is_warned_of_a_lesson_with_errors(monkeypatch):
    found = [("lessons/messages/joindre-un-cv.md", Problem("choices.none-right", 29))]
    assert shipped.course_warning("chercher-un-emploi") == ""
    assert shipped.course_warning("no-such-course") == ""
    monkeypatch.setattr(shipped, "blocking_problems", lambda shelf, slug: found)
    first, line = shipped.course_warning("chercher-un-emploi").splitlines()
    assert first == shipped.TO_MEND
    assert line.startswith("lessons/messages/joindre-un-cv.md:29: ")
