"""The sentences of a page, each with its place in the page's recording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "sentence", "item", "choice", "feedback", "word", "meaning"]


@dataclass(frozen=True)
class Line:
    """One sentence. `index` is its place in the recording; `choice` the answer it belongs
    to, for answers and their feedback. `explains`: the glossary's names of the words that
    are touched in it, or of the one that it explains (roles "word" and "meaning").

    `html` is that of `player.inline`: where words are touched, `explained_html`.
    """

    index: int
    role: Role
    words: str
    html: str
    choice: int | None = None
    explains: tuple[str, ...] = ()
