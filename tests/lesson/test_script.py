"""The script: which screens there are, and what each says, in the order of the recording."""

from __future__ import annotations

import pytest

from pasapas.content.plain_language.passages import lesson_screens
from pasapas.content.plain_language.tokens import spoken_length
from pasapas.lesson.script import RATINGS

from .samples import REFERENCES, SMALLEST, changed, lesson, script


def said(screen):
    return [(line.role, line.words) for line in screen.lines]


def test_an_opening_one_screen_a_step_and_the_end():
    keys = [screen.key for screen in script(lesson())]
    assert keys == ["opening", "1", "2", "3", "4", "5", "for-real", "end"]


def test_the_opening_says_the_title_the_first_need_and_what_one_knows():
    opening = script(lesson())[0]
    assert said(opening) == [
        ("title", "Joindre un CV"),
        ("item", "On me demande un CV en pièce jointe."),
        ("sentence", "Vous envoyez des photos à vos proches ?"),
        ("sentence", "Le trombone fait pareil."),
        ("sentence", "Lisez d'abord."),
        ("sentence", "Vous essayez pour de vrai à la fin."),
    ]


def test_a_step_says_its_lines_in_order_with_facts_and_without_marks():
    first, second = script(lesson())[1:3]
    assert first.spoken[2] == "Appelez le 39 49 ou voyez le site."
    assert said(second) == [
        ("title", "Appuyez sur le trombone"),
        ("sentence", "Le trombone veut dire : pièce jointe."),
        ("item", "Une pièce jointe part avec le mail."),
        ("item", "Elle arrive avec lui."),
        ("sentence", "Cherchez votre CV."),
    ]


def test_feedback_is_recorded_after_all_answers():
    """It is heard only once its answer is chosen."""
    check = script(lesson())[3]
    assert [(line.role, line.choice) for line in check.lines[2:]] == [
        ("choice", 0),
        ("choice", 1),
        ("choice", 2),
        ("feedback", 0),
        ("feedback", 0),
        ("feedback", 1),
        ("feedback", 1),
    ]


def test_for_real_says_what_is_still_to_do_and_what_its_boxes_are_for():
    real = script(lesson())[-2]
    assert real.pictogram == "pour-de-vrai"
    assert said(real) == [
        ("title", "Et maintenant, pour de vrai"),
        ("sentence", "Votre vrai CV reste à envoyer."),
        ("sentence", "À cocher, avec une personne si vous voulez :"),
        ("item", "J'ai relu l'adresse mail."),
        ("item", "J'ai vu le nom de mon CV."),
    ]


def test_the_end_says_what_was_done_and_who_else_can_help():
    end = script(lesson())[-1]
    titles = [line.words for line in end.of("title")]
    assert titles == [
        "La leçon est finie.",
        "Savez-vous le faire ?",
        "Vous préférez parler à quelqu'un ?",
    ]
    assert end.spoken[1] == "Vous avez suivi la leçon : Joindre un CV."
    assert [line.choice for line in end.of("choice")] == list(range(len(RATINGS)))
    assert all(end.of("feedback", number) for number in range(len(RATINGS)))


@pytest.mark.parametrize("title", ["Joindre un CV", "Et si je ne retrouve plus mon mot de passe ?"])
def test_the_end_is_short(title):
    """At level 1 no screen has more than 60 words; what is said back stands behind a touch."""
    end = script(changed("title: Joindre un CV", f"title: {title}"))[-1]
    shown = [line.words for role in ("title", "sentence", "choice") for line in end.of(role)]
    assert len(shown) == 9
    assert len(" ".join(shown).replace(" ?", "?").replace(" :", ":").split()) <= 60


def test_the_smallest_lesson_has_an_end_too():
    opening, step, end = script(lesson(SMALLEST))
    assert opening.spoken == ("Un mail", "On me le demande.")
    assert step.spoken == ("Un mail", "Le mail est là.")
    assert next(line.words for line in end.of("title")) == "La leçon est finie."


def test_lines_are_counted_from_nought_without_a_gap():
    for screen in script(lesson()):
        assert [line.index for line in screen.lines] == list(range(len(screen.lines)))


def test_only_a_changed_sentence_changes_the_hash_of_its_screen():
    before = [screen.hash for screen in script(lesson())]
    after = [screen.hash for screen in script(changed("Elle arrive avec lui.", "Elle arrive."))]
    assert [old == new for old, new in zip(before, after, strict=True)] == [
        True, True, False, True, True, True, True, True,
    ]  # fmt: skip


def test_a_mark_or_a_picture_does_not_make_a_recording_stale():
    before = [screen.hash for screen in script(lesson())]
    plain = script(changed("**pièce jointe**", "pièce jointe"))
    other = script(changed("pictogram:trombone", "pictogram:cv"))
    assert [screen.hash for screen in plain] == before
    assert [screen.hash for screen in other] == before


def test_feedback_of_an_answer_without_a_text_is_not_said():
    """The answer can't be chosen: its feedback would be recorded and never heard."""
    check = script(changed("( ) Dans le sujet {{", "( ) [](https://e.example) {{"))[3]
    assert check.of("choice", 0) == ()
    assert check.of("feedback", 0) == ()


def test_without_anything_for_real_nobody_is_told_to_try_it() -> None:
    assert "Lisez d'abord." not in script(lesson(SMALLEST))[0].spoken


def test_where_several_answers_are_right_it_is_said() -> None:
    one, several = script(lesson())[3:5]
    assert "Plusieurs réponses sont possibles." not in one.spoken
    assert said(several)[1:3] == [
        ("sentence", "Cochez ce qui compte."),
        ("sentence", "Plusieurs réponses sont possibles."),
    ]


def test_the_checker_counts_what_the_player_adds() -> None:
    """content.plain_language can't see this script: it holds the numbers, this test the two."""
    for shown, counted in zip(script(lesson()), lesson_screens(lesson(), REFERENCES), strict=False):
        roles = ("title", "sentence", "item", "choice")
        words = sum(spoken_length(line.words) for role in roles for line in shown.of(role))
        assert words == counted.length, shown.key
