"""Where one has been, tab by tab: `["1-1-recherche", "1-2-mairie", "2-1-plan"]`.

An entry is the tab, the place in the tab's past, and the page; the last entry of a tab is what
the tab shows. `player/browser/screens/web.js` does the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TABS = ("1", "2", "3")
MOST_BACK = 8
"""Pages that a tab remembers; the oldest is forgotten."""


def entries(pages: Iterable[str]) -> list[str]:
    """All that can stand in a trail."""
    names = list(pages)
    return [
        f"{tab}-{place}-{page}"
        for tab in TABS
        for place in range(1, MOST_BACK + 1)
        for page in names
    ]


def of_tab(trail: Sequence[str], tab: str) -> list[str]:
    """The pages of one tab, the one that it shows last; [] for a tab that is not open."""
    return [entry.split("-", 2)[2] for entry in trail if entry[0] == tab]


def open_tabs(trail: Sequence[str]) -> list[str]:
    return [tab for tab in TABS if of_tab(trail, tab)]


def free_tab(trail: Sequence[str]) -> str:
    """The first tab that is not open, or ""."""
    return next((tab for tab in TABS if not of_tab(trail, tab)), "")


def with_tab(trail: Sequence[str], tab: str, pages: Sequence[str]) -> list[str]:
    """The trail with another past for one tab; without pages, the tab is shut."""
    kept = enumerate(pages[-MOST_BACK:], start=1)
    own = [f"{tab}-{place}-{page}" for place, page in kept]
    return sorted([entry for entry in trail if entry[0] != tab] + own)


def onward(trail: Sequence[str], tab: str, page: str) -> list[str]:
    """The trail after a tab has gone to a page; to the same page there is no way to go."""
    pages = of_tab(trail, tab)
    return with_tab(trail, tab, pages if pages[-1:] == [page] else [*pages, page])
