"""The lexicon: how written words are said. It lives in `audio/lexicon.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.text import canonical
from pasapas.content.yaml_reader import Mapping as MappingNode
from pasapas.content.yaml_reader import Scalar, read_yaml

from .errors import NarrationError


class Lexicon:
    """Written form -> spoken form, applied to whole words, the longest first.

    An entry stands for the word as it is written in the lexicon, in lower case, and with
    a capital first letter (the beginning of a sentence).
    """

    def __init__(self, words: Mapping[str, str]):
        self._said: dict[str, str] = {}
        for written, said in words.items():
            for form in (written.lower(), written[:1].upper() + written[1:]):
                self._said.setdefault(form, said)
        self._said.update(words)
        longest_first = sorted(self._said, key=lambda form: (-len(form), form))
        forms = "|".join(map(_whole_word, longest_first))
        self._pattern = re.compile(forms) if forms else None

    def say(self, text: str) -> str:
        """`text` with every known word as it is said; what was replaced is left alone."""
        if not self._pattern:
            return text
        return " ".join(self._pattern.sub(self._replaced, text).split())

    def _replaced(self, found: re.Match[str]) -> str:
        # « n°3 » is one word to the eye and two to the ear.
        return self._said[found[0]] + ("" if found[0][-1].isalnum() else " ")


def _whole_word(form: str) -> str:
    """A pattern of `form` that is no part of a longer word. « n°3 » is « n° » and « 3 »."""
    before = r"(?<!\w)" if form[0].isalnum() else ""
    after = r"(?!\w)" if form[-1].isalnum() else ""
    return before + re.escape(form) + after


def read_lexicon(raw: bytes | str) -> Lexicon:
    """The lexicon of a YAML text. Raises `NarrationError` with the line of what is wrong."""
    text, problems = canonical(raw)
    found = list(problems)
    tree, unread = read_yaml(text)
    found += unread
    fields = Fields(tree, found)
    fields.format()
    node = fields.node("words", required=True)
    fields.no_others()
    if node is not None and not isinstance(node, MappingNode):
        found.append(Problem("field.mapping-wanted", node.line))
    words = {}
    for written, said in node.entries if isinstance(node, MappingNode) else ():
        if isinstance(said, Scalar) and said.text.strip() and written.text.strip():
            words[written.text.strip()] = " ".join(said.text.split())
        else:
            found.append(Problem("field.text-wanted", written.line))
    if found:
        places = ", ".join(f"{problem.line} ({problem.code})" for problem in found)
        raise NarrationError(
            f"Le lexique audio/lexicon.yaml ne se lit pas. Regardez la ligne {places}.",
            f"The lexicon audio/lexicon.yaml can't be read. See line {places}.",
        )
    return Lexicon(words)


def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return read_lexicon((files("pasapas.audio") / "lexicon.yaml").read_bytes())
