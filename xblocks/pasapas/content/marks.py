"""The marks within a sentence: facts, glossary words, links; and what may not stand there."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from .nearest import nearest
from .problems import Problem, problem
from .references import References
from .unsafe_marks import FACT, GLOSSARY, LINK, unsafe_marks

_IMAGE = re.compile(r"!\[")
MISSPELT_FACT = re.compile(r"\[\[[^\[\]]*\]\]")


def check_marks(text: str, line: int, references: References) -> Iterator[Problem]:
    """What is wrong with the marks of one sentence.

    Markup and links that would run something are UNSAFE. They would be shown as plain
    text anyhow; an author who wrote them should know.
    """
    for item in unsafe_marks(text, line):
        yield _with_right_scheme(item)
    if _IMAGE.search(text):
        yield problem("sentence.image", line)
    for fact in FACT.findall(text):
        if fact not in references.facts:
            yield problem("fact.unknown", line, name=fact)
    yield from _misspelt_facts(FACT.sub("", text), line)
    for _, target in LINK.findall(FACT.sub("", text)):
        word = target.removeprefix(GLOSSARY)
        if word != target and word not in references.glossary:
            yield problem("glossary.unknown", line, name=word)


def _misspelt_facts(text: str, line: int) -> Iterator[Problem]:
    for found in MISSPELT_FACT.findall(text):
        name = found.strip("[] ").rpartition(":")[2].strip()
        helped = {"nearest": f"[[fact:{name}]]"} if name else {}
        yield problem("fact.malformed", line, text=found, **helped)
    # One that has no end.
    if (found := (rest := MISSPELT_FACT.sub("", text)).find("[[")) >= 0:
        yield problem("fact.malformed", line, text=rest[found:])


def _with_right_scheme(item: Problem) -> Problem:
    """« glosaire:mail »: the link that is meant, beside the one that is refused."""
    scheme, _, name = dict(item.parameters).get("target", "").partition(":")
    if not name or not nearest(scheme.strip().lower(), [GLOSSARY.removesuffix(":")]):
        return item
    meant = f"{GLOSSARY}{name.strip().lower()}"
    return dataclasses.replace(item, parameters=(*item.parameters, ("nearest", meant)))


def fact_names(text: str) -> list[str]:
    """The names of the facts in a sentence."""
    return FACT.findall(text)


def with_facts(text: str, references: References) -> str:
    """The sentence with its facts in place; an unknown one leaves nothing behind."""

    def value(match: re.Match[str]) -> str:
        fact = references.facts.get(match[1])
        return fact.value if fact else ""

    return FACT.sub(value, text)
