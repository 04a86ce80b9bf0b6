"""The shelf: a folder of documents, read once, and how they hang together."""

import pytest

from pasapas.content import shelf as shelf_module
from pasapas.content.problems import Severity
from pasapas.content.references import References
from pasapas.content.shelf import read_shelf, shipped_references, shipped_shelf

from .samples import (
    COURSE,
    FACTS,
    GLOSSARY,
    LESSON,
    PICTOGRAMS,
    PRACTICE,
    REFERENCES,
    changed,
    small_lesson,
    write_shelf,
)

SHELF = {
    "facts.yaml": FACTS,
    "glossary.yaml": GLOSSARY,
    "chercher-un-emploi.yaml": COURSE,
    "lessons/messages/ecrire-un-mail.md": small_lesson("ecrire-un-mail"),
    "lessons/messages/joindre-un-cv.md": LESSON,
    "lessons/jobs/lire-une-offre.md": small_lesson("lire-une-offre", domain="jobs"),
}


def shelf(folder, documents, references: References = REFERENCES):
    return read_shelf(write_shelf(folder, documents), references)


def found(folder, documents) -> list[tuple[str, str, int]]:
    problems = shelf(folder, documents).problems
    return [(path, problem.code, problem.line) for path, problem in problems]


def lessons(**after: str) -> dict[str, str]:
    return {f"lessons/messages/{slug}.md": small_lesson(slug, ways) for slug, ways in after.items()}


def circles(folder, documents) -> dict[str, str]:
    """path → the circle that it is said to be in."""
    problems = shelf(folder, documents).problems
    assert {problem.code for _, problem in problems} <= {"lesson.prerequisite-circle"}
    return {path: dict(problem.parameters)["name"] for path, problem in problems}


def test_a_shelf_is_read_whole(tmp_path):
    read = shelf(tmp_path, SHELF)
    assert read.problems == ()
    assert list(read.lessons) == ["ecrire-un-mail", "joindre-un-cv", "lire-une-offre"]
    assert read.references.lessons == set(read.lessons)
    lesson = read.lessons["joindre-un-cv"]
    assert (lesson.slug, lesson.path) == ("joindre-un-cv", "lessons/messages/joindre-un-cv.md")
    assert lesson.text == LESSON
    assert lesson.reading.document.title == "Joindre un CV"
    course = read.courses["chercher-un-emploi"]
    assert (course.slug, course.path) == ("chercher-un-emploi", "chercher-un-emploi.yaml")
    assert course.text == COURSE
    assert course.reading.document.lessons == (
        "ecrire-un-mail",
        "joindre-un-cv",
        "lire-une-offre",
    )


def test_a_shelf_holds_canonical_text(tmp_path):
    texts = {path: text.replace("\n", "\r\n") for path, text in SHELF.items()}
    read = shelf(tmp_path, texts)
    assert read.problems == ()
    assert read.lessons["joindre-un-cv"].text == LESSON
    assert read.courses["chercher-un-emploi"].text == COURSE


@pytest.mark.parametrize("documents", [{}, {"lessons/lisez-moi.txt": "x"}, {"facts.yaml": FACTS}])
def test_an_empty_shelf(tmp_path, documents):
    read = shelf(tmp_path, documents)
    assert (read.lessons, read.courses, read.problems) == ({}, {}, ())


def test_a_folder_that_is_not_there_is_an_empty_shelf(tmp_path):
    assert read_shelf(tmp_path / "rien", REFERENCES).lessons == {}


def test_the_facts_of_the_folder_replace_those_given(tmp_path):
    facts = changed(FACTS, "39 49", "36 46")
    assert shelf(tmp_path, {"facts.yaml": facts}).references.facts["numero-aide"].value == "36 46"


def test_without_facts_of_its_own_a_folder_has_those_given(tmp_path):
    assert shelf(tmp_path, {}).references.facts == REFERENCES.facts


