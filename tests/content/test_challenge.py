"""A challenge: how it is written, and that what is shown says nothing of what is right."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasapas.content.challenge import Challenge, Thing, read_challenge, shuffled
from pasapas.content.practice_fields import Said
from pasapas.content.problems import Problem
from pasapas.content.yaml_reader import read_yaml

from .banks import BANK
from .samples import REFERENCES, places

CHOICES = ["L'adresse", "Le nom du document", "La météo", "L'heure", "Le titre"]


def found(text: str, slug: str = "un-essai") -> tuple[Challenge | None, list[Problem]]:
    problems: list[Problem] = []
    tree, wrong = read_yaml(text)
    return read_challenge(slug, 1, tree, REFERENCES, problems), [*wrong, *problems]


def challenge(text: str, slug: str = "un-essai") -> Challenge:
    read, problems = found(text, slug)
    assert problems == []
    return read


def choosing(marked: dict[str, bool], box: str = "()") -> str:
    """A challenge with these choices; marked those that are right."""
    lines = [
        f'  - "{box[0]}{"x" if right else " "}{box[1]} {text}"' for text, right in marked.items()
    ]
    return "\n".join(["pictogram: mail", "ask: Quoi ?", "learn: Voilà.", "choices:", *lines])


def ordering(texts: list[str]) -> str:
    lines = "\n".join(f"  - {text}." for text in texts)
    return f"pictogram: mail\nask: Dans quel ordre ?\nlearn: Voilà.\norder:\n{lines}"


TOUCH = """\
ask: Touchez.
learn: Voilà.
screen:
  - [{icon: back, label: Revenir}, {text: Un mail, as: title}]
  - Bonjour.
  - {icon: send, text: Envoyer, here: yes}
"""

SHOWN_BESIDE = "screen: [Un, Deux, {text: Trois}]\n"


def test_what_stands_in_a_challenge() -> None:
    read = challenge(
        "pictogram: mail\nshows: honest\nscene: [Léa lit. | Elle rit.]\nheard: [Le mot est là.]\n"
        'ask: "Quoi ? | Dites-le."\nlearn: Voilà.\nchoices: [( ) Un, (x) Deux, ( ) Trois]'
    )
    assert (read.slug, read.pictogram, read.shows, read.line) == ("un-essai", "mail", "honest", 1)
    assert read.scene == (Said("Léa lit.", 3), Said("Elle rit.", 3))
    assert read.heard == (Said("Le mot est là.", 4),)
    assert read.ask == (Said("Quoi ?", 5), Said("Dites-le.", 5))
    assert read.learn == (Said("Voilà.", 6),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (choosing({"A": True, "B": False, "C": False}), "one"),
        (choosing({"A": True, "B": True, "C": False}, "[]"), "several"),
        (choosing({"A": True, "B": False, "C": False}, "[]"), "several"),
        (ordering(["A", "B", "C"]), "order"),
        (TOUCH, "touch"),
        (SHOWN_BESIDE + choosing({"A": True, "B": False, "C": False}), "one"),
        (SHOWN_BESIDE + ordering(["A", "B", "C"]), "order"),
    ],
)
def test_its_kind_follows_from_what_is_answered(text: str, kind: str) -> None:
    assert challenge(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "ask: Quoi ?\nlearn: Voilà.\npictogram: mail",
        TOUCH + "choices: [( ) Un, (x) Deux, ( ) Trois]",
        TOUCH + "order: [Un., Deux., Trois.]",
        TOUCH.replace(", here: yes", ""),
        choosing({"A": True, "B": False, "C": False}) + "\norder: [Un., Deux., Trois.]",
        TOUCH.replace("screen:", "screens:"),
    ],
)
def test_what_is_answered_in_no_way_or_in_two_is_none(text: str) -> None:
    read, problems = found(text)
    assert read is None
    assert ("challenge.one-kind", 1) in places(problems)


def test_without_a_question_there_is_none() -> None:
    """A page of it would have no title: nothing could be asked."""
    read, problems = found(TOUCH.replace("ask: Touchez.\n", ""))
    assert read is None
    assert places(problems) == [("field.missing", 1)]


def test_a_drawn_screen_is_rows_of_things() -> None:
    read = challenge(TOUCH)
    assert read.rows == (
        (
            Thing("", "back", "Revenir", "key", False, 4),
            Thing("Un mail", "", "", "title", False, 4),
        ),
        (Thing("Bonjour.", "", "", "line", False, 5),),
        (Thing("Envoyer", "send", "", "line", True, 6),),
    )
    assert read.things == tuple(itertools.chain(*read.rows))


# --- What is shown says nothing of what is right ----------------------------------------------

texts = st.lists(
    st.text("abcdé' ", min_size=1).map(lambda text: f"a{text}".strip()), min_size=3, max_size=5,
    unique_by=lambda text: " ".join(text.split()),
)  # fmt: skip


@given(texts, st.randoms(use_true_random=False), st.data())
def test_the_order_of_choices_follows_from_their_texts_alone(
    choices: list[str], shuffle: random.Random, data: st.DataObject
) -> None:
    right = data.draw(st.sampled_from(choices))
    other = data.draw(st.sampled_from(choices))
    first = found(choosing({text: text == right for text in choices}))[0]
    mixed = shuffle.sample(choices, len(choices))
    second = found(choosing({text: text == other for text in mixed}))[0]
    assert [item.text.text for item in first.choices] == [item.text.text for item in second.choices]
    (marked,) = (item.text.text for item in first.choices if item.right)
    assert marked == " ".join(right.split())


@given(texts, st.randoms(use_true_random=False))
def test_what_is_put_in_order_is_shown_in_an_order_that_tells_nothing(
    steps: list[str], shuffle: random.Random
) -> None:
    first = found(ordering(steps))[0]
    second = found(ordering(shuffle.sample(steps, len(steps))))[0]
    assert [item.text for item in first.ordered] == [item.text for item in second.ordered]
    assert [first.ordered[place].text for place in first.order] == [
        f"{' '.join(text.split())}." for text in steps
    ]


def test_each_challenge_has_an_order_of_its_own() -> None:
    """Else « Oui » would stand before « Non » in all of them; and each place is as likely."""
    said = tuple(Said(text, 1) for text in CHOICES)
    orders = [shuffled(said, f"essai-{number}") for number in range(400)]
    assert len(set(orders)) > 100
    for text in said:
        for place in range(len(said)):
            assert 50 <= sum(order[place] == text for order in orders) <= 115


def test_boxes_with_one_right_are_not_shown_as_a_choice_of_one() -> None:
    """How many are right is part of the key."""
    one = challenge(choosing(dict.fromkeys(CHOICES[:4], False) | {CHOICES[0]: True}, "[]"))
    two = challenge(
        choosing(dict.fromkeys(CHOICES[:4], False) | {CHOICES[0]: True, CHOICES[1]: True}, "[]")
    )
    assert one.kind == two.kind == "several"
    assert [item.text for item in one.choices] == [item.text for item in two.choices]


def test_a_challenge_is_the_same_wherever_it_stands() -> None:
    text = choosing({"A": True, "B": False, "C": False})
    assert challenge(text, "ici").choices != () != challenge(text, "la").choices
    assert BANK.count("trombone-lequel") == 1
