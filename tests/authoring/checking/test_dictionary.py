"""Rare words: once each, and not where they are names, labels or explained."""

import pytest

from pasapas.authoring.checking.dictionary import (
    RARE_BELOW,
    Dictionary,
    installed_dictionary,
    rare_words,
)
from pasapas.content.problems import Severity
from pasapas.player.problems import describe
from pasapas.player.style_messages import advice
from pasapas.player.translation import translator

from .samples import REFERENCES, said, small_dictionary


def rare(*texts: str, role: str = "sentence", explained: tuple[str, ...] = ()) -> list:
    found = rare_words(said(*texts, role=role), REFERENCES, small_dictionary(), explained)
    return [(problem.line, dict(problem.parameters)["word"]) for problem in found]


def test_a_rare_word_is_a_warning_on_its_line():
    (problem,) = rare_words(said("Le mail.", "Cochez."), REFERENCES, small_dictionary())
    assert (problem.code, problem.line) == ("plain.rare-word", 2)
    assert problem.severity is Severity.WARNING
    assert problem.parameters == (("word", "Cochez"),)  # as it is written


def test_each_rare_word_is_said_once_in_any_of_its_forms():
    assert rare("Un tiret.", "Le tiret.", "Voir tirets.", "Cochez.") == [
        (1, "tiret"),
        (4, "Cochez"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Voir « tiret » dans le mail.",  # a label on a screen
        "Voir tiret@exemple.example.",
        "Voir un_tiret.",
        "Voir TIRET.",
        "Le signe de Tiret.",  # a name
        "Voir tiret4.",
        "Le mail lechatbleu.",  # no word at all: somebody's password
    ],
)
def test_what_is_no_word_of_the_language_is_passed_over(text):
    assert rare(text) == []


def test_a_name_is_known_by_its_capital_within_a_sentence_wherever_that_stands():
    assert rare("Tiret lit le mail.") == [(1, "Tiret")]
    assert rare("Tiret lit le mail.", "Le mail de Tiret.") == []


def test_a_name_that_no_dictionary_has_may_begin_a_sentence():
    assert rare("Aylin lit le mail.") == []


def test_people_say_their_need_in_words_of_their_own():
    assert rare("Un tiret.", role="need") == []
    assert rare("Un tiret.", role="choice") == [(1, "tiret")]


def test_a_word_that_opens_its_explanation_is_known_in_all_its_forms():
    marked = "Voir [actualisation](glossaire:actualisation)."
    assert rare("Actualisez.") == [(1, "Actualisez")]
    assert rare("Actualisez.", marked) == []
    assert rare("Actualisez.", "Voir [actualisation](glossaire:autre).") == [(1, "Actualisez")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le tiret est un trait.",
        "Un tiret, c'est un trait.",
        "Le signe se dit tiret.",
        "Tiret : un trait.",
    ],
)
def test_a_sentence_may_explain_a_word(sentence):
    explains = sentence.startswith(("Le", "Un"))
    assert (rare("Voir le tiret dans le mail.", sentence) == []) is explains


def test_what_a_document_explains_otherwise_is_known():
    assert rare("Un tiret.", explained=("tiret", "cocher")) == []


def test_a_word_is_as_common_as_what_it_comes_from():
    assert rare("La coiffeuse.", "La cuisinière.", "Revoir.", "Imitée.") == []


def test_trades_and_gestures_are_not_rare_whoever_does_them():
    assert rare("La soudeuse.", "Le soudeur.", "Les soudeuses.") == []


def test_a_word_of_the_glossary_without_its_mark_is_told_with_the_mark_to_write():
    (problem,) = rare_words(said("Il signe. Actualisez."), REFERENCES, small_dictionary())
    french = translator("fr")
    assert describe(problem, french).startswith("« Actualisez » est dans le glossaire")
    assert advice(problem, french).better == "Écrivez [Actualisez](glossaire:actualisation)."
    (problem,) = rare_words(said("Une jolie boîte mail."), REFERENCES, rare_as("boîte"))
    assert "[boîte mail](glossaire:boite-mail)" in advice(problem, french).better


def rare_as(word: str) -> Dictionary:
    return Dictionary(lambda form: 3.0 if form == word else 5.0, str, lambda form: True)


def test_with_the_packages_common_words_are_common_and_rare_ones_rare():
    pytest.importorskip("wordfreq")
    pytest.importorskip("simplemma")
    dictionary = installed_dictionary()
    for word in (
        "maison",
        "appuyez",
        "clavier",
        "cuisinière",
        "téléphonez",
        "relisez",
        "coiffeuse",
        "couturière",
        "menuisiers",
        "cariste",
        "aide-soignante",
        "brodeuse",
        "maçonne",
        "coud",
        "cousez",
        "abîme",
        "abîmée",
    ):
        assert not dictionary.is_rare(word), word
    for word in ("arborescence", "tiret", "cochez", "soudures", "sponsorisé", "nonobstant"):
        assert dictionary.is_rare(word), word
    assert dictionary.lemma("appuyez") == "appuyer"
    assert RARE_BELOW == 3.5
