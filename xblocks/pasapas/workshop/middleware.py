"""What every answer goes through: safe headers, files, and a limit on what is sent."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

from . import errors
from .limits import BODY_BYTES
from .page import content_security_policy
from .static_files import shipped_sounds

Handler = Callable[[HttpRequest], HttpResponse]

SOUND_PREFIX = "/sound/"


def security_headers(get_response: Handler) -> Handler:
    """Headers that keep a page to itself. A view may set a policy of its own."""
    headers = {
        "Content-Security-Policy": content_security_policy(),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if not response.streaming and "Content-Length" not in response.headers:
            # Else the server sends it in pieces, which phones get later.
            response.headers["Content-Length"] = str(len(response.content))
        return response

    return middleware


def small_bodies(get_response: Handler) -> Handler:
    """Refuse what is too long before anything reads it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > BODY_BYTES:
            return errors.too_long(request)
        return get_response(request)

    return middleware


class ServedFiles(WhiteNoiseMiddleware):
    """WhiteNoise for the collected files, and for recordings where they are.

    Recordings are not copied: they are by far the largest part. They are sent in ranges
    (a browser that seeks asks for one) and never compressed.
    """

    def __init__(self, get_response: Handler):
        super().__init__(get_response)
        for name, file in shipped_sounds().items():
            self.add_file_to_dictionary(SOUND_PREFIX + name, str(file))
