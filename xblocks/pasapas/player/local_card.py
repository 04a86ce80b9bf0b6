"""The local card: who else can help, near the learner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """An entry of the card, as the trainer wrote it; only `name` is always there."""

    name: str
    person: str = ""
    hours: str = ""
    phone: str = ""
