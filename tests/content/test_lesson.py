"""A lesson: from its text to immutable values, with the line of each sentence."""

import dataclasses
import unicodedata

import pytest

from pasapas.content.lesson import Lesson, Sentence, Step, read_lesson
from pasapas.content.problems import Severity
from pasapas.content.references import DOMAINS, References

from .problem_examples import BELOW
from .samples import (
    ALONE,
    FOR_REAL,
    LESSON,
    REFERENCES,
    changed,
    lesson_saying,
    lesson_with,
    places,
)


def read(text) -> Lesson:
    return read_lesson(text, REFERENCES).document


def found(text, references: References = REFERENCES) -> list[tuple[str, int]]:
    return places(read_lesson(text, references).problems)


@pytest.mark.parametrize(
    "raw",
    [
        LESSON.encode(),
        LESSON.encode("utf-8-sig"),
        LESSON.replace("\n", "\r\n"),
        LESSON.replace("\n", "\r\n").encode("utf-8-sig"),
        LESSON.replace("\n", "\r"),
        LESSON.rstrip("\n"),
    ],
)
def test_the_same_lesson_from_another_editor_is_the_same(raw):
    assert read_lesson(raw, REFERENCES) == read_lesson(LESSON, REFERENCES)


def test_a_lesson_is_immutable():
    lesson = read(LESSON)
    hash(lesson)
    for value in (lesson, lesson.steps[2], lesson.steps[2].choices, lesson.steps[0].sentences[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.line = 1


def test_the_step_for_real_stands_apart():
    lesson = read(LESSON + FOR_REAL)
    assert found(LESSON + FOR_REAL) == []
    assert [step.kind for step in lesson.steps] == ["step", "step", "step", "remember"]
    assert lesson.for_real == Step(
        "Et maintenant, pour de vrai",
        "pour-de-vrai",
        (Sentence("J'ai écrit à un employeur.", 37, listed=True),),
        None,
        "for-real",
        35,
    )


@pytest.mark.parametrize(
    "heading",
    [
        "À retenir",
        "  À retenir  ",
        unicodedata.normalize("NFD", "À retenir"),  # as some phones and Macs write it
        "À\u00a0retenir",
    ],
)
def test_a_heading_that_reads_the_same_means_the_same(heading):
    text = lesson_with("## À retenir", f"## {heading}")
    assert read(text).steps[-1].kind == "remember"
    assert found(text) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_domain_is_known(domain):
    assert found(lesson_with("domain: messages", f"domain: {domain}")) == []


@pytest.mark.parametrize(
    "line",
    [
        "known: Vous envoyez des photos à vos proches ? Le trombone fait pareil.",
        "after: [ecrire-un-mail]",
        "practice: joindre-un-cv",
    ],
)
def test_a_field_that_may_be_missing(line):
    assert found(changed(LESSON, line + "\n", "")) == []


@pytest.mark.parametrize(
    "name", ["format", "title", "need", "domain", "level", "minutes", "pictogram"]
)
def test_a_field_that_must_be_there(name):
    kept = [line for line in LESSON.split("\n") if not line.startswith(f"{name}:")]
    problems = read_lesson("\n".join(kept), REFERENCES).problems
    first_field = 2
    assert places(problems) == [("field.missing", first_field)]
    assert problems[0].parameters == (("field", name),)


def test_empty_front_matter_lacks_its_fields():
    body = LESSON.split("---\n", 2)[2]
    assert found(f"---\n---\n{body}") == [("field.missing", 1)] * 7
    assert found(f"---\n# rien\n---\n{body}") == [("field.missing", 1)] * 7


@pytest.mark.parametrize("front", ["- un\n- deux", "un"])
def test_front_matter_that_is_no_mapping(front):
    body = LESSON.split("---\n", 2)[2]
    assert ("field.mapping-wanted", 2) in found(f"---\n{front}\n---\n{body}")


def test_front_matter_that_cannot_be_read_is_refused_and_the_steps_are_still_shown():
    reading = read_lesson(lesson_with("title: Joindre", "title: [Joindre"), REFERENCES)
    assert reading.refused
    assert places(reading.problems) == [("yaml.malformed", 4)]
    assert len(reading.document.steps) == 4


@pytest.mark.parametrize("raw", ["", "\n\n", "---\nformat: 1\n---\n", "Bonjour.", "---", b"\xff"])
def test_a_text_without_a_step_is_no_lesson(raw):
    reading = read_lesson(raw, REFERENCES)
    assert reading.document is None
    assert any(problem.severity is not Severity.WARNING for problem in reading.problems)


# The first line of its field, or of its text: an author looks there.
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Joindre un CV", "title: Joindre <b>un</b> CV", 3),
        ("need: [On me", "need: [<b>On</b> me", 4),
        ("known: Vous", "known: <b>Vous</b>", 5),
        ("## Appuyez sur", "## <b>Appuyez</b> sur", 19),
        ("Une pièce jointe part", "Une <b>pièce</b> jointe part", 22),
        ("( ) Dans", "( ) <b>Dans</b>", 27),
        ("{{Oui.", "{{<b>Oui.</b>", 28),
        ("- Le trombone joint", "- Le <b>trombone</b> joint", 32),
    ],
)
def test_markup_is_found_wherever_a_learner_reads_and_on_its_line(old, new, line):
    reading = read_lesson(lesson_with(old, new), REFERENCES)
    assert places(reading.problems) == [("sentence.html", line)]
    assert reading.refused