def test_the_glossary_of_the_folder_replaces_the_one_given(tmp_path):
    own = changed(GLOSSARY, "Elle part avec le mail.", "Elle voyage.")
    documents = {"glossary.yaml": changed(own, "  mail:", "  courrier:"), **lessons(a="")}
    documents["lessons/messages/a.md"] += "- Un [mail](glossaire:mail).\n"
    read = shelf(tmp_path, documents)
    assert read.references.glossary["piece-jointe"].meaning[1] == "Elle voyage."
    assert [(path, item.code) for path, item in read.problems] == [
        ("lessons/messages/a.md", "glossary.unknown")
    ]


def test_without_a_glossary_of_its_own_a_folder_has_the_one_given(tmp_path):
    documents = lessons(a="")
    documents["lessons/messages/a.md"] += "- Un [mail](glossaire:mail).\n"
    assert found(tmp_path, documents) == []
    assert shelf(tmp_path, {}).references.glossary == REFERENCES.glossary


def test_a_glossary_is_held_against_the_pictograms_that_there_are(tmp_path):
    own = {"glossary.yaml": changed(GLOSSARY, "pictogram: mail", "pictogram: licorne")}
    assert found(tmp_path, own) == [("glossary.yaml", "pictogram.unknown", 11)]


def test_each_problem_is_said_with_its_path_in_order(tmp_path):
    documents = SHELF | {
        "facts.yaml": changed(FACTS, "2026-11-20", "hier"),
        "autre.yaml": "format: 2\ntitle: Autre\nsections: []\n",
        "lessons/messages/joindre-un-cv.md": LESSON.replace("level: 1", "level: 9").replace(
            "pictogram:trombone", "pictogram:licorne"
        ),
    }
    assert found(tmp_path, documents) == [
        ("autre.yaml", "document.unknown-format", 1),
        ("facts.yaml", "field.date-wanted", 10),
        ("lessons/messages/joindre-un-cv.md", "field.number-wanted", 7),
        ("lessons/messages/joindre-un-cv.md", "pictogram.unknown", 20),
    ]


def test_an_unknown_prerequisite(tmp_path):
    assert found(tmp_path, lessons(a="inconnue")) == [
        ("lessons/messages/a.md", "lesson.unknown-prerequisite", 9)
    ]


def test_an_unknown_lesson_of_a_course(tmp_path):
    documents = {path: text for path, text in SHELF.items() if "lire-une-offre" not in path}
    assert found(tmp_path, documents) == [("chercher-un-emploi.yaml", "course.unknown-lesson", 10)]


def test_a_lesson_stands_in_the_folder_of_its_domain(tmp_path):
    documents = {"lessons/jobs/a.md": small_lesson("a")}
    ((path, problem),) = shelf(tmp_path, documents).problems
    assert (path, problem.code) == ("lessons/jobs/a.md", "lesson.other-folder")
    assert problem.parameters == (("domain", "messages"), ("folder", "jobs"))


def test_two_lessons_of_one_name(tmp_path):
    documents = {
        "lessons/jobs/a.md": small_lesson("a", domain="jobs"),
        "lessons/messages/a.md": small_lesson("a"),
    }
    assert found(tmp_path, documents) == [("lessons/messages/a.md", "name.twice", 0)]
    assert shelf(tmp_path, {}).lessons["a"].path == "lessons/jobs/a.md"


@pytest.mark.parametrize("name", ["Un mail", "un_mail", "écrire", "A", ".caché", "-a"])
def test_a_lesson_has_a_slug(tmp_path, name):
    path = f"lessons/messages/{name}.md"
    assert found(tmp_path, {path: small_lesson("a")}) == [(path, "name.not-a-slug", 0)]
    assert shelf(tmp_path, {}).lessons == {}


