"""What one process serves: made when it starts, the same for every request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings

from pasapas.player.local_card import Place

from .content import Content
from .services import French, LocalCard, ServedUrls
from .static_files import StaticFiles


@dataclass(frozen=True)
class Host:
    content: Content
    static: StaticFiles
    places: Sequence[Place] = ()

    @cached_property
    def urls(self) -> ServedUrls:
        return ServedUrls()

    @cached_property
    def services(self) -> Mapping[str, Any]:
        """The services that do not depend on the learner."""
        return {
            "i18n": French(),
            "replace_urls": self.urls,
            "pasapas_local_card": LocalCard(self.places),
        }


def current_host() -> Host:
    """The host of this process, as its settings were made."""
    return settings.PASAPAS_HOST
