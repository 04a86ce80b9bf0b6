"""The package's own catalogues, for whoever has no i18n service: commands, and our host."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache, wraps
from importlib.resources import as_file, files
from typing import TypeVar

Gettext = Callable[[str], str]
Made = TypeVar("Made")

# The name that Open edX's XBlockI18nService looks for in <package>/translations.
DOMAIN = "text"

# The language of our own translators, by the function itself. Others are not to be known by
# theirs: Django's `gettext` is one for all languages, Open edX makes a new one at each call.
_languages: dict[Gettext, str] = {}


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; one that leaves English as it is where we have none."""
    with as_file(files("pasapas") / "translations") as folder:
        found = gettext.translation(DOMAIN, folder, languages=[language], fallback=True)
    _languages[found.gettext] = language
    return found


def translator(language: str) -> Gettext:
    return translations(language).gettext


def once_for_each_catalogue(make: Callable[[Gettext], Made]) -> Callable[[Gettext], Made]:
    """`make`, called once for each of our own catalogues, and each time for any other."""
    made = cache(lambda language: make(translator(language)))

    @wraps(make)
    def words(gettext: Gettext) -> Made:
        language = _languages.get(gettext)
        return make(gettext) if language is None else made(language)

    return words


def noop(msgid: str) -> str:
    """Marks a text for translation where it is defined; it is translated where it is used."""
    return msgid