def test_an_author_alone_may_name_any_lesson_and_practice():
    assert found(lesson_with("[ecrire-un-mail]", "[une-autre]"), ALONE) == []
    assert found(lesson_with("practice: joindre-un-cv", "practice: une-autre"), ALONE) == []


# These names become addresses of pages: an alphabet of their own keeps them harmless.
@pytest.mark.parametrize("name", ["../../logout", "Un mail", "x#y", "javascript:x", "é"])
@pytest.mark.parametrize("references", [REFERENCES, ALONE])
def test_a_name_of_another_document_is_a_slug(name, references):
    reading = read_lesson(lesson_with("[ecrire-un-mail]", f"['{name}']"), references)
    assert places(reading.problems) == [("name.not-a-slug", 10)]
    assert reading.document.after == ()
    text = lesson_with("practice: joindre-un-cv", f"practice: '{name}'")
    reading = read_lesson(text, references)
    assert places(reading.problems) == [("name.not-a-slug", 11)]
    assert reading.document.practice == ""


def test_a_pictogram_that_does_not_exist_is_not_kept():
    assert read(lesson_with("pictogram:trombone", "pictogram:licorne")).steps[1].pictogram == ""
    assert read(lesson_with("pictogram: piece-jointe", "pictogram: licorne")).pictogram == ""


def test_the_first_of_several_pictograms_counts():
    assert read(lesson_saying("![](pictogram:mail)\nIl joint.")).steps[1].pictogram == "trombone"


def test_each_answer_too_many_and_each_pictogram_too_many_is_said():
    text = lesson_saying("![](pictogram:mail)\n![](pictogram:mail)\nIl joint.")
    assert found(text) == [("step.several-pictograms", 21), ("step.several-pictograms", 22)]


def test_several_answers_may_be_right_at_once():
    text = lesson_with("( ) Dans", "[x] Dans").replace("(x) Sous", "[x] Sous")
    choices = read(text).steps[2].choices
    assert found(text) == []
    assert choices.several
    assert [option.right for option in choices.options] == [True, True]


def test_each_sentence_after_the_answers_is_said():
    text = lesson_with(BELOW, BELOW + "\nUn.\n\nDeux.")
    assert found(text) == [("choices.sentence-after", 29), ("choices.sentence-after", 31)]


@pytest.mark.parametrize("sentence", ["[[fact:actualisation]]", "[pièce](glossaire:piece-jointe)"])
def test_what_a_sentence_may_name(sentence):
    assert found(lesson_saying(sentence)) == []


def test_problems_are_in_the_order_of_their_lines():
    text = lesson_with("level: 1", "level: 9").replace("## Vérifiez", "## ")
    text = text.replace("Votre mail", "<b>Votre mail")
    assert found(text) == [("field.number-wanted", 7), ("sentence.html", 13), ("step.no-title", 24)]


def test_of_two_steps_for_real_the_first_is_said_to_be_in_the_way():
    assert found(LESSON + FOR_REAL + FOR_REAL) == [("lesson.for-real-not-last", 35)]


# Shown as it stands, an unfinished mark reaches the learner's screen and the voice.
@pytest.mark.parametrize("end", ["{{Oui. | Le CV est joint.", "Oui. }}", "{{Oui.}} {{Bien.}}"])
def test_a_feedback_that_is_not_closed_does_not_pass_in_silence(end):
    assert 28 in [line for _, line in found(lesson_with("{{Oui. | Le CV est joint.}}", end))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LESSON.removeprefix("---\n"), "lesson.no-front-matter"),
        (LESSON.replace("---\n", ""), "lesson.no-front-matter"),
        (lesson_with("---\n## Votre", "## Votre"), "lesson.open-front-matter"),
    ],
)
def test_fields_that_are_taken_for_lines_of_the_lesson_are_one_problem(text, code):
    assert found(text) == [(code, 1)]


def test_the_texts_of_the_front_matter_have_their_lines():
    text = lesson_with("[On me demande un CV en pièce jointe.]", "\n  - Un.\n\n  - Deux.")
    lines = read(text).lines
    assert (lines.title, lines.need, lines.known) == (3, (5, 7), 8)
    assert read(text) == dataclasses.replace(read(text), lines=read(LESSON).lines)
