"""The package's own catalogues, for whoever has no i18n service: commands, and our host."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from importlib.resources import as_file, files

Gettext = Callable[[str], str]

# The name that Open edX's XBlockI18nService looks for in <package>/translations.
DOMAIN = "text"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; one that leaves English as it is where we have none."""
    with as_file(files("pasapas") / "translations") as folder:
        return gettext.translation(DOMAIN, folder, languages=[language], fallback=True)


def translator(language: str) -> Gettext:
    return translations(language).gettext


def noop(msgid: str) -> str:
    """Marks a text for translation where it is defined; it is translated where it is used."""
    return msgid
