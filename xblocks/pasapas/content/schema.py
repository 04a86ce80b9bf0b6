"""Types for the untyped tree of `yaml_reader`: a mapping is emptied field by field."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator

from .nearest import nearest
from .problems import Problem, problem, warning
from .yaml_reader import Mapping, Node, Scalar, Sequence

# A file's stem, a static file's name, an OLX url_name: one alphabet for all of them.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_SPACES = re.compile(r"[ \n]+")
# A hostile document could have thousands of unknown fields.
_HELPED = 20
_CURLY = re.compile(r"[“„‟]([^“”„‟]*)[“”‟]")
# A list that begins on the line of its field: YAML makes one text of it.
_ITEMS_WITHIN = re.compile(r"(?<=[.!?…]) - (?=\S)")
_YES, _NO = ("yes", "oui", "true"), ("", "no", "non", "false")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _on_one_line(text: str) -> str:
    """Not `split()`: a no-break space belongs to French typography and stays."""
    return _SPACES.sub(" ", text).strip(" ")


class Fields:
    """The fields of one mapping. What is wrong lands in `problems`, with its line."""

    def __init__(self, node: Node | None, problems: list[Problem], line: int = 1):
        self._problems = problems
        self.line = node.line if node else line
        self._asked: set[str] = set()
        self._entries: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        if isinstance(node, Mapping):
            for key, value in node.entries:
                self._add(key, value)
        elif node is not None:
            self._report("field.mapping-wanted", self.line)

    def _add(self, key: Scalar, value: Node) -> None:
        """A field is known in capitals too, so that one mistake has one message."""
        name = key.text
        small = name.lower()
        if name != small and SLUG.fullmatch(small) and small not in self._entries:
            self._report("field.not-small", key.line, field=small, text=name)
            name = small
        self._entries[name] = value
        self._lines[name] = key.line

    def line_of(self, name: str) -> int:
        return self._lines.get(name, self.line)

    def has(self, name: str) -> bool:
        """Whether the field stands there and has not been taken yet."""
        self._asked.add(name)
        return name in self._entries

    def node(self, name: str, required: bool = False) -> Node | None:
        self._asked.add(name)
        node = self._entries.pop(name, None)
        if node is None and required:
            self._report("field.missing", self.line, field=name)
        return node

    def text(self, name: str, required: bool = False) -> str:
        """The text of a field on one line; "" where there is none."""
        node = self.node(name, required)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._report("field.text-wanted", node.line, field=name)
            return ""
        text = self._unquoted(node)
        if required and not text:
            self._report("field.missing", node.line, field=name)
        return text

    def _unquoted(self, node: Scalar) -> str:
        """The text on one line; without “ ”, that YAML takes for letters of it."""
        text = _on_one_line(node.text)
        found = _CURLY.fullmatch(text)
        if not found or not found[1].strip():
            return text
        self._report("field.curly-quotes", node.line)
        return found[1].strip(" ")

    def texts(self, name: str, required: bool = False) -> tuple[str, ...]:
        """The texts of a list; a lone text counts as a list of one."""
        node = self.node(name, required)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        texts = []
        for item in items:
            if isinstance(item, Scalar) and item.text.strip():
                texts.append(self._unquoted(item))
            else:
                self._report("field.text-wanted", item.line, field=name)
        if required and not texts:
            self._report("field.missing", node.line, field=name)
        return tuple(texts)

    def sentences(self, name: str, required: bool = False) -> tuple[tuple[str, int], ...]:
        """(sentence, line) for each sentence of a list. A comma in a list between brackets
        begins a new text: what goes on with a small letter was one sentence."""
        node = self._entries.get(name)
        if isinstance(node, Scalar) and _ITEMS_WITHIN.search(node.text):
            self._report("field.list-wanted", node.line, field=name)
            node = Sequence(tuple(_items(node)), node.line)
        elif isinstance(node, Sequence):
            node = Sequence(tuple(self._rejoined(item) for item in node.items), node.line)
        if node is not None:
            self._entries[name] = node
        items = node.items if isinstance(node, Sequence) else (node,)
        lines = [item.line for item in items if isinstance(item, Scalar) and item.text.strip()]
        found = tuple(zip(self.texts(name, required), lines, strict=True))
        for (before, _), (text, line) in itertools.pairwise(found):
            if text[0].islower() and not before.endswith((".", "?", "!")):
                whole = f"{before}, {text}"
                self._problems.append(warning("field.split-by-comma", line, text=whole))
        return found

    def _rejoined(self, item: Node) -> Node:
        """« - J'ai un mail : j'ai peur. » is no field with a value, but a sentence."""
        if not isinstance(item, Mapping) or len(item.entries) != 1:
            return item
        key, value = item.entries[0]
        if not isinstance(value, Scalar) or not value.text or " " not in key.text:
            return item
        self._report("field.quotes-wanted", item.line)
        return Scalar(f"{key.text}\u00a0: {value.text}", item.line)

    def slugs(self, name: str) -> tuple[str, ...]:
        """Names of other documents; what is no slug is said and left out."""
        line = self.line_of(name)
        found = self.texts(name)
        for text in found:
            if not SLUG.fullmatch(text):
                self._report("name.not-a-slug", line, name=text)
        return tuple(text for text in found if SLUG.fullmatch(text))

    def slug(self, name: str) -> str:
        line = self.line_of(name)
        text = self.text(name)
        if text and not SLUG.fullmatch(text):
            self._report("name.not-a-slug", line, name=text)
            return ""
        return text

    def number(self, name: str, least: int, most: int, default: int) -> int:
        line = self.line_of(name)
        text = self.text(name, required=True)
        if not text:
            return default
        if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
            self._report("field.number-wanted", line, field=name, text=text, least=least, most=most)
            return default
        return int(text)

    def one_of(self, name: str, known: tuple[str, ...], default: str) -> str:
        """One of a few words; the default where it is not given, or is another."""
        line = self.line_of(name)
        text = self.text(name)
        if not text:
            return default
        if text not in known:
            found = nearest(text, known)
            helped = {"nearest": found} if found else {}
            known_words = ", ".join(known)
            self._report(
                "field.other-word", line, field=name, name=text, known=known_words, **helped
            )
            return default
        return text

    def flag(self, name: str) -> bool:
        """`yes` or `no`; `no` where it is not given. `oui`, `true` and the like count too."""
        line = self.line_of(name)
        text = self.text(name).lower()
        if text in _YES or text in _NO:
            return text in _YES
        self._report("field.yes-or-no", line, field=name, text=text)
        return False

    def entries(self, name: str, required: bool = True) -> Iterator[tuple[str, int, Node]]:
        """(slug, line, node) for each entry of a mapping whose keys are slugs."""
        node = self.node(name, required)
        if node is None:
            return
        if not isinstance(node, Mapping):
            self._report("field.mapping-wanted", node.line)
            return
        for key, value in node.entries:
            if SLUG.fullmatch(key.text):
                yield key.text, key.line, value
            else:
                self._report("name.not-a-slug", key.line, name=key.text)

    def date(self, name: str) -> datetime.date | None:
        line = self.line_of(name)
        text = self.text(name, required=True)
        if not text:
            return None
        try:
            if _DAY.fullmatch(text):
                return datetime.date.fromisoformat(text)
        except ValueError:
            pass  # a day that no calendar has
        self._report("field.date-wanted", line, field=name, text=text)
        return None

    def format(self) -> None:
        """Every document says `format: 1`."""
        line = self.line_of("format")
        text = self.text("format", required=True)
        if text and text != "1":
            self._report("document.unknown-format", line, text=text)

    def no_others(self) -> None:
        """Whatever has not been taken by now has no meaning: most often a misspelling."""
        for index, name in enumerate(self._entries):
            found = nearest(name, self._asked) if index < _HELPED else ""
            helped = {"nearest": found} if found else {}
            self._report("field.unknown", self._lines[name], field=name, **helped)

    def _report(self, code: str, line: int, **parameters: object) -> None:
        self._problems.append(problem(code, line, **parameters))


def _items(node: Scalar) -> Iterator[Scalar]:
    for text in _ITEMS_WITHIN.split(_on_one_line(node.text)):
        yield Scalar(text, node.line)
