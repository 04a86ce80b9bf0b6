"""Makes the script that stands in every page of the host from its readable source.

    python -m pasapas.workshop.assets

Like the player's browser files (`pasapas.player.assets`), what is made is committed, and a
test holds it to its source.
"""

from __future__ import annotations

from pathlib import Path

from pasapas.player.assets import minified

FOLDER = Path(__file__).parent / "templates" / "workshop"
SOURCE = FOLDER / "page.js"
MADE = FOLDER / "page.min.js"


def page_script() -> str:
    """The text of the file that is made."""
    return minified(SOURCE.read_text(encoding="utf-8")) + "\n"


def main() -> None:
    MADE.write_text(page_script(), encoding="utf-8")


if __name__ == "__main__":
    main()
