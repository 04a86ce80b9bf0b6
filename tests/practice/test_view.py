"""The block's HTML: made once for equal views, with all that its browser part needs."""

from __future__ import annotations

import json

import pytest

from lesson.looking import ids, parsed, seen
from pasapas.content.shelf import shipped_shelf
from pasapas.player.sounds import Sounds
from pasapas.practice.view import browser_data, practice_html, practice_reading
from pasapas.practice.words import PAGE, SCRIPT_WORDS, page_words, script_words
from pasapas.screens.registry import SCREENS

from .samples import FRENCH, TEXT, changed, parts_of, playable, script, sounds, taken_data, view

SHIPPED = tuple(shipped_shelf().practices)
each_practice = pytest.mark.parametrize("slug", SHIPPED)


def data(text: str = TEXT) -> dict:
    return json.loads(browser_data(playable(text), "pap1"))


def shipped(slug: str):
    return practice_reading(shipped_shelf().practices[slug].text).document


def test_the_block_is_one_element_that_says_its_language_and_size() -> None:
    (block,) = parsed(practice_html(view(size=2)))
    assert set(block.get("class").split()) == {"pasapas", "pap-practice"}
    assert (block.get("lang"), block.get("data-size")) == ("fr", "2")


def test_equal_views_are_rendered_once() -> None:
    assert practice_html(view()) is practice_html(view())


