"""A challenge: one question that is answered by choosing, by touching, or by doing.

    pictogram: arobase              # or `screen`, a drawn one
    scene: [Idriss note son adresse mail.]          # what comes before the question, if anything
    ask: Quelle adresse mail est complète ?
    learn: Une adresse mail a un nom, un arobase, puis un autre nom.    # said after the answer

and one of

    choices: ["( ) idriss.osman", "(x) idriss.osman@mail.example", …]   # one is right
    choices: ["[x] …", "[ ] …", …]                                      # some are right
    order: [Ouvrir le mail., Lire., Répondre.]                          # in the right order
    screen: [a row, …]              # one thing or more says `here: yes`: touch it
    task: {screen: mailbox, persona: amina, start: {…}, achieved: {sent: true}}

A row of a drawn screen is a thing, or a list of things side by side. A thing is a text, or
`{text, icon, label, as, here}`: `label` says what an icon alone is called aloud, `as` what it
looks like. `shows: honest` or `shows: fake` marks what shows a message or an offer. `heard`:
sentences that are heard and not read, for the warm-up that checks the sound.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .conditions import Condition, read_condition
from .marks import check_marks
from .pictograms import pictogram_named
from .practice_fields import Said, said
from .problems import Problem, problem
from .references import References
from .schema import Fields
from .yaml_reader import Mapping, Node, Scalar, Sequence

Kind = Literal["one", "several", "order", "touch", "task"]
DONE: tuple[Kind, ...] = ("order", "touch", "task")
"""Kinds that are done, not told."""

LOOKS = ("line", "button", "title", "message", "advert", "field", "key")
SHOWS = ("honest", "fake")
FEWEST, MOST = 3, 5
"""Choices: two would be a coin, six are too many to keep in mind."""
FEWEST_THINGS, MOST_THINGS = 4, 14
MOST_ORDERED = 5

_MARKED = re.compile(r"(\( \)|\(x\)|\[ \]|\[x\])\s+(.+)")


@dataclass(frozen=True)
class Choice:
    text: Said
    right: bool


@dataclass(frozen=True)
class Thing:
    """One thing of a drawn screen. `icon`: a name of `screens.icons`, or ""; `look`: one of
    LOOKS."""

    text: str
    icon: str
    label: str
    look: str
    here: bool
    line: int


Row = tuple[Thing, ...]


@dataclass(frozen=True)
class Task:
    """A task on a practice screen: `start` is what its screen reads, as in a level of a
    practice; `achieved` tells when it is done."""

    screen: str
    persona: str
    start: Mapping
    achieved: Condition
    line: int


@dataclass(frozen=True)
class Challenge:
    """`choices` in the order in which they are shown, which says nothing about the right one;
    `ordered`: what is put in order, as it is shown; `order`: the places of `ordered` in the
    right order. `pictogram` is "" where a screen is drawn."""

    slug: str
    kind: Kind
    pictogram: str
    scene: tuple[Said, ...]
    heard: tuple[Said, ...]
    ask: tuple[Said, ...]
    learn: tuple[Said, ...]
    shows: str
    choices: tuple[Choice, ...] = ()
    ordered: tuple[Said, ...] = ()
    order: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    task: Task | None = None
    line: int = 0

    @cached_property
    def token(self) -> str:
        """What the browser calls it: a slug may say what a message is, or which button."""
        return token_of(self.slug)

    @property
    def things(self) -> tuple[Thing, ...]:
        return tuple(thing for row in self.rows for thing in row)


def token_of(slug: str) -> str:
    """8 hexadecimal digits that stand for a challenge."""
    return hashlib.sha256(slug.encode()).hexdigest()[:8]


def read_challenge(
    slug: str, line: int, node: Node, references: References, problems: list[Problem]
) -> Challenge | None:
    """The challenge of a node; None where nothing could be asked. What is wrong lands in
    `problems`, with its line."""
    return _Reader(slug, line, node, references, problems).challenge()


class _Reader:
    def __init__(
        self, slug: str, line: int, node: Node, references: References, problems: list[Problem]
    ):
        self._slug = slug
        self._line = line
        self._references = references
        self._problems = problems
        self._fields = Fields(node, problems, line)

    def challenge(self) -> Challenge | None:
        fields = self._fields
        rows = tuple(self._rows())
        known, drawn = self._references.pictograms, bool(rows) or fields.has("task")
        pictogram = pictogram_named(fields, known, self._problems, required=not drawn)
        shows = fields.one_of("shows", SHOWS, "")
        scene = said(fields, "scene", self._problems)
        heard = said(fields, "heard", self._problems)
        ask = said(fields, "ask", self._problems, required=True)
        learn = said(fields, "learn", self._problems, required=True)
        choices, ordered, task = self._choices(), self._ordered(), self._task()
        here = any(thing.here for row in rows for thing in row)
        fields.no_others()
        several = sum(choice.right for choice in choices) > 1 or self._boxes
        found: list[Kind] = []
        found += [("several" if several else "one")] if choices else []
        found += ["order"] if ordered else []
        found += ["task"] if task else []
        found += ["touch"] if here else []
        answers = (*ordered, *(item.text for item in choices))
        for sentence in (*scene, *heard, *ask, *learn, *answers):
            self._problems += check_marks(sentence.text, sentence.line, self._references)
        if len(found) != 1:
            self._report("challenge.one-kind", self._line, name=self._slug)
        if len(found) != 1 or not ask:
            return None
        if found == ["touch"]:
            self._check_things(rows)
        shown = shuffled(ordered, self._slug)
        return Challenge(
            slug=self._slug,
            kind=found[0],
            pictogram=pictogram,
            scene=scene,
            heard=heard,
            ask=ask,
            learn=learn,
            shows=shows,
            choices=choices,
            ordered=shown,
            order=tuple(shown.index(item) for item in ordered),
            rows=rows,
            task=task,
            line=self._line,
        )

    def _report(self, code: str, line: int, **parameters: object) -> None:
        self._problems.append(problem(code, line, **parameters))

    # --- Choices ---------------------------------------------------------------------------

    def _choices(self) -> tuple[Choice, ...]:
        self._boxes = False
        if not self._fields.has("choices"):
            return ()
        line = self._fields.line_of("choices")
        read: list[Choice] = []
        signs: set[str] = set()
        for text, place in self._fields.sentences("choices"):
            marked = _MARKED.fullmatch(text)
            if marked is None:
                self._report("challenge.choice", place, text=text)
                continue
            signs.add(marked[1][0])
            read.append(Choice(Said(marked[2].strip(), place), "x" in marked[1]))
        self._boxes = signs == {"["}
        right = sum(choice.right for choice in read)
        if len(signs) > 1:
            self._report("choices.mixed", line)
        if not right:
            self._report("choices.none-right", line)
        elif right > 1 and not self._boxes:
            self._report("choices.several-right", line)
        if not FEWEST <= len(read) <= MOST:
            self._report("challenge.choices", line, least=FEWEST, most=MOST, count=len(read))
        if len({choice.text.text for choice in read}) < len(read):
            self._report("challenge.same-twice", line)
        texts = shuffled(tuple(choice.text for choice in read), self._slug)
        return tuple(next(item for item in read if item.text == text) for text in texts)

    def _ordered(self) -> tuple[Said, ...]:
        if not self._fields.has("order"):
            return ()
        line = self._fields.line_of("order")
        found = said(self._fields, "order", self._problems)
        if not FEWEST <= len(found) <= MOST_ORDERED:
            self._report("challenge.choices", line, least=FEWEST, most=MOST_ORDERED,
                         count=len(found))  # fmt: skip
        if len({item.text for item in found}) < len(found):
            self._report("challenge.same-twice", line)
        return found

    # --- A drawn screen ----------------------------------------------------------------------

    def _rows(self) -> Iterator[Row]:
        line = self._fields.line_of("screen")
        node = self._fields.node("screen")
        if node is None:
            return
        if not isinstance(node, Sequence):
            self._report("field.list-wanted", line, field="screen")
            return
        for item in node.items:
            things = item.items if isinstance(item, Sequence) else (item,)
            row = tuple(thing for thing in map(self._thing, things) if thing)
            if row:
                yield row

    def _thing(self, node: Node) -> Thing | None:
        if isinstance(node, Scalar):
            return Thing(" ".join(node.text.split()), "", "", "line", False, node.line)
        fields = Fields(node, self._problems)
        icon = fields.slug("icon")
        text = fields.text("text")
        label = fields.text("label", required=bool(icon) and not text)
        look = fields.one_of("as", LOOKS, "key" if icon and not text else "line")
        here = fields.flag("here")
        fields.no_others()
        if not text and not icon:
            self._report("challenge.empty-thing", node.line)
            return None
        return Thing(text, icon, label, look, here, node.line)

    def _check_things(self, rows: tuple[Row, ...]) -> None:
        count = sum(map(len, rows))
        if not FEWEST_THINGS <= count <= MOST_THINGS:
            line = self._fields.line_of("screen")
            self._report("challenge.things", line, least=FEWEST_THINGS, most=MOST_THINGS,
                         count=count)  # fmt: skip

    # --- A task ------------------------------------------------------------------------------

    def _task(self) -> Task | None:
        line = self._fields.line_of("task")
        node = self._fields.node("task")
        if node is None:
            return None
        fields = Fields(node, self._problems, line)
        screen = fields.text("screen", required=True)
        persona = fields.slug("persona")
        start = fields.node("start", required=True)
        when = fields.node("achieved", required=True)
        achieved = read_condition(when, self._problems) if when else None
        fields.no_others()
        if start is not None and not isinstance(start, Mapping):
            self._report("field.mapping-wanted", start.line)
        if achieved is None or not isinstance(start, Mapping):
            return None
        return Task(screen, persona, start, achieved, line)


def shuffled(items: tuple[Said, ...], salt: str) -> tuple[Said, ...]:
    """In an order that follows from the texts alone, whichever of them are right: what is
    shown tells nothing, the recording stays the same, and no author has to think of it."""

    def rank(item: Said) -> bytes:
        return hashlib.sha256(f"{salt}\n{item.text}".encode()).digest()

    return tuple(sorted(items, key=rank))
