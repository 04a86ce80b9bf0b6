"""A browser: search, adverts, back, home, menu, tabs, favourites, cookies, a journey.

A level's fields:

    open: recherche                 # the page that is seen first (home)
    before: [accueil]               # pages seen before it, the oldest first
    home: recherche                 # the page behind the little house (the first)
    query: mairie lac               # words that are written at first
    found: ville                    # the search that has answered at first
    sites:
      mairie: {name: Ville du Lac, address: ville-du-lac.example, home: mairie,
               menu: [mairie, contact], cookies: yes}
    pages:
      recherche: {title: Recherche, address: recherche.example, shows: search}
      resultats: {title: Résultats, address: recherche.example, shows: results}
      mairie:
        site: mairie
        title: Bienvenue
        address: ville-du-lac.example/bienvenue     # the site's
        notice: La mairie est fermée lundi.
        text: [Nous vous aidons.]
        links:
          plan: {says: Voir le plan, note: en ville, to: plan, new_tab: yes, button: yes}
    results:
      officiel: {title: Ville du Lac, text: Le site de la ville, page: mairie, advert: yes}
    searches:                       # the first all of whose words are written answers
      ville: {words: [mairie|ville, lac], results: [officiel]}
    suggestions: [mairie du lac]
    journey:                        # pages that show: journey, then trips, then trip
      from: 3 rue Haute
      places: {port: {says: 5 rue du Port}}
      trips:
        tot: {to: port, leave: 8 h, arrive: 8 h 30, steps: [Bus 3], notice: En retard}
      times: {neuf: {says: 9 h, trips: [tot]}}
      to, time, trip, kept: what is chosen at first

Words are looked for as people write them: accents, one letter in four, their order and
words more do not count.

The artefact: `page` (the one that is seen), `seen` (pages), `tab`, `trail` (see `web_trail`),
`at` (what stands in front of the page), `stuck` (back was pressed where nothing lies behind),
`favourites` (pages), `accepted` and `refused` (sites that asked about cookies), `query`
(text), `found` (the search that answered, or `nothing`), `destination` (text), `to`, `time`,
`trip`, `kept` (a trip).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.schema import Fields
from pasapas.player.translation import noop as _

from . import web_told, web_trail
from .artefact import Artefact, Choice, Flag, Items, Kind, Text
from .screen import Context, Move, Screen, Wanted
from .web_data import Page, Web, read_web

VIEWS = ("page", "menu", "tabs", "favourites")
NOTHING = "nothing"

WORDS = {
    "address": _("Address of the page"),
    "back": _("Previous page"),
    "backShort": _("Previous"),
    "home": _("Home page"),
    "homeShort": _("Home"),
    "star": _("Add to the favourites"),
    "favourites": _("My favourites"),
    "noFavourites": _("No favourite yet."),
    "tabs": _("Open tabs: {count}"),
    "tabsTitle": _("Open tabs"),
    "newTab": _("New tab"),
    "closeTab": _("Close the tab {title}"),
    "menu": _("Menu"),
    "close": _("Close"),
    "query": _("Your words"),
    "find": _("Search on the internet"),
    "nothing": _("No result for these words."),
    "advert": _("Sponsored"),
    "advertOther": _("Advert"),
    "cookies": _("This site wants to note what you look at."),
    "accept": _("Accept all"),
    "acceptOther": _("Accept and close"),
    "refuse": _("Refuse all"),
    "refuseOther": _("Continue without accepting"),
    "from": _("You are at"),
    "to": _("Where are you going?"),
    "changeTo": _("Change the address"),
    "time": _("When?"),
    "now": _("Leave now"),
    "before": _("Arrive before {time}"),
    "seeTrips": _("See the journeys"),
    "noTrips": _("First choose an address."),
    "noneThen": _("No journey at this time."),
    "leave": _("Leave at {time}"),
    "arrive": _("Arrive at {time}"),
    "keep": _("Keep this journey"),
    "kept": _("This journey is kept"),
}

ICONS = (
    "back", "chevron-left", "home", "star", "star-full", "bookmark", "tab", "plus",
    "menu", "close", "search", "new-tab", "warning", "pin", "edit", "download", "check",
)  # fmt: skip

PLACES = (
    "address", "back", "home", "star", "favourites", "tabs", "new-tab", "menu", "close", "site",
    "page", "notice", "links", "cookies", "accept", "refuse", "query", "find", "suggestions",
    "results", "to", "places", "change-to", "time", "see-trips", "trips", "steps", "keep",
)  # fmt: skip


@dataclass(frozen=True)
class Browser:
    """One level of a practice in a browser."""

    web: Web

    icons = ICONS
    # Where the way back leads is no reason to look at a state once more in a walk.
    passive = ("trail", "seen", "favourites", "query", "destination", "stuck", "kept")

    @cached_property
    def places(self) -> tuple[str, ...]:
        web = self.web
        links = (f"link-{link.name}" for page in web.pages.values() for link in page.links)
        return tuple(
            dict.fromkeys(
                (
                    *PLACES,
                    *(f"tab-{tab}" for tab in web_trail.TABS),
                    *(f"menu-{page}" for site in web.sites for page in site.menu),
                    *(f"result-{result.name}" for result in web.results),
                    *(f"trip-{trip.name}" for trip in web.journey.trips),
                    *links,
                )
            )
        )

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        web = self.web
        pages = tuple(web.pages)
        sites = tuple(site.name for site in web.sites if site.cookies)
        trips = ("", *(trip.name for trip in web.journey.trips))
        return {
            "page": Choice(pages),
            "seen": Items(pages),
            "tab": Choice(web_trail.TABS),
            "trail": Items(web_trail.entries(pages)),
            "at": Choice(VIEWS),
            "stuck": Flag(),
            "favourites": Items(pages),
            "accepted": Items(sites),
            "refused": Items(sites),
            "query": Text(),
            "found": Choice(("", NOTHING, *(search.name for search in web.searches))),
            "destination": Text(),
            "to": Choice(("", *web.journey.places)),
            "time": Choice(("", *web.journey.times)),
            "trip": Choice(trips),
            "kept": Choice(trips),
        }

    @cached_property
    def start(self) -> Artefact:
        past = [*self.web.before, self.web.opened]
        return {
            "page": self.web.opened,
            "seen": list(dict.fromkeys(past)),
            "tab": "1",
            "trail": web_trail.with_tab((), "1", past),
            "at": "page",
            "stuck": False,
            "favourites": [],
            "accepted": [],
            "refused": [],
            "query": self.web.query,
            "found": self.web.found,
            "destination": "",
            **self.web.journey.chosen,
        }

    # --- What can be done -----------------------------------------------------------------

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = artefact["at"]
        if at != "page":
            yield Move("close", {"at": "page"})
        if at in ("page", "tabs"):
            yield from self._tabs(artefact, wanted)
        if at == "menu":
            site = self.web.site_of(str(artefact["page"]))
            for page in site.menu if site else ():
                yield self._go(artefact, wanted, f"menu: {page}", page)
        elif at == "favourites":
            for page in _names(artefact["favourites"]):
                yield self._go(artefact, wanted, f"favourite: {page}", page)
        elif at == "page":
            yield from self._bar(artefact, wanted)
            yield from self._page(artefact, wanted)

    def _go(self, artefact: Artefact, wanted: Wanted, name: str, page: str, **more: Any) -> Move:
        trail = web_trail.onward(_names(artefact["trail"]), str(artefact["tab"]), page)
        return self._arrive(artefact, wanted, name, trail, str(artefact["tab"]), **more)

    def _arrive(
        self, artefact: Artefact, wanted: Wanted, name: str, trail: list[str], tab: str, **more: Any
    ) -> Move:
        """What changes when a page comes into sight: all other moves leave `page` alone."""
        page = web_trail.of_tab(trail, tab)[-1]
        seen = _names(artefact["seen"])
        # A walk only remembers the pages that a condition asks for.
        if page not in seen and (wanted.everything or page in wanted.values.get("seen", ())):
            seen = [*seen, page]
        shown = {"page": page, "tab": tab, "trail": trail, "seen": seen}
        return Move(name, {**shown, "at": "page", "stuck": False, **more})

    def _tabs(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        trail, shown = _names(artefact["trail"]), str(artefact["tab"])
        tabs = web_trail.open_tabs(trail)
        for tab in tabs:
            yield self._arrive(artefact, wanted, f"tab {tab}", trail, tab)
            others = [other for other in tabs if other != tab]
            if others:
                rest = web_trail.with_tab(trail, tab, [])
                after = shown if shown != tab else others[-1]
                yield self._arrive(artefact, wanted, f"close tab {tab}", rest, after)
        free = web_trail.free_tab(trail)
        if free:
            added = web_trail.with_tab(trail, free, [self.web.home])
            yield self._arrive(artefact, wanted, "new tab", added, free)

    def _bar(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        trail, tab = _names(artefact["trail"]), str(artefact["tab"])
        past = web_trail.of_tab(trail, tab)[:-1]
        if past:
            behind = web_trail.with_tab(trail, tab, past)
            yield self._arrive(artefact, wanted, "back", behind, tab)
        else:
            yield Move("back, where nothing is", {"stuck": True})
        yield self._go(artefact, wanted, "home", self.web.home)
        yield Move("list of tabs", {"at": "tabs"})
        if wanted.everything or "favourites" in wanted.values:
            page, starred = artefact["page"], _names(artefact["favourites"])
            rest = [name for name in starred if name != page]
            yield Move("star", {"favourites": rest if page in starred else [*starred, page]})
        yield Move("favourites", {"at": "favourites"})

    def _page(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        page, site = self.web.pages[str(artefact["page"])], self.web.site_of(str(artefact["page"]))
        answered = (*_names(artefact["accepted"]), *_names(artefact["refused"]))
        if site and site.cookies and site.name not in answered:
            for answer in ("accepted", "refused"):
                yield Move(answer, {answer: [*_names(artefact[answer]), site.name]})
            return
        if site and site.menu:
            yield Move("menu", {"at": "menu"})
        if site and site.home:
            yield self._go(artefact, wanted, "name of the site", site.home)
        for link in page.links:
            if not link.new_tab:
                yield self._go(artefact, wanted, f"link {link.name}", link.to)
                continue
            trail = _names(artefact["trail"])
            # With all tabs taken the last one gives way.
            tab = web_trail.free_tab(trail) or web_trail.TABS[-1]
            added = web_trail.with_tab(trail, tab, [link.to])
            yield self._arrive(artefact, wanted, f"link {link.name}", added, tab)
        parts = {
            "search": self._search,
            "results": self._search,
            "journey": self._journey,
            "trips": self._trips,
            "trip": self._trip,
        }
        if page.shows:
            yield from parts[page.shows](artefact, wanted, page)

    def _search(self, artefact: Artefact, wanted: Wanted, page: Page) -> Iterator[Move]:
        results = self.web.page_that_shows("results")
        for text in wanted.of_text("query"):
            yield Move(f"write “{text}”", {"query": text})
        yield Move("search without words", {"found": ""})
        if results:
            for name in (NOTHING, *(search.name for search in self.web.searches)):
                yield self._go(artefact, wanted, f"search: {name}", results, found=name)
        if page.shows == "results":
            answers = {search.name: search.results for search in self.web.searches}
            for result in self.web.results:
                if result.name in answers.get(str(artefact["found"]), ()):
                    yield self._go(artefact, wanted, f"result {result.name}", result.page)

    def _journey(self, artefact: Artefact, wanted: Wanted, page: Page) -> Iterator[Move]:
        journey, trips = self.web.journey, self.web.page_that_shows("trips")
        for text in wanted.of_text("destination"):
            yield Move(f"write “{text}”", {"destination": text})
        for time in ("", *journey.times):
            yield Move(f"time {time}", {"time": time})
        if artefact["to"]:
            yield Move("change the address", {"to": ""})
            if trips:
                yield self._go(artefact, wanted, "see the journeys", trips, trip="")
        else:
            for place in journey.places:
                yield Move(f"address {place}", {"to": place})
            yield Move("see the journeys, without address", {})

    def _trips(self, artefact: Artefact, wanted: Wanted, page: Page) -> Iterator[Move]:
        shown = self.web.page_that_shows("trip")
        for trip in self.web.journey.shown(str(artefact["to"]), str(artefact["time"])):
            if shown:
                yield self._go(artefact, wanted, f"trip {trip}", shown, trip=trip)

    def _trip(self, artefact: Artefact, wanted: Wanted, page: Page) -> Iterator[Move]:
        if artefact["trip"]:
            kept = "" if artefact["kept"] == artefact["trip"] else artefact["trip"]
            yield Move("keep", {"kept": kept})

    def browser(self) -> Mapping[str, Any]:
        return web_told.as_json(self.web)

    def texts(self) -> Iterator[tuple[str, int]]:
        return web_told.texts(self.web)


def _names(value: object) -> list[str]:
    return list(value) if isinstance(value, (list, tuple)) else []


def read(fields: Fields, context: Context) -> Browser | None:
    """The browser of one level; what is wrong lands in the context's problems."""
    web = read_web(fields, context.problems)
    return Browser(web) if web else None


SCREEN = Screen("web", read, WORDS)
