"""The calls of a phone: missed, with a voice message, one that rings, one that is talked
through, and a note to keep what was heard.

    ringing: inconnu                # the call that comes in first
    calls:
      boulangerie:
        number: 01 99 00 10 35
        name: Nabila                # for somebody that the phone knows
        hidden: yes                 # the number is not shown
        when: ce matin, 9 h 10
        message: [Bonjour., …]      # what the voice message says
        talk: bonjour               # the turn with which talking begins; else nobody answers
    talk:
      bonjour:
        says: [Boulangerie Diallo., Bonjour.]
        replies: {oui: {text: Je viens jeudi., next: fin}}
    note:
      jour: {name: Quel jour ?, of: [lundi, jeudi]}

A hidden number that rings is in the list only once it has rung. The artefact: `call` (the
open one), `heard` (messages), `turn`, `said` (replies), `rung`, `declined`, `note.<slug>`
and `noted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Value
from .phone_part import known_name, with_name
from .screen import Context, Move, Wanted


@dataclass(frozen=True)
class Call:
    name: str
    number: str
    known_as: str
    hidden: bool
    when: str
    message: tuple[str, ...]
    talk: str
    line: int


@dataclass(frozen=True)
class Reply:
    name: str
    text: str
    next: str


@dataclass(frozen=True)
class Turn:
    name: str
    says: tuple[str, ...]
    replies: tuple[Reply, ...]
    line: int


@dataclass(frozen=True)
class Question:
    """One line of the note, with what can be picked for it."""

    name: str
    label: str
    of: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Calls:
    calls: tuple[Call, ...]
    turns: tuple[Turn, ...]
    note: tuple[Question, ...]
    ringing: str

    scripts = ("calls",)
    icons = ("person", "voicemail", "phone", "play", "edit", "check", "save", "hang-up")
    _places = (
        "calls", "listen", "call-back", "write-note", "keep", "replies", "hang-up",
        "answer", "decline", "play",
    )  # fmt: skip

    @property
    def places(self) -> tuple[str, ...]:
        return (*self._places, *(f"note-{question.name}" for question in self.note))

    @property
    def views(self) -> tuple[str, ...]:
        return ("calls", "voicemail", "call", *(("note",) if self.note else ()), *self._rings)

    @property
    def _rings(self) -> tuple[str, ...]:
        return ("ringing",) if self.ringing else ()

    @property
    def schema(self) -> Mapping[str, Kind]:
        names = tuple(call.name for call in self.calls)
        replies = {reply.name: None for turn in self.turns for reply in turn.replies}
        found: dict[str, Kind] = {
            "call": Choice(("", *names)),
            "heard": Items(names),
            "turn": Choice(("", *(turn.name for turn in self.turns))),
            "said": Items(tuple(replies)),
            "noted": Flag(),
        }
        if self.ringing:
            found |= {"rung": Flag(), "declined": Flag()}
        for question in self.note:
            found[f"note.{question.name}"] = Choice(("", *question.of))
        return found

    @property
    def start(self) -> Mapping[str, Value]:
        start: dict[str, Value] = {"call": "", "heard": [], "turn": "", "said": [], "noted": False}
        if self.ringing:
            start |= {"call": self.ringing, "rung": False, "declined": False}
        return {**start, **{f"note.{question.name}": "" for question in self.note}}

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        views = {
            "calls": self._from_list,
            "voicemail": self._from_voicemail,
            "ringing": self._from_ringing,
            "call": self._from_call,
            "note": self._from_note,
        }
        found = views.get(str(artefact["at"]))
        if found:
            yield from found(artefact, wanted)

    def _from_list(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for call in self.calls:
            if call.name == self.ringing and not artefact["rung"]:
                continue
            if call.message:
                yield Move(f"message of {call.name}", {"at": "voicemail", "call": call.name})
            if not call.hidden:
                yield self._calling(call)

    def _calling(self, call: Call) -> Move:
        return Move(f"call {call.name}", {"at": "call", "call": call.name, "turn": call.talk})

    def _from_voicemail(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        call = self._open(artefact)
        if call is None:
            return
        yield Move("play the message", {"heard": with_name(artefact["heard"], call.name)})
        if self.note:
            yield Move("write a note", {"at": "note"})
        yield self._calling(call)

    def _open(self, artefact: Artefact) -> Call | None:
        return next((call for call in self.calls if call.name == artefact["call"]), None)

    def _from_ringing(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        call = next(call for call in self.calls if call.name == self.ringing)
        rung = {"call": call.name, "rung": True}
        yield Move("answer", {**rung, "at": "call", "turn": call.talk})
        yield Move("decline", {**rung, "at": "calls", "declined": True})

    def _from_call(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("hang up", {"at": "calls", "turn": ""})
        turn = next((turn for turn in self.turns if turn.name == artefact["turn"]), None)
        for reply in turn.replies if turn else ():
            said = {"said": with_name(artefact["said"], reply.name)}
            there = {"turn": reply.next} if reply.next else {"turn": "", "at": "calls"}
            yield Move(f"say {reply.name}", {**said, **there})

    def _from_note(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for question in self.note:
            path = f"note.{question.name}"
            for text in wanted.some(path, question.of):
                yield Move(f"note “{text}”", {path: text, "noted": False})
        yield Move("keep the note", {"at": "calls", "noted": True})
        if artefact["call"]:
            yield Move("hear it again", {"at": "voicemail"})

    def browser(self) -> Mapping[str, Any]:
        return {
            "calls": [
                {
                    "name": call.name,
                    "number": call.number,
                    "known": call.known_as,
                    "hidden": int(call.hidden),
                    "when": call.when,
                    "message": list(call.message),
                    "talk": call.talk,
                }
                for call in self.calls
            ],
            "talk": {
                turn.name: {
                    "says": list(turn.says),
                    "replies": [[reply.name, reply.text, reply.next] for reply in turn.replies],
                }
                for turn in self.turns
            },
            "note": [[item.name, item.label, list(item.of)] for item in self.note],
            "ringing": self.ringing,
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for call in self.calls:
            for text in (call.number, call.known_as, *call.message):
                yield text, call.line
        for turn in self.turns:
            for text in (*turn.says, *(reply.text for reply in turn.replies)):
                yield text, turn.line
        for question in self.note:
            for text in (question.label, *question.of):
                yield text, question.line


def read_calls(fields: Fields, context: Context) -> Calls | None:
    turns = _turns(fields, context)
    names = [turn.name for turn in turns]
    calls = tuple(
        _call(name, Fields(node, context.problems, line), names, context)
        for name, line, node in fields.entries("calls", required=False)
    )
    note = tuple(
        _question(name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("note", required=False)
    )
    ringing = known_name(fields, "ringing", [call.name for call in calls], context)
    return Calls(calls, turns, note, ringing) if calls else None


def _call(name: str, fields: Fields, turns: list[str], context: Context) -> Call:
    call = Call(
        name=name,
        number=fields.text("number", required=True),
        known_as=fields.text("name"),
        hidden=fields.flag("hidden"),
        when=fields.text("when"),
        message=fields.texts("message"),
        talk=known_name(fields, "talk", turns, context),
        line=fields.line,
    )
    fields.no_others()
    return call


def _turns(fields: Fields, context: Context) -> tuple[Turn, ...]:
    entries = list(fields.entries("talk", required=False))
    names = [name for name, _, _ in entries]
    found = []
    for name, line, node in entries:
        turn = Fields(node, context.problems, line)
        replies = tuple(
            _reply(slug, Fields(inner, context.problems, at), names, context)
            for slug, at, inner in turn.entries("replies", required=False)
        )
        found.append(Turn(name, turn.texts("says", required=True), replies, line))
        turn.no_others()
    return tuple(found)


def _reply(name: str, fields: Fields, turns: list[str], context: Context) -> Reply:
    text = fields.text("text", required=True)
    reply = Reply(name, text, known_name(fields, "next", turns, context))
    fields.no_others()
    return reply


def _question(name: str, fields: Fields) -> Question:
    label = fields.text("name", required=True)
    question = Question(name, label, fields.texts("of", required=True), fields.line)
    fields.no_others()
    return question
