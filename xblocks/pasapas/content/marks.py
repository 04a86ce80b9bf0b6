"""The marks within a sentence: facts, glossary words, links; and what may not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, problem
from .references import References
from .unsafe_marks import FACT, GLOSSARY, LINK, unsafe_marks

_IMAGE = re.compile(r"!\[")


def check_marks(text: str, line: int, references: References) -> Iterator[Problem]:
    """What is wrong with the marks of one sentence.

    Markup and links that would run something are UNSAFE. They would be shown as plain
    text anyhow; an author who wrote them should know.
    """
    yield from unsafe_marks(text, line)
    if _IMAGE.search(text):
        yield problem("sentence.image", line)
    for fact in FACT.findall(text):
        if fact not in references.facts:
            yield problem("fact.unknown", line, name=fact)
    if (found := FACT.sub("", text).find("[[")) >= 0:
        yield problem("fact.malformed", line, text=FACT.sub("", text)[found:])
    for _, target in LINK.findall(FACT.sub("", text)):
        word = target.removeprefix(GLOSSARY)
        if word != target and word not in references.glossary:
            yield problem("glossary.unknown", line, name=word)


def fact_names(text: str) -> list[str]:
    """The names of the facts in a sentence."""
    return FACT.findall(text)


def with_facts(text: str, references: References) -> str:
    """The sentence with its facts in place; an unknown one leaves nothing behind."""

    def value(match: re.Match[str]) -> str:
        fact = references.facts.get(match[1])
        return fact.value if fact else ""

    return FACT.sub(value, text)
