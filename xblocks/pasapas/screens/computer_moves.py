"""What can be done at the drawn computer, and what each gesture changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from .artefact import Artefact, Value
from .computer_data import DESKTOP, PRIVATE, WEB, File
from .screen import Move, Wanted

if TYPE_CHECKING:
    from .computer import Computer

MOST_COPIES = 5
MOST_PRINTED = 999
_ENOUGH_SHEETS = 24
"""In a walk nothing more is printed from here on."""


class Moves:
    """The gestures that are possible from one artefact."""

    def __init__(self, computer: Computer, artefact: Artefact, wanted: Wanted):
        self._computer = computer
        self._artefact = artefact
        self._wanted = wanted
        self._bin = computer.of_kind("bin")
        self._stick = computer.of_kind("usb")
        self._files = {file.name: file for file in computer.files}

    def all(self) -> Iterator[Move]:
        artefact = self._artefact
        if artefact.get("left"):
            yield Move("come back", {"left": False})
            return
        if artefact.get("sheets"):
            yield Move("cancel the printing", {"printed": [], "sheets": 0})
        if artefact.get("printing"):
            yield from self._print_window(self._files[str(artefact["printing"])])
            return
        yield from self._bar()
        front = str(artefact["front"])
        if front in (WEB, PRIVATE):
            yield from self._browser(front)
        elif front in self._files:
            yield from self._document(self._files[front])
        else:
            yield from self._icons(front)

    # --- Windows ---------------------------------------------------------------------------

    def _bar(self) -> Iterator[Move]:
        artefact = self._artefact
        front = str(artefact["front"])
        for name in artefact["windows"]:
            if name != front:
                yield Move(f"bring {name} to the front", self._opened(name))
        if front:
            # In a walk, closing does as well where nobody asks whether it is reduced.
            asked = self._wanted.values.get("reduced", ())
            if self._wanted.everything or front in asked:
                reduced = list(artefact["reduced"])
                desktop = {"reduced": [*reduced, *self._shown()], "front": "", "selected": ""}
                yield Move("see the desktop", desktop)
                after = {**desktop, "reduced": [*reduced, front], "front": self._next(front)}
                yield Move(f"reduce {front}", after)
            yield Move(f"close {front}", self._shut(front))
        if "leave" in self._computer.can:
            yield Move("leave the computer", {"left": True})

    def _shown(self) -> list[str]:
        return _without(self._artefact["windows"], *self._artefact["reduced"])

    def _next(self, front: str) -> str:
        rest = _without(self._shown(), front)
        return rest[-1] if rest else ""

    def _opened(self, name: str) -> dict[str, Value]:
        windows = self._artefact["windows"]
        return {
            "windows": _with(windows, name),
            "reduced": _without(self._artefact["reduced"], name),
            "front": name,
            "selected": "",
        }

    def _shut(self, name: str) -> dict[str, Value]:
        changes: dict[str, Value] = {
            "windows": _without(self._artefact["windows"], name),
            "front": self._next(name),
            "selected": "",
        }
        if name in self._files:
            changes["closed"] = _with(self._artefact["closed"], name)
        if name == PRIVATE:
            changes["private-session"] = False
        if f"page.{name}" in self._artefact:
            changes[f"page.{name}"] = 1
        return changes

    # --- Icons: the desktop, or a place in its window -----------------------------------------

    def _icons(self, place: str) -> Iterator[Move]:
        artefact, selected = self._artefact, str(self._artefact["selected"])
        things = self._things(place)
        for name in things:
            if name != selected and self._is_worth_selecting(name):
                yield Move(f"select {name}", {"selected": name})
            if self._is_worth_opening(name) and (not place or place != self._bin):
                # Both presses at once: what lies between them is of no account in a walk.
                yield Move(f"open {name}", self._opened(name))
        if selected in things:
            yield from self._acts(selected, place)
        inside = [name for name in self._files if self._bin in artefact[f"in.{name}"]]
        if place and place == self._bin and inside:
            gone = {f"in.{name}": _without(artefact[f"in.{name}"], place) for name in inside}
            yield Move("empty the bin", {**gone, "selected": ""})
        if place and place == self._stick:
            out = {**self._shut(place), "plugged": False}
            yield Move("remove the stick", self._settled(out))
        if not place and self._stick and not artefact["plugged"]:
            yield Move("plug in the stick", {"plugged": True})

    def _things(self, place: str) -> list[str]:
        here = [name for name in self._files if (place or DESKTOP) in self._artefact[f"in.{name}"]]
        if place:
            return here
        out = self._stick if self._stick and not self._artefact["plugged"] else ""
        places = [item.name for item in self._computer.place_list if item.name != out]
        return [*places, *([WEB] if self._computer.site else []), *here]

    @cached_property
    def _worth(self) -> set[str]:
        """In a walk: what conditions speak of, all places, and one file that they do not."""
        spoken = {name for values in self._wanted.values.values() for name in values}
        spoken |= {path.partition(".")[2] for path in self._wanted.values}
        others = [name for name in self._files if name not in spoken]
        return {*spoken, *others[:1], WEB, *(item.name for item in self._computer.place_list)}

    def _is_worth_selecting(self, name: str) -> bool:
        """In a walk: what conditions want selected, and a file that could be sent away."""
        if self._wanted.everything or name in self._wanted.values.get("selected", ()):
            return True
        acted = f"in.{name}" in self._wanted.values
        return name in self._files and name in self._worth and acted

    def _is_worth_opening(self, name: str) -> bool:
        if self._wanted.everything:
            return False  # then there are two presses
        asked = ("windows", "reduced", "front", "closed", "read")
        spoken = {value for path in asked for value in self._wanted.values.get(path, ())}
        prints = "print" in self._computer.can and name in self._worth
        return prints or name in spoken or name not in self._files

    def _acts(self, name: str, place: str) -> Iterator[Move]:
        if place and place == self._bin:
            rest = _without(self._artefact[f"in.{name}"], place)
            home = self._files[name].place or self._computer.of_kind("downloads") or DESKTOP
            yield Move(f"put {name} back", {f"in.{name}": _with(rest, home), "selected": ""})
            yield Move("select nothing", {"selected": ""})
            return
        if self._wanted.everything:
            yield Move(f"open {name}", self._opened(name))
        if name not in self._files:
            return
        path = f"in.{name}"
        there = self._artefact[path]
        if "delete" in self._computer.can:
            rest = _with(_without(there, place or DESKTOP), self._bin)
            yield Move(f"delete {name}", self._settled({path: rest, "selected": ""}))
        for target in self._computer.targets:
            plugged = target != self._stick or self._artefact["plugged"]
            if target not in there and plugged:
                yield Move(f"copy {name} to {target}", {path: [*there, target]})

    def _settled(self, changes: dict[str, Value]) -> dict[str, Value]:
        """The window of a file that is nowhere any more closes by itself."""
        after = {**self._artefact, **changes}
        out = {self._bin, "" if after.get("plugged", True) else self._stick}
        for name in self._files:
            if name in after["windows"] and not {*after[f"in.{name}"]} - out:
                changes["windows"] = after["windows"] = _without(after["windows"], name)
                changes["reduced"] = after["reduced"] = _without(after["reduced"], name)
                if after["front"] == name:
                    shown = _without(after["windows"], *after["reduced"])
                    changes["front"] = after["front"] = shown[-1] if shown else ""
                if f"page.{name}" in after:
                    changes[f"page.{name}"] = 1
        return changes

    # --- A document, on the screen and on paper ---------------------------------------------

    def _document(self, file: File) -> Iterator[Move]:
        artefact, path = self._artefact, f"page.{file.name}"
        if path in artefact:
            page, read = artefact[path], artefact["read"]
            if page + 1 == file.length:
                read = _with(read, file.name)
            if page < file.length:
                yield Move("go down", {path: page + 1, "read": read})
            if page > 1:
                yield Move("go up", {path: page - 1})
        if "print" in self._computer.can:
            again = {"printing": file.name, "pages": "all", "copies": 1}
            yield Move(f"print {file.name}", again)

    def _print_window(self, file: File) -> Iterator[Move]:
        artefact, wanted = self._artefact, self._wanted
        pages, copies = str(artefact["pages"]), int(artefact["copies"])
        yield Move("do not print", {"printing": ""})
        if file.name not in artefact["seen"]:
            yield Move("look before", {"seen": [*artefact["seen"], file.name]})
        everything, *numbered = self._computer.jobs(file)
        for job in (everything, *numbered) if numbered else ():
            choice = job.rpartition(".")[2]
            if choice != pages and (choice == "all" or job in wanted.some("printed", numbered)):
                yield Move(f"pages: {choice}", {"pages": choice})
        if copies < (MOST_COPIES if wanted.everything else 2):
            yield Move("one copy more", {"copies": copies + 1})
        if copies > 1:
            yield Move("one copy fewer", {"copies": copies - 1})
        sheets = int(artefact["sheets"])
        if wanted.everything or sheets < _ENOUGH_SHEETS:
            job, printed = f"{file.name}.{pages}", artefact["printed"]
            out = (file.sheets if pages == "all" else 1) * copies
            changes = {
                "printing": "",
                "printed": _with(printed, job),
                "sheets": min(sheets + out, MOST_PRINTED),
            }
            yield Move(f"start printing {job}", changes)

    # --- The browser -----------------------------------------------------------------------

    def _browser(self, window: str) -> Iterator[Move]:
        path = "session" if window == WEB else "private-session"
        if self._artefact[path]:
            yield Move("log out", {path: False})
            yield from self._download()
        else:
            yield Move("log in", {path: True})
        if self._computer.private and window == WEB:
            yield Move("open a private window", self._opened(PRIVATE))

    def _download(self) -> Iterator[Move]:
        file = self._computer.site.file if self._computer.site else ""
        downloads = self._computer.of_kind("downloads") or DESKTOP
        there = self._artefact[f"in.{file}"] if file else [downloads]
        if downloads not in there:
            yield Move(f"download {file}", {f"in.{file}": [*there, downloads]})


def _with(names: Value, name: str) -> list[str]:
    return list(names) if name in names else [*names, name]


def _without(names: Value, *gone: str) -> list[str]:
    return [name for name in names if name not in gone]
