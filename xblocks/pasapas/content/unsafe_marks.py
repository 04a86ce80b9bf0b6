"""What may not stand in a sentence, whoever wrote it: markup, and links that run something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem, unsafe

FACT = re.compile(r"\[\[fact:([^\[\]]*)\]\]")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
GLOSSARY = "glossaire:"
SAFE_SCHEMES = ("https://", "http://", "mailto:", "tel:")

_TAG = re.compile(r"<[A-Za-z/!?]")
# What Markdown may take for a link although `LINK` does not: brackets or spaces within.
_ODD_LINK = re.compile(r"\]\(")


def unsafe_marks(text: str, line: int) -> Iterator[Problem]:
    """Markup, and links that are no page, mail, call or glossary word."""
    if found := _TAG.search(text):
        yield unsafe("sentence.html", line, text=text[found.start() :])
    bare = FACT.sub("", text)
    rest = LINK.sub("", bare)
    if found := _ODD_LINK.search(rest):
        yield unsafe("sentence.unsafe-link", line, target=rest[found.end() :])
    for _, target in LINK.findall(bare):
        if not target.lower().startswith(SAFE_SCHEMES) and not target.startswith(GLOSSARY):
            yield unsafe("sentence.unsafe-link", line, target=target)
