"""A site with job offers: search, filters, reading an offer, saving it, asking, an alert.

A level's fields:

    data: offers-lyon               # offers that come with the package (content/offers.py)
    only: [cuisine, plonge-vieux-lyon]  # those of these trades, and these; all without `only`
    places, trades, offers: …       # a level's own, as in that file; added to `data`
    open: list | filters | offer    # what is seen first (list)
    offer: plonge-vieux-lyon        # the offer that is open at first
    search: cuisine                 # what has been searched at first
    near: any | 5 | 10 | 30         # filters that are set at first; `when`, `time` and `kind`
    when: any | morning | day | evening | night | weekend
    time: any | full | part
    kind: any | job | placement | training
    mark: yes                       # the lines of an offer can be marked
    alert: none | on | stopped
    questions:                      # what can be asked about an offer
      entreprise: {text: "Qui recrute ?", answer: Les Carrelages Montélis.}

The artefact: `at` (what is seen), `offer` (the open one), `saved` (offers), `search`
(what is written), `asked` (what has been searched), `found` (how many offers are listed, in
digits: it tells of what was written, so it is as private), `near`, `when`, `time`, `kind`
(filters), `marked` (parts of the open offer), `question` (the one picked), `sent` (the one that
was sent) and `sent_to` (about which offer) and `alert`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pasapas.content.offer_search import OfferSearch
from pasapas.content.offers import KINDS, Offer
from pasapas.content.schema import Fields

from .artefact import Artefact, Choice, Items, Kind, Text, Value
from .job_search_data import ALERTS, ANY, FACTS, FILTERS, Level, facts_of, read_level
from .job_search_words import WORDS
from .screen import Context, Move, Screen, Wanted

VIEWS = ("list", "filters", "offer", "question", "saved", "alert")

ICONS = (
    "back", "search", "filter", "bookmark", "heart", "bell", "close", "check", "pin", "clock",
    "briefcase", "euro", "calendar", "person", "mail", "send",
)  # fmt: skip

PLACES = (
    "search", "go", "filter", "chips", "alert", "saved", "offers", "back", "save", "ask", "facts",
    "questions", "send", "answer", "near", "when", "time", "kind", "show", "clear", "create",
    "stop", "more", *(f"fact-{name}" for name in FACTS),
)  # fmt: skip


@dataclass(frozen=True)
class JobSearch:
    """One level of a practice on the site."""

    level: Level

    passive = ("search", "found", "sent_to")

    @property
    def icons(self) -> tuple[str, ...]:
        """`send`, the last, is on the page of questions alone."""
        return ICONS if self.level.questions else ICONS[:-1]

    @property
    def places(self) -> tuple[str, ...]:
        return (*PLACES, *(f"offer-{slug}" for slug in self.level.offers.offers))

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        offers = tuple(self.level.offers.offers)
        questions = tuple(item.name for item in self.level.questions)
        return {
            "at": Choice(VIEWS),
            "offer": Choice(("", *offers)),
            "saved": Items(offers),
            "search": Text(),
            "asked": Text(),
            "found": Text(),
            **{path: Choice(values) for path, values in FILTERS.items()},
            "marked": Items(FACTS),
            "question": Choice(("", *questions)),
            "sent": Choice(("", *questions)),
            "sent_to": Choice(("", *offers)),
            "alert": Choice(ALERTS),
        }

    @cached_property
    def start(self) -> Artefact:
        opened = self.level.opened
        return {
            "saved": [],
            "marked": [],
            "question": "",
            "sent": "",
            "sent_to": "",
            "found": str(len(self._listed(opened))),
            **opened,
        }

    # --- What is listed ---------------------------------------------------------------------

    @cached_property
    def _search(self) -> Callable[[str], tuple[Offer, ...]]:
        return cache(OfferSearch(self.level.offers).found)

    def _listed(self, artefact: Artefact) -> list[str]:
        found = self._search(str(artefact["asked"]))
        return [offer.slug for offer in found if self._passes(offer, artefact)]

    def _passes(self, offer: Offer, artefact: Artefact) -> bool:
        near, when = str(artefact["near"]), artefact["when"]
        return (
            (near == ANY or self.level.offers.places[offer.place] <= int(near))
            and (when == ANY or when in offer.when)
            and artefact["time"] in (ANY, offer.time)
            and artefact["kind"] in (ANY, offer.kind)
        )

    def _found(self, artefact: Artefact, changes: Mapping[str, Value]) -> Mapping[str, Value]:
        return {**changes, "found": str(len(self._listed({**artefact, **changes})))}

    # --- Gestures ---------------------------------------------------------------------------

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = str(artefact["at"])
        if at != "list":
            yield Move("back to the list", {"at": "list"})
        if at not in ("saved", "question"):
            yield Move("see what is saved", {"at": "saved"})
        if at not in ("alert", "question"):
            yield Move("see the alert", {"at": "alert"})
        views = {
            "list": self._from_list,
            "filters": self._from_filters,
            "offer": self._from_offer,
            "question": self._from_question,
            "saved": self._from_saved,
            "alert": self._from_alert,
        }
        yield from views[at](artefact, wanted)

    def _from_list(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("see the filters", {"at": "filters"})
        yield from self._search_moves(artefact, wanted)
        for path in FILTERS:
            if artefact[path] != ANY:
                yield Move(f"remove the filter {path}", self._found(artefact, {path: ANY}))
        # Without the texts, which never come here, any offer may be listed.
        listed = list(self.level.offers.offers) if wanted.everything else self._listed(artefact)
        yield from self._opening(artefact, _worth_opening(wanted, listed))

    def _search_moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        texts = dict.fromkeys((*wanted.of_text("search"), *wanted.of_text("asked")))
        for text in texts:
            yield Move(f"write “{text}”", {"search": text})
        for text in dict.fromkeys((str(artefact["search"]), *texts)):
            asked = {"search": text, "asked": text}
            yield Move(f"search “{text}”", self._found(artefact, asked))

    def _opening(self, artefact: Artefact, slugs: list[str]) -> Iterator[Move]:
        for slug in slugs:
            # The marks are those of the offer that is open.
            marked = artefact["marked"] if slug == artefact["offer"] else []
            changes = {"at": "offer", "offer": slug, "marked": marked}
            yield Move(f"open {slug}", changes)

    def _from_filters(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield from self._from_list(artefact, wanted)  # one look has both on one page
        for path, values in FILTERS.items():
            for value in wanted.some(path, values):
                yield Move(f"set {path} to {value}", self._found(artefact, {path: value}))
        yield Move("clear the filters", self._found(artefact, dict.fromkeys(FILTERS, ANY)))

    def _from_offer(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        slug = str(artefact["offer"])
        offer = self.level.offers.offers.get(slug)
        if offer is None:
            return
        saved = artefact["saved"]
        if slug in saved:
            yield Move("save no longer", {"saved": _without(saved, slug)})
        elif slug in wanted.some("saved", list(self.level.offers.offers)):
            yield Move("save", {"saved": _with(saved, slug)})
        if self.level.questions:
            yield Move("ask something", {"at": "question"})
        marked = artefact["marked"]
        for name in wanted.some("marked", facts_of(offer)) if self.level.mark else ():
            other = _without(marked, name) if name in marked else _with(marked, name)
            yield Move(f"mark {name}", {"marked": other})

    def _from_question(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield Move("back to the offer", {"at": "offer"})
        for item in self.level.questions:
            yield Move(f"pick {item.name}", {"question": item.name})
        if artefact["question"]:
            sent = {"sent": artefact["question"], "sent_to": artefact["offer"], "at": "offer"}
            yield Move("send the question", sent)

    def _from_saved(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        yield from self._opening(artefact, list(artefact["saved"]))

    def _from_alert(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        if artefact["alert"] == "on":
            yield Move("stop the alert", {"alert": "stopped"})
        else:
            yield Move("create the alert", {"alert": "on"})

    # --- For the browser --------------------------------------------------------------------

    def browser(self) -> Mapping[str, Any]:
        """Columns rather than mappings: what is alike stands together, which packs best, and
        the names of the columns are in the script. What makes an offer fake stays here."""
        offers = self.level.offers
        trades = list(offers.trades)
        rows = [
            (
                offer.slug, offer.title, trades.index(offer.trade), KINDS.index(offer.kind),
                offer.place, offers.places[offer.place], offer.recruiter, offer.agency,
                offer.contract, offer.time, " ".join(offer.when), offer.hours, offer.pay,
                offer.start, offer.contact, offer.how, offer.address, "\t".join(offer.text),
            )
            for offer in offers.offers.values()
        ]  # fmt: skip
        return {
            "trades": _lines(
                f"{trade.name}\t{' '.join(trade.also)}" for trade in offers.trades.values()
            ),
            "offers": [_lines(map(str, column)) for column in zip(*rows, strict=True)],
            **({"mark": 1} if self.level.mark else {}),
            **({"mail": self.level.mail} if self.level.mail else {}),
            "questions": [[item.name, item.text, item.answer] for item in self.level.questions],
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        """Offers that come with the package are held to theirs by their own tests."""
        level = self.level
        for slug in sorted(level.inline & set(level.offers.offers)):
            offer = level.offers.offers[slug]
            texts = (value for value in vars(offer).values() if isinstance(value, str))
            for text in (*texts, *offer.text):
                yield text, level.line
        for item in level.questions:
            yield item.text, item.line
            yield item.answer, item.line
        yield str(level.opened["search"]), 0


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)


def _worth_opening(wanted: Wanted, listed: list[str]) -> list[str]:
    """What is asked of an offer that is open, saved or asked about."""
    paths = ("saved", "sent_to")
    named = frozenset[str]().union(*(wanted.values.get(path, ()) for path in paths))
    some = wanted.some("offer", listed)
    return [slug for slug in listed if slug in some or slug in named]


def _with(names: object, name: str) -> list[str]:
    known = list(names) if isinstance(names, (list, tuple)) else []
    return known if name in known else [*known, name]


def _without(names: object, name: str) -> list[str]:
    return [other for other in names if other != name] if isinstance(names, list) else []


def read(fields: Fields, context: Context) -> JobSearch | None:
    """The site of one level; what is wrong lands in the context's problems."""
    level = read_level(fields, context)
    return JobSearch(level) if level else None


SCREEN = Screen("job_search", read, WORDS)
