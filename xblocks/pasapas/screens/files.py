"""Files and photos: folders of a phone or a computer, its gallery, its camera.

A level's fields:

    open: photos                    # the place that is seen first (the list of places)
    can: [choose, rename]           # of choose, rename, move, copy, delete, photo, scan
    sort: date | name               # the order at first (date)
    parts: [CV, Helene]             # pieces of a name to pick in place of typing
    table: [page-1, page-2]         # the papers that lie on the table, for photo and scan
    places:
      photos: {name: Photos, kind: gallery}
      telephone: {name: Téléphone, kind: phone, shut: Le téléphone est cassé.}
    papers:
      page-1: {title: Diplôme, lines: [Aylin Demir, Mécanique], flaws: [cut, shadow]}
    files:                          # newest first
      nette: {name: IMG_2041.jpg, in: photos, when: hier, paper: page-1, shot: whole}
      fete: {name: IMG_2032.jpg, in: photos, picture: people, about: Une fête}

`shot`: whole, cut, blurred, shadow. New photos go to the first gallery, scans to the first
other place. A paper under the camera has its `flaws` until each is mended by a gesture.

The artefact: `at`, `folder`, `file` (what is seen), `sort`, `search`; `chosen`; `name` (being
written) and `names.FILE`; `in.FILE` (its place), `copies.FILE` (other places), `gone` (files);
`sheet` and `flaws` (under the camera; as at first when it is put down), `shots` (photos taken,
`PAPER.SHOT`), `pages` (shots of the scan at work), `pdf.one` and `pdf.two` (the pages of what
was saved). What a level cannot do has no path. A file of `file` and `chosen` may also be a
shot, `pdf.one` or `pdf.two`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.loose_text import words
from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .artefact import Artefact, Value
from .files_data import (
    ACTIONS,
    FLAWS,
    KINDS,
    WHOLE,
    File,
    known_name,
    known_only,
    read_files,
    read_papers,
    read_places,
)
from .files_shelf import PDFS, Shelf
from .files_words import ICONS, WORDS
from .screen import Context, Move, Screen, Wanted

PLACES = (
    "back", "search", "places", "files", "sort", "acts", "choose", "chosen", "closer", "name",
    "parts", "done", "restore", "camera", "scan", "sheets", "mend", "shutter", "pages",
    "add-page", "save",
)  # fmt: skip


@dataclass(frozen=True)
class Files(Shelf):
    """One level of a practice among files."""

    @cached_property
    def places(self) -> tuple[str, ...]:
        named = (*self.place_list, *self.files)
        return (*PLACES, *(f"on-{item.name}" for item in named))

    @cached_property
    def icons(self) -> tuple[str, ...]:
        pictures = (file.picture for file in self.files if file.picture)
        return tuple(dict.fromkeys((*ICONS, *pictures)))

    @cached_property
    def passive(self) -> tuple[str, ...]:
        return ("sort", "chosen", *(path for path in self.schema if path.startswith("names.")))

    def _worth(self, names: list[str], wanted: Wanted) -> list[str]:
        """Those that conditions speak of, and one that they do not."""
        if wanted.everything:
            return names
        spoken = {name for path in ("file", "chosen") for name in wanted.values.get(path, ())}
        for path in (*wanted.texts, *wanted.values):
            spoken.add(path.partition(".")[2])
        others = [name for name in names if name not in spoken]
        made = [name for name in others if name in PDFS or name in self.shots]
        return [name for name in names if name in spoken] + (made or others[:1])

    # --- Gestures --------------------------------------------------------------------------

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield from getattr(self, f"_from_{artefact['at']}")(artefact, wanted)
        if artefact["at"] not in ("home", "folder", "file"):
            return
        if artefact.get("chosen"):
            yield Move("remove the choice", {"chosen": ""})
        for name in artefact.get("gone", ()):
            yield Move(f"put {name} back", {"gone": _without(artefact["gone"], name)})

    def _from_home(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for text in wanted.of_text("search"):
            yield Move(f"search “{text}”", {"search": text})
        if words(str(artefact["search"])):
            yield Move("clear the search", {"search": ""})
            for name in self._worth(self.found(artefact), wanted):
                yield Move(f"open {name}", {"at": "file", "file": name})
            return
        yield from self._cameras("", artefact)
        for place in self.place_list:
            yield Move(f"go to {place.name}", {"at": "folder", "folder": place.name})

    def _from_folder(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        folder = str(artefact["folder"])
        yield Move("back", {"at": "home", "folder": ""})
        yield from self._cameras(folder, artefact)
        for order in ("date", "name"):
            yield Move(f"sort by {order}", {"sort": order})
        there = self.there(artefact)
        shut = any(place.name == folder and place.shut for place in self.place_list)
        here = [name for name in there if not shut and folder in self.places_of(name, artefact)]
        for name in self._worth(here, wanted):
            yield Move(f"open {name}", {"at": "file", "file": name})

    def _cameras(self, folder: str, artefact: Artefact) -> Iterator[Move]:
        if "photo" in self.can and folder in ("", self.gallery):
            yield Move("take a photo", {"at": "camera"})
        if "scan" in self.can and folder in ("", self.scans):
            yield Move("scan", {"at": "scan"})

    def _from_file(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        name, folder = str(artefact["file"]), str(artefact["folder"])
        away: dict[str, Value] = {"at": "folder" if folder else "home", "file": ""}
        yield Move("back", away)
        if "choose" in self.can:
            yield Move(f"choose {name}", {"chosen": name})
        if f"names.{name}" in self.schema:
            yield Move("rename", {"at": "rename", "name": artefact[f"names.{name}"]})
        for action, path in (("move", f"in.{name}"), ("copy", f"copies.{name}")):
            if action in self.can and path in self.schema:
                yield Move(action, {"at": action})
        # In a walk what is deleted counts where somebody asks.
        asked = wanted.everything or name in PDFS or {"gone", f"copies.{name}"} & {*wanted.values}
        if "delete" in self.can and asked:
            if artefact.get("chosen") == name:
                away["chosen"] = ""
            yield Move(f"delete {name}", {**away, **self._deleted(name, folder, artefact)})

    def _deleted(self, name: str, folder: str, artefact: Artefact) -> dict[str, Value]:
        """Of a file with copies, only the one that is seen goes."""
        if name in PDFS:
            return {name: []}
        path = f"copies.{name}"
        copies = artefact.get(path, [])
        if folder in copies:
            return {path: _without(copies, folder)}
        if copies:
            return {f"in.{name}": copies[0], path: copies[1:]}
        return {"gone": [*artefact["gone"], name]}

    def _from_rename(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "file", "name": ""})
        path = f"names.{artefact['file']}"
        for text in wanted.of_text(path):
            yield Move(f"write “{text}”", {"name": text})
        if words(str(artefact["name"])):
            yield Move("finished", {"at": "file", "name": "", path: artefact["name"]})

    def _from_move(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "file"})
        path = f"in.{artefact['file']}"
        away = {"at": "folder" if artefact["folder"] else "home", "file": ""}
        for place in self._open_to(str(artefact["file"]), artefact):
            yield Move(f"move to {place}", {**away, path: place})

    def _from_copy(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "file"})
        path = f"copies.{artefact['file']}"
        for place in self._open_to(str(artefact["file"]), artefact):
            yield Move(f"copy to {place}", {"at": "file", path: [*artefact[path], place]})

    def _open_to(self, name: str, artefact: Artefact) -> list[str]:
        taken = self.places_of(name, artefact)
        return [
            place.name for place in self.place_list if not place.shut and place.name not in taken
        ]

    # --- Under the camera ------------------------------------------------------------------

    def _from_camera(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        down = self.laid(self.table[0])
        yield Move("back", {"at": "folder", "folder": self.gallery, **down})
        yield from self._aiming(artefact)
        shot = _shot(artefact)
        taken = [*_without(artefact["shots"], shot), shot]
        seen = {"at": "file", "folder": self.gallery, "file": shot, **down}
        gone = {"gone": _without(artefact["gone"], shot)} if "gone" in artefact else {}
        yield Move(f"take {shot}", {"shots": taken, **seen, **gone})

    def _from_scan(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back", {"at": "pages"} if artefact["pages"] else self._scanned())
        yield from self._aiming(artefact)
        shot = _shot(artefact)
        taken = [*_without(artefact["pages"], shot), shot]
        again = self.laid(str(artefact["sheet"]))
        yield Move(f"take {shot}", {"at": "pages", "pages": taken, **again})

    def _scanned(self) -> dict[str, Value]:
        return {"at": "folder", "folder": self.scans, **self.laid(self.table[0])}

    def _aiming(self, artefact: Artefact) -> Iterator[Move]:
        for paper in self.table:
            if paper != artefact["sheet"]:
                yield Move(f"lay {paper}", self.laid(paper))
        for flaw in artefact["flaws"]:
            yield Move(f"mend {flaw}", {"flaws": _without(artefact["flaws"], flaw)})

    def _from_pages(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("add a page", {"at": "scan"})
        pages = artefact["pages"]
        for shot in pages:
            rest = _without(pages, shot)
            yield Move(f"remove {shot}", {"pages": rest, "at": "pages" if rest else "scan"})
        saved = PDFS[0] if not artefact[PDFS[0]] else PDFS[1]
        yield Move("save", {**self._scanned(), saved: pages, "pages": []})

    # --- For the browser -------------------------------------------------------------------

    def browser(self) -> Mapping[str, Any]:
        return {
            "places": [
                {
                    "name": item.name,
                    "label": item.label,
                    "icon": KINDS[item.kind],
                    "shut": item.shut,
                }
                for item in self.place_list
            ],
            "papers": {
                item.name: {"title": item.title, "lines": item.lines, "flaws": item.flaws}
                for item in self.papers
            },
            "files": [_for_browser(file) for file in self.files],
            "can": self.can,
            "table": self.table,
            "shots": self.shots,
            "parts": self.parts,
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for place in self.place_list:
            yield place.label, place.line
            yield place.shut, place.line
        for paper in self.papers:
            for text in (paper.title, *paper.lines):
                yield text, paper.line
        for file in self.files:
            yield file.label, file.line
            yield file.about, file.line


def _for_browser(file: File) -> Mapping[str, str]:
    shown = {"paper": file.paper, "shot": file.shot}
    if not file.paper:
        shown = {"picture": file.picture, "about": file.about}
    return {
        "name": file.name, "label": file.label, "place": file.place, "when": file.when, **shown,
    }  # fmt: skip


def _shot(artefact: Artefact) -> str:
    seen = next((flaw for flaw in FLAWS if flaw in artefact["flaws"]), WHOLE)
    return f"{artefact['sheet']}.{seen}"


def _without(names: Value, name: str) -> list[str]:
    return [other for other in names if other != name]


def read(fields: Fields, context: Context) -> Files | None:
    """The files of one level; what is wrong lands in the context's problems."""
    places = tuple(read_places(fields, context))
    papers = tuple(read_papers(fields, context))
    named = [paper.name for paper in papers]
    files = tuple(read_files(fields, [place.name for place in places], named, context))
    can = known_only(fields, "can", ACTIONS, context)
    table = known_only(fields, "table", named, context)
    if not table and {"photo", "scan"} & set(can):
        context.problems.append(problem("field.missing", fields.line, field="table"))
        can = tuple(action for action in can if action not in ("photo", "scan"))
    found = Files(
        place_list=places,
        papers=papers,
        files=files,
        can=can,
        table=table,
        parts=fields.texts("parts"),
        opened=known_name(fields, "open", [place.name for place in places], context),
        sort=fields.one_of("sort", ("date", "name"), "date"),
    )
    return found if places else None


SCREEN = Screen("files", read, WORDS)
