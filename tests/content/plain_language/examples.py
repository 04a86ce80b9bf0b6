"""The examples of `examples.yaml`, as lessons that say nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pasapas.content.facts import Fact
from pasapas.content.lesson import Choice, Choices, Lesson, Sentence, Step
from pasapas.content.plain_language.check import style_problems
from pasapas.content.problems import Problem
from pasapas.content.references import References
from pasapas.content.yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml

FILE = Path(__file__).parent / "examples.yaml"

_SOURCE = ("https://bonjour.example", datetime.date(2026, 11, 21))
REFERENCES = References(
    facts={
        name: Fact(name, value, *_SOURCE)
        for name, value in (
            ("telephone", "0 800 12 34 56"),
            ("site", "www.service-public.fr"),
            ("date", "30 juin 2026"),
        )
    },
)


@dataclass(frozen=True)
class Example:
    """`texts`: (role, text) of each line; `whole` where they stand for a screen."""

    code: str
    texts: tuple[tuple[str, str], ...]
    whole: bool

    def __str__(self) -> str:
        return f"{self.code}: {self.texts[0][1]}"


def read_examples() -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """(bad ones, good ones)."""
    tree, problems = read_yaml(FILE.read_text("utf-8"))
    assert not problems
    return tuple(_examples(tree, "bad")), tuple(_examples(tree, "good"))


def _examples(tree: Mapping, kind: str) -> Iterator[Example]:
    for code, entry in tree.entries:
        for node in entry.get(kind).items:
            nodes = node.items if isinstance(node, Sequence) else (node,)
            texts = tuple(map(_text, nodes))
            yield Example(code.text, texts, isinstance(node, Sequence))


def _text(node: Node) -> tuple[str, str]:
    if isinstance(node, Scalar):
        return "sentence", node.text
    return node.get("role").text, node.get("text").text


def lesson_of(example: Example) -> Lesson:
    """A lesson of one step, line by line; each text stands on the line of its place."""
    placed = [(role, text, line) for line, (role, text) in enumerate(example.texts, start=2)]
    of = {role: [text for other, text in example.texts if other == role] for role in ROLES}
    return Lesson(
        title="",
        need=tuple(of["need"]),
        known=" ".join(of["known"]),
        domain="messages",
        level=1,
        minutes=4,
        pictogram="",
        after=(),
        practice="",
        steps=(
            Step(
                title="".join(of["title"]),
                pictogram="",
                sentences=tuple(
                    Sentence(text, line, role == "item")
                    for role, text, line in placed
                    if role in ("sentence", "item")
                ),
                choices=_choices(placed),
                kind="step",
                line=1,
            ),
        ),
        for_real=None,
    )


ROLES = ("title", "need", "known", "sentence", "item", "choice", "feedback")


def _choices(placed: list[tuple[str, str, int]]) -> Choices | None:
    options: list[Choice] = []
    for role, text, line in placed:
        if role == "choice":
            options.append(Choice(text, False, (), line))
        elif role == "feedback":
            last = options.pop() if options else Choice("Je ne sais pas encore", False, (), line)
            options.append(Choice(last.text, False, (*last.feedback, text), last.line))
    return Choices(False, tuple(options), options[0].line) if options else None


def found_in(example: Example) -> tuple[Problem, ...]:
    return tuple(style_problems(lesson_of(example), REFERENCES))


BAD, GOOD = read_examples()
