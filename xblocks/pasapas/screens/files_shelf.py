"""What there is on the `files` screen, and where it stands. `files` tells fields and artefact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.loose_text import words

from .artefact import Artefact, Choice, Items, Kind, Text, Value
from .files_data import FLAWS, SHOTS, File, Paper, Place

VIEWS = ("home", "folder", "file", "rename", "move", "copy", "camera", "scan", "pages")
PDFS = ("pdf.one", "pdf.two")
FIRST_PHOTO = 2101


@dataclass(frozen=True)
class Shelf:
    """`place_list`: all places. `can`: the actions of this level. `table`: the papers that lie
    under the camera. `parts`: pieces of names. `opened`: the place that is seen at first."""

    place_list: tuple[Place, ...]
    papers: tuple[Paper, ...]
    files: tuple[File, ...]
    can: tuple[str, ...]
    table: tuple[str, ...]
    parts: tuple[str, ...]
    opened: str
    sort: str

    @cached_property
    def shots(self) -> tuple[str, ...]:
        return tuple(f"{paper}.{shot}" for paper in self.table for shot in SHOTS)

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        places = tuple(place.name for place in self.place_list)
        files = tuple(file.name for file in self.files)
        every = ("", *files, *self._shots_to("photo"), *(PDFS if "scan" in self.can else ()))
        schema: dict[str, Kind] = {
            "at": Choice(VIEWS),
            "folder": Choice(("", *places)),
            "file": Choice(every),
            "sort": Choice(("date", "name")),
            "search": Text(),
        }
        if "choose" in self.can:
            schema["chosen"] = Choice(every)
        if "delete" in self.can:
            schema["gone"] = Items((*files, *self._shots_to("photo")))
        if "rename" in self.can:
            schema["name"] = Text()
            schema |= {f"names.{name}": Text() for name in files}
        if {"move", "copy"} & set(self.can):
            schema |= {f"in.{name}": Choice(places) for name in files}
        if "copy" in self.can:
            schema |= {f"copies.{name}": Items(places) for name in files}
        if self.table:
            schema |= {"sheet": Choice(self.table), "flaws": Items(FLAWS)}
        if "photo" in self.can:
            schema["shots"] = Items(self.shots)
        if "scan" in self.can:
            schema |= {path: Items(self.shots) for path in ("pages", *PDFS)}
        return schema

    def _shots_to(self, action: str) -> tuple[str, ...]:
        return self.shots if action in self.can else ()

    @cached_property
    def start(self) -> Artefact:
        start: dict[str, Value] = {
            path: [] if isinstance(kind, Items) else "" for path, kind in self.schema.items()
        }
        start |= {
            "at": "folder" if self.opened else "home",
            "folder": self.opened,
            "sort": self.sort,
        }
        for file in self.files:
            if "rename" in self.can:
                start[f"names.{file.name}"] = file.label
            if f"in.{file.name}" in start:
                start[f"in.{file.name}"] = file.place
        return start | (self.laid(self.table[0]) if self.table else {})

    def laid(self, paper: str) -> dict[str, Value]:
        flaws = next(item.flaws for item in self.papers if item.name == paper)
        return {"sheet": paper, "flaws": list(flaws)}

    # --- What stands where -----------------------------------------------------------------

    @cached_property
    def gallery(self) -> str:
        found = [place.name for place in self.place_list if place.kind == "gallery"]
        return found[0] if found else self.place_list[0].name

    @cached_property
    def scans(self) -> str:
        found = [place.name for place in self.place_list if place.kind != "gallery"]
        return found[0] if found else self.place_list[0].name

    def places_of(self, name: str, artefact: Artefact) -> list[str]:
        file = next((item for item in self.files if item.name == name), None)
        if file is None:
            return [self.scans if name in PDFS else self.gallery]
        return [artefact.get(f"in.{name}", file.place), *artefact.get(f"copies.{name}", ())]

    def there(self, artefact: Artefact) -> list[str]:
        """All files that can be seen somewhere."""
        names = [file.name for file in self.files]
        names += artefact.get("shots", ())
        names += [pdf for pdf in PDFS if artefact.get(pdf)]
        shut = {place.name for place in self.place_list if place.shut}
        return [
            name
            for name in names
            if name not in artefact.get("gone", ())
            and not shut.issuperset(self.places_of(name, artefact))
        ]

    def label(self, name: str, artefact: Artefact) -> str:
        if name in PDFS:
            return f"Scan-{PDFS.index(name) + 1}.pdf"
        if name in self.shots:
            return f"IMG_{FIRST_PHOTO + self.shots.index(name)}.jpg"
        label = next(file.label for file in self.files if file.name == name)
        return str(artefact.get(f"names.{name}", label))

    def found(self, artefact: Artefact) -> list[str]:
        """The files with all the words that are looked for in their names."""
        wanted = words(str(artefact["search"]))
        there = self.there(artefact) if wanted else []
        named = {name: " ".join(words(self.label(name, artefact))) for name in there}
        return [name for name in there if all(word in named[name] for word in wanted)]
