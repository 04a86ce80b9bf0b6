"""All words come from the server, translated once, comparable."""

from __future__ import annotations

import json

from pasapas.content.problems import problem
from pasapas.player import words
from pasapas.player.problems import MESSAGES, describe, describe_at
from pasapas.player.translation import translator
from pasapas.player.words import Words, script_words

FRENCH = translator("fr")


def test_the_scripts_words_are_those_of_the_page():
    spoken = json.loads(script_words(FRENCH))
    assert spoken["listen"] == "Écouter"
    assert spoken.keys() == words.SCRIPT_WORDS.keys()
    assert all(spoken.values())


def test_words_translate_what_they_know_and_leave_the_rest():
    french = Words.translated([words.LISTEN], FRENCH)
    assert french("Listen") == "Écouter"
    assert french("something else") == "something else"


def test_equal_words_are_one_key_of_a_cache():
    one, other = (Words.translated([words.LISTEN], FRENCH) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Words.translated([words.LISTEN], lambda text: text)


def test_a_problem_is_one_sentence_with_what_it_speaks_of():
    wrong = problem("field.number-wanted", 4, field="level", text="9", least=1, most=2)
    assert describe(wrong, FRENCH) == (
        "Le champ « level » attend un nombre de 1 à 2, et non « 9 »."
    )
    assert describe_at("lessons/x.md", wrong, FRENCH).startswith("lessons/x.md:4: Le champ")
    assert describe_at("x.md", problem("document.empty"), FRENCH) == "x.md: Le fichier est vide."


def test_braces_in_a_text_are_not_places_to_fill():
    wrong = problem("pictogram.unknown", name="{field} {0} {{}}")
    assert describe(wrong, FRENCH) == "Le pictogramme « {field} {0} {{}} » n'existe pas."


def test_feedback_is_shown_as_it_is_written():
    wrong = problem("choice.no-feedback", text="Oui")
    assert "{{…}}" in describe(wrong, FRENCH)
    assert "{{{" not in describe(wrong, FRENCH)


def test_every_message_can_be_said_with_nothing_to_fill_in():
    for code in MESSAGES:
        assert "{" not in describe(problem(code), FRENCH).replace("{{…}}", "")


def test_a_code_without_a_message_is_said_as_it_is():
    assert describe(problem("new.code"), FRENCH) == "new.code"
