"""The fifty offers that come with the package: whole, varied, and fair."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from pasapas.content.offer_search import OfferSearch
from pasapas.content.offers import Offer, read_offers, shipped_offers
from pasapas.content.plain_language.check import text_problems
from pasapas.content.plain_language.passages import passage
from pasapas.content.plain_language.tokens import spoken_length
from pasapas.content.problems import Severity
from pasapas.content.references import References

FILE = files("pasapas.courses") / "practices" / "data" / "offers-lyon.yaml"
READING = read_offers(FILE.read_bytes())
OFFERS = READING.document
ALL = tuple(OFFERS.offers.values())
FAKES = [offer for offer in ALL if offer.fake]
HONEST = [offer for offer in ALL if not offer.fake]
each = pytest.mark.parametrize("offer", ALL, ids=lambda offer: offer.slug)

# The sure signs: money, a cheque, parcels, or papers before anybody has met.
SURE_SIGN = re.compile(r"demande .*(euros|chèque|colis|papiers d'identité|RIB)")


def said(offer: Offer) -> tuple[str, ...]:
    return (offer.title, *offer.text, offer.fake) if offer.fake else (offer.title, *offer.text)


def test_nothing_is_wrong_with_the_file() -> None:
    assert READING.problems == ()


def test_it_is_found_by_its_name() -> None:
    assert shipped_offers("offers-lyon") == OFFERS
    assert shipped_offers("offers-nowhere") is None


def test_there_are_fifty_of_the_three_kinds() -> None:
    assert Counter(offer.kind for offer in ALL) == {"job": 40, "placement": 5, "training": 5}


def test_every_trade_and_place_has_an_offer() -> None:
    assert set(OFFERS.trades) == {offer.trade for offer in ALL}
    assert set(OFFERS.places) == {offer.place for offer in ALL}


def test_few_are_fake_and_they_are_everywhere() -> None:
    assert 5 <= len(FAKES) <= len(ALL) / 5
    for field in ("trade", "place"):
        assert max(Counter(getattr(offer, field) for offer in FAKES).values()) == 1
    assert len({offer.how for offer in FAKES}) >= 3


@pytest.mark.parametrize("offer", FAKES, ids=lambda offer: offer.slug)
def test_a_fake_one_has_a_sure_sign(offer: Offer) -> None:
    assert SURE_SIGN.search(offer.fake)
    sign = re.findall(r"\d+ euros|chèque|colis|tenue|carte d'identité|RIB", " ".join(offer.text))
    assert sign


@pytest.mark.parametrize("offer", HONEST, ids=lambda offer: offer.slug)
def test_an_honest_one_asks_for_no_money(offer: Offer) -> None:
    assert not re.search(r"euros|chèque|code", " ".join(offer.text))


def test_what_looks_odd_proves_nothing() -> None:
    """Honest offers too have a free mailbox, no pay, a slip of the pen, papers to bring; and
    what is fake is as well made as others."""
    free = [offer for offer in HONEST if offer.address.endswith("@mail.example")]
    assert len(free) > sum(offer.address.endswith("@mail.example") for offer in FAKES)
    assert sum(not offer.pay for offer in HONEST) >= 3 > sum(not offer.pay for offer in FAKES)
    slips = ("vaiselle", "persone ", "experience", "Ecrivez")
    for slip in slips:
        assert [offer for offer in ALL if slip in " ".join(offer.text)]
        assert not [offer for offer in FAKES if slip in " ".join(offer.text)]
    papers = [offer for offer in HONEST if re.search("papiers|RIB|identité", " ".join(offer.text))]
    assert len(papers) >= 3


def test_agencies_recruit_for_firms_that_are_named_or_not() -> None:
    agencies = [offer for offer in ALL if offer.agency]
    assert {bool(offer.recruiter) for offer in agencies} == {True, False}
    assert all(offer.contract.startswith("Intérim") for offer in agencies)
    assert all(offer.agency for offer in ALL if offer.contract.startswith("Intérim"))


def test_filters_have_something_to_part() -> None:
    for field, least in (("how", 4), ("time", 15)):
        assert min(Counter(getattr(offer, field) for offer in ALL).values()) >= least
    moments = Counter(moment for offer in ALL for moment in offer.when)
    assert len(moments) == 5
    assert min(moments.values()) >= 4
    near = sum(OFFERS.places[offer.place] <= 5 for offer in ALL)
    assert 15 <= near <= 30


def test_a_mailbox_a_number_or_a_door_belongs_to_one_recruiter() -> None:
    owners: dict[str, str] = {}
    for offer in ALL:
        owner = offer.agency or offer.recruiter
        assert owners.setdefault(offer.address, owner) == owner


@each
def test_an_offer_is_plain(offer: Offer) -> None:
    assert 2 <= len(offer.text) <= 4
    for text in said(offer):
        assert spoken_length(text) <= 12, text
    passages = [passage(text, 1, "sentence", References()) for text in said(offer)]
    assert [item for item in text_problems(passages) if item.severity is Severity.ERROR] == []


@each
def test_an_offer_is_for_everybody(offer: Offer) -> None:
    texts = (*said(offer), offer.contract, offer.hours, offer.pay, offer.start)
    for text in texts:
        assert not re.search(r"\bH ?/ ?F\b|[(;…–]|e-mail|courriel", text), text


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("femme de ménage", "menage"),
        ("menaj", "menage"),
        ("cuistot", "cuisine"),
        ("cuisto", "cuisine"),
        ("nounou", "enfants"),
        ("chofeur", "conduite"),
        ("vandeuse", "vente"),
        ("vaisselle", "plonge"),
        ("plonje", "plonge"),
        ("kariste", "cariste"),
        ("magazinier", "entrepot"),
        ("jardinié", "jardins"),
        ("vijil", "securite"),
        ("aid a domicil", "aide-domicile"),
        ("boulanjer", "boulangerie"),
        ("soudeuse", "metal"),
        ("repassé le linge", "linge"),
        ("secretère", "bureau"),
        ("acueil", "accueil"),
        ("mécano", "reparation"),
        ("je cherche du travail en cuisine", "cuisine"),
        ("couturiere", "couture"),
        ("éboueur", "recyclage"),
    ],
)
def test_people_find_a_trade_in_their_own_words_and_spelling(text: str, trade: str) -> None:
    trades = [offer.trade for offer in OfferSearch(OFFERS).found(text)]
    of_the_trade = sum(offer.trade == trade for offer in ALL)
    assert trades.count(trade) == of_the_trade


@each
def test_an_offer_is_found_by_its_own_title(offer: Offer) -> None:
    best = OfferSearch(OFFERS).found(f"{offer.title} {offer.place}")
    assert offer in best
    assert len(best) <= 10