@pytest.mark.parametrize(
    "changed",
    [
        {"size": 1},
        {"block": "practice-two"},
        {"sounds": Sounds(sounds(playable()))},
        {"source": TEXT.replace("Léa Petit", "Léa Grand")},
        {"script_words": script_words("mailbox", lambda msgid: msgid)},
        {"words": page_words(lambda msgid: msgid)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_a_view_holds_is_seen(changed: dict) -> None:
    assert practice_html(view(**changed)) != practice_html(view())


def test_the_same_practice_in_two_blocks_shares_no_id() -> None:
    tree = parsed(practice_html(view()) + practice_html(view(block="practice-two")))
    assert len(ids(tree)) == len(set(ids(tree)))


@pytest.mark.parametrize(
    "source",
    ["", "---\n", "words", ": [\n", "\x00", "# rien\n", TEXT.replace("mailbox", "nowhere")],
)
def test_a_text_with_nothing_to_show_says_so_in_french(source: str) -> None:
    assert practice_reading(source).document is None
    tree = parsed(practice_html(view(source=source, script_words="{}")))
    assert seen(tree) == "Cet entraînement n'est pas encore prêt. Dites-le à votre formateur."
    assert not list(tree.iter("script"))


@pytest.mark.parametrize("missing", ["title", "goal", "real", "pictogram", "scene", "help"])
def test_a_practice_of_which_a_field_is_missing_is_shown_as_far_as_it_can(missing: str) -> None:
    lines = TEXT.split("\n")
    first = next(place for place, line in enumerate(lines) if line.startswith(f"{missing}:"))
    end = next(
        (place for place in range(first + 1, len(lines)) if lines[place][:1].isalpha()), len(lines)
    )
    source = "\n".join(lines[:first] + lines[end:]) + "\n"
    tree = parsed(practice_html(view(source=source)))
    assert set(taken_data(tree)["practice"]["levels"]) == {"1", "2"}
    assert {"opening-1", "opening-2", "say-0", "end"} <= set(parts_of(tree))


# --- What the browser part is told --------------------------------------------------------


def test_the_browser_part_knows_its_screen_and_the_first_state_of_each_level() -> None:
    found = data()
    assert (found["screen"], found["title"], found["prefix"]) == (
        "mailbox",
        "Écrire un mail",
        "pap1",
    )
    assert found["levels"]["1"]["start"] == playable().stages[1].setup.start
    assert found["levels"]["1"]["setup"] == playable().stages[1].setup.browser()
    assert [mail["name"] for mail in found["levels"]["2"]["setup"]["mails"]] == ["lea"]


def test_observations_stand_in_their_order_each_with_the_part_that_says_it() -> None:
    first, second = (data()["levels"][level]["observations"] for level in "12")
    assert first == [
        {
            "when": ["all", [["sent", "is", "true"], ["to", "is", "lea@mail.example"],
                             ["body", "empty", False]]],
            "part": "say-0",
            "show": "unsend",
            "achieves": 1,
        },
        {"when": None, "part": "say-2"},
    ]  # fmt: skip
    assert [item["part"] for item in second] == ["say-0", "say-1", "say-2"]


def test_helps_stand_in_their_order_each_with_its_three_parts() -> None:
    first, second = (data()["levels"][level]["helps"] for level in "12")
    assert first[0] == {
        "when": ["at", "is", "compose"],
        "parts": ["help-0-0", "help-0-1", "help-0-2"],
        "show": "body",
    }
    assert first[1:] == second
    assert second[0]["parts"][0] == "help-1-0"


def test_what_is_asked_of_private_paths_is_told_apart_by_what_may_be_kept() -> None:
    for stage in data()["levels"].values():
        assert stage["questions"] == {
            "to": [["is", "lea@mail.example"]],
            "body": [["empty", False]],
        }
        assert {"to", "subject", "body", "search"} <= set(stage["texts"])
        assert stage["secrets"] == []


@each_practice
def test_the_data_of_a_shipped_practice_are_json_and_fit_together(slug: str) -> None:
    playing = shipped(slug)
    words = script_words(playing.screen.name, FRENCH)
    source = shipped_shelf().practices[slug].text
    tree = parsed(practice_html(view(source=source, script_words=words)))
    given = taken_data(tree)
    assert given["words"] == json.loads(words)
    parts = set(parts_of(tree))
    for stage in given["practice"]["levels"].values():
        assert set(stage["texts"]) & set(stage["secrets"]) == set()
        assert set(stage["texts"]) | set(stage["secrets"]) <= set(stage["start"])
        assert set(stage["questions"]) <= {*stage["texts"], *stage["secrets"]}
        told = [item["part"] for item in stage["observations"]]
        told += [part for item in stage["helps"] for part in item["parts"]]
        assert set(told) <= parts
        assert stage["observations"][-1]["when"] is None
        assert stage["helps"][-1]["when"] is None
        assert any(item.get("achieves") for item in stage["observations"])


@each_practice
def test_a_secret_is_never_among_what_a_device_may_keep(slug: str) -> None:
    for number, stage in shipped(slug).stages.items():
        found = json.loads(browser_data(shipped(slug), "p"))["levels"][str(number)]
        kinds = stage.setup.schema
        assert found["secrets"] == [path for path in kinds if kinds[path].secret]
        assert all(kinds[path].private and not kinds[path].secret for path in found["texts"])


def test_an_observation_of_a_level_alone_names_its_part_by_its_place_in_the_document() -> None:
    text = changed("    levels: [2]\n    say: Le mail est vide.", "    levels: [1]\n    say: Oui.")
    found = data(text)["levels"]
    assert [item["part"] for item in found["1"]["observations"]] == ["say-0", "say-1", "say-2"]
    assert [item["part"] for item in found["2"]["observations"]] == ["say-0", "say-2"]
    keys = [part.key for part in script(playable(text)).parts]
    assert {"say-0", "say-1", "say-2"} <= set(keys)


# --- Words --------------------------------------------------------------------------------


def test_the_frame_says_that_it_is_practice_and_nothing_is_sent() -> None:
    words = json.loads(script_words("mailbox", FRENCH))
    assert words["frame"].startswith("Entraînement")
    assert words["frame"].endswith("rien n'est envoyé.")
    assert words["title"].format(title="Écrire") == "Entraînement : Écrire"


@pytest.mark.parametrize("screen", ["", *SCREENS])
def test_the_words_of_a_screen_go_with_those_of_the_frame(screen: str) -> None:
    words = json.loads(script_words(screen, FRENCH))
    own = words.pop("screen")
    assert set(words) == set(SCRIPT_WORDS)
    assert set(own) == set(SCREENS[screen].words if screen else ())
    assert all(isinstance(text, str) and text for text in (*words.values(), *own.values()))


def test_in_another_language_the_words_are_those_of_its_catalogue() -> None:
    words = json.loads(script_words("mailbox", str.upper))
    assert words["help"] == "HELP"
    assert words["screen"]["send"] == "SEND"
    assert page_words(str.upper)(PAGE[0]) == "PRACTICE"
