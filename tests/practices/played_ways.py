"""The ways that are played: `ways/<slug>.yaml`, one file a practice.

ways:
  - name: le CV est joint
    level: 1
    look: 0
    do: [{press: Envoyer}, {write: {Objet: Candidature}}, {choose: {Jour: lundi}}]
    says: Le mail est parti avec le CV de 2026.
    goal: yes
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from pasapas.content.shelf import shipped_shelf

WAYS = Path(__file__).parent / "ways"
SLUGS = tuple(shipped_shelf().practices)


@dataclass(frozen=True)
class Way:
    slug: str
    name: str
    level: int
    look: int
    do: tuple[tuple[str, object], ...]
    says: str
    goal: bool

    def __str__(self) -> str:
        return f"{self.slug}-{self.name}"


@cache
def ways_of(slug: str) -> tuple[Way, ...]:
    file = WAYS / f"{slug}.yaml"
    if not file.is_file():
        return ()
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(_way(slug, item) for item in written["ways"])


def _way(slug: str, item: dict) -> Way:
    steps = tuple(next(iter(step.items())) for step in item["do"])
    return Way(
        slug,
        item["name"],
        item["level"],
        item.get("look", 0),
        steps,
        item["says"],
        bool(item.get("goal", False)),
    )
