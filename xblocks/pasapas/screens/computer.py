"""A computer: a desktop with icons, windows, a bar of windows, a printer, a browser.

A level's fields:

    can: [delete, copy, print, private, leave]     # what is possible (nothing)
    open: [web]                  # the windows that are open at first, the last in front
    reduced: [letter]            # those among them that are down in the bar
    places:                      # icons on the desktop, in this order
      downloads: {name: Téléchargements, kind: downloads}
      bin: {name: Corbeille, kind: bin}            # folder, downloads, usb, bin
    files:
      letter: {name: Lettre.pdf, in: desktop, parts: [Monsieur Gil. | Voici…, La fin.]}
      contract: {name: Contrat.pdf, in: downloads, parts: [La page 1.], sheets: 12}
    site: {name: Internet, title: Mon espace, lines: [Bonjour.], connected: yes, file: cv}

A first press on an icon selects it, a second opens it, however much later: the double click
without its haste. `|` parts the lines of a part. What the site lets one download may have no
`in`. Windows are named like what they show: a place, a file, `web`, `private`.

The artefact: `windows` (open, in the order of opening), `reduced`, `front` (or ""), `closed`
(files whose windows were closed once), `selected`; `page.FILE` and `read` (files seen to the end);
`in.FILE` (its places; `bin` is one), `plugged` (the stick); `session` and `private-session`;
`printing` (the file of the print window), `seen` (files looked at before), `pages` (`all` or
a number), `copies`, `printed` (`FILE.all`, `FILE.1`), `sheets` (out of the printer), `left`.
What a level does not have has no path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Number, Value
from .computer_data import (
    ABILITIES,
    DESKTOP,
    KINDS,
    PRIVATE,
    WEB,
    File,
    Place,
    Site,
    known_only,
    read_files,
    read_places,
    read_site,
)
from .computer_moves import MOST_COPIES, MOST_PRINTED, Moves
from .computer_words import ICONS, WORDS
from .screen import Context, Move, Screen, Wanted

PLACES = (
    "desktop", "bar", "show-desktop", "leave", "return", "window", "reduce", "close", "acts",
    "open", "delete", "restore", "empty", "eject", "plug", "text", "down", "up", "print", "look",
    "pages", "copies", "go", "cancel", "printer", "menu", "private", "account", "log-out",
    "log-in", "download",
)  # fmt: skip


@dataclass(frozen=True)
class Computer:
    """One level of a practice at a computer. `person`: whose account the site shows."""

    place_list: tuple[Place, ...]
    files: tuple[File, ...]
    site: Site | None
    can: tuple[str, ...]
    opened: tuple[str, ...]
    reduced: tuple[str, ...]
    person: str

    passive = ("closed", "read", "seen", "left")
    icons = ICONS

    @cached_property
    def places(self) -> tuple[str, ...]:
        named = (*(place.name for place in self.place_list), *(file.name for file in self.files))
        things = (*named, WEB, PRIVATE)
        copies = (f"copy-{name}" for name in self.targets)
        return (*PLACES, *(f"on-{name}" for name in things), *(f"bar-{name}" for name in things),
                *copies)  # fmt: skip

    @cached_property
    def windows(self) -> tuple[str, ...]:
        browsers = () if self.site is None else (WEB, PRIVATE) if self.private else (WEB,)
        names = (*(place.name for place in self.place_list), *(file.name for file in self.files))
        return (*names, *browsers)

    @property
    def private(self) -> bool:
        return self.site is not None and "private" in self.can

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Where a copy can be put."""
        kinds = ("folder", "usb")
        found = [place.name for place in self.place_list if place.kind in kinds]
        return (DESKTOP, *found) if "copy" in self.can else ()

    def of_kind(self, kind: str) -> str:
        """The first place of a kind, or ""."""
        return next((place.name for place in self.place_list if place.kind == kind), "")

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        files = tuple(file.name for file in self.files)
        somewhere = (DESKTOP, *(place.name for place in self.place_list))
        schema: dict[str, Kind] = {
            "windows": Items(self.windows),
            "reduced": Items(self.windows),
            "closed": Items(files),
            "front": Choice(("", *self.windows)),
            "selected": Choice(("", *self.windows)),
            "read": Items([file.name for file in self.files if file.length > 1]),
        }
        for file in self.files:
            schema[f"in.{file.name}"] = Items(somewhere)
            if file.length > 1:
                schema[f"page.{file.name}"] = Number(1, file.length)
        if self.of_kind("usb"):
            schema["plugged"] = Flag()
        if self.site is not None:
            schema["session"] = Flag()
        if self.private:
            schema["private-session"] = Flag()
        if "print" in self.can:
            longest = max((file.sheets for file in self.files), default=1)
            schema |= {
                "printing": Choice(("", *files)),
                "seen": Items(files),
                "pages": Choice(("all", *(str(page + 1) for page in range(longest)))),
                "copies": Number(1, MOST_COPIES),
                "printed": Items([job for file in self.files for job in self.jobs(file)]),
                "sheets": Number(0, MOST_PRINTED),
            }
        if "leave" in self.can:
            schema["left"] = Flag()
        return schema

    def jobs(self, file: File) -> tuple[str, ...]:
        pages = range(1, file.sheets + 1) if file.sheets > 1 else ()
        return (f"{file.name}.all", *(f"{file.name}.{page}" for page in pages))

    @cached_property
    def start(self) -> Artefact:
        empty: dict[type, Value] = {Items: [], Flag: False, Choice: ""}
        start: dict[str, Value] = {
            path: kind.least if isinstance(kind, Number) else empty[type(kind)]
            for path, kind in self.schema.items()
        }
        start |= {f"in.{file.name}": [file.place] for file in self.files if file.place}
        shown = [name for name in self.opened if name not in self.reduced]
        start |= {
            "windows": list(self.opened),
            "reduced": list(self.reduced),
            "front": shown[-1] if shown else "",
        }
        known = {"plugged": True, "session": bool(self.site and self.site.connected)}
        known["pages"] = "all"
        return start | {path: value for path, value in known.items() if path in self.schema}

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        return Moves(self, artefact, wanted).all()

    def browser(self) -> Mapping[str, Any]:
        site = self.site
        return {
            "can": self.can,
            "targets": self.targets,
            "kinds": {kind: self.of_kind(kind) for kind in KINDS},
            "person": self.person,
            "places": [
                {"name": place.name, "label": place.label, "kind": place.kind}
                for place in self.place_list
            ],
            "files": [
                {
                    "name": file.name, "label": file.label, "home": file.place,
                    "parts": file.parts, "sheets": file.sheets,
                }
                for file in self.files
            ],
            "site": site and {
                "label": site.label, "title": site.title, "lines": site.lines, "file": site.file,
            },
        }  # fmt: skip

    def texts(self) -> Iterator[tuple[str, int]]:
        for place in self.place_list:
            yield place.label, place.line
        for file in self.files:
            yield file.label, file.line
            for part in file.parts:
                yield part, file.line
        if self.site is not None:
            for text in (self.site.label, self.site.title, *self.site.lines):
                yield text, self.site.line


def read(fields: Fields, context: Context) -> Computer | None:
    """The computer of one level; what is wrong lands in the context's problems."""
    places = tuple(read_places(fields, context))
    files = tuple(read_files(fields, [place.name for place in places], context))
    site = read_site(fields, [file.name for file in files], context)
    things = (*(place.name for place in places), *(file.name for file in files))
    windows = (*things, WEB) if site else things
    opened = known_only(fields, "open", windows, context)
    can = known_only(fields, "can", ABILITIES, context)
    if "delete" in can and all(place.kind != "bin" for place in places):
        context.problems.append(problem("field.missing", fields.line_of("places"), field="bin"))
        can = tuple(ability for ability in can if ability != "delete")
    found = Computer(
        place_list=places,
        files=files,
        site=site,
        can=can,
        opened=opened,
        reduced=known_only(fields, "reduced", opened, context),
        person=context.persona.full_name if context.persona else "",
    )
    return found if files else None


SCREEN = Screen("computer", read, WORDS)
