"""The internet of a phone: networks around, and what is left of the month's data.

    wifi:
      mediatheque:
        name: Mediatheque-Chene-Rond
        password: chene2026         # without it the network is open to all
        page: [Bienvenue., …]       # what it shows before it lets anybody through
    data: {left: 300, of: 5000, until: vendredi}      # megabytes
    uses:
      video: {name: Regarder une vidéo, size: 400}

The artefact: `network` (the one that is looked at), `password` (a secret), `joined`,
`refused` (the password was another), `agreed` (pages gone past), `use.<slug>` (now, later).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Flag, Items, Kind, Secret, Value
from .phone_part import with_name, without_name
from .screen import Context, Move, Wanted

MOST_MEGABYTES = 500_000


@dataclass(frozen=True)
class Network:
    name: str
    label: str
    password: str
    page: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Use:
    """Something to do with the internet, and what it takes in megabytes."""

    name: str
    label: str
    size: int
    line: int


@dataclass(frozen=True)
class Internet:
    """`data`: (megabytes left, of how many, until when), or None where it is not shown."""

    networks: tuple[Network, ...]
    data: tuple[int, int, str] | None
    uses: tuple[Use, ...]

    scripts = ("internet",)
    icons = ("wifi", "data", "lock", "lock-open", "eye", "check")

    @property
    def places(self) -> tuple[str, ...]:
        return (
            *("networks", "password", "join", "leave", "go-on", "uses", "left"),
            *(f"net-{network.name}" for network in self.networks),
            *(f"use-{use.name}" for use in self.uses),
        )

    @property
    def views(self) -> tuple[str, ...]:
        wifi = ("wifi", "network") if self.networks else ()
        return (*wifi, *(("data",) if self.data else ()))

    @property
    def schema(self) -> Mapping[str, Kind]:
        names = tuple(network.name for network in self.networks)
        return {
            "network": Choice(("", *names)),
            "password": Secret(),
            "joined": Choice(("", *names)),
            "refused": Flag(),
            "agreed": Items(names),
            **{f"use.{use.name}": Choice(("", "now", "later")) for use in self.uses},
        }

    @property
    def start(self) -> Mapping[str, Value]:
        wifi = {"network": "", "password": "", "joined": "", "refused": False, "agreed": []}
        return {**wifi, **{f"use.{use.name}": "" for use in self.uses}}

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        if artefact["at"] == "wifi":
            names = [network.name for network in self.networks]
            for name in wanted.some("network", names):
                fresh = {"network": name, "refused": False, "password": ""}
                yield Move(f"choose {name}", {"at": "network", **fresh})
        elif artefact["at"] == "network":
            yield from self._from_network(artefact)
        elif artefact["at"] == "data":
            for use in self.uses:
                for when in ("now", "later"):
                    yield Move(f"{use.name} {when}", {f"use.{use.name}": when})

    def _from_network(self, artefact: Artefact) -> Iterator[Move]:
        name = artefact["network"]
        network = next((item for item in self.networks if item.name == name), None)
        if network is None:
            return
        if artefact["joined"] != network.name:
            yield Move("join", {"joined": network.name, "refused": False})
            if network.password:
                yield Move("join with another password", {"refused": True})
            return
        left = without_name(artefact["agreed"], network.name)
        yield Move("leave", {"at": "wifi", "joined": "", "agreed": left})
        if network.page:
            yield Move("go on", {"agreed": with_name(artefact["agreed"], network.name)})

    def browser(self) -> Mapping[str, Any]:
        return {
            "wifi": [
                {
                    "name": item.name,
                    "label": item.label,
                    "password": item.password,
                    "page": list(item.page),
                }
                for item in self.networks
            ],
            "data": list(self.data) if self.data else None,
            "uses": [[use.name, use.label, use.size] for use in self.uses],
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        for network in self.networks:
            for text in (network.label, *network.page):
                yield text, network.line
        for use in self.uses:
            yield use.label, use.line


def read_internet(fields: Fields, context: Context) -> Internet | None:
    networks = tuple(
        _network(name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("wifi", required=False)
    )
    uses = tuple(
        _use(name, Fields(node, context.problems, line))
        for name, line, node in fields.entries("uses", required=False)
    )
    line = fields.line_of("data")
    node = fields.node("data")
    data = _data(Fields(node, context.problems, line)) if node else None
    return Internet(networks, data, uses) if networks or data else None


def _network(name: str, fields: Fields) -> Network:
    label = fields.text("name", required=True)
    network = Network(name, label, fields.text("password"), fields.texts("page"), fields.line)
    fields.no_others()
    return network


def _use(name: str, fields: Fields) -> Use:
    label = fields.text("name", required=True)
    use = Use(name, label, fields.number("size", 0, MOST_MEGABYTES, 1), fields.line)
    fields.no_others()
    return use


def _data(fields: Fields) -> tuple[int, int, str]:
    left = fields.number("left", 0, MOST_MEGABYTES, 0)
    data = (left, fields.number("of", 1, MOST_MEGABYTES, 1), fields.text("until"))
    fields.no_others()
    return data
