"""A drawn screen: rows of things, all of which can be touched, or none."""

from __future__ import annotations

import pytest

from content.banks import BANK, inline
from content.samples import changed
from lesson.looking import assert_nothing_runs, parsed, seen
from lesson.samples import HOSTILE
from pasapas.assessment.drawing import drawn_screen
from pasapas.content.challenge import LOOKS
from pasapas.screens.icons import PATHS

from .samples import WHOLE, deck

DRAWN = [slug for slug, item in deck(WHOLE).bank.by_slug.items() if item.rows]


def drawn(slug: str, source: str | None = None):
    challenge = deck(*([source] if source else [])).bank.by_slug[slug]
    return parsed(drawn_screen(challenge))


def test_each_thing_has_the_place_that_a_reply_names() -> None:
    tree = drawn("trombone-toucher")
    rows = tree.find_class("pap-drawn-row")
    assert [len(row) for row in rows] == [2, 1, 2]
    buttons = tree.findall(".//button")
    assert [button.get("data-reply") for button in buttons] == ["0", "1", "2", "3", "4"]
    assert {button.get("type") for button in buttons} == {"button"}
    assert {button.get("aria-pressed") for button in buttons} == {"false"}
    names = [button.get("aria-label") or seen(button) for button in buttons]
    assert names == ["Revenir", "Nouveau mail", "Bonjour Madame.", "Joindre", "Envoyer"]


def test_a_screen_that_is_only_looked_at_has_nothing_to_press() -> None:
    tree = drawn("envoyer-ou-non")
    assert tree.findall(".//button") == []
    assert tree.xpath(".//*[@data-reply]") == []
    assert [seen(thing)[:5] for thing in tree.find_class("pap-thing")] == ["Un em", "Payez"]


def test_what_can_not_be_touched_is_named_all_the_same() -> None:
    source = inline(changed(BANK, "{text: Un emploi, as: title}", "{icon: home, label: Accueil}"))
    (image,) = drawn("envoyer-ou-non", source).xpath(".//*[@role='img']")
    assert image.get("aria-label") == "Accueil"


def test_an_icon_that_nobody_drew_is_left_out() -> None:
    source = inline(changed(BANK, "icon: send", "icon: licorne"))
    button = drawn("trombone-toucher", source).findall(".//button")[4]
    assert button.findall(".//svg") == []
    assert button.get("aria-label") == "Envoyer"


@pytest.mark.parametrize("slug", DRAWN)
def test_every_thing_that_ships_can_be_heard_and_looks_like_something(slug: str) -> None:
    challenge = deck(WHOLE).bank.by_slug[slug]
    tree = drawn(slug, WHOLE)
    things = tree.find_class("pap-thing")
    assert len(things) == len(challenge.things)
    for element, thing in zip(things, challenge.things, strict=True):
        assert element.get("aria-label") or seen(element)
        assert thing.look in LOOKS
        assert not thing.icon or thing.icon in PATHS
    assert_nothing_runs(tree)


@pytest.mark.parametrize(
    ("old", "new"),
    [("text: Nouveau mail", "text: '{}'"), ("label: Revenir", "label: '{}'"),
     ("- {{text: Bonjour Madame.}}", "- '{}'")],
)  # fmt: skip
def test_hostile_text_is_shown_for_what_it_is(old: str, new: str) -> None:
    hostile = HOSTILE.replace("'", "''")
    source = inline(changed(BANK, old.format(), new.format(hostile)))
    tree = drawn("trombone-toucher", source)
    assert_nothing_runs(tree)
    assert len(tree.findall(".//button")) == 5
    said = [button.get("aria-label") or "" for button in tree.findall(".//button")]
    assert any("<script>alert(1)</script>" in text for text in (*said, seen(tree)))
