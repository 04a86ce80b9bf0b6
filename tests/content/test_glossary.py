"""The glossary: words with one or two sentences and a pictogram."""

import dataclasses

import pytest

from pasapas.content.glossary import Entry, read_glossary
from pasapas.content.lesson import read_lesson
from pasapas.content.problems import Severity
from pasapas.content.references import References

from .samples import DRAWN, GLOSSARY, SAID_ON, changed, lesson_saying, places


def read(raw):
    return read_glossary(raw, DRAWN)


def test_a_glossary_is_read_whole():
    reading = read(GLOSSARY)
    assert reading.problems == ()
    assert reading.document == {
        "piece-jointe": Entry(
            "piece-jointe",
            "pièce jointe",
            ("pièces jointes",),
            ("Une pièce jointe est un document.", "Elle part avec le mail."),
            "piece-jointe",
        ),
        "mail": Entry(
            "mail", "mail", (), ("Un mail est une lettre qui passe par internet.",), "mail"
        ),
    }
    assert reading.document["piece-jointe"].forms == ("pièce jointe", "pièces jointes")


def test_an_entry_is_immutable():
    with pytest.raises(dataclasses.FrozenInstanceError):
        read(GLOSSARY).document["mail"].word = ""


def test_a_meaning_may_be_one_text():
    text = changed(GLOSSARY, "[Un mail est une lettre qui passe par internet.]", "Une lettre.")
    assert read(text).document["mail"].meaning == ("Une lettre.",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    word: mail\n", ""),
        ("    word: mail\n", "    word: ' '\n"),
        ("    meaning: [Un mail est une lettre qui passe par internet.]\n", ""),
    ],
)
def test_without_a_word_or_a_meaning_there_is_nothing_to_open(old, new):
    reading = read(changed(GLOSSARY, old, new))
    assert set(reading.document) == {"piece-jointe"}
    lesson = lesson_saying("Un [mail](glossaire:mail).")
    references = References(pictograms=DRAWN, glossary=reading.document)
    assert ("glossary.unknown", SAID_ON) in places(read_lesson(lesson, references).problems)


def test_an_entry_whose_pictogram_is_not_drawn_yet_is_shown_without():
    reading = read(changed(GLOSSARY, "pictogram: mail", "pictogram: chat"))
    assert reading.document["mail"].pictogram == ""


@pytest.mark.parametrize(
    "form", ["pièce jointe", "Pièce jointe", "PIÈCES JOINTES", "pie\u0300ce jointe"]
)
@pytest.mark.parametrize("field", ["word: {}", "word: mail\n    also: [{}]"])
def test_a_form_belongs_to_one_entry(form, field):
    reading = read(changed(GLOSSARY, "word: mail", field.format(form)))
    assert [(item.code, item.line, item.parameters) for item in reading.problems] == [
        ("glossary.word-twice", 8, (("text", form), ("name", "piece-jointe")))
    ]


def test_a_form_twice_in_one_entry_is_no_riddle():
    assert read(changed(GLOSSARY, "[pièces jointes]", "[Pièce jointe]")).problems == ()


@pytest.mark.parametrize("field", ["word", "also", "meaning"])
@pytest.mark.parametrize("text", ["'<script>x</script>'", "'[Oui](javascript:x)'", "'<b>'"])
def test_an_entry_is_as_safe_as_a_sentence(field, text):
    entry = {"word": "mail", "also": "lettre", "meaning": "Une lettre.", field: text}
    lines = "".join(f"    {name}: {said}\n" for name, said in entry.items())
    reading = read(f"format: 1\nwords:\n  mail:\n{lines}    pictogram: mail\n")
    assert reading.refused
    assert [item.severity for item in reading.problems] == [Severity.UNSAFE]
    assert [item.line for item in reading.problems] == [4 + list(entry).index(field)]


@pytest.mark.parametrize("raw", [b"\xff", "a: [", "a: *b", "a" * 50_001])
def test_an_unreadable_glossary_is_refused_and_nothing_more_is_said_of_it(raw):
    reading = read(raw)
    assert not reading.document
    assert [item.severity for item in reading.problems] == [Severity.UNSAFE]
