"""A mailbox: read, write, answer, forward, attach, send, spam, search, note a line.

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
    adverts: 57                     # so many invented adverts among the mails (none)
    note: yes                       # lines of a mail can be noted on a paper
    files: {cv: {name: CV-Amina-Benali.pdf, size: 300 Ko, too_big: yes}, …}
    to, subject, body: what is written at first
    model: a text that a button puts in place of the body
    attachments: [cv]

The artefact: `at` and `folder` (what is seen), `mail` (the open one), `read`, `spam`, `trash`,
`unsubscribed` (mails), `kind` (new, reply, forward), `about` (the mail answered or forwarded),
`to`, `subject`, `body`, `search`, `outbox` (texts), `attachments` (files), `refused` (a file
that was too big), `sent` (the mail that is written has left), `mails_sent`; with `note`,
`noted`: lines as MAIL.NUMBER, `reponse.2`. The adverts are `ad.1`, `ad.2`, … of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Number, Text
from .mailbox_adverts import PITCHES, SHOPS
from .mailbox_data import File, Mail, known, known_files, read_files, read_mails
from .mailbox_words import ICONS, PLACES, WORDS
from .screen import Context, Move, Screen, Wanted

FOLDERS = ("inbox", "sent", "spam", "trash")
VIEWS = ("list", "mail", "compose", "files", "menu")
KINDS = ("", "new", "reply", "forward")
MOST_SENT = 9

# A mail that is begun anew.
EMPTY: Mapping[str, Any] = {
    "to": "", "subject": "", "body": "", "attachments": [], "sent": False, "refused": "",
}  # fmt: skip


@dataclass(frozen=True)
class Mailbox:
    """One level of a practice in a mailbox; `owner`: (name, address) of the person."""

    mails: tuple[Mail, ...]
    files: tuple[File, ...]
    opened: Mapping[str, Any]
    owner: tuple[str, str]
    notes: bool
    model: str

    icons = ICONS
    passive = (
        "read", "unsubscribed", "to", "subject", "body", "search", "outbox", "refused", "noted",
    )  # fmt: skip

    @cached_property
    def places(self) -> tuple[str, ...]:
        return (*PLACES, *(f"mail-{mail.name}" for mail in self.mails if mail.made is None))

    @cached_property
    def by_name(self) -> Mapping[str, Mail]:
        return {mail.name: mail for mail in self.mails}

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        mails = tuple(self.by_name)
        files = tuple(file.name for file in self.files)
        lines = tuple(line for mail in self.mails for line in mail.lines)
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
            **({"noted": Items(lines)} if self.notes else {}),
        }

    @cached_property
    def start(self) -> Artefact:
        return {
            "at": "list",
            "folder": "inbox",
            "mail": "",
            "read": [mail.name for mail in self.mails if not mail.unread],
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
            **({"noted": []} if self.notes else {}),
            **self.opened,
        }

    # --- Gestures --------------------------------------------------------------------------

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = artefact["at"]
        yield from getattr(self, f"_from_{at}")(artefact, wanted)
        if artefact["sent"] and at in ("list", "mail"):
            back = {"sent": False, "mails_sent": artefact["mails_sent"] - 1, "at": "compose"}
            yield Move("take the mail back", back)
        if self.notes and at in ("list", "mail"):
            for line in artefact["noted"]:
                yield Move(f"remove {line}", {"noted": _without(artefact["noted"], line)})

    def _from_list(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("open the menu", {"at": "menu"})
        yield from self._to_folders(artefact)  # the second look has them below the list
        yield Move("write", {"at": "compose", "kind": "new", "about": "", **EMPTY})
        for text in wanted.of_text("search"):
            yield Move(f"search “{text}”", {"search": text})
        for name in self._worth(artefact, wanted):
            read = _with(artefact["read"], name)
            yield Move(f"open {name}", {"at": "mail", "mail": name, "read": read})
        for folder in ("trash", "spam"):  # right after it went there
            for name in artefact[folder]:
                back = {folder: _without(artefact[folder], name)}
                yield Move(f"take {name} out of {folder}", back)

    def _worth(self, artefact: Artefact, wanted: Wanted) -> list[str]:
        """The mails of this list that conditions speak of, one more, and one more advert."""
        shown = [mail for mail in self.mails if self._is_in(mail, artefact)]
        if wanted.everything:
            return [mail.name for mail in shown]
        paths = ("mail", "about", "read", "spam", "trash", "unsubscribed")
        named = frozenset[str]().union(*(wanted.values.get(path, ()) for path in paths))
        noted = {line.rpartition(".")[0] for line in wanted.values.get("noted", ())}
        others = [mail for mail in shown if mail.name not in named | noted]
        one_of_each = {mail.advert: mail.name for mail in reversed(others)}.values()
        return [mail.name for mail in shown if mail.name in {*named, *noted, *one_of_each}]

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
        mail = self.by_name.get(str(artefact["mail"]))
        yield Move("back", {"at": "list"})
        if mail is None:
            return
        if self.notes:
            for line in wanted.some("noted", mail.lines):
                if line not in artefact["noted"]:
                    yield Move(f"note {line}", {"noted": _with(artefact["noted"], line)})
        if mail.advert and mail.name not in artefact["unsubscribed"]:
            names = _with(artefact["unsubscribed"], mail.name)
            yield Move("unsubscribe", {"unsubscribed": names})
        if mail.name in artefact["trash"]:
            without = _without(artefact["trash"], mail.name)
            yield Move("put back", {"trash": without, "at": "list"})
            return
        answer = {"at": "compose", "about": mail.name, **EMPTY}
        yield Move("answer", {**answer, "kind": "reply", "to": mail.address, "subject": "Re"})
        yield Move("forward", {**answer, "kind": "forward", "subject": "Tr"})
        # In a walk, where a mail lies counts where somebody asks.
        if wanted.everything or "trash" in wanted.values:
            yield Move("delete", {"trash": _with(artefact["trash"], mail.name), "at": "list"})
        if mail.name in artefact["spam"]:
            without = _without(artefact["spam"], mail.name)
            yield Move("no spam", {"spam": without, "at": "list", "folder": "inbox"})
        elif wanted.everything or "spam" in wanted.values:
            yield Move("spam", {"spam": _with(artefact["spam"], mail.name), "at": "list"})

    def _from_compose(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "list"})
        if artefact["mails_sent"] < MOST_SENT:
            gone = {"sent": True, "mails_sent": artefact["mails_sent"] + 1}
            yield Move("send", {**gone, "at": "list", "folder": "inbox", "refused": ""})
        for path in ("to", "subject", "body"):
            for text in wanted.of_text(path):
                yield Move(f"write “{text}” as {path}", {path: text})
        if self.model:
            yield Move("take the model", {"body": self.model})
        yield Move("attach", {"at": "files"})
        for name in artefact["attachments"]:
            rest = _without(artefact["attachments"], name)
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

    # --- For the browser -------------------------------------------------------------------

    def browser(self) -> Mapping[str, Any]:
        made = any(mail.made for mail in self.mails)
        return {
            "owner": list(self.owner),
            "mails": [_mail_json(mail) for mail in self.mails],
            "files": [
                {
                    "name": file.name,
                    "label": file.label,
                    "size": file.size,
                    **({"tooBig": 1} if file.too_big else {}),
                }
                for file in self.files
            ],
            **({"shops": SHOPS, "pitches": PITCHES} if made else {}),
            **({"notes": 1} if self.notes else {}),
            **({"model": self.model} if self.model else {}),
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for mail in self.mails:
            for text in (mail.sender, mail.address, mail.subject, *mail.text, *mail.files):
                yield text, mail.line
        for file in self.files:
            yield file.label, file.line
        for text in (self.model, *(str(self.start[path]) for path in ("to", "subject", "body"))):
            yield text, 0


def _mail_json(mail: Mail) -> object:
    """An advert is no more than its name, shop, sentences and day."""
    if mail.made:
        return [mail.name, *mail.made, mail.when]
    return {
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


def _with(names: object, name: str) -> list[str]:
    found = list(names) if isinstance(names, (list, tuple)) else []
    return found if name in found else [*found, name]


def _without(names: object, name: str) -> list[str]:
    found = names if isinstance(names, (list, tuple)) else []
    return [other for other in found if other != name]


def read(fields: Fields, context: Context) -> Mailbox:
    """The mailbox of one level; what is wrong lands in the context's problems."""
    mails = read_mails(fields, context)
    files = read_files(fields, context)
    opened: dict[str, Any] = {
        "at": fields.one_of("open", ("list", "mail", "compose"), "list"),
        "folder": fields.one_of("folder", FOLDERS, "inbox"),
        "mail": known(fields, "mail", [mail.name for mail in mails], context),
        "to": fields.text("to"),
        "subject": fields.text("subject"),
        "body": fields.text("body"),
        "attachments": known_files(fields, files, context),
    }
    if opened["at"] == "compose":
        opened["kind"] = "new"
    person = context.persona
    owner = (person.full_name, person.mail) if person else ("", "")
    return Mailbox(mails, files, opened, owner, fields.flag("note"), fields.text("model"))


SCREEN = Screen("mailbox", read, WORDS)
