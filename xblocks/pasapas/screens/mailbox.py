"""A mailbox: read, write, answer, forward, attach, send, spam, search.

A level's fields:

    open: list | mail | compose     # what is seen first (list)
    folder: inbox | sent | spam | trash
    mail: reponse                   # the mail that is open at first
    mails:                          # newest first
      reponse:
        from: Aminata Diallo        # a name
        mail: recrutement@boulangerie-diallo.example
        when: hier
        subject: Votre candidature
        text: [Bonjour., Merci de votre mail.]
        folder: inbox | spam | trash
        unread: yes
        advert: yes                 # has a link to unsubscribe
        arrives: after-sending      # is not there before a mail is sent
        files: [convention.pdf]
    files: {cv: {name: CV-Amina-Benali.pdf, size: 300 Ko, too_big: yes}, …}
    to, subject, body: what is written at first
    attachments: [cv]

The artefact: `at` and `folder` (what is seen), `mail` (the open one), `read`, `spam`, `trash`,
`unsubscribed` (mails), `kind` (new, reply, forward), `about` (the mail answered or forwarded),
`to`, `subject`, `body`, `search` (texts), `attachments` (files), `refused` (a file that was too
big), `sent` (the mail that is written has left) and `mails_sent`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.problems import problem
from pasapas.content.schema import Fields
from pasapas.player.translation import noop as _

from .artefact import Artefact, Choice, Flag, Items, Kind, Number, Text
from .screen import Context, Move, Screen, Wanted

FOLDERS = ("inbox", "sent", "spam", "trash")
VIEWS = ("list", "mail", "compose", "files", "menu")
KINDS = ("", "new", "reply", "forward")
MOST_SENT = 9
AFTER_SENDING = "after-sending"

WORDS = {
    "mailbox": _("Mailbox"),
    "inbox": _("Inbox"),
    "sent": _("Sent mails"),
    "spam": _("Spam"),
    "trash": _("Bin"),
    "draft": _("Draft"),
    "menu": _("Menu"),
    "close": _("Close"),
    "back": _("Back"),
    "write": _("Write"),
    "newMail": _("New mail"),
    "search": _("Search in the mails"),
    "nothing": _("No mail here."),
    "unread": _("Not read yet"),
    "from": _("From"),
    "to": _("To"),
    "subject": _("Subject"),
    "body": _("Text of the mail"),
    "attach": _("Attach a document"),
    "attached": _("Attached document"),
    "choose": _("Choose a document"),
    "remove": _("Remove {name}"),
    "tooBig": _("{name} is too big. It is not attached."),
    "send": _("Send"),
    "gone": _("The mail has left."),
    "unsend": _("Take the mail back"),
    "reply": _("Answer"),
    "forward": _("Forward"),
    "delete": _("Delete"),
    "notSpam": _("This is no spam"),
    "markSpam": _("This is spam"),
    "unsubscribe": _("Unsubscribe"),
    "unsubscribed": _("You are unsubscribed."),
    "restore": _("Put back in the inbox"),
    "noSubject": _("No subject"),
    "re": _("Re: {subject}"),
    "fwd": _("Fwd: {subject}"),
}

ICONS = (
    "menu", "back", "close", "search", "edit", "send", "paperclip", "reply", "forward-mail",
    "trash", "spam", "inbox", "mail", "file", "picture", "pdf",
)  # fmt: skip

PLACES = (
    "menu", "inbox", "sent", "spam", "trash", "draft", "write", "search", "mails", "back",
    "reply", "forward", "delete", "not-spam", "unsubscribe", "to", "subject", "body", "attach",
    "attachments", "files", "send", "unsend",
)  # fmt: skip


@dataclass(frozen=True)
class Mail:
    name: str
    sender: str
    address: str
    when: str
    subject: str
    text: tuple[str, ...]
    folder: str
    unread: bool
    advert: bool
    later: bool
    files: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class File:
    name: str
    label: str
    size: str
    too_big: bool
    line: int


@dataclass(frozen=True)
class Mailbox:
    """One level of a practice in a mailbox; `owner`: (name, address) of the person."""

    mails: tuple[Mail, ...]
    files: tuple[File, ...]
    opened: Mapping[str, Any]
    owner: tuple[str, str]

    places = PLACES
    icons = ICONS
    passive = ("read", "unsubscribed", "to", "subject", "body", "search", "outbox", "refused")

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        mails = tuple(mail.name for mail in self.mails)
        files = tuple(file.name for file in self.files)
        return {
            "at": Choice(VIEWS),
            "folder": Choice(FOLDERS),
            "mail": Choice(("", *mails)),
            "read": Items(mails),
            "spam": Items(mails),
            "trash": Items(mails),
            "unsubscribed": Items(mails),
            "kind": Choice(KINDS),
            "about": Choice(("", *mails)),
            "to": Text(),
            "subject": Text(),
            "body": Text(),
            "search": Text(),
            "outbox": Text(),
            "attachments": Items(files),
            "refused": Choice(("", *files)),
            "sent": Flag(),
            "mails_sent": Number(0, MOST_SENT),
        }

    @cached_property
    def start(self) -> Artefact:
        read = [mail.name for mail in self.mails if not mail.unread]
        return {
            "at": "list",
            "folder": "inbox",
            "mail": "",
            "read": read,
            "spam": [mail.name for mail in self.mails if mail.folder == "spam"],
            "trash": [mail.name for mail in self.mails if mail.folder == "trash"],
            "unsubscribed": [],
            "kind": "",
            "about": "",
            "to": "",
            "subject": "",
            "body": "",
            "search": "",
            "outbox": "",
            "attachments": [],
            "refused": "",
            "sent": False,
            "mails_sent": 0,
            **self.opened,
        }

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        views = {
            "list": self._from_list,
            "menu": self._from_menu,
            "mail": self._from_mail,
            "compose": self._from_compose,
            "files": self._from_files,
        }
        yield from views[str(artefact["at"])](artefact, wanted)
        if artefact["sent"] and artefact["at"] in ("list", "mail", "menu"):
            back = {"sent": False, "mails_sent": artefact["mails_sent"] - 1, "at": "compose"}
            yield Move("take the mail back", back)

    def _from_list(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("open the menu", {"at": "menu"})
        yield from self._to_folders(artefact)  # the second look has them below the list
        yield Move("write", {"at": "compose", "kind": "new", "about": "", **EMPTY})
        for text in wanted.of_text("search"):
            yield Move(f"search “{text}”", {"search": text})
        shown = [mail.name for mail in self.mails if self._is_in(mail, artefact)]
        for name in wanted.some("mail", shown):
            read = _with(artefact["read"], name)
            yield Move(f"open {name}", {"at": "mail", "mail": name, "read": read})

    def _is_in(self, mail: Mail, artefact: Artefact) -> bool:
        if mail.later and not artefact["mails_sent"]:
            return False
        folder = "inbox"
        if mail.name in artefact["trash"]:
            folder = "trash"
        elif mail.name in artefact["spam"]:
            folder = "spam"
        return artefact["folder"] == folder

    def _from_menu(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("close the menu", {"at": "list"})
        yield from self._to_folders(artefact)

    def _to_folders(self, artefact: Artefact) -> Iterator[Move]:
        for folder in FOLDERS:
            yield Move(f"go to {folder}", {"at": "list", "folder": folder, "search": ""})
        if artefact["kind"] and not artefact["sent"]:
            yield Move("go to the draft", {"at": "compose"})

    def _from_mail(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        mail = next((item for item in self.mails if item.name == artefact["mail"]), None)
        yield Move("back", {"at": "list"})
        if mail is None:
            return
        answer = {"at": "compose", "about": mail.name, **EMPTY}
        yield Move("answer", {**answer, "kind": "reply", "to": mail.address, "subject": "Re"})
        yield Move("forward", {**answer, "kind": "forward", "subject": "Tr"})
        if mail.name in artefact["trash"]:
            without = [name for name in artefact["trash"] if name != mail.name]
            yield Move("put back", {"trash": without, "at": "list"})
            return
        yield Move("delete", {"trash": _with(artefact["trash"], mail.name), "at": "list"})
        if mail.name in artefact["spam"]:
            without = [name for name in artefact["spam"] if name != mail.name]
            yield Move("no spam", {"spam": without, "at": "list", "folder": "inbox"})
        else:
            yield Move("spam", {"spam": _with(artefact["spam"], mail.name), "at": "list"})
        if mail.advert and mail.name not in artefact["unsubscribed"]:
            names = _with(artefact["unsubscribed"], mail.name)
            yield Move("unsubscribe", {"unsubscribed": names})

    def _from_compose(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "list"})
        if artefact["mails_sent"] < MOST_SENT:
            gone = {"sent": True, "mails_sent": artefact["mails_sent"] + 1}
            yield Move("send", {**gone, "at": "list", "folder": "inbox", "refused": ""})
        for path in ("to", "subject", "body"):
            for text in wanted.of_text(path):
                yield Move(f"write “{text}” as {path}", {path: text})
        yield Move("attach", {"at": "files"})
        for name in artefact["attachments"]:
            rest = [other for other in artefact["attachments"] if other != name]
            yield Move(f"remove {name}", {"attachments": rest})

    def _from_files(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "compose"})
        by_name = {file.name: file for file in self.files}
        for name in wanted.some("attachments", list(by_name)):
            if by_name[name].too_big:
                yield Move(f"choose {name}", {"at": "compose", "refused": name})
            else:
                attached = _with(artefact["attachments"], name)
                chosen = {"at": "compose", "attachments": attached, "refused": ""}
                yield Move(f"choose {name}", chosen)

    def browser(self) -> Mapping[str, Any]:
        return {
            "owner": list(self.owner),
            "mails": [
                {
                    "name": mail.name,
                    "from": mail.sender,
                    "mail": mail.address,
                    "when": mail.when,
                    "subject": mail.subject,
                    "text": list(mail.text),
                    **({"advert": 1} if mail.advert else {}),
                    **({"later": 1} if mail.later else {}),
                    **({"files": list(mail.files)} if mail.files else {}),
                }
                for mail in self.mails
            ],
            "files": [
                {
                    "name": file.name,
                    "label": file.label,
                    "size": file.size,
                    **({"tooBig": 1} if file.too_big else {}),
                }
                for file in self.files
            ],
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for mail in self.mails:
            for text in (mail.sender, mail.address, mail.subject, *mail.text, *mail.files):
                yield text, mail.line
        for file in self.files:
            yield file.label, file.line
        for path in ("to", "subject", "body"):
            yield str(self.start[path]), 0


# A mail that is begun anew.
EMPTY: Mapping[str, Any] = {
    "to": "", "subject": "", "body": "", "attachments": [], "sent": False, "refused": "",
}  # fmt: skip


def _with(names: object, name: str) -> list[str]:
    known = list(names) if isinstance(names, (list, tuple)) else []
    return known if name in known else [*known, name]


def read(fields: Fields, context: Context) -> Mailbox:
    """The mailbox of one level; what is wrong lands in the context's problems."""
    mails = tuple(
        _mail(name, line, Fields(node, context.problems, line))
        for name, line, node in fields.entries("mails", required=False)
    )
    files = tuple(
        _file(name, line, Fields(node, context.problems, line))
        for name, line, node in fields.entries("files", required=False)
    )
    opened: dict[str, Any] = {
        "at": fields.one_of("open", ("list", "mail", "compose"), "list"),
        "folder": fields.one_of("folder", FOLDERS, "inbox"),
        "mail": _known(fields, "mail", [mail.name for mail in mails], context),
        "to": fields.text("to"),
        "subject": fields.text("subject"),
        "body": fields.text("body"),
    }
    attached = fields.texts("attachments")
    known = {file.name for file in files}
    for name in attached:
        if name not in known:
            line = fields.line_of("attachments")
            context.problems.append(problem("screen.unknown-name", line, name=name))
    opened["attachments"] = [name for name in attached if name in known]
    if opened["at"] == "compose":
        opened["kind"] = "new"
    person = context.persona
    owner = (person.full_name, person.mail) if person else ("", "")
    return Mailbox(mails, files, opened, owner)


def _known(fields: Fields, name: str, known: list[str], context: Context) -> str:
    line = fields.line_of(name)
    found = fields.slug(name)
    if found and found not in known:
        context.problems.append(problem("screen.unknown-name", line, name=found))
        return ""
    return found


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


SCREEN = Screen("mailbox", read, WORDS)
