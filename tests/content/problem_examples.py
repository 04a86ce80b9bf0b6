"""For each problem there is: a document that has it and nothing else, and the line."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pasapas.content.course import read_course
from pasapas.content.facts import read_facts
from pasapas.content.glossary import read_glossary
from pasapas.content.lesson import read_lesson
from pasapas.content.pictograms import read_pictograms
from pasapas.content.problems import Problem
from pasapas.content.shelf import read_shelf
from pasapas.content.text import MAX_CHARACTERS
from pasapas.content.yaml_reader import MAX_DEPTH

from . import bank_problem_examples, practice_problem_examples
from .example import Example
from .samples import (
    COURSE,
    DRAWN,
    FACTS,
    FOR_REAL,
    GLOSSARY,
    LESSON,
    PICTOGRAMS,
    PRACTICE,
    REFERENCES,
    changed,
    lesson_saying,
    lesson_with,
    small_lesson,
    write_shelf,
)


def lesson(raw) -> tuple[Problem, ...]:
    return read_lesson(raw, REFERENCES).problems


def course(raw) -> tuple[Problem, ...]:
    return read_course(raw, REFERENCES).problems


def facts(raw) -> tuple[Problem, ...]:
    return read_facts(raw).problems


def pictograms(raw) -> tuple[Problem, ...]:
    return read_pictograms(raw).problems


def glossary(raw) -> tuple[Problem, ...]:
    return read_glossary(raw, DRAWN).problems


def shelf(documents: dict[str, str]) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as folder:
        found = read_shelf(write_shelf(Path(folder), documents), REFERENCES).problems
    return tuple(problem for _, problem in found)


def course_with(old: str, new: str) -> str:
    return changed(COURSE, old, new)


def facts_with(old: str, new: str) -> str:
    return changed(FACTS, old, new)


def glossary_with(old: str, new: str) -> str:
    return changed(GLOSSARY, old, new)


def in_folders(*lessons: tuple[str, str]) -> dict[str, str]:
    """A shelf of small lessons, each where its path says; (path, after)."""
    return {path: small_lesson(Path(path).stem, after) for path, after in lessons}


SUBJECT = "( ) Dans le sujet du mail {{Le sujet est le titre du mail. | Regardez sous le texte.}}"
BELOW = "(x) Sous le texte {{Oui. | Le CV est joint.}}"
OFFER = "- lesson: lire-une-offre"
A, B, C = (f"lessons/messages/{name}.md" for name in "abc")

_TEXTS = [
    Example("text.too-long", 0, lesson, LESSON + "a" * MAX_CHARACTERS),
    Example("text.too-long", 0, course, (COURSE + "é" * MAX_CHARACTERS).encode()),
    Example("text.not-utf-8", 3, lesson, lesson_with("un CV\n", "un vidéo\n").encode("cp1252")),
    Example("text.not-text", 0, lesson, b"PK\x03\x04 lecon.odt"),
    Example("text.not-text", 0, course, b"title: \x00"),
    Example("text.control-character", 21, lesson, lesson_saying("Le\x07trombone joint.")),
    Example("text.tab", 21, lesson, lesson_saying("Le\ttrombone joint.")),
    Example("text.tab", 6, lesson, lesson_with("domain: messages", "domain:\tmessages")),
]

_TREES = [
    Example("yaml.malformed", 2, course, course_with("Chercher un", "Chercher : un")),
    Example("yaml.several-documents", 3, course, course_with("sections:", "---\nsections:")),
    Example("yaml.alias", 2, course, course_with("Chercher un emploi", "*emploi")),
    Example("yaml.tag", 2, course, course_with("Chercher un emploi", "!!str Emploi")),
    Example("yaml.too-deep", 2, course, course_with("Chercher un emploi", "[" * (MAX_DEPTH + 2))),
    Example("yaml.odd-key", 2, course, course_with("title: Chercher", "[title]: Chercher")),
    Example("yaml.duplicate-key", 4, lesson, lesson_with("need:", "title: Deux\nneed:")),
]

_FIELDS = [
    Example("document.empty", 0, course, "\n"),
    Example("document.unknown-format", 2, lesson, lesson_with("format: 1", "format: 2")),
    Example("document.unknown-format", 1, course, course_with("format: 1", "format: 1.0")),
    Example("document.unknown-format", 1, facts, facts_with("format: 1", "format: '01'")),
    Example("field.missing", 2, lesson, lesson_with("minutes: 4\n", "")),
    Example("field.missing", 3, lesson, lesson_with("title: Joindre un CV", "title: ' '")),
    Example(
        "field.missing", 4, lesson, lesson_with("[On me demande un CV en pièce jointe.]", "[]")
    ),
    Example("field.missing", 1, facts, "format: 1\n"),
    Example("field.missing", 1, pictograms, "format: 1\n"),
    Example("field.missing", 1, course, course_with("format: 1\n", "")),
    Example(
        "field.split-by-comma", 4, lesson, lesson_with("[On me demande un CV", "[On demande, un CV")
    ),
    Example("field.unknown", 7, lesson, lesson_with("level: 1", "levle: 1\nlevel: 1")),
    Example("field.unknown", 3, course, course_with("sections:", "author: moi\nsections:")),
    Example("field.unknown", 4, facts, facts_with("value: entre", "valeur: x\n    value: entre")),
    Example("field.not-small", 3, lesson, lesson_with("title: Joindre", "TITLE: Joindre")),
    Example("field.curly-quotes", 3, lesson, lesson_with("Joindre un CV\n", "“Joindre un CV”\n")),
    Example(
        "field.curly-quotes",
        4,
        lesson,
        lesson_with("[On me demande un CV en pièce jointe.]", "[“On me demande un CV.”]"),
    ),
    Example(
        "field.curly-quotes",
        3,
        lesson,
        lesson_with("title: Joindre un CV", "title: “Un mail : le lire”"),
        also=(("yaml.malformed", 3),),
    ),
    Example(
        "field.quotes-wanted",
        5,
        lesson,
        lesson_with("[On me demande un CV en pièce jointe.]", "\n  - J'ai un mail : j'ai peur."),
    ),
    Example(
        "field.list-wanted",
        4,
        lesson,
        lesson_with("[On me demande un CV en pièce jointe.]", "Un mail.\n  - Deux.\n  - Trois."),
    ),
    Example("field.mapping-wanted", 2, pictograms, "format: 1\npictograms: [mail]\n"),
    Example(
        "field.mapping-wanted",
        3,
        course,
        "format: 1\ntitle: Un\nsections: [deux]\n",
        also=(("field.missing", 3), ("field.missing", 3)),
    ),
    Example("field.text-wanted", 5, lesson, lesson_with("known: Vous", "known: [Vous] #")),
    Example("field.text-wanted", 10, lesson, lesson_with("[ecrire-un-mail]", "[{un: mail}]")),
    Example("field.list-wanted", 3, course, "format: 1\ntitle: Un\nsections: deux\n"),
    Example("field.number-wanted", 8, lesson, lesson_with("minutes: 4", "minutes: quatre")),
    Example("field.number-wanted", 8, lesson, lesson_with("minutes: 4", "minutes: 61")),
    Example("field.number-wanted", 8, lesson, lesson_with("minutes: 4", "minutes: ٤")),
    Example("field.number-wanted", 7, lesson, lesson_with("level: 1", "level: 3")),
    Example("field.number-wanted", 7, lesson, lesson_with("level: 1", "level: -1")),
    Example("field.date-wanted", 6, facts, facts_with("2026-11-21", "21/11/2026")),
    Example("field.date-wanted", 10, facts, facts_with("2026-11-20", "2026-02-30")),
    Example("name.not-a-slug", 3, facts, facts_with("actualisation:\n", "Actualisation:\n")),
    Example("name.not-a-slug", 7, facts, facts_with("numero-aide", "numéro")),
    Example("name.not-a-slug", 3, pictograms, changed(PICTOGRAMS, "  mail:\n", "  ../mail:\n")),
]

_LESSONS = [
    Example("lesson.empty", 0, lesson, ""),
    Example("lesson.empty", 0, lesson, b" \n\n"),
    Example(
        "lesson.no-front-matter",
        1,
        lesson,
        "## Un\n![](pictogram:mail)\nDeux.\n## À retenir\n![](pictogram:mail)\n- Trois.\n",
    ),
    Example("lesson.no-front-matter", 1, lesson, LESSON.removeprefix("---\n")),
    Example("lesson.open-front-matter", 1, lesson, lesson_with("---\n## Votre", "## Votre")),
    Example(
        "lesson.no-step",
        0,
        lesson,
        LESSON[: LESSON.index("## Votre")],
        also=(("lesson.nothing-to-remember", 0),),
    ),
    Example("lesson.nothing-to-remember", 0, lesson, lesson_with("## À retenir", "## À savoir")),
    Example("lesson.text-before-steps", 13, lesson, lesson_with("## Votre", "Bonjour.\n## Votre")),
    Example("lesson.other-heading", 21, lesson, lesson_saying("### Le trombone\nIl joint.")),
    Example(
        "lesson.other-heading", 13, lesson, lesson_with("## Votre", "# Le mail\nLe.\n## Votre")
    ),
    Example("lesson.other-heading", 13, lesson, lesson_with("## Votre", "# Le mail\n## Votre")),
    Example(
        "lesson.for-real-not-last",
        31,
        lesson,
        lesson_with("## À retenir", FOR_REAL + "\n## À retenir"),
    ),
    Example(
        "step.known-name-misspelt",
        30,
        lesson,
        lesson_with("## À retenir", "## A retenir"),
        also=(("lesson.nothing-to-remember", 0),),
    ),
    Example(
        "lesson.for-real-choices",
        38,
        lesson,
        lesson_with(
            "- Vérifiez le nom avant d'envoyer.\n",
            "- Vérifiez le nom avant d'envoyer.\n"
            + FOR_REAL
            + "( ) Non {{Non.}}\n(x) Oui {{Oui.}}\n",
        ),
    ),
    Example("lesson.unknown-domain", 6, lesson, lesson_with("domain: messages", "domain: mails")),
    Example("lesson.unknown-prerequisite", 10, lesson, lesson_with("[ecrire-un-mail]", "inconnu")),
    Example(
        "lesson.unknown-practice",
        11,
        lesson,
        lesson_with("practice: joindre-un-cv", "practice: inconnue"),
    ),
    Example(
        "pictogram.unknown", 9, lesson, lesson_with("pictogram: piece-jointe", "pictogram: licorne")
    ),
    Example(
        "pictogram.unknown", 20, lesson, lesson_with("pictogram:trombone", "pictogram:licorne")
    ),
]

_STEPS = [
    Example("line.no-space", 19, lesson, lesson_with("## Appuyez", "##Appuyez")),
    Example("line.no-space", 27, lesson, lesson_with("( ) Dans", "( )Dans")),
    Example("line.no-space", 28, lesson, lesson_with("(x) Sous", "(x)Sous")),
    Example("line.no-space", 32, lesson, lesson_with("- Le trombone", "-Le trombone")),
    Example("step.no-title", 19, lesson, lesson_with("## Appuyez sur le trombone", "##")),
    Example(
        "step.empty",
        30,
        lesson,
        lesson_with("- Le trombone joint un document.\n- Vérifiez le nom avant d'envoyer.\n", ""),
    ),
    Example("step.no-pictogram", 19, lesson, lesson_with("![](pictogram:trombone)\n", "")),
    Example("step.several-pictograms", 21, lesson, lesson_saying("![](pictogram:mail)\nIl joint.")),
    Example("step.other-picture", 20, lesson, lesson_with("pictogram:trombone", "trombone.png")),
    Example("sentence.html", 21, lesson, lesson_saying("Le <b>trombone</b> joint.")),
    Example(
        "sentence.image",
        21,
        lesson,
        lesson_saying("Le ![](pictogram:trombone) joint."),
        also=(("sentence.unsafe-link", 21),),
    ),
    Example("sentence.unsafe-link", 21, lesson, lesson_saying("Le [lien](javascript:x).")),
    Example("fact.unknown", 21, lesson, lesson_saying("C'est [[fact:inconnu]].")),
    Example("fact.malformed", 21, lesson, lesson_saying("C'est [[fait:actualisation]].")),
    Example("fact.malformed", 21, lesson, lesson_saying("C'est [[ fact:inconnu ]].")),
    Example("glossary.unknown", 21, lesson, lesson_saying("Le [mot](glossaire:inconnu).")),
]

_MEANING = "[Un mail est une lettre qui passe par internet.]"


def _mail(new: str, old: str = _MEANING) -> str:
    return glossary_with(old, new)


_GLOSSARIES = [
    Example("document.unknown-format", 1, glossary, glossary_with("format: 1", "format: 2")),
    Example("field.missing", 1, glossary, "format: 1\n"),
    Example("field.missing", 9, glossary, _mail("", f"    meaning: {_MEANING}\n")),
    Example("field.missing", 10, glossary, _mail("[]")),
    Example("field.missing", 9, glossary, _mail("", "    pictogram: mail\n")),
    Example("field.unknown", 5, glossary, glossary_with("also:", "aussi:")),
    Example("name.not-a-slug", 8, glossary, _mail("  Mail:\n", "  mail:\n")),
    Example("pictogram.unknown", 11, glossary, _mail("pictogram: chat", "pictogram: mail")),
    Example("glossary.long-meaning", 10, glossary, _mail("[Un., Deux., Trois.]")),
    Example("glossary.mark", 10, glossary, _mail("'Le [[fact:actualisation]].'")),
    Example("glossary.mark", 9, glossary, _mail("word: '[a](glossaire:mail)'", "word: mail")),
    Example("glossary.word-twice", 8, glossary, _mail("word: Pièces jointes", "word: mail")),
    Example("sentence.html", 5, glossary, glossary_with("[pièces jointes]", "[<b>pièces</b>]")),
    Example("sentence.unsafe-link", 10, glossary, _mail("'[Un](javascript:x).'")),
]

_CHOICES = [
    Example("choices.mixed", 28, lesson, lesson_with("(x) Sous", "[x] Sous")),
    Example("choices.none-right", 27, lesson, lesson_with("(x) Sous", "( ) Sous")),
    Example("choices.several-right", 27, lesson, lesson_with("( ) Dans", "(x) Dans")),
    Example("choices.only-one", 27, lesson, lesson_with(SUBJECT + "\n", "")),
    Example("choices.sentence-after", 29, lesson, lesson_with(BELOW, BELOW + "\nRegardez bien.")),
    Example("choice.empty", 28, lesson, lesson_with("(x) Sous le texte {{", "(x) {{")),
    Example("choice.no-feedback", 28, lesson, lesson_with(BELOW, "(x) Sous le texte")),
    Example(
        "choice.no-feedback", 28, lesson, lesson_with("{{Oui. | Le CV est joint.}}", "{{ | }}")
    ),
]

_COURSES = [
    Example("course.module-wanted", 10, course, course_with(OFFER, "- lire-une-offre")),
    Example("course.module-wanted", 10, course, course_with(OFFER, OFFER + "\n        minutes: 4")),
    Example("course.unknown-module", 10, course, course_with(OFFER, "- quiz: lire-une-offre")),
    Example("course.unknown-module", 10, course, course_with(OFFER, "- lesson: [lire-une-offre]")),
    Example("course.unknown-practice", 10, course, course_with(OFFER, "- practice: inconnue")),
    Example("course.unknown-lesson", 10, course, course_with(OFFER, "- lesson: inconnue")),
    Example("course.module-twice", 10, course, course_with(OFFER, "- lesson: joindre-un-cv")),
]

_TWICE = {
    "lessons/messages/a.md": small_lesson("a").replace("---\n##", "practice: p\n---\n##", 1),
    "practices/p.yaml": PRACTICE,
    "c.yaml": (
        "format: 1\ntitle: Un cours\nsections:\n  - title: Une partie\n    modules:\n"
        "      - lesson: a\n      - practice: p\n"
    ),
}

_SHELVES = [
    Example("course.practice-twice", 7, shelf, _TWICE),
    Example(
        "name.twice",
        0,
        shelf,
        in_folders(("lessons/jobs/a.md", "")) | in_folders((A, "")),
        also=(("lesson.other-folder", 0),),
    ),
    Example("lesson.no-domain-folder", 0, shelf, in_folders(("lessons/b.md", ""))),
    Example("name.not-a-slug", 0, shelf, in_folders(("lessons/messages/Un mail.md", ""))),
    Example("lesson.other-folder", 0, shelf, in_folders(("lessons/jobs/a.md", ""))),
    Example("lesson.prerequisite-circle", 0, shelf, in_folders((A, "a"))),
]

EXAMPLES = [
    *practice_problem_examples.ALL,
    *bank_problem_examples.ALL,
    *_TEXTS,
    *_TREES,
    *_FIELDS,
    *_LESSONS,
    *_STEPS,
    *_GLOSSARIES,
    *_CHOICES,
    *_COURSES,
    *_SHELVES,
]
