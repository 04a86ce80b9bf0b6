"""Invented job offers: large data that a practice names (`data: offers-lyon`).

format: 1
places: {Villeurbanne: 4}     # kilometres from the centre of the town
trades:
  plonge: {name: Plonge, also: [vaisselle, restaurant]}
offers:
  plonge-de-nuit: {title: Plonge, trade: plonge, kind: job, place: Villeurbanne, …}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from .nearest import nearest
from .plain_language.invented_data import real_address, real_phone
from .plain_language.passages import Passage
from .problems import Problem, Reading, by_line, problem
from .schema import Fields
from .unsafe_marks import unsafe_marks
from .yaml_document import document_fields
from .yaml_reader import Mapping, Scalar

KINDS = ("job", "placement", "training")
HOWS = ("mail", "phone", "visit", "site")
TIMES = ("full", "part")
MOMENTS = ("morning", "day", "evening", "night", "weekend")
FARTHEST = 1000
# A hostile document could have thousands of unknown names.
_HELPED = 20

_HOST = r"(?:[a-z0-9-]+\.)+example"
# A street has no form of its own. Telephone numbers are those that Arcep keeps for fiction.
_ADDRESSES = {
    "mail": re.compile(rf"[a-z0-9._-]+@{_HOST}"),
    "phone": re.compile(r"(?:06 39 98|01 99 00)(?: [0-9]{2}){2}"),
    "site": re.compile(rf"{_HOST}(?:/[a-z0-9/-]*)?"),
    "visit": re.compile(r"[^@]+"),
}


@dataclass(frozen=True)
class Trade:
    """`also`: what people call it, in their own words."""

    name: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """What an offer says; "" where it says nothing of it.

    `trade` and `place` are names in `Offers`. A temp agency may keep silent on who recruits:
    then only `agency` is there. `fake`: the sure sign, in plain French; "" for an honest offer.
    """

    slug: str
    title: str
    trade: str
    kind: str
    recruiter: str
    agency: str
    contact: str
    how: str
    address: str
    place: str
    contract: str
    time: str
    when: tuple[str, ...]
    hours: str
    pay: str
    start: str
    text: tuple[str, ...]
    fake: str


@dataclass(frozen=True)
class Offers:
    """`places`: kilometres by name. `trades` and `offers`: by slug, in the file's order."""

    places: dict[str, int] = field(default_factory=dict)
    trades: dict[str, Trade] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)


@cache
def shipped_offers(name: str) -> Offers | None:
    """The offers that come with the package under a name; None where there are none such."""
    file = files("pasapas.courses") / "practices" / "data" / f"{name}.yaml"
    return read_offers(file.read_bytes()).document if file.is_file() else None


def read_offers(raw: bytes | str) -> Reading[Offers]:
    """The offers of a file. One without its place, trade or text is said and left out."""
    problems: list[Problem] = []
    document = document_fields(raw, problems)
    if document is None:
        return Reading(None, by_line(problems))
    offers = offers_in(document, problems)
    document.no_others()
    return Reading(offers, by_line(problems))


def offers_in(given: Fields, problems: list[Problem], base: Offers | None = None) -> Offers:
    """The `places`, `trades` and `offers` among some fields, added to those of `base`. Without
    a base all three must be there."""
    required = base is None
    base = base or Offers()
    places = {**base.places, **_places(given, problems, required)}
    trades = {
        slug: trade
        for slug, line, node in given.entries("trades", required)
        if (trade := _trade(Fields(node, problems, line), problems)).name
    }
    trades = {**base.trades, **trades}
    offers = dict(base.offers)
    for slug, line, node in given.entries("offers", required):
        offer = _OfferReader(Fields(node, problems, line), problems).offer(slug, places, trades)
        if offer.title and offer.trade and offer.place and offer.text:
            offers[slug] = offer
    return Offers(places, trades, offers)


