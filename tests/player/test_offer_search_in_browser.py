"""The search in offers in a browser: what it finds, and in which order, is what Python finds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pasapas.content.offer_search import OfferSearch
from pasapas.content.offers import shipped_offers
from pasapas.player import assets

pytestmark = pytest.mark.browser

OFFERS = shipped_offers("offers-lyon")
SCRIPTS = ("practice/conditions.js", "screens/offer-search.js")
LETTERS = "abcdehiknopsuxyzéèçœ' 7"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    for source in SCRIPTS:
        page.add_script_tag(content=(assets.SOURCES / source).read_text(encoding="utf-8"))
    yield page
    context.close()


def found_there(page: Page, queries: list[str]) -> list[list[str]]:
    rows = [
        [offer.title, trade.name, " ".join(trade.also), f"{offer.place} {offer.contract}"]
        for offer in OFFERS.offers.values()
        for trade in (OFFERS.trades[offer.trade],)
    ]
    places = page.evaluate(
        """text => {
            const [rows, queries] = JSON.parse(text);
            const index = rows.map(soundsOf);
            return queries.map(query => foundOffers(index, query));
        }""",
        json.dumps([rows, queries]),
    )
    slugs = list(OFFERS.offers)
    return [[slugs[place] for place in found] for found in places]


def queries() -> list[str]:
    """People's words as they are, then with slips of the pen; two together; and odd ones."""
    words = [word for trade in OFFERS.trades.values() for word in (trade.name, *trade.also)]
    words += [*OFFERS.places, *(offer.title for offer in OFFERS.offers.values())]
    slips = random.Random(11)  # noqa: S311
    slipped = [slip(word, slips) for word in words for _ in range(2)]
    pairs = [f"{slips.choice(words)} {slips.choice(slipped)}" for _ in range(200)]
    odd = [
        "", "  ", "!", "je cherche un travail de nuit", "5 km", "45000", "12345678", "🙂 plonge",
        "ch", "ab", "abc", "MÉNAGE", "menage", "plonge " * 60, "x" * 199 + " plonge",
        "🙂" * 199 + " plonge", "مطبخ", "повар", "𝐌énage", "cœur", "a\u0301ide",
    ]  # fmt: skip
    return [*words, *slipped, *pairs, *odd]


def slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    kept = chance.choice((word[place + 1 :], word[place:]))
    return word[:place] + chance.choice((*LETTERS, "")) + kept


def test_what_is_found_and_its_order_are_those_of_python(page: Page) -> None:
    asked = queries()
    search = OfferSearch(OFFERS)
    here = [[offer.slug for offer in search.found(query)] for query in asked]
    there = found_there(page, asked)
    different = [
        (query, one, other)
        for query, one, other in zip(asked, here, there, strict=True)
        if one != other
    ]
    assert different == []
    assert len(asked) > 500
    # Enough of them find something, and not everything.
    assert sum(0 < len(found) < len(OFFERS.offers) for found in here) > 400
