"""The page of a practice: reads before any script runs, and holds all that may be said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson.looking import assert_nothing_runs, hidden, ids, parsed, seen
from lesson.samples import HOSTILE
from pasapas.content.shelf import shipped_shelf
from pasapas.practice.page import not_ready
from pasapas.practice.view import practice_html, practice_reading
from pasapas.practice.words import page_words

from .samples import (
    FRENCH,
    TEXT,
    changed,
    page,
    parts_of,
    playable,
    script,
    sounds,
    taken_data,
    view,
)

SHIPPED = tuple(shipped_shelf().practices)


def said_in(part) -> list[tuple[int, str]]:
    return [(int(line.get("data-s")), seen(line)) for line in part.iterfind(".//*[@data-s]")]


def assert_every_sentence_stands_once(shown) -> None:
    tree, found = parsed(page(shown)), script(shown)
    assert list(parts_of(tree)) == [part.key for part in found.parts]
    for part in found.parts:
        assert said_in(parts_of(tree)[part.key]) == [
            (line.index, line.words) for line in part.lines
        ]
    assert len(tree.xpath(".//*[@data-s]")) == len(found.lines)


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_part_of_a_shipped_practice_stands_once_with_its_sentences(slug: str) -> None:
    shown = practice_reading(shipped_shelf().practices[slug].text).document
    assert_every_sentence_stands_once(shown)
    tree = parsed(page(shown))
    assert_nothing_runs(tree)
    assert len(ids(tree)) == len(set(ids(tree)))


def test_every_part_stands_once_with_its_sentences() -> None:
    assert_every_sentence_stands_once(playable())


def test_before_any_script_runs_the_first_situation_is_read() -> None:
    tree = parsed(page(playable()))
    shown = [key for key, part in parts_of(tree).items() if not hidden(part)]
    assert shown == ["opening-1"]
    (label,) = tree.xpath(".//p[@class='pap-label']")
    assert seen(label) == "Entraînement"
    (warned,) = tree.xpath(".//p[@class='pap-needs-script']")
    assert "Dites-le à votre formateur." in seen(warned)
    assert not hidden(warned)


def test_the_goal_stands_out_once_in_each_opening() -> None:
    for key, part in parts_of(parsed(page(playable()))).items():
        goals = [seen(item) for item in part.xpath(".//div[@class='pap-goal']")]
        expected = {"opening-1": ["Envoyez votre mail à Léa."], "opening-2": ["Répondez à Léa."]}
        assert goals == expected.get(key, [])


def test_each_opening_has_a_title_that_can_be_given_the_focus() -> None:
    tree = parsed(page(playable()))
    titles = tree.xpath(".//h1|.//h2|.//h3|.//h4")
    assert [(item.tag, item.get("tabindex")) for item in titles] == [("h2", "-1")] * 2
    assert len({item.get("id") for item in titles}) == 2


def test_what_stands_where_the_browser_part_looks_for_it() -> None:
    tree = parsed(page(playable()))
    for place in ("pap-opening", "pap-parts", "pap-ground", "pap-status", "pap-needs-script"):
        assert len(tree.find_class(place)) == 1, place
    assert tree.find_class("pap-status")[0].get("role") == "status"


def test_the_icons_of_both_levels_are_there_and_those_of_the_frame() -> None:
    names = {name.removeprefix("pap1-") for name in ids(parsed(page(playable())))}
    assert {"mail", "paperclip", "send"} <= names
    assert {"undo", "question", "refresh", "eye", "printer", "close"} <= names


def test_a_level_that_can_not_be_shown_is_not_begun_with() -> None:
    text = changed("  1: {open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}\n", "")
    tree = parsed(page(playable(text)))
    assert [key for key, part in parts_of(tree).items() if not hidden(part)] == ["opening-2"]


def test_a_recording_that_fits_is_in_the_page_once() -> None:
    recorded = parsed(page(playable(), sounds=sounds(playable())))
    assert len(list(recorded.iter("audio"))) == 1
    other = sounds(playable(changed("Léa le lit.", "Léa le reçoit.")))
    assert not list(parsed(page(playable(), sounds=other)).iter("audio"))


def test_what_is_not_ready_says_so_in_a_sentence() -> None:
    assert seen(parsed(not_ready(page_words(FRENCH)))) == (
        "Cet entraînement n'est pas encore prêt. Dites-le à votre formateur."
    )


# --- Hostile ------------------------------------------------------------------------------

PLACES = {
    "title": ("title: Écrire un mail", "title: {}"),
    "scene": ("  - Vous êtes Amina Benali.", "  - {}"),
    "goal": ("goal: Envoyez votre mail à Léa.", "goal: {}"),
    "level's scene": ("scene: [Léa vous écrit. | Lisez son mail.]", "scene: [{}]"),
    "level's goal": ("goal: Répondez à Léa.", "goal: {}"),
    "answer": ("say: Le mail est vide.", "say: {}"),
    "part of an answer": ("say: Continuez. | A", "say: {} # "),
    "hint": ("hints: [Lisez le mail.,", "hints: [{},"),
    "real": ("  - Vous pouvez aussi téléphoner.", "  - {}"),
    "mail's sender": ("from: Léa Petit", "from: {}"),
    "mail's text": ("text: [Bonjour Amina.]", "text: [{}]"),
    "mail's subject": ("subject: Demain", "subject: {}"),
    "file": ("name: CV.pdf", "name: {}"),
    "address": ("open: compose, to: lea@mail.example", "open: compose, to: {}"),
    "test": ("body: {empty: false}", "body: {{includes: {}}}"),
    "persona": ("persona: amina", "persona: {}"),
    "pictogram": ("pictogram: mail", "pictogram: {}"),
    "place": ("show: unsend", "show: {}"),
}  # fmt: skip
SAID = ["title", "scene", "goal", "level's scene", "level's goal", "answer", "hint", "real"]
ON_SCREEN = ["mail's sender", "mail's text", "mail's subject", "file", "address", "test"]


def hostile(place: str, text: str = HOSTILE) -> str:
    old, new = PLACES[place]
    return changed(old, new.format(json.dumps(text)))


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_does_nothing_wherever_it_stands(place: str) -> None:
    html = practice_html(view(source=hostile(place)))
    # The one element of this name holds data, and ends where we end it.
    assert html.lower().count("<script") == html.lower().count("</script") == 1
    tree = parsed(html)
    data = taken_data(tree)
    assert_nothing_runs(tree)
    assert len(tree) == 1
    assert list(parts_of(tree)) == [part.key for part in script(playable()).parts]
    assert set(data["practice"]["levels"]) == {"1", "2"}


@pytest.mark.parametrize("place", SAID)
def test_hostile_text_is_shown_for_what_it_is(place: str) -> None:
    """An author sees what is wrong; nothing vanishes that was meant as words."""
    tree = parsed(page(playable(hostile(place))))
    assert "<script>alert(1)</script>" in seen(tree)


@pytest.mark.parametrize("place", [*ON_SCREEN, "title"])
def test_hostile_text_of_the_screen_is_data(place: str) -> None:
    data = taken_data(parsed(practice_html(view(source=hostile(place)))))
    assert HOSTILE in texts_within(data["practice"])


def texts_within(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(texts_within, value.values()), value)
    return set().union(*map(texts_within, value)) if isinstance(value, list) else set()


PIECES = [
    "<", ">", '"', "'", "&", "<script>", "</script>", "</div>", "<!--", "-->", "]]>", "<b", "{",
    "}", "onerror=x ", "[a](", "javascript:x", "https://e.example/", ")", "**", "\\u003c", "\\",
    "`", "&lt;", "&#60;script&#62;", "[[fact:x]]", "{0}", "%s", "mot", " ", "\u2028", "é", "👍",
]  # fmt: skip
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join)


@settings(max_examples=40, deadline=None)
@given(words, words, words, words)
def test_no_mixture_of_pieces_does_anything(title: str, scene: str, answer: str, sender: str):
    text = changed("title: Écrire un mail", f"title: {json.dumps(f'mot {title}')}")
    text = changed("  - Vous êtes Amina Benali.", f"  - {json.dumps(f'mot {scene}')}", text)
    text = changed("say: Le mail est vide.", f"say: {json.dumps(f'mot {answer}')}", text)
    text = changed("from: Léa Petit", f"from: {json.dumps(f'mot {sender}')}", text)
    if practice_reading(text).document is None:
        return  # refused at the door
    tree = parsed(practice_html(view(source=text)))
    data = taken_data(tree)
    assert_nothing_runs(tree)
    assert len(tree) == 1
    assert list(parts_of(tree)) == [part.key for part in script(playable()).parts]
    (mail,) = data["practice"]["levels"]["2"]["setup"]["mails"]
    assert mail["name"] == "lea"
    assert mail["from"].startswith("mot")


def test_a_hostile_recording_stays_within_its_quotes() -> None:
    recorded = sounds(playable())
    for entry in recorded.values():
        entry["sources"] = ['/static/a.ogg"><script>alert(1)</script>']
    html = page(playable(), sounds=recorded)
    assert "<script" not in html
    assert_nothing_runs(parsed(html))
    assert "<audio" in html


def test_the_sample_is_right() -> None:
    assert practice_reading(TEXT).problems == ()
