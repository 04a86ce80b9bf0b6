"""What a level says of a mailbox: its mails and files, and how they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .mailbox_adverts import MOST_ADVERTS, PITCHES, SHOPS, pair, places
from .screen import Context

AFTER_SENDING = "after-sending"


@dataclass(frozen=True)
class Mail:
    """`made`: for an advert that nobody wrote by hand, its shop and its sentences."""

    name: str
    sender: str
    address: str
    when: str
    subject: str
    text: tuple[str, ...]
    folder: str = "inbox"
    unread: bool = False
    advert: bool = False
    later: bool = False
    files: tuple[str, ...] = ()
    line: int = 0
    made: tuple[int, int] | None = None

    @property
    def lines(self) -> list[str]:
        """The names of its lines, as they are noted: NAME.1 is the first."""
        return [f"{self.name}.{number}" for number in range(1, len(self.text) + 1)]


@dataclass(frozen=True)
class File:
    name: str
    label: str
    size: str
    too_big: bool
    line: int


def read_mails(fields: Fields, context: Context) -> tuple[Mail, ...]:
    """The mails of a level, newest first, with its adverts among them."""
    line = fields.line_of("adverts")
    count = _count(fields, context)
    written = [
        _mail(name, at, Fields(node, context.problems, at))
        for name, at, node in fields.entries("mails", required=False)
    ]
    return tuple(_among(written, count, line))


def _count(fields: Fields, context: Context) -> int:
    line = fields.line_of("adverts")
    text = fields.text("adverts") or "0"
    if text.isdecimal() and len(text) < 4 and int(text) <= MOST_ADVERTS:
        return int(text)
    allowed = {"least": 0, "most": MOST_ADVERTS}
    context.problems.append(
        problem("field.number-wanted", line, field="adverts", text=text, **allowed)
    )
    return 0


def _among(written: list[Mail], count: int, line: int) -> Iterator[Mail]:
    before = places(len(written), count) if count else []
    made = 0
    for position in range(len(written) + 1):
        # An advert is as old as the mail above it.
        when = written[max(position - 1, 0)].when if written else ""
        while made < count and before[made] == position:
            yield _advert(made, when, line)
            made += 1
        if position < len(written):
            yield written[position]


def _advert(number: int, when: str, line: int) -> Mail:
    shop, pitch = pair(number)
    subject, *text = PITCHES[pitch]
    name = f"ad.{number + 1}"  # with a dot: no mail of a document can have this name
    return Mail(
        name, *SHOPS[shop], when, subject, tuple(text),
        unread=True, advert=True, line=line, made=(shop, pitch),
    )  # fmt: skip


def _mail(name: str, line: int, fields: Fields) -> Mail:
    mail = Mail(
        name=name,
        sender=fields.text("from", required=True),
        address=fields.text("mail", required=True),
        when=fields.text("when"),
        subject=fields.text("subject"),
        text=fields.texts("text", required=True),
        folder=fields.one_of("folder", ("inbox", "spam", "trash"), "inbox"),
        unread=fields.flag("unread"),
        advert=fields.flag("advert"),
        later=fields.one_of("arrives", (AFTER_SENDING,), "") == AFTER_SENDING,
        files=fields.texts("files"),
        line=line,
    )
    fields.no_others()
    return mail


def read_files(fields: Fields, context: Context) -> tuple[File, ...]:
    return tuple(
        _file(name, line, Fields(node, context.problems, line))
        for name, line, node in fields.entries("files", required=False)
    )


def _file(name: str, line: int, fields: Fields) -> File:
    file = File(
        name=name,
        label=fields.text("name", required=True),
        size=fields.text("size"),
        too_big=fields.flag("too_big"),
        line=line,
    )
    fields.no_others()
    return file


def known(fields: Fields, name: str, names: list[str], context: Context) -> str:
    """The slug of a field, where it is one of `names`; "" else."""
    line = fields.line_of(name)
    found = fields.slug(name)
    if found and found not in names:
        context.problems.append(problem("screen.unknown-name", line, name=found))
        return ""
    return found


def known_files(fields: Fields, files: tuple[File, ...], context: Context) -> list[str]:
    """The files that are attached at first."""
    line = fields.line_of("attachments")
    names = {file.name for file in files}
    attached = fields.texts("attachments")
    for name in attached:
        if name not in names:
            context.problems.append(problem("screen.unknown-name", line, name=name))
    return [name for name in attached if name in names]
