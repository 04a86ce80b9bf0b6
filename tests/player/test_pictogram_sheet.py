"""Pictograms drawn into the page: each once, labelled, with ids of their block."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pasapas.player.pictograms import PictogramSheet, drawing

from .samples import REFERENCES, parsed


def sheet(names, prefix="pap1"):
    return PictogramSheet(names, REFERENCES, prefix)


def shown(*html):
    return parsed("".join(html))


def ids(tree):
    return [element.get("id") for element in tree.iter() if element.get("id")]


def test_a_pictogram_shown_once_is_drawn_where_it_stands_and_needs_no_id():
    tree = shown(sheet(["mail"]).show("mail"))
    (picture,) = tree
    assert picture.tag == "svg"
    assert len(picture) > 0
    assert ids(tree) == []
    assert not list(tree.iter("use"))


def test_a_pictogram_shown_three_times_is_drawn_once():
    page = sheet(["mail", "cv", "mail", "mail"])
    first, second, third = (shown(page.show("mail")) for _ in range(3))
    assert ids(first) == ["pap1-mail"]
    for again in (second, third):
        (use,) = again.iter("use")
        assert use.get("href") == "#pap1-mail"
        assert not list(again.iter("path")), "drawn a second time"
    # The other one is shown once: it stays whole where it is.
    assert list(shown(page.show("cv")).iter("path"))


def test_two_blocks_on_a_page_have_ids_of_their_own():
    pages = [sheet(["mail", "mail"], prefix) for prefix in ("pap1", "pap2")]
    tree = shown(*(page.show("mail") for page in pages for _ in range(2)))
    assert ids(tree) == ["pap1-mail", "pap2-mail"]
    assert [use.get("href") for use in tree.iter("use")] == ["#pap1-mail", "#pap2-mail"]


def test_each_has_its_label_for_those_who_do_not_see_it():
    (picture,) = shown(sheet(["mail"]).show("mail"))
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == 'Une enveloppe "fermée" <b>'


def test_a_drawing_without_an_entry_is_called_by_its_name():
    (picture,) = shown(sheet(["cv"]).show("cv"))
    assert picture.get("aria-label") == "cv"


@pytest.mark.parametrize(
    "name", ["", "inconnu", "../audio/x", "mail.svg", "MAIL", "/etc/passwd", "a\x00b", "mail\n"]
)
def test_what_is_not_a_pictogram_of_ours_leaves_nothing(name):
    assert drawing(name) == ""
    assert sheet([name, name]).show(name) == ""


def test_every_drawing_of_ours_is_found_and_holds_no_svg_of_its_own():
    stems = [
        file.name.removesuffix(".svg")
        for file in files("pasapas.pictograms").iterdir()
        if file.name.endswith(".svg")
    ]
    assert len(stems) > 10
    for stem in stems:
        assert drawing(stem), stem
        assert "<svg" not in drawing(stem)
