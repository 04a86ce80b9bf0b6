"""Everything a lesson holds may be hostile: on the page it is text, or it is gone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.player.local_card import Place

from .looking import assert_nothing_runs, ids, parsed, screens_of, seen
from .samples import HOSTILE, TEXT, lesson, page, script

PLACES = {
    "title": ("title: Joindre un CV", f"title: {json.dumps(HOSTILE)}"),
    "need": ("need: [On me demande un CV en pièce jointe.,", f"need: [{json.dumps(HOSTILE)},"),
    "known": ("known: Vous envoyez", f"known: {json.dumps(HOSTILE)}\n# "),
    "pictogram": ("pictogram: piece-jointe", f"pictogram: {json.dumps(HOSTILE)}"),
    "step": ("## Votre mail est écrit", f"## {HOSTILE}"),
    "picture": ("![](pictogram:trombone)", '![](pictogram:x"onload="alert1)'),
    "other picture": ("![](pictogram:trombone)", "![](javascript:alert1)"),
    "sentence": ("Vous répondez à une offre.", HOSTILE),
    "item": ("Elle arrive avec lui.", HOSTILE),
    "answer": ("Dans le sujet", HOSTILE),
    "feedback": ("Oui. | Le CV est joint.", f"Oui. | {HOSTILE}"),
    "remember": ("Vérifiez le nom avant d'envoyer.", HOSTILE),
    "for real": ("Votre vrai CV reste à envoyer.", HOSTILE),
    "box": ("J'ai relu l'adresse mail.", HOSTILE),
    "fact": ("[[fact:france-travail-telephone]]", f"[[fact:{HOSTILE[:20]}]]"),
}


def hostile_lesson(place):
    old, new = PLACES[place]
    assert TEXT.count(old) == 1, old
    return lesson(TEXT.replace(old, new))


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_does_nothing_wherever_it_stands(place):
    html = page(hostile_lesson(place))
    assert "<script" not in html.lower()
    assert_nothing_runs(parsed(html))
    assert len(screens_of(parsed(html))) == len(script(lesson()))


@pytest.mark.parametrize("place", ["title", "need", "known", "step", "sentence", "answer", "box"])
def test_hostile_text_is_shown_for_what_it_is(place):
    """An author sees what is wrong; nothing vanishes that was meant as words."""
    assert "<script>alert(1)</script>" in seen(parsed(page(hostile_lesson(place))))


PIECES = [
    "<", ">", '"', "'", "&", "<script>", "</section>", "<!--", "-->", "]]>", "</details>", "<b",
    "onerror=x ", "[a](", "javascript:x", "https://e.example/", ")", "**", "{{", "}}", "|", "`",
    "&lt;", "&#60;script&#62;", "[[fact:x]]", "{0}", "{number}", "%s", "mot", " ",
]  # fmt: skip
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join)


@settings(max_examples=40, deadline=None)
@given(words, words, words, words)
def test_no_mixture_of_pieces_does_anything(title, sentence, answer, box):
    text = TEXT.replace("title: Joindre un CV", f"title: {json.dumps(title)}")
    text = text.replace("Vous répondez à une offre.", f"Mot {sentence}")
    text = text.replace("Dans le sujet", f"mot {answer}")
    text = text.replace("J'ai relu l'adresse mail.", f"mot {box}")
    shown = lesson(text)
    tree = parsed(page(shown))
    assert_nothing_runs(tree)
    # Nothing closed what it stands in: the page keeps its shape.
    sections = screens_of(tree)
    assert len(sections) == len(script(shown))
    assert len(list(sections[3].iter("details"))) == 3
    assert len(ids(tree)) == len(set(ids(tree)))


@pytest.mark.parametrize("field", ["name", "person", "hours", "phone"])
def test_a_hostile_local_card_is_text(field):
    place = Place(**{"name": "Ici", field: HOSTILE})
    tree = parsed(page(lesson(), card=(place,)))
    assert_nothing_runs(tree)
    (entry,) = tree.xpath(".//ul[@class='pap-card']/li")
    assert HOSTILE in entry.text_content()


@pytest.mark.parametrize("phone", ["javascript:alert(1)", '04"onclick="x', "tel:04,x", "+33 4 00"])
def test_a_phone_is_called_by_its_digits_only(phone):
    tree = parsed(page(lesson(), card=(Place("Ici", phone=phone),)))
    (link,) = tree.xpath(".//ul[@class='pap-card']//a")
    assert set(link.get("href").removeprefix("tel:")) <= set("+0123456789")
    assert seen(link) == phone


def test_a_phone_without_digits_is_not_a_link():
    tree = parsed(page(lesson(), card=(Place("Ici", phone="à l'accueil"),)))
    assert "à l'accueil" in seen(tree)
    assert not tree.xpath(".//ul[@class='pap-card']//a")


def test_a_hostile_recording_stays_within_its_quotes():
    shown = lesson()
    sounds = {
        screen.hash: {
            "sources": ['/static/a.ogg"><script>alert(1)</script>'],
            "starts": list(range(len(screen.lines) + 1)),
        }
        for screen in script(shown)
    }
    html = page(shown, sounds=sounds)
    assert "<script" not in html
    assert_nothing_runs(parsed(html))
    assert "<audio" in html
