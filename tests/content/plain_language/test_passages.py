"""The sentences of a lesson as they are read, and their words."""

from __future__ import annotations

import dataclasses

import pytest

from pasapas.content.facts import Fact
from pasapas.content.lesson import read_lesson
from pasapas.content.plain_language.check import style_problems
from pasapas.content.plain_language.passages import Passage, ScreenText, lesson_screens, passage
from pasapas.content.plain_language.tokens import is_address, masked, spoken_length, words_of
from pasapas.content.references import References

from ..samples import FOR_REAL, LESSON, REFERENCES, changed

FACTS = References(facts={"numero": Fact("numero", "39 49", "https://a.example", None)})


def screens_of(text: str) -> tuple[ScreenText, ...]:
    return lesson_screens(read_lesson(text, REFERENCES).document, REFERENCES)


def test_each_step_is_a_screen_after_the_opening():
    lesson = read_lesson(LESSON + FOR_REAL, REFERENCES).document
    found = lesson_screens(lesson, REFERENCES)
    assert [screen.line for screen in found] == [
        lesson.lines.title,
        *(step.line for step in lesson.steps),
        lesson.for_real.line,
    ]
    assert found[-1].passages[-1].role == "box"


def test_the_opening_holds_the_front_matter():
    needs = "need: [On me demande un CV., Je cherche le trombone.]"
    text = changed(LESSON, "need: [On me demande un CV en pièce jointe.]", needs)
    opening = screens_of(text)[0]
    roles = [said.role for said in opening.passages]
    assert roles[0] == "title"
    assert [said.text for said in opening.passages if said.role == "known"] == [
        "Vous envoyez des photos à vos proches ?",
        "Le trombone fait pareil.",
    ]
    assert roles.count("need") == 2
    assert [said.role for said in opening.shown].count("need") == 1


def test_answers_come_before_what_they_say_back():
    screen = next(
        screen for screen in screens_of(LESSON) if any(p.role == "choice" for p in screen.passages)
    )
    roles = [said.role for said in screen.passages]
    assert "feedback" in roles
    assert roles.index("feedback") > max(i for i, role in enumerate(roles) if role == "choice")
    assert "feedback" not in [said.role for said in screen.shown]


def test_marks_are_read_as_their_words():
    raw = "Appelez le **[[fact:numero]]** pour [le mail](glossaire:mail), *ici*."
    said = passage(raw, 4, "item", FACTS)
    assert said == Passage("Appelez le 39 49 pour le mail, ici.", 4, "item", raw)
    assert said.authored == "Appelez le pour le mail, ici."


def test_a_lesson_has_its_problems_on_their_lines():
    text = changed(LESSON, "Le trombone veut dire : pièce jointe.", "C'est facile.")
    line = text.split("\n").index("C'est facile.") + 1
    lesson = read_lesson(text, REFERENCES).document
    found = [p for p in style_problems(lesson, REFERENCES) if p.code == "plain.careless-word"]
    assert [(problem.line, dict(problem.parameters)["word"]) for problem in found] == [
        (line, "facile")
    ]


def test_a_screen_holds_more_at_level_2():
    text = changed(LESSON, "Le trombone veut dire : pièce jointe.", "Le mail est là.\n" * 18)
    lesson = read_lesson(text, REFERENCES).document
    assert lesson.level == 1
    for level, wanted in ((1, True), (2, False)):
        leveled = dataclasses.replace(lesson, level=level)
        found = {problem.code for problem in style_problems(leveled, REFERENCES)}
        assert ("plain.full-screen" in found) is wanted


def test_a_computer_is_clicked_and_a_telephone_is_not():
    text = changed(LESSON, "Le trombone veut dire : pièce jointe.", "Cliquez ici.")
    for domain, wanted in (("messages", True), ("computer", False)):
        other = changed(text, "domain: messages", f"domain: {domain}")
        lesson = read_lesson(other, REFERENCES).document
        found = {problem.code for problem in style_problems(lesson, REFERENCES)}
        assert ("plain.other-word" in found) is wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'employeur écrit.", ["l'", "employeur", "écrit"]),
        ("Gardez-la, dites-le-moi", ["gardez", "la", "dites", "le", "moi"]),
        ("Ouvre-t-il l’e-mail ?", ["ouvre", "t", "il", "l'", "e-mail"]),
        ("Un rendez-vous aujourd'hui", ["un", "rendez-vous", "aujourd'", "hui"]),
        ("«» … 2 €", ["2"]),
    ],
)
def test_words(text, words):
    found = words_of(text)
    assert [word.form for word in found] == words
    for word in found:
        assert text[word.start : word.end].lower().replace("’", "'") == word.form


@pytest.mark.parametrize(
    "name",
    ["jose@bonjour.example", "bonjour.example", "lettre.pdf", "IMG_2034", "CV-Amina-2026", "a.b#c"],
)
def test_addresses_and_files_are_no_prose(name):
    assert is_address(name)
    found = words_of(masked(f"Ouvrez {name}, puis « {name} »."))
    assert [word.form for word in found] == ["ouvrez", "puis"]


@pytest.mark.parametrize("word", ["mail", "rendez-vous", "10", "12,5", "fin.", "e-mail", "@", "."])
def test_words_are_no_addresses(word):
    assert not is_address(word)


def test_signs_alone_are_no_words():
    assert spoken_length("Qui a écrit : « L'ami » ?") == 4
