"""What a level of `job_search` holds, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pasapas.content.offers import Offer, Offers, offers_in, shipped_offers
from pasapas.content.problems import problem
from pasapas.content.schema import Fields

from .artefact import Value
from .screen import Context

ANY = "any"
ALERTS = ("none", "on", "stopped")
# By path; the first value of each lets everything through.
FILTERS: Mapping[str, tuple[str, ...]] = {
    "near": (ANY, "5", "10", "30"),
    "when": (ANY, "morning", "day", "evening", "night", "weekend"),
    "time": (ANY, "full", "part"),
    "kind": (ANY, "job", "placement", "training"),
}
# The parts of an offer that can be marked, in the order in which they stand.
FACTS = (
    "agency", "recruiter", "place", "contract", "hours", "pay", "start", "text", "contact",
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A question that can be sent about an offer. `answer`: "" where none comes."""

    name: str
    text: str
    answer: str
    line: int


@dataclass(frozen=True)
class Level:
    """`opened`: the paths that a level sets at its start. `inline`: the slugs of the offers
    that stand in the level itself, on `line`; the others come with the package. `mail`: where
    an alert is sent."""

    offers: Offers
    inline: frozenset[str]
    questions: tuple[Question, ...]
    mark: bool
    mail: str
    opened: Mapping[str, Value]
    line: int


def read_level(fields: Fields, context: Context) -> Level | None:
    """The fields of a level; None where there is no offer to show."""
    line = fields.line_of("offers")
    shipped = _shipped(fields, context)
    whole = offers_in(fields, context.problems, shipped)
    inline = frozenset(set(whole.offers) - set(shipped.offers if shipped else ()))
    offers = _only(fields, whole, inline, context)
    questions = tuple(
        _question(name, line, Fields(node, context.problems, line))
        for name, line, node in fields.entries("questions", required=False)
    )
    person = context.persona
    search = fields.text("search")
    opened: dict[str, Value] = {
        "at": fields.one_of("open", ("list", "filters", "offer"), "list"),
        "offer": _known(fields, "offer", offers, context),
        "search": search,
        "asked": search,
        "alert": fields.one_of("alert", ALERTS, "none"),
        **{path: fields.one_of(path, values, ANY) for path, values in FILTERS.items()},
    }
    mark = fields.flag("mark")
    if not offers.offers:
        return None
    if not opened["offer"]:
        opened["at"] = "list" if opened["at"] == "offer" else opened["at"]
    mail = person.mail if person else ""
    return Level(offers, inline, questions, mark, mail, opened, line)


def _shipped(fields: Fields, context: Context) -> Offers | None:
    line = fields.line_of("data")
    name = fields.slug("data")
    found = shipped_offers(name) if name else None
    if name and found is None:
        context.problems.append(problem("screen.unknown-name", line, name=name))
    return found or (Offers() if name else None)


def _only(fields: Fields, whole: Offers, inline: frozenset[str], context: Context) -> Offers:
    """The offers that `only` names, by themselves or by their trade, and those of the level.
    Places and trades without an offer are left out."""
    line = fields.line_of("only")
    names = fields.slugs("only")
    for name in names:
        if name not in whole.trades and name not in whole.offers:
            context.problems.append(problem("screen.unknown-name", line, name=name))
    offers = {
        slug: offer
        for slug, offer in whole.offers.items()
        if not names or slug in inline or slug in names or offer.trade in names
    }
    trades = {offer.trade for offer in offers.values()}
    places = {offer.place for offer in offers.values()}
    return Offers(
        {name: far for name, far in whole.places.items() if name in places},
        {slug: trade for slug, trade in whole.trades.items() if slug in trades},
        offers,
    )


def _known(fields: Fields, name: str, offers: Offers, context: Context) -> str:
    line = fields.line_of(name)
    found = fields.slug(name)
    if found and found not in offers.offers:
        context.problems.append(problem("screen.unknown-name", line, name=found))
        return ""
    return found


def _question(name: str, line: int, fields: Fields) -> Question:
    text = fields.text("text", required=True)
    question = Question(name, text, fields.text("answer"), line)
    fields.no_others()
    return question


def facts_of(offer: Offer) -> tuple[str, ...]:
    """The parts that an offer has: what it keeps silent on is not there."""
    return tuple(name for name in FACTS if getattr(offer, name) or name == "contact")
