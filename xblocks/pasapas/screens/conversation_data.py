"""The turns of a talk, read from a level of a practice, and whether one finds a way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pasapas.content.nearest import nearest
from pasapas.content.problems import Problem, problem
from pasapas.content.schema import Fields

CHANNELS = ("phone", "sms", "chat", "face")
FEWEST, MOST = 2, 4
MOST_ALWAYS = 2

ANSWER_ICONS = (
    "hang-up", "phone", "close", "clock", "trash", "block", "edit", "check", "text-size",
    "hand", "log-out", "card",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """`words`: what is said or, when `is_act`, what is done. `to`: a turn's name."""

    name: str
    words: str
    is_act: bool
    icon: str
    to: str
    line: int


@dataclass(frozen=True)
class Turn:
    """Without answers, it is an end. `sms`: the lines of a message that comes in. `number`:
    of the one who speaks, when it is another call. `only`: nothing but its own answers is
    offered."""

    name: str
    by: str
    number: str
    scene: tuple[str, ...]
    sms_from: str
    sms: tuple[str, ...]
    text: tuple[str, ...]
    only: bool
    answers: tuple[Answer, ...]
    line: int


@dataclass(frozen=True)
class Note:
    """A paper beside the screen, such as a diary."""

    title: str
    text: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Script:
    channel: str
    name: str
    number: str
    note: Note | None
    turns: tuple[Turn, ...]
    always: tuple[Answer, ...]


def read_script(fields: Fields, problems: list[Problem]) -> Script:
    """All fields of a level. Answers that lead nowhere are said and left out."""
    script = Script(
        channel=fields.one_of("channel", CHANNELS, CHANNELS[0]),
        name=fields.text("with", required=True),
        number=fields.text("number"),
        note=_note(fields, problems),
        always=_answers(fields, "always", MOST_ALWAYS, 1, problems),
        turns=tuple(
            _turn(name, line, Fields(node, problems, line), problems)
            for name, line, node in fields.entries("turns")
        ),
    )
    known = {turn.name for turn in script.turns}
    turns = tuple(
        replace(turn, answers=tuple(_leading(turn.answers, known, problems)))
        for turn in script.turns
    )
    script = replace(script, turns=turns, always=tuple(_leading(script.always, known, problems)))
    problems += graph_problems(script)
    return script


def _note(fields: Fields, problems: list[Problem]) -> Note | None:
    line = fields.line_of("note")
    node = fields.node("note")
    if node is None:
        return None
    own = Fields(node, problems, line)
    note = Note(own.text("title", required=True), own.texts("text", required=True), line)
    own.no_others()
    return note


def _turn(name: str, line: int, fields: Fields, problems: list[Problem]) -> Turn:
    sms_line = fields.line_of("sms")
    sms = fields.node("sms")
    message = Fields(sms, problems, sms_line)
    is_end = fields.flag("end")
    turn = Turn(
        name=name,
        by=fields.text("by"),
        number=fields.text("number"),
        scene=fields.texts("scene"),
        sms_from=message.text("from", required=sms is not None),
        sms=message.texts("text", required=sms is not None),
        text=fields.texts("text"),
        only=fields.flag("only"),
        answers=() if is_end else _answers(fields, "answers", MOST, FEWEST, problems),
        line=line,
    )
    message.no_others()
    fields.no_others()
    if not turn.text and not turn.scene:
        problems.append(problem("field.missing", line, field="text"))
    return turn


def _answers(
    fields: Fields, field: str, most: int, least: int, problems: list[Problem]
) -> tuple[Answer, ...]:
    line = fields.line_of(field)
    found = tuple(
        _answer(name, at, Fields(node, problems, at), problems)
        for name, at, node in fields.entries(field)
    )
    if found and not least <= len(found) <= most:
        problems.append(
            problem("conversation.answers", line, count=len(found), least=least, most=most)
        )
    return found[:most]


def _answer(name: str, line: int, fields: Fields, problems: list[Problem]) -> Answer:
    does = fields.text("do")
    answer = Answer(
        name=name,
        words=does or fields.text("say", required=True),
        is_act=bool(does),
        icon=fields.one_of("icon", ANSWER_ICONS, ""),
        to=fields.text("to", required=True),
        line=line,
    )
    fields.no_others()
    return answer


def _leading(
    answers: Iterable[Answer], known: set[str], problems: list[Problem]
) -> Iterator[Answer]:
    for answer in answers:
        if answer.to in known:
            yield answer
        elif answer.to:
            found = nearest(answer.to, known)
            helped = {"nearest": found} if found else {}
            problems.append(problem("screen.unknown-name", answer.line, name=answer.to, **helped))


def graph_problems(script: Script) -> Iterator[Problem]:
    """Turns that nobody ever reaches, and circles that only hanging up ends."""
    if not script.turns:
        return
    leads = {turn.name: {answer.to for answer in turn.answers} for turn in script.turns}
    always = {answer.to for answer in script.always}
    offered = {
        turn.name: leads[turn.name] | (always if turn.answers and not turn.only else set())
        for turn in script.turns
    }
    reached = _closure({script.turns[0].name}, offered)
    ends = {turn.name for turn in script.turns if not turn.answers}
    back: dict[str, set[str]] = {name: set() for name in leads}
    for name, targets in leads.items():
        for target in targets:
            back[target].add(name)
    leaving = _closure(ends, back)
    for turn in script.turns:
        if turn.name not in reached:
            yield problem("conversation.out-of-reach", turn.line, name=turn.name)
        elif turn.name not in leaving:
            yield problem("conversation.no-way-out", turn.line, name=turn.name)


def _closure(first: set[str], leads: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = set(first)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= leads[name] - found
    return found
