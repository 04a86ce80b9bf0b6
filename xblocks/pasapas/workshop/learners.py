"""Who is there: a random id in a signed cookie, and nothing else about anybody."""

from __future__ import annotations

import re
import secrets
from functools import lru_cache

from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "pasapas_learner"

# Two days would do for a workshop; a year lets people come back to their own device.
COOKIE_SECONDS = 365 * 24 * 3600

_SALT = "pasapas.workshop.learner"
_ID = re.compile(r"[0-9a-f]{32}")


def known(request: HttpRequest) -> str | None:
    """The learner of a request, or None for no cookie, a forged one or an unknown one."""
    signed = request.COOKIES.get(COOKIE)
    if not signed:
        return None
    try:
        return _unsigned(signed)
    except signing.BadSignature:
        return None


# A room's learners come again and again; what is refused is not remembered.
@lru_cache(maxsize=512)
def _unsigned(signed: str) -> str:
    learner = _signer().unsign(signed)
    if not _ID.fullmatch(learner):
        raise signing.BadSignature("not an id of ours")
    return learner


def welcome(request: HttpRequest) -> tuple[str, bool]:
    """(the learner, True if just come). A new one needs `remember` on the answer."""
    learner = known(request)
    return (learner, False) if learner else (secrets.token_hex(16), True)


def remember(response: HttpResponse, learner: str) -> None:
    """Let the browser keep who it belongs to. Scripts can't read it, other sites can't use it."""
    response.set_cookie(
        COOKIE,
        _signer().sign(learner),
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def _signer() -> signing.Signer:
    return signing.Signer(salt=_SALT)
