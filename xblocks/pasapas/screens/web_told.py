"""The pages of `web` as its browser part and the checks of texts want them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .web_data import LEADS_TO, Web

HUES = 3
"""Colours that the sites of a level take in turn."""


def as_json(web: Web) -> Mapping[str, Any]:
    """What the browser part needs to know; what is empty is left out."""
    journey = web.journey
    found: dict[str, Any] = {
        "home": web.home,
        "parts": _filled(**{part: web.page_that_shows(part) for part in LEADS_TO.values()}),
        "sites": {
            site.name: _filled(
                name=site.title,
                home=site.home,
                menu=site.menu,
                cookies=int(site.cookies),
                hue=number % HUES,
            )
            for number, site in enumerate(web.sites)
        },
        "pages": {
            page.name: _filled(
                site=page.site,
                title=page.title,
                address=page.address,
                notice=page.notice,
                text=page.text,
                shows=page.shows,
                links=[
                    _filled(
                        name=link.name,
                        says=link.says,
                        note=link.note,
                        to=link.to,
                        tab=int(link.new_tab),
                        button=int(link.button),
                    )
                    for link in page.links
                ],
            )
            for page in web.pages.values()
        },
        "results": {
            result.name: _filled(
                title=result.title,
                text=result.text,
                page=result.page,
                advert=int(result.advert),
            )
            for result in web.results
        },
        "searches": [[one.name, one.words, one.results] for one in web.searches],
        "suggestions": web.suggestions,
    }
    if journey.places:
        found["journey"] = {
            "from": journey.start,
            "places": journey.places,
            "times": journey.times,
            "trips": [
                _filled(
                    name=trip.name,
                    to=trip.to,
                    leave=trip.leave,
                    arrive=trip.arrive,
                    steps=trip.steps,
                    notice=trip.notice,
                )
                for trip in journey.trips
            ],
        }
    return found


def texts(web: Web) -> Iterator[tuple[str, int]]:
    """(text, line) of all that stands on the pages."""
    for site in web.sites:
        yield from ((text, site.line) for text in (site.title, site.address))
    for page in web.pages.values():
        for text in (page.title, page.address, page.notice, *page.text):
            yield text, page.line
        for link in page.links:
            yield from ((text, link.line) for text in (link.says, link.note))
    for result in web.results:
        yield from ((text, result.line) for text in (result.title, result.text))
    for text in (*web.suggestions, web.journey.start, *web.journey.places.values()):
        yield text, web.journey.line
    for trip in web.journey.trips:
        for text in (trip.leave, trip.arrive, trip.notice, *trip.steps):
            yield text, trip.line


def _filled(**values: Any) -> dict[str, Any]:
    """Without what is empty: each byte goes to phones."""
    return {name: value for name, value in values.items() if value}
