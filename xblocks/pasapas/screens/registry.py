"""The screens that there are."""

from __future__ import annotations

from collections.abc import Mapping

from . import (
    computer,
    conversation,
    files,
    form,
    job_search,
    mailbox,
    offer_check,
    phone,
    sign_up,
    web,
)
from .screen import Screen

SCREENS: Mapping[str, Screen] = {
    screen.name: screen
    for screen in (
        computer.SCREEN,
        job_search.SCREEN,
        form.SCREEN,
        mailbox.SCREEN,
        phone.SCREEN,
        conversation.SCREEN,
        files.SCREEN,
        web.SCREEN,
        offer_check.SCREEN,
        sign_up.SCREEN,
    )
}
