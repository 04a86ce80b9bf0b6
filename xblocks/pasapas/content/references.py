"""What a document may name: pictograms, facts, explained words, other lessons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .facts import Fact
from .glossary import Entry
from .pictograms import Pictogram

# The seven domains: the six of the Unédic study of 2018-2019, and one that crosses all.
DOMAINS = ("phone", "computer", "documents", "messages", "web", "jobs", "safety")


@dataclass(frozen=True)
class References:
    """What exists. `lessons`, `practices`: slugs, or None where they can't be known,
    as for a block alone in Studio; then a name is not held against the author."""

    pictograms: Mapping[str, Pictogram] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    lessons: Collection[str] | None = None
    practices: Collection[str] | None = None
    glossary: Mapping[str, Entry] = field(default_factory=dict)
