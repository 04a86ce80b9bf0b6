"""Reading and writing on a phone: messages, the size of letters, the voice, the keyboard.

    messages:
      agence: {from: Mission locale, when: ce matin, text: [Bonjour., …]}
    reading: yes                    # settings: the size of letters, the voice
    typing:
      name: Adresse mail            # what the line is for
      wanted: jose.ferreira@bonjour.example
      text: jose.ferreira           # what is written at first
      offers: [jose, bonjour]       # words that the keyboard offers
      adds: yes                     # it begins with a capital and adds spaces after words

The artefact: `message` (the open one), `size` (0 to 4), `aloud` (the voice is switched on),
`plugged` (headphones), `listened`; `text` (what is typed stays on the device), `typed` (what
can be seen of it: nothing yet, a good beginning, all of it, a space, a capital, something
else in place of the at sign, another letter) and `saved`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Kind, Number, Text, Value
from .screen import Context, Move, Wanted

LARGEST = 4
TYPED = ("empty", "begun", "right", "space", "capital", "at", "letter")


def typed(text: str, wanted: str) -> str:
    """One of TYPED: what can be seen of a text on the way to the wanted one."""
    if text == wanted:
        return "right"
    if not text:
        return "empty"
    if wanted.startswith(text):
        return "begun"
    if " " in text:
        return "space"
    if wanted.lower().startswith(text.lower()):
        return "capital"
    same = next(
        (place for place, pair in enumerate(zip(text, wanted, strict=False)) if len(set(pair)) > 1),
        len(wanted),
    )
    return "at" if wanted[same : same + 1] == "@" else "letter"


@dataclass(frozen=True)
class Message:
    name: str
    sender: str
    when: str
    text: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Typing:
    label: str
    wanted: str
    text: str
    offers: tuple[str, ...]
    adds: bool
    line: int


@dataclass(frozen=True)
class Reading:
    messages: tuple[Message, ...]
    settings: bool
    typing: Typing | None

    places = (
        "messages", "bigger", "smaller", "switch", "listen-text", "plug", "keys", "text",
        "erase", "at-sign", "offers", "shift", "digits", "space-key", "save",
    )  # fmt: skip

    @property
    def scripts(self) -> tuple[str, ...]:
        reads = self.messages or self.settings
        return (*(("reading",) if reads else ()), *(("keyboard",) if self.typing else ()))

    @property
    def icons(self) -> tuple[str, ...]:
        return (
            *(("text-size", "speaker", "plus", "minus") if self.settings else ()),
            *(("save", "erase", "shift", "space") if self.typing else ()),
        )

    @property
    def views(self) -> tuple[str, ...]:
        return (
            *(("messages", "message") if self.messages else ()),
            *(("size", "aloud") if self.settings else ()),
            *(("keyboard",) if self.typing else ()),
        )

    @property
    def schema(self) -> Mapping[str, Kind]:
        found: dict[str, Kind] = {}
        if self.messages:
            found["message"] = Choice(("", *(item.name for item in self.messages)))
        if self.settings:
            found |= {"size": Number(0, LARGEST), "aloud": Flag(), "plugged": Flag()}
            found["listened"] = Flag()
        if self.typing:
            found |= {"text": Text(), "typed": Choice(TYPED), "saved": Flag()}
        return found

    @property
    def start(self) -> Mapping[str, Value]:
        found: dict[str, Value] = {"message": ""} if self.messages else {}
        if self.settings:
            found |= {"size": 0, "aloud": False, "plugged": False, "listened": False}
        if self.typing:
            text = self.typing.text
            found |= {"text": text, "typed": typed(text, self.typing.wanted), "saved": False}
        return found

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = artefact["at"]
        if at == "messages":
            names = [item.name for item in self.messages]
            for name in wanted.some("message", names):
                yield Move(f"open {name}", {"at": "message", "message": name})
        elif at == "keyboard":
            for state in wanted.some("typed", TYPED):
                yield Move(f"type: {state}", {"typed": state, "saved": False})
            yield Move("save", {"saved": True})
        elif self.settings:
            yield from self._reading_moves(artefact)

    def _reading_moves(self, artefact: Artefact) -> Iterator[Move]:
        at, size = artefact["at"], int(artefact["size"])
        if at == "size":
            for other in (size - 1, size + 1):
                if 0 <= other <= LARGEST:
                    yield Move(f"size {other}", {"size": other})
        if at == "aloud":
            yield Move("switch the voice", {"aloud": not artefact["aloud"]})
        if at == "message" and artefact["aloud"]:
            yield Move("listen", {"listened": True})
        if at in ("aloud", "message"):
            yield Move("headphones", {"plugged": not artefact["plugged"], "listened": False})

    def browser(self) -> Mapping[str, Any]:
        typing = self.typing
        return {
            "messages": [
                {
                    "name": item.name,
                    "from": item.sender,
                    "when": item.when,
                    "text": list(item.text),
                }
                for item in self.messages
            ],
            "reading": int(self.settings),
            "typing": typing
            and {
                "label": typing.label,
                "wanted": typing.wanted,
                "offers": list(typing.offers),
                "adds": int(typing.adds),
            },
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for message in self.messages:
            for text in (message.sender, *message.text):
                yield text, message.line
        if self.typing:
            for text in (self.typing.label, self.typing.wanted, self.typing.text):
                yield text, self.typing.line


def read_reading(fields: Fields, context: Context) -> Reading | None:
    messages = tuple(
        _message(name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("messages", required=False)
    )
    line = fields.line_of("typing")
    node = fields.node("typing")
    typing = _typing(Fields(node, context.problems, line)) if node else None
    settings = fields.flag("reading")
    return Reading(messages, settings, typing) if messages or settings or typing else None


def _message(name: str, fields: Fields) -> Message:
    message = Message(
        name=name,
        sender=fields.text("from", required=True),
        when=fields.text("when"),
        text=fields.texts("text", required=True),
        line=fields.line,
    )
    fields.no_others()
    return message


def _typing(fields: Fields) -> Typing:
    typing = Typing(
        label=fields.text("name", required=True),
        wanted=fields.text("wanted", required=True),
        text=fields.text("text"),
        offers=fields.texts("offers"),
        adds=fields.flag("adds"),
        line=fields.line,
    )
    fields.no_others()
    return typing
