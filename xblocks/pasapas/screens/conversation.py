"""A talk that branches: by phone, by SMS, in a chat window or face to face.

A level's fields:

    channel: phone | sms | chat | face
    with: Boulangerie Diallo        # who is at the other end
    number: 01 99 00 10 35          # what stands below that name
    note: {title: Votre semaine, text: [Lundi matin : libre]}    # a paper beside the screen
    always:                         # one or two, offered as long as the talk goes on
      raccrocher: {do: Raccrocher, icon: hang-up, to: fini}
    turns:                          # the first is where the talk begins
      bonjour:
        scene: [Le téléphone sonne.]     # what happens, told
        sms: {from: Banque, text: [Votre code est 48 27.]}    # comes in meanwhile
        by: Madame Diallo           # who speaks, if not `with`
        number: 01 99 00 10 35      # of that person, when it is another call
        text: [Bonjour.]            # what is said
        only: yes                   # `always` is not offered here: nobody is there
        answers:                    # two to four
          oui: {say: Je viens lundi., to: fini}
          noter: {do: Noter le jour, icon: edit, to: fini}     # a gesture, not words
      fini:
        scene: [L'appel est fini.]
        end: yes                    # instead of answers

The artefact: `at` (the turn), `said` (the answers so far, each `turn.answer`, in their order;
one that is given again moves to the end) and `picked` (where one writes: the answer that
stands in the line and has not left yet).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.schema import Fields
from pasapas.player.translation import noop as _

from .artefact import Artefact, Choice, Items, Kind
from .conversation_data import ANSWER_ICONS, Answer, Note, Turn, read_script
from .screen import Context, Move, Screen, Wanted

WRITTEN = ("sms", "chat")

WORDS = {
    "phone": _("Call in progress"),
    "over": _("The call is over"),
    "sms": _("Messages by SMS"),
    "chat": _("Chat on the internet"),
    "face": _("Face to face"),
    "you": _("You"),
    "comes": _("An SMS from {name} arrives"),
    "say": _("You can say:"),
    "write": _("You can write:"),
    "act": _("You can do:"),
    "line": _("Your message"),
    "choose": _("Choose a sentence."),
    "clear": _("Remove the sentence"),
    "send": _("Send"),
    "earlier": _("See the beginning"),
    "fold": _("Hide the beginning"),
    "listen": _("Hear it"),
    "now": _("What happens"),
    "end": _("The talk is over."),
    "again": _("Go back one sentence"),
}


ICONS = (
    "phone", "message", "chat", "people", "send", "close", "undo", "speaker", "chevron-up",
    "chevron-down", *(name for name in ANSWER_ICONS if name not in ("phone", "close")),
)  # fmt: skip

PLACES = ("talk", "note", "sms", "answers", "line", "send", "again")


@dataclass(frozen=True)
class Conversation:
    """One level of a practice in a talk; `turns`: the first is where it begins."""

    channel: str
    name: str
    number: str
    note: Note | None
    turns: tuple[Turn, ...]
    always: tuple[Answer, ...]

    icons = ICONS
    # At an end one can take the last answer back: that leads to where one was, nowhere new.
    passive = ("said",)

    @cached_property
    def _by_name(self) -> Mapping[str, Turn]:
        return {turn.name: turn for turn in self.turns}

    @cached_property
    def places(self) -> tuple[str, ...]:
        answers = [answer for turn in self.turns for answer in turn.answers]
        named = dict.fromkeys(f"say-{answer.name}" for answer in (*answers, *self.always))
        return (*PLACES, *named)

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        given = tuple(_key(turn, answer) for turn in self.turns for answer in self.offered(turn))
        return {
            "at": Choice(tuple(self._by_name)),
            "said": Items(given),
            "picked": Choice(("", *given) if self.channel in WRITTEN else ("",)),
        }

    @cached_property
    def start(self) -> Artefact:
        return {"at": self.turns[0].name, "said": [], "picked": ""}

    def offered(self, turn: Turn) -> tuple[Answer, ...]:
        """What can be said or done at a turn."""
        if not turn.answers or turn.only:
            return turn.answers
        return (*turn.answers, *self.always)

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        turn = self._by_name[str(artefact["at"])]
        said = list(artefact["said"])  # type: ignore[arg-type]
        picked = artefact["picked"]
        for answer in self.offered(turn):
            key = _key(turn, answer)
            if answer.is_act or self.channel not in WRITTEN:
                yield Move(f"answer {key}", _given(said, key, answer))
            elif picked == key:
                yield Move(f"send {key}", _given(said, key, answer))
                yield Move("empty the line", {"picked": ""})
            else:
                yield Move(f"pick {key}", {"picked": key})
        if not turn.answers and said:
            before = said[-1].split(".")[0]
            yield Move("take back", {"at": before, "said": said[:-1], "picked": ""})

    def browser(self) -> Mapping[str, Any]:
        note = {"note": [self.note.title, list(self.note.text)]} if self.note else {}
        return {
            "channel": self.channel,
            "name": self.name,
            "number": self.number,
            **note,
            "always": [_answer_json(answer) for answer in self.always],
            "turns": {turn.name: _turn_json(turn) for turn in self.turns},
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        line = self.turns[0].line
        yield from ((text, line) for text in (self.name, self.number))
        if self.note:
            yield from ((text, self.note.line) for text in (self.note.title, *self.note.text))
        for turn in self.turns:
            for text in (turn.by, turn.number, *turn.scene, turn.sms_from, *turn.sms, *turn.text):
                yield text, turn.line
        for answer in (*self.always, *(answer for turn in self.turns for answer in turn.answers)):
            yield answer.words, answer.line


def _key(turn: Turn, answer: Answer) -> str:
    return f"{turn.name}.{answer.name}"


def _given(said: list[str], key: str, answer: Answer) -> Mapping[str, Any]:
    rest = [other for other in said if other != key]
    return {"at": answer.to, "said": [*rest, key], "picked": ""}


def _answer_json(answer: Answer) -> Mapping[str, Any]:
    return {
        "name": answer.name,
        "words": answer.words,
        "to": answer.to,
        **({"act": 1} if answer.is_act else {}),
        **({"icon": answer.icon} if answer.icon else {}),
    }


def _turn_json(turn: Turn) -> Mapping[str, Any]:
    lists = {"scene": list(turn.scene), "sms": list(turn.sms), "text": list(turn.text)}
    return {
        **{name: texts for name, texts in lists.items() if texts},
        **({"by": turn.by} if turn.by else {}),
        **({"number": turn.number} if turn.number else {}),
        **({"from": turn.sms_from} if turn.sms else {}),
        **({"only": 1} if turn.only else {}),
        "answers": [_answer_json(answer) for answer in turn.answers],
    }


def read(fields: Fields, context: Context) -> Conversation | None:
    """The talk of one level, or None without a turn; problems land in the context."""
    script = read_script(fields, context.problems)
    if not script.turns:
        return None
    return Conversation(
        channel=script.channel,
        name=script.name,
        number=script.number,
        note=script.note,
        turns=script.turns,
        always=script.always,
    )


SCREEN = Screen("conversation", read, WORDS)
