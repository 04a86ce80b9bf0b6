"""The words of the lesson block, besides those of its script."""

from __future__ import annotations

from pasapas.player import dates
from pasapas.player import words as player
from pasapas.player.translation import Gettext, once_for_each_catalogue
from pasapas.player.translation import noop as _
from pasapas.player.words import Words

BEGIN = _("Begin")
NEXT = _("Next")
BACK = _("Back")
STEP = _("Step {number} of {count}")
BEGIN_AGAIN = _("Begin again")
PRINT = _("Print")
ALL_STEPS = _("See all the steps")
ONE_STEP = _("See one step at a time")
TRY_IT = _("I practise")
EXPLAINED = _("{word}: what it means")
CHECKED = _("Numbers and addresses checked on {day}.")
NOT_READY = _("This lesson is not ready yet. Tell your trainer.")

_PAGE = (
    BEGIN,
    NEXT,
    BACK,
    STEP,
    BEGIN_AGAIN,
    PRINT,
    ALL_STEPS,
    ONE_STEP,
    player.LISTEN,
    player.AGAIN,
    player.SLOWER,
    player.BIGGER,
    TRY_IT,
    CHECKED,
    dates.FIRST_DAY,
    dates.DAY,
    *dates.MONTHS,
    NOT_READY,
)


@once_for_each_catalogue
def page_words(gettext: Gettext) -> Words:
    """All that a lesson's page says by itself, translated."""
    return Words.translated(_PAGE, gettext)
