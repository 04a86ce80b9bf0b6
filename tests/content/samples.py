"""Documents that are right, and small ways to make them wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from pasapas.content.facts import read_facts
from pasapas.content.glossary import read_glossary
from pasapas.content.pictograms import read_pictograms
from pasapas.content.problems import Problem
from pasapas.content.references import References

DATA = Path(__file__).parent / "data"
LESSON = (DATA / "joindre-un-cv.md").read_text("utf-8")
COURSE = (DATA / "chercher-un-emploi.yaml").read_text("utf-8")
FACTS = (DATA / "faits.yaml").read_text("utf-8")
PICTOGRAMS = (DATA / "pictogrammes.yaml").read_text("utf-8")
GLOSSARY = (DATA / "glossaire.yaml").read_text("utf-8")
PRACTICE = (DATA / "entrainement.yaml").read_text("utf-8")

DRAWN = read_pictograms(PICTOGRAMS).document
REFERENCES = References(
    pictograms=DRAWN,
    facts=read_facts(FACTS).document,
    lessons=frozenset({"ecrire-un-mail", "joindre-un-cv", "lire-une-offre"}),
    practices=frozenset({"joindre-un-cv"}),
    glossary=read_glossary(GLOSSARY, DRAWN).document,
)
ALONE = dataclasses.replace(REFERENCES, lessons=None, practices=None)
"""What a block alone in Studio may name: it can't know which other lessons exist."""

FOR_REAL = """
## Et maintenant, pour de vrai
![](pictogram:pour-de-vrai)
- J'ai écrit à un employeur.
"""


def changed(text: str, old: str, new: str) -> str:
    """`text` with its only `old` replaced: a typing error here must not pass unseen."""
    assert text.count(old) == 1, f"{text.count(old)} times in the text: {old!r}"
    return text.replace(old, new)


def lesson_with(old: str, new: str) -> str:
    return changed(LESSON, old, new)


def lesson_saying(sentence: str) -> str:
    """The lesson with `sentence` on line 21, in its second step."""
    return lesson_with("Le trombone veut dire : pièce jointe.", sentence)


SAID_ON = 21


def places(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in problems]


def texts_of(document: object) -> Iterator[str]:
    """Every text within a document, however deep."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        yield from texts_of(tuple(document.items()))
    elif isinstance(document, tuple | list):
        for item in document:
            yield from texts_of(item)
    elif dataclasses.is_dataclass(document):
        for field in dataclasses.fields(document):
            yield from texts_of(getattr(document, field.name))


def write_shelf(folder: Path, documents: dict[str, str]) -> Path:
    """`documents` (path with slashes → text) as files in `folder`."""
    for path, text in documents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return folder


def small_lesson(slug: str, after: str = "", domain: str = "messages") -> str:
    """A right lesson named after its slug; `after` is YAML for its prerequisites."""
    return f"""---
format: 1
title: {slug.capitalize()}
need: [On me le demande.]
domain: {domain}
level: 1
minutes: 3
pictogram: mail
after: [{after}]
---
## Un mail
![](pictogram:mail)
Le mail est là.

## À retenir
![](pictogram:retenir)
- Un mail se lit.
"""
