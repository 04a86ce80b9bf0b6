"""The script in every page of the host is what its source makes."""

from __future__ import annotations

from pasapas.workshop import assets


def test_what_is_committed_is_what_the_source_makes() -> None:
    """Otherwise: `make assets`."""
    assert assets.MADE.read_text(encoding="utf-8") == assets.page_script()


def test_it_ends_no_script_element() -> None:
    """It stands in the page itself."""
    assert "</" not in assets.page_script()