def _places(given: Fields, problems: list[Problem], required: bool) -> dict[str, int]:
    """Names of towns have capitals and spaces: they are no names of fields."""
    node = given.node("places", required)
    if not isinstance(node, Mapping):
        if node is not None:
            problems.append(problem("field.mapping-wanted", node.line))
        return {}
    places = {}
    for name, far in node.entries:
        problems += unsafe_marks(name.text, name.line)
        text = far.text if isinstance(far, Scalar) else ""
        if re.fullmatch(r"[0-9]{1,4}", text) and int(text) <= FARTHEST:
            places[name.text] = int(text)
        else:
            wrong = {"field": name.text, "text": text, "least": 0, "most": FARTHEST}
            problems.append(problem("field.number-wanted", name.line, **wrong))
    return places


def _trade(given: Fields, problems: list[Problem]) -> Trade:
    line = given.line
    trade = Trade(given.text("name", required=True), given.texts("also"))
    given.no_others()
    for text in (trade.name, *trade.also):
        problems += unsafe_marks(text, line)
    return trade


class _OfferReader:
    """The fields of one offer."""

    def __init__(self, given: Fields, problems: list[Problem]):
        self._given = given
        self._problems = problems

    def offer(self, slug: str, places: Collection[str], trades: Collection[str]) -> Offer:
        given = self._given
        agency = given.text("agency")
        how = self._one_of("how", HOWS)
        text = given.sentences("text", required=True)
        offer = Offer(
            slug=slug,
            title=given.text("title", required=True),
            trade=self._known("trade", trades),
            kind=self._one_of("kind", KINDS),
            recruiter=given.text("recruiter", required=not agency),
            agency=agency,
            contact=given.text("contact"),
            how=how,
            address=self._address(how),
            place=self._known("place", places),
            contract=given.text("contract", required=True),
            time=self._one_of("time", TIMES),
            when=self._moments(),
            hours=given.text("hours", required=True),
            pay=given.text("pay"),
            start=given.text("start", required=True),
            text=tuple(sentence for sentence, _ in text),
            fake=given.text("fake"),
        )
        given.no_others()
        said = {name: value for name, value in vars(offer).items() if isinstance(value, str)}
        if how and how != "visit":
            del said["address"]  # its form has been looked at: one mistake, one message
        self._check(*((value, given.line_of(name)) for name, value in said.items()), *text)
        return offer

    def _check(self, *texts: tuple[str, int]) -> None:
        """Everything an offer says is safe to show, and belongs to nobody."""
        for text, line in texts:
            self._problems += unsafe_marks(text, line)
            passage = Passage(text, line, "sentence", text)
            self._problems += (*real_address(passage), *real_phone(passage))

    def _address(self, how: str) -> str:
        line = self._given.line_of("address")
        text = self._given.text("address", required=True)
        if text and how and not _ADDRESSES[how].fullmatch(text):
            self._problems.append(problem("offer.odd-address", line, how=how, text=text))
        return text

    def _known(self, field: str, known: Collection[str]) -> str:
        line = self._given.line_of(field)
        name = self._given.text(field, required=True)
        if not name or name in known:
            return name
        meant = nearest(name, known) if len(self._problems) < _HELPED else ""
        helped = {"nearest": meant} if meant else {}
        found = (
            problem("offer.unknown-trade", line, name=name, **helped)
            if field == "trade"
            else problem("offer.unknown-place", line, name=name, **helped)
        )
        self._problems.append(found)
        return ""

    def _one_of(self, field: str, choices: tuple[str, ...]) -> str:
        line = self._given.line_of(field)
        text = self._given.text(field, required=True)
        return next(self._among(field, (text,) if text else (), choices, line), "")

    def _moments(self) -> tuple[str, ...]:
        line = self._given.line_of("when")
        return tuple(self._among("when", self._given.texts("when", required=True), MOMENTS, line))

    def _among(
        self, field: str, texts: tuple[str, ...], choices: tuple[str, ...], line: int
    ) -> Iterator[str]:
        for text in texts:
            if text in choices:
                yield text
            else:
                wrong = {"field": field, "name": text, "known": ", ".join(choices)}
                self._problems.append(problem("offer.unknown-choice", line, **wrong))
