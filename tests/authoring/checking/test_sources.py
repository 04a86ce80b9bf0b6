"""Which document a file is, and the sentences that are read in it."""

import pytest

from pasapas.authoring.checking.sources import file_source, shelf_sources, source
from pasapas.content.shelf import shipped_shelf

SHELF = shipped_shelf()
REFERENCES = SHELF.references

FACTS = (
    "format: 1\nfacts:\n  un-fait:\n    value: un\n    source: moi\n    checked_on: 2026-11-21\n"
)
GLOSSARY = """\
format: 1
words:
  mail:
    word: mail
    also: [mails]
    meaning:
      - Un mail est une lettre.
      - Il passe par internet.
    pictogram: mail
"""
CATALOGUE = """\
format: 1
pictograms:
  mail:
    label: Une enveloppe
    keywords: [mail, lettre]
    meaning: Un mail.
    answers: [mail]
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts.yaml", FACTS),
        ("mes-faits.yaml", FACTS),
        ("mes-faits.yml", FACTS),
        ("glossary.yaml", GLOSSARY),
        ("mots.yaml", GLOSSARY),
        ("catalogue.yaml", CATALOGUE),
        ("mes-dessins.yaml", CATALOGUE),
        ("cours.yaml", "format: 1\ntitle: Un\nsections: []\n"),
    ],
)
def test_a_document_is_read_as_what_it_is(name, text):
    assert source(name, text.encode(), REFERENCES).problems == ()


def test_a_name_says_what_a_document_should_be():
    assert source("glossary.yaml", FACTS.encode(), REFERENCES).problems
    assert source("cours.yaml", b"format: 1\n", REFERENCES).problems


def test_meanings_are_sentences_with_their_lines():
    found = source("mots.yaml", GLOSSARY.encode(), REFERENCES)
    assert [(item.text, item.line) for item in found.passages(REFERENCES)] == [
        ("Un mail est une lettre.", 7),
        ("Il passe par internet.", 8),
    ]
    assert found.explained[0].words == ("mail", "mails")
    drawn = source("catalogue.yaml", CATALOGUE.encode(), REFERENCES)
    assert [(item.text, item.line) for item in drawn.passages(REFERENCES)] == [("Un mail.", 6)]
    assert drawn.explained[0].words == ("mail", "lettre")


@pytest.mark.parametrize(
    "text", ["", "- un\n", "words: un\n", "words: [un]\n", "words:\n  un: deux\n", "words: {a: {}}"]
)
def test_a_glossary_that_is_none_has_problems_and_no_sentence(text):
    found = source("glossary.yaml", text.encode(), REFERENCES)
    assert found.problems
    assert found.passages(REFERENCES) == ()


def test_a_misspelt_name_has_the_nearest_one(tmp_path):
    file = tmp_path / "glossary.yaml"
    file.write_text(GLOSSARY.replace("pictogram: mail", "pictogram: mali"), encoding="utf-8")
    (problem,) = file_source(file, REFERENCES).problems
    assert dict(problem.parameters) == {"name": "mali", "nearest": "mail"}


def test_all_of_ours_are_there_once_each():
    paths = [item.path for item in shelf_sources(SHELF)]
    assert len(set(paths)) == len(paths)
    assert {"courses/facts.yaml", "courses/glossary.yaml", "pictograms/catalogue.yaml"} < set(paths)
    lessons = [item for item in shelf_sources(SHELF) if item.lesson]
    assert len(lessons) == len(SHELF.lessons)
    assert all(item.passages(REFERENCES) for item in lessons)
