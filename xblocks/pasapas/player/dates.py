"""Days in words: figures with strokes are hard to read (RLS 5.3)."""

from __future__ import annotations

import datetime

from .translation import Gettext
from .translation import noop as _

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
FIRST_DAY = _("1st")
DAY = _("{day} {month} {year}")


def day_in_words(day: datetime.date, gettext: Gettext) -> str:
    """Such as « 21 novembre 2026 »."""
    number = gettext(FIRST_DAY) if day.day == 1 else day.day
    return gettext(DAY).format(day=number, month=gettext(MONTHS[day.month - 1]), year=day.year)
