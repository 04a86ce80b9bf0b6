"""A phone: home, notices, and the parts that a level names.

    open: home                      # or another view; what rings rings first
    notices:                        # lines on top of the home screen
      appel: {text: Appel manqué, to: calls}
    beside: {title: L'affiche, text: [Wifi : …]}      # a paper next to the phone

and the fields of `phone_calls`, `phone_internet`, `phone_store` and `phone_reading`.

The artefact: `at` (what is seen) and that of each part. Applications of the home screen that
a level says nothing of are there too, and open on a few words (`other`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.problems import problem
from pasapas.content.schema import Fields
from pasapas.player.assets import PHONES
from pasapas.player.translation import noop as _

from .artefact import Artefact, Choice, Kind
from .phone_calls import Calls, read_calls
from .phone_internet import read_internet
from .phone_part import Part
from .phone_reading import read_reading
from .phone_store import read_store
from .screen import Context, Move, Screen, Wanted

# A word that ends in 2 is that of the second look.
WORDS = {
    "phone": _("Home screen"),
    "home": _("Back to the home screen"),
    "home2": _("Home"),
    "back": _("Back"),
    "calls": _("Telephone"),
    "calls2": _("Calls"),
    "messages": _("Written messages"),
    "messages2": _("Messages app"),
    "note": _("Notes"),
    "note2": _("My notes"),
    "settings": _("Settings"),
    "settings2": _("Set the phone"),
    "store": _("App shop"),
    "store2": _("Applications"),
    "keyboard": _("Contacts"),
    "keyboard2": _("Address book"),
    "photos": _("Photos"),
    "nothing": _("Here there is nothing to do for this practice."),
    "hiddenNumber": _("Hidden number"),
    "missed": _("Missed call"),
    "callBack": _("Call {name}"),
    "voicemail": _("Voice message"),
    "listenTo": _("Message {name}"),
    "play": _("Listen to the message"),
    "play2": _("Play"),
    "says": _("The voice says:"),
    "writeNote": _("Write a note"),
    "writeNote2": _("Note it down"),
    "keep": _("Keep the note"),
    "keep2": _("Save the note"),
    "kept": _("The note is kept."),
    "again": _("Hear the message again"),
    "rings": _("A call is coming in"),
    "answer": _("Pick up"),
    "decline": _("Decline the call"),
    "onCall": _("Call with {name}"),
    "nobody": _("It rings. Nobody picks up."),
    "hangUp": _("Hang up"),
    "youSay": _("What do you say?"),
    "wifi": _("Wifi"),
    "wifi2": _("Wifi networks"),
    "around": _("Networks around you"),
    "joined": _("Connected"),
    "locked": _("With a password"),
    "open": _("Without a password"),
    "password": _("Password of the wifi"),
    "see": _("See the password"),
    "hide": _("Hide the password"),
    "join": _("Connect"),
    "join2": _("Join this network"),
    "leave": _("Leave this network"),
    "goOn": _("Continue"),
    "refused": _("The password is another one."),
    "data": _("Mobile data"),
    "data2": _("My data plan"),
    "left": _("{left} MB left of {of} MB"),
    "until": _("Until {day}"),
    "now": _("Now"),
    "later": _("Later with wifi"),
    "mb": _("{size} MB"),
    "onWifi": _("Internet: wifi"),
    "onData": _("Internet: mobile data"),
    "results": _("Results for: {words}"),
    "maker": _("Made by: {name}"),
    "free": _("Free of charge"),
    "install": _("Install"),
    "install2": _("Get the application"),
    "installed": _("Installed"),
    "uninstall": _("Uninstall"),
    "openApp": _("Open {name}"),
    "full": _("There is not enough room on the phone."),
    "storage": _("Room on the phone"),
    "storage2": _("Storage"),
    "room": _("Free room: {size} MB"),
    "delete": _("Delete {name}"),
    "restore": _("Put {name} back"),
    "allow": _("Allow"),
    "refuse": _("Do not allow"),
    "refuse2": _("Refuse"),
    "ready": _("The application is ready."),
    "askAgain": _("Change the permissions"),
    "size": _("Size of the letters"),
    "size2": _("Size of the text"),
    "bigger": _("Larger letters"),
    "smaller": _("Smaller letters"),
    "sample": _("The letters look like this."),
    "aloud": _("Read aloud"),
    "aloud2": _("Voice that reads"),
    "isOn": _("The voice is on."),
    "isOff": _("The voice is off."),
    "switchOn": _("Switch the voice on"),
    "switchOff": _("Switch the voice off"),
    "listen": _("Listen"),
    "reading": _("The voice reads the message."),
    "plug": _("Plug the headphones in"),
    "unplug": _("Unplug the headphones"),
    "plugged": _("Headphones: plugged in"),
    "unplugged": _("Headphones: not plugged in"),
    "save": _("Save"),
    "save2": _("OK"),
    "saved": _("The address is saved."),
    "erase": _("Erase"),
    "capital": _("Capital"),
    "space": _("Space"),
    "digits": _("Digits and signs"),
    "letters": _("Letters"),
    "atSign": _("At sign @"),
    "dot": _("Full stop ."),
    "dash": _("Hyphen -"),
    "underscore": _("Underscore _"),
}

ICONS = (
    "phone", "message", "file", "contact-add", "settings", "store", "picture", "back", "home",
    "nav-home", "data", "bell",
)  # fmt: skip

PARENTS = {
    "calls": "home",
    "voicemail": "calls",
    "note": "home",
    "settings": "home",
    "wifi": "settings",
    "network": "wifi",
    "data": "settings",
    "storage": "settings",
    "size": "settings",
    "aloud": "settings",
    "store": "home",
    "app": "store",
    "opened": "home",
    "messages": "home",
    "message": "messages",
    "keyboard": "home",
    "other": "home",
}
"""Where one comes back to. A call has no way but to hang up."""

SETTINGS = ("wifi", "data", "storage", "size", "aloud")
ON_HOME = ("calls", "messages", "note", "keyboard", "settings", "store")


@dataclass(frozen=True)
class Notice:
    name: str
    text: str
    to: str
    line: int


@dataclass(frozen=True)
class Phone:
    """One level of a practice on a phone; `beside`: (title, lines) of a paper, or None."""

    parts: tuple[Part, ...]
    notices: tuple[Notice, ...]
    beside: tuple[str, tuple[str, ...]] | None
    beside_line: int
    opened: str

    passive = ("text", "password", "heard", "said", "listened", "noted", "saved")

    @cached_property
    def views(self) -> tuple[str, ...]:
        return views_of(self.parts)

    @cached_property
    def icons(self) -> tuple[str, ...]:
        return (*ICONS, *(icon for part in self.parts for icon in part.icons))

    @cached_property
    def places(self) -> tuple[str, ...]:
        own = ("notices", "back", "home", *(f"to-{view}" for view in (*ON_HOME, *SETTINGS)))
        return (*own, *(place for part in self.parts for place in part.places))

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        found: dict[str, Kind] = {"at": Choice(self.views)}
        for part in self.parts:
            found |= part.schema
        return found

    @cached_property
    def start(self) -> Artefact:
        found = {"at": self.opened}
        for part in self.parts:
            found |= part.start
        return found

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = str(artefact["at"])
        if at == "home":
            for notice in self.notices:
                yield Move(f"notice {notice.name}", {"at": notice.to})
            for view in ON_HOME:
                there = view if view in self.views else "other"
                yield Move(f"go to {view}", {"at": there})
            yield Move("go to the photos", {"at": "other"})
        elif at == "settings":
            for view in SETTINGS:
                if view in self.views:
                    yield Move(f"go to {view}", {"at": view})
        if at in PARENTS:
            yield Move("back", {"at": PARENTS[at]})
            yield Move("home", {"at": "home"})
        for part in self.parts:
            yield from part.moves(artefact, wanted)

    def browser(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {
            "views": list(self.views),
            "parents": PARENTS,
            "notices": [[item.name, item.text, item.to] for item in self.notices],
            "beside": list(self.beside) if self.beside else None,
        }
        for part in self.parts:
            found |= part.browser()
        return found

    def texts(self) -> Iterator[tuple[str, int]]:
        for notice in self.notices:
            yield notice.text, notice.line
        for text in self.beside[1] if self.beside else ():
            yield text, self.beside_line
        for part in self.parts:
            yield from part.texts()


def views_of(parts: tuple[Part, ...]) -> tuple[str, ...]:
    found = [view for part in parts for view in part.views]
    settings = ("settings",) if any(view in SETTINGS for view in found) else ()
    return ("home", "other", *settings, *found)


def read(fields: Fields, context: Context) -> Phone | None:
    """The phone of one level; what is wrong lands in the context's problems."""
    found = (
        read_calls(fields, context),
        read_internet(fields, context),
        read_store(fields, context),
        read_reading(fields, context),
    )
    parts: tuple[Part, ...] = tuple(part for part in found if part)
    views = views_of(parts)
    rings = any(isinstance(part, Calls) and part.ringing for part in parts)
    # Views that are of one call, one network, one application have none to show at first.
    first = tuple(view for view in views if view in PARENTS or view in ("home", "ringing"))
    opened = fields.one_of("open", first, "ringing" if rings else "home")
    notices = tuple(
        _notice(name, Fields(node, context.problems, line), views, context)
        for name, line, node in fields.entries("notices", required=False)
    )
    line = fields.line_of("beside")
    node = fields.node("beside")
    beside = _beside(Fields(node, context.problems, line)) if node else None
    return Phone(parts, notices, beside, line, opened) if parts else None


def _notice(name: str, fields: Fields, views: tuple[str, ...], context: Context) -> Notice:
    text = fields.text("text", required=True)
    to = fields.text("to") or "home"
    if to not in PARENTS or to not in views:
        line = fields.line_of("to")
        context.problems.append(problem("screen.unknown-name", line, name=to))
        to = "home"
    fields.no_others()
    return Notice(name, text, to, fields.line)


def _beside(fields: Fields) -> tuple[str, tuple[str, ...]]:
    beside = (fields.text("title", required=True), fields.texts("text", required=True))
    fields.no_others()
    return beside


def script(setups: Iterable[Phone]) -> str:
    """The smallest script with all the parts of these levels."""
    needed = {name for setup in setups for part in setup.parts for name in part.scripts}
    return next(name for name, parts in PHONES.items() if needed <= set(parts))


SCREEN = Screen("phone", read, WORDS, script)
