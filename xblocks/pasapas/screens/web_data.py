"""What there is to see in the browser of `web`: sites, pages, what can be found, journeys.

All names are taken first, then what leads to them is read: a link to a page that is not there
is said with its line, and left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pasapas.content.loose_text import words
from pasapas.content.problems import Problem, problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import Node

PARTS = ("search", "results", "journey", "trips", "trip")
# What one chooses on a journey's pages.
CHOSEN = ("to", "time", "trip", "kept")
# A part of which the button goes on to another page.
LEADS_TO = {"search": "results", "journey": "trips", "trips": "trip"}


@dataclass(frozen=True)
class Site:
    """`home`: where its name leads, or ""; `menu`: pages behind the three lines."""

    name: str
    title: str
    address: str
    home: str
    menu: tuple[str, ...]
    cookies: bool
    line: int


@dataclass(frozen=True)
class Link:
    """`to`: a page; `note`: smaller words below it, or ""."""

    name: str
    says: str
    note: str
    to: str
    new_tab: bool
    button: bool
    line: int


@dataclass(frozen=True)
class Page:
    """`shows`: one of PARTS, what stands below its text, or ""."""

    name: str
    site: str
    title: str
    address: str
    text: tuple[str, ...]
    notice: str
    links: tuple[Link, ...]
    shows: str
    line: int


@dataclass(frozen=True)
class Result:
    name: str
    title: str
    text: str
    page: str
    advert: bool
    line: int


@dataclass(frozen=True)
class Search:
    """`words`: for each word that is wanted, the words that stand for it, without accents."""

    name: str
    words: tuple[tuple[str, ...], ...]
    results: tuple[str, ...]


@dataclass(frozen=True)
class Trip:
    name: str
    to: str
    leave: str
    arrive: str
    steps: tuple[str, ...]
    notice: str
    line: int


@dataclass(frozen=True)
class Journey:
    """`places`: name → address; `times`: name → (what it says, the trips that are in time);
    `chosen`: what is chosen at first, by the names of CHOSEN."""

    start: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    trips: tuple[Trip, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(CHOSEN, ""))
    line: int = 0

    def shown(self, to: str, time: str) -> list[str]:
        """The trips to a place; with a time, those that are there in time."""
        in_time = self.times[time][1] if time in self.times else None
        return [
            trip.name
            for trip in self.trips
            if trip.to == to and (in_time is None or trip.name in in_time)
        ]


@dataclass(frozen=True)
class Web:
    """All that one level shows. `opened`: the page that is seen first; `before`: those seen
    before it, the oldest first; `home`: the one behind the little house; `found`: the search
    that has answered at first, or ""."""

    sites: tuple[Site, ...]
    pages: Mapping[str, Page]
    home: str
    opened: str
    before: tuple[str, ...]
    query: str
    found: str
    results: tuple[Result, ...]
    searches: tuple[Search, ...]
    suggestions: tuple[str, ...]
    journey: Journey

    def page_that_shows(self, part: str) -> str:
        return next((page.name for page in self.pages.values() if page.shows == part), "")

    def site_of(self, page: str) -> Site | None:
        return next((site for site in self.sites if site.name == self.pages[page].site), None)


Entries = list[tuple[str, int, Node]]


class Reader:
    """Reads what is named and keeps only names that are there."""

    def __init__(self, fields: Fields, problems: list[Problem]):
        self.problems = problems
        self._raw: dict[str, Entries] = {
            name: list(fields.entries(name, required=False))
            for name in ("sites", "pages", "results", "searches")
        }

    def names(self, name: str) -> list[str]:
        return [slug for slug, _, _ in self._raw[name]]

    def entries(self, name: str) -> Iterator[tuple[str, int, Fields]]:
        yield from self.within(self._raw[name])

    def within(self, entries: Iterable[tuple[str, int, Node]]) -> Iterator[tuple[str, int, Fields]]:
        for slug, line, node in entries:
            fields = Fields(node, self.problems, line)
            yield slug, line, fields
            fields.no_others()

    def known(self, fields: Fields, name: str, known: Collection[str]) -> str:
        line = fields.line_of(name)
        return "".join(self._known((fields.slug(name),), known, line))

    def all_known(self, fields: Fields, name: str, known: Collection[str]) -> tuple[str, ...]:
        line = fields.line_of(name)
        return self._known(fields.slugs(name), known, line)

    def _known(self, found: Iterable[str], known: Collection[str], line: int) -> tuple[str, ...]:
        named = dict.fromkeys(name for name in found if name)
        for name in named:
            if name not in known:
                self.problems.append(problem("screen.unknown-name", line, name=name))
        return tuple(name for name in named if name in known)


def read_web(fields: Fields, problems: list[Problem]) -> Web | None:
    """The sites and pages of one level; None where there is no page."""
    reader = Reader(fields, problems)
    sites = tuple(_sites(reader))
    pages = {page.name: page for page in _pages(reader, {site.name: site for site in sites})}
    home = reader.known(fields, "home", pages) or next(iter(pages), "")
    searches = tuple(_searches(reader))
    web = Web(
        sites=sites,
        pages=pages,
        home=home,
        opened=reader.known(fields, "open", pages) or home,
        before=reader.all_known(fields, "before", pages),
        query=fields.text("query"),
        found=reader.known(fields, "found", [search.name for search in searches]),
        results=tuple(result for result in _results(reader) if result.page),
        searches=searches,
        suggestions=fields.texts("suggestions"),
        journey=_journey(fields, reader),
    )
    if not pages:
        problems.append(problem("field.missing", fields.line, field="pages"))
        return None
    for part, leads_to in LEADS_TO.items():
        page = web.page_that_shows(part)
        if page and not web.page_that_shows(leads_to):
            line = pages[page].line
            problems.append(problem("field.missing", line, field=f"shows: {leads_to}"))
    return web


def _sites(reader: Reader) -> Iterator[Site]:
    pages = reader.names("pages")
    for name, line, fields in reader.entries("sites"):
        yield Site(
            name=name,
            title=fields.text("name", required=True),
            address=fields.text("address", required=True),
            home=reader.known(fields, "home", pages),
            menu=reader.all_known(fields, "menu", pages),
            cookies=fields.flag("cookies"),
            line=line,
        )


def _pages(reader: Reader, sites: Mapping[str, Site]) -> Iterator[Page]:
    for name, line, fields in reader.entries("pages"):
        site = reader.known(fields, "site", sites)
        yield Page(
            name=name,
            site=site,
            title=fields.text("title", required=True),
            address=fields.text("address", required=not site)
            or (sites[site].address if site else ""),
            text=fields.texts("text"),
            notice=fields.text("notice"),
            links=tuple(_links(fields, reader)),
            shows=fields.one_of("shows", PARTS, ""),
            line=line,
        )


def _links(page: Fields, reader: Reader) -> Iterator[Link]:
    pages = reader.names("pages")
    for name, line, fields in reader.within(page.entries("links", required=False)):
        link = Link(
            name=name,
            says=fields.text("says", required=True),
            note=fields.text("note"),
            to=reader.known(fields, "to", pages),
            new_tab=fields.flag("new_tab"),
            button=fields.flag("button"),
            line=line,
        )
        if link.to:
            yield link


def _results(reader: Reader) -> Iterator[Result]:
    pages = reader.names("pages")
    for name, line, fields in reader.entries("results"):
        yield Result(
            name=name,
            title=fields.text("title", required=True),
            text=fields.text("text"),
            page=reader.known(fields, "page", pages),
            advert=fields.flag("advert"),
            line=line,
        )


def _searches(reader: Reader) -> Iterator[Search]:
    results = reader.names("results")
    for name, _, fields in reader.entries("searches"):
        wanted = [text.split("|") for text in fields.texts("words", required=True)]
        yield Search(
            name=name,
            words=tuple(tuple("".join(words(text)) for text in group) for group in wanted),
            results=reader.all_known(fields, "results", results),
        )


def _journey(level: Fields, reader: Reader) -> Journey:
    line = level.line_of("journey")
    node = level.node("journey")
    if node is None:
        return Journey()
    fields = Fields(node, reader.problems, line)
    places = {
        name: entry.text("says", required=True)
        for name, _, entry in reader.within(fields.entries("places"))
    }
    trips = tuple(
        Trip(
            name=name,
            to=reader.known(entry, "to", places),
            leave=entry.text("leave", required=True),
            arrive=entry.text("arrive", required=True),
            steps=entry.texts("steps", required=True),
            notice=entry.text("notice"),
            line=line,
        )
        for name, line, entry in reader.within(fields.entries("trips"))
    )
    names = [trip.name for trip in trips]
    times = {
        name: (entry.text("says", required=True), reader.all_known(entry, "trips", names))
        for name, _, entry in reader.within(fields.entries("times", required=False))
    }
    known = {"to": places, "time": times, "trip": names, "kept": names}
    journey = Journey(
        start=fields.text("from", required=True),
        places=places,
        times=times,
        trips=trips,
        chosen={name: reader.known(fields, name, known[name]) for name in CHOSEN},
        line=line,
    )
    fields.no_others()
    return journey
