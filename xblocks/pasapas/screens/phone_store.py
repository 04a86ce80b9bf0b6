"""The applications of a phone: a store with look-alikes, and the room that is left.

    searched: emploi services       # what the store was asked
    space: 40                       # megabytes free
    apps:
      officielle:
        name: Emploi Services
        maker: Service public de l'emploi
        icon: briefcase
        size: 60
        price: 4,99 €
        about: [Application officielle., …]
        may:                        # what it asks when it is first opened
          contacts: {ask: Voir vos contacts ?, why: Pour inviter vos amis.}
    stored:
      jeu: {name: Jeu Bulles, size: 900, icon: app}

The artefact: `app` (the open one), `installed`, `full` (there was no room), `removed` (of
what was stored), `may.<slug>` (yes, no).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Value
from .phone_part import with_name, without_name
from .screen import Context, Move, Wanted

MOST_MEGABYTES = 500_000
ICONS = ("app", "briefcase", "store", "star", "globe", "picture", "video", "file", "folder")


@dataclass(frozen=True)
class Permission:
    name: str
    ask: str
    why: str


@dataclass(frozen=True)
class App:
    name: str
    label: str
    maker: str
    icon: str
    size: int
    price: str
    about: tuple[str, ...]
    may: tuple[Permission, ...]
    line: int


@dataclass(frozen=True)
class Stored:
    name: str
    label: str
    icon: str
    size: int
    line: int


@dataclass(frozen=True)
class Store:
    apps: tuple[App, ...]
    stored: tuple[Stored, ...]
    searched: str
    space: int

    scripts = ("store",)

    @property
    def icons(self) -> tuple[str, ...]:
        own = {*(app.icon for app in self.apps), *(item.icon for item in self.stored)}
        return ("download", "trash", "undo", "folder", "settings", *sorted(own))

    @property
    def places(self) -> tuple[str, ...]:
        return (
            *("apps", "install", "open", "uninstall", "storage", "stored", "allow", "refuse"),
            "ask-again",
            *(f"see-{app.name}" for app in self.apps),
            *(f"stored-{item.name}" for item in self.stored),
        )

    @property
    def views(self) -> tuple[str, ...]:
        return ("store", "app", "opened", *(("storage",) if self.stored else ()))

    @property
    def schema(self) -> Mapping[str, Kind]:
        apps = tuple(app.name for app in self.apps)
        return {
            "app": Choice(("", *apps)),
            "installed": Items(apps),
            "full": Flag(),
            "removed": Items(tuple(item.name for item in self.stored)),
            **{f"may.{name}": Choice(("", "yes", "no")) for name in self._permissions},
        }

    @property
    def _permissions(self) -> tuple[str, ...]:
        return tuple({item.name: None for app in self.apps for item in app.may})

    @property
    def start(self) -> Mapping[str, Value]:
        unasked = {f"may.{name}": "" for name in self._permissions}
        return {"app": "", "installed": [], "full": False, "removed": [], **unasked}

    def _free(self, artefact: Artefact) -> int:
        freed = sum(item.size for item in self.stored if item.name in artefact["removed"])
        return (
            self.space
            + freed
            - sum(app.size for app in self.apps if app.name in artefact["installed"])
        )

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        views = {
            "home": self._from_home,
            "store": self._from_store,
            "app": self._from_app,
            "opened": self._from_opened,
            "storage": self._from_storage,
        }
        found = views.get(str(artefact["at"]))
        if found:
            yield from found(artefact, wanted)

    def _from_home(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for name in artefact["installed"]:
            yield Move(f"open {name}", {"at": "opened", "app": name})

    def _from_store(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for app in self.apps:
            yield Move(f"look at {app.name}", {"at": "app", "app": app.name, "full": False})

    def _open(self, artefact: Artefact) -> App | None:
        return next((app for app in self.apps if app.name == artefact["app"]), None)

    def _from_app(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        app = self._open(artefact)
        if app is None:
            return
        if artefact["full"] and self.stored:
            yield Move("look at the room", {"at": "storage"})
        if app.name in artefact["installed"]:
            yield Move("open", {"at": "opened"})
            left = without_name(artefact["installed"], app.name)
            yield Move("uninstall", {"installed": left, **self._unasked(app)})
        elif app.size > self._free(artefact):
            yield Move("install without room", {"full": True})
        else:
            installed = with_name(artefact["installed"], app.name)
            yield Move("install", {"installed": installed, "full": False})

    def _unasked(self, app: App) -> dict[str, Value]:
        return {f"may.{item.name}": "" for item in app.may}

    def _from_opened(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        app = self._open(artefact)
        if app is None or not app.may:
            return
        for item in app.may:
            path = f"may.{item.name}"
            if not artefact[path]:
                yield Move(f"allow {item.name}", {path: "yes"})
                yield Move(f"refuse {item.name}", {path: "no"})
                return
        yield Move("ask again", self._unasked(app))

    def _from_storage(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for item in self.stored:
            if item.name in artefact["removed"]:
                left = without_name(artefact["removed"], item.name)
                yield Move(f"put {item.name} back", {"removed": left})
            else:
                removed = with_name(artefact["removed"], item.name)
                yield Move(f"remove {item.name}", {"removed": removed})

    def browser(self) -> Mapping[str, Any]:
        return {
            "apps": [
                {
                    "name": app.name,
                    "label": app.label,
                    "maker": app.maker,
                    "icon": app.icon,
                    "size": app.size,
                    "price": app.price,
                    "about": list(app.about),
                    "may": [[item.name, item.ask, item.why] for item in app.may],
                }
                for app in self.apps
            ],
            "stored": [[item.name, item.label, item.size, item.icon] for item in self.stored],
            "searched": self.searched,
            "space": self.space,
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for app in self.apps:
            asked = (text for item in app.may for text in (item.ask, item.why))
            for text in (app.label, app.maker, app.price, *app.about, *asked):
                yield text, app.line
        for item in self.stored:
            yield item.label, item.line


def read_store(fields: Fields, context: Context) -> Store | None:
    apps = tuple(
        _app(name, Fields(node, context.problems, line), context)
        for name, line, node in fields.entries("apps", required=False)
    )
    stored = tuple(
        _stored(name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("stored", required=False)
    )
    searched = fields.text("searched")
    if not apps:
        return None
    return Store(apps, stored, searched, fields.number("space", 0, MOST_MEGABYTES, 0))


def _app(name: str, fields: Fields, context: Context) -> App:
    app = App(
        name=name,
        label=fields.text("name", required=True),
        maker=fields.text("maker", required=True),
        icon=fields.one_of("icon", ICONS, "app"),
        size=fields.number("size", 0, MOST_MEGABYTES, 1),
        price=fields.text("price"),
        about=fields.texts("about"),
        may=tuple(
            _permission(slug, Fields(node, context.problems, line))
            for slug, line, node in fields.entries("may", required=False)
        ),
        line=fields.line,
    )
    fields.no_others()
    return app


def _permission(name: str, fields: Fields) -> Permission:
    ask = fields.text("ask", required=True)
    permission = Permission(name, ask, fields.text("why"))
    fields.no_others()
    return permission


def _stored(name: str, fields: Fields) -> Stored:
    label = fields.text("name", required=True)
    icon = fields.one_of("icon", ICONS, "app")
    item = Stored(name, label, icon, fields.number("size", 0, MOST_MEGABYTES, 1), fields.line)
    fields.no_others()
    return item