# A course's slug becomes a file's name and an address, as a lesson's does.
@pytest.mark.parametrize("name", ["Un cours", "un_cours", "métier"])
def test_a_course_has_a_slug(tmp_path, name):
    course = "format: 1\ntitle: Un\nsections: []\n"
    assert found(tmp_path, {f"{name}.yaml": course}) == [(f"{name}.yaml", "name.not-a-slug", 0)]
    assert shelf(tmp_path, {}).courses == {}


def test_a_folder_named_like_a_document_is_passed_over(tmp_path):
    for folder in ("lessons/messages/a.md", "cours.yaml", "facts.yaml", "glossary.yaml"):
        (tmp_path / folder).mkdir(parents=True)
    read = shelf(tmp_path, {})
    assert (read.lessons, read.courses, read.problems) == ({}, {}, ())


def test_files_of_the_package_are_no_documents(tmp_path):
    documents = {"__init__.py": "", "lessons/__init__.py": "", "lessons/messages/notes.txt": "x"}
    assert found(tmp_path, documents | {"personas.yaml": "x"}) == []


def test_a_lesson_that_waits_for_itself(tmp_path):
    assert circles(tmp_path, lessons(a="a", b="a")) == {"lessons/messages/a.md": "a → a"}


def test_two_lessons_that_wait_for_each_other(tmp_path):
    assert circles(tmp_path, lessons(a="b", b="a", c="a")) == {
        "lessons/messages/a.md": "a → b → a",
        "lessons/messages/b.md": "b → a → b",
    }


def test_three_lessons_that_wait_for_each_other(tmp_path):
    assert circles(tmp_path, lessons(a="b", b="d, c", c="a", d="")) == {
        "lessons/messages/a.md": "a → b → c → a",
        "lessons/messages/b.md": "b → c → a → b",
        "lessons/messages/c.md": "c → a → b → c",
    }


def test_the_shortest_circle_is_the_one_that_is_said(tmp_path):
    said = circles(tmp_path, lessons(a="b, c", b="c", c="a"))
    assert said["lessons/messages/a.md"] == "a → c → a"


def test_two_ways_to_one_lesson_are_no_circle(tmp_path):
    assert circles(tmp_path, lessons(a="b, c", b="d", c="d", d="")) == {}


def test_a_long_chain_of_lessons_is_no_circle(tmp_path):
    chain = {f"l{n}": f"l{n + 1}" for n in range(40)} | {"l40": ""}
    assert circles(tmp_path, lessons(**chain)) == {}


def test_an_unreadable_lesson_does_not_hide_the_others(tmp_path):
    write_shelf(tmp_path, SHELF)
    (tmp_path / "lessons/messages/latin.md").write_bytes("Vérifiez".encode("latin-1"))
    read = shelf(tmp_path, {})
    assert read.lessons["latin"].reading.document is None
    assert read.lessons["latin"].text == ""
    assert read.lessons["joindre-un-cv"].reading.problems == ()
    assert [(path, item.severity) for path, item in read.problems] == [
        ("lessons/messages/latin.md", Severity.UNSAFE)
    ]


def test_the_package_reads_its_own_folders_once(tmp_path, monkeypatch):
    write_shelf(tmp_path / "courses", {**SHELF, "practices/joindre-un-cv.yaml": PRACTICE})
    write_shelf(tmp_path / "pictograms", {"catalogue.yaml": PICTOGRAMS})
    monkeypatch.setattr(
        shelf_module, "files", lambda package: tmp_path / package.removeprefix("pasapas.")
    )
    for cached in (shipped_shelf, shipped_references):
        cached.cache_clear()
    try:
        references = shipped_references()
        assert references.pictograms == REFERENCES.pictograms
        assert references.facts == REFERENCES.facts
        assert references.glossary == REFERENCES.glossary
        assert references.lessons is None
        assert shipped_shelf().problems == ()
        assert shipped_shelf() is shipped_shelf()
        assert list(shipped_shelf().lessons) == list(shelf(tmp_path / "courses", {}).lessons)
    finally:
        for cached in (shipped_shelf, shipped_references):
            cached.cache_clear()
