"""The marks within a sentence: facts, glossary words, links; and what may not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, problem, unsafe
from .references import References

FACT = re.compile(r"\[\[fact:([^\[\]]*)\]\]")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
GLOSSARY = "glossaire:"
SAFE_SCHEMES = ("https://", "http://", "mailto:", "tel:")

_TAG = re.compile(r"<[A-Za-z/!?]")
_IMAGE = re.compile(r"!\[")


def check_marks(text: str, line: int, references: References) -> Iterator[Problem]:
    """What is wrong with the marks of one sentence.

    Markup and links that would run something are UNSAFE. They would be shown as plain
    text anyhow; an author who wrote them should know.
    """
    if found := _TAG.search(text):
        yield unsafe("sentence.html", line, text=text[found.start() :])
    if _IMAGE.search(text):
        yield problem("sentence.image", line)
    for fact in FACT.findall(text):
        if fact not in references.facts:
            yield problem("fact.unknown", line, name=fact)
    for _, target in LINK.findall(FACT.sub("", text)):
        if target.startswith(GLOSSARY):
            word = target.removeprefix(GLOSSARY)
            if word not in references.glossary:
                yield problem("glossary.unknown", line, name=word)
        elif not target.lower().startswith(SAFE_SCHEMES):
            yield unsafe("sentence.unsafe-link", line, target=target)


def with_facts(text: str, references: References) -> str:
    """The sentence with its facts in place; an unknown one leaves nothing behind."""

    def value(match: re.Match[str]) -> str:
        fact = references.facts.get(match[1])
        return fact.value if fact else ""

    return FACT.sub(value, text)
