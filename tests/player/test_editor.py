"""Studio's editor: nothing of a text or of its problems is more than text in it."""

from __future__ import annotations

import pytest

from pasapas.content.problems import Severity, problem, warning
from pasapas.player.editor import Page, editor_page, problem_list, script_words
from pasapas.player.translation import translator

from .samples import assert_nothing_runs, parsed, seen

FRENCH = translator("fr")
HOSTILE = '</textarea><script>alert(1)</script><img src=x onerror="alert(1)">'


def test_problems_are_listed_with_their_lines_in_the_readers_language():
    tree = parsed(
        problem_list(
            [
                problem("lesson.no-step"),
                problem("pictogram.unknown", 7, name="chat"),
                problem("sentence.html", 9, Severity.UNSAFE, text="<b>"),
            ],
            FRENCH,
        )
    )
    first, second, third = tree.iter("li")
    assert "Ligne" not in seen(first)
    assert seen(second) == "Manque ou erreur. Ligne 7. Le pictogramme « chat » n'existe pas."
    assert third.get("class") == "pap-unsafe"
    assert seen(third) == "Refusé. Ligne 9. Le HTML n'est pas accepté : <b>"


def test_no_problem_is_said_in_a_sentence():
    assert seen(parsed(problem_list([], FRENCH))) == "Aucun problème trouvé."


@pytest.mark.parametrize("severity", list(Severity))
def test_a_hostile_text_in_a_problem_is_only_text(severity):
    wrong = problem("sentence.html", 1, severity, text=HOSTILE)
    tree = parsed(problem_list([wrong], FRENCH))
    assert_nothing_runs(tree)
    assert "</textarea><script>" in seen(tree)


def test_the_text_stands_in_the_editor_as_it_is():
    source = f'\n\n---\ntitle: {HOSTILE} & "x"\n---\n## Un\n'
    tree = parsed(editor_page(Page(HOSTILE, source, ()), FRENCH))
    assert_nothing_runs(tree)
    (area,) = tree.iter("textarea")
    # HTML takes one line end away at the beginning of a textarea.
    assert area.text.removeprefix("\n") == source
    name = next(element for element in tree.iter("input"))
    assert name.get("value") == HOSTILE


def test_every_field_and_button_of_the_editor_has_words():
    tree = parsed(editor_page(Page("Un titre", "", ()), FRENCH))
    for field in tree.xpath(".//input|.//textarea"):
        assert seen(field.getparent())
        assert field.getparent().tag == "label"
    assert [seen(button) for button in tree.iter("button")] == [
        "Vérifier",
        "Enregistrer",
        "Annuler",
    ]


def test_the_script_speaks_the_readers_language():
    words = script_words(FRENCH)
    assert words["saved"] == "Le texte est enregistré."
    assert not any(
        text == english
        for text, english in zip(
            words.values(), script_words(lambda text: text).values(), strict=True
        )
    )


def test_a_matter_of_style_comes_with_a_better_way():
    html = problem_list([warning("plain.familiar", 3, word="ton")], FRENCH)
    assert "« ton »" in html
    assert "Écrivez vous, votre, vos." in html
