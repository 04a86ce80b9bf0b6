"""A self-assessment whose texts are hostile: on every page they are texts, and nothing else."""

from __future__ import annotations

import lxml.html
import pytest

from pasapas.content.challenge import token_of
from pasapas.player.saving import learner_token

from .assessments import USAGE, VIEWS, act, asked, assessment_host, deck, keep, small, view, written

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
