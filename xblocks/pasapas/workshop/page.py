"""From a block's fragment to a whole page.

What does not depend on the learner is made once: for a lesson that is all but what the
block itself says.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from web_fragments.fragment import FragmentResource

from .compression import Part
from .content import Card
from .host import current_host
from .runtime import WrappedBlock

# Stands for the block in a page that is made before there is one. Nothing can be named so.
_BLOCK = "\0block\0"

# Steps that go up, in the ink of the page, 16 x 16: an icon that needs no request.
ICON = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAQMAAAAlPW0iAAAABlBMVEUdJzP//fgnvN3iAAAAGUlEQVR42mP4"
    "/58Big4i0A9GBGpAQv//AwBVhhThwtR9FgAAAABJRU5ErkJggg=="
)


@cache
def page_script() -> SafeString:
    """The page's own script: small enough to stand in the page and spare a request."""
    file = files("pasapas.workshop") / "templates" / "workshop" / "page.min.js"
    return mark_safe(file.read_text(encoding="utf-8").strip())  # noqa: S308 - a file of ours


def content_security_policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Only what we serve may load; of what stands in the page, only the texts given here.

    `scripts`, `styles`: texts as they stand in the page, allowed by their hash.
    """
    allowed_scripts = " ".join(_hashed(text) for text in (page_script(), *scripts))
    allowed_styles = "".join(f" {_hashed(text)}" for text in styles)
    return (
        "default-src 'none'; "
        f"script-src 'self' {allowed_scripts}; "
        f"style-src 'self'{allowed_styles}; "
        "img-src 'self' data:; media-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@lru_cache(maxsize=256)
def _hashed(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def render(template: str, **context: object) -> str:
    """A page of the host: every template finds the course's title and the page's script."""
    host = current_host()
    return render_to_string(
        f"workshop/{template}",
        {
            "course": host.content.title,
            "style": host.static.url("host/host.css"),
            "script": page_script(),
            "icon": ICON,
            **context,
        },
    )


@dataclass(frozen=True)
class Page:
    """`parts` follow each other. `policy`: its content security policy."""

    parts: tuple[Part, ...]
    policy: str


def lesson_page(card: Card, fragment: WrappedBlock) -> Page:
    """The page of a block as its runtime wrapped it."""
    before, after, policy = _around(card, tuple(fragment.resources))
    return Page((Part(before), *fragment.parts, Part(after)), policy)


@lru_cache(maxsize=512)
def _around(card: Card, resources: tuple[FragmentResource, ...]) -> tuple[str, str, str]:
    """(what stands before the block, after it, policy): the same for every learner."""
    once = tuple(dict.fromkeys(resources))
    page = render(
        "lesson.html",
        title=card.title,
        lesson=_BLOCK,
        head=_joined(once, "head"),
        foot=_joined(once, "foot"),
    )
    before, _, after = page.partition(_BLOCK)
    texts = [resource for resource in once if resource.kind == "text"]
    policy = content_security_policy(
        [item.data for item in texts if item.mimetype == "application/javascript"],
        [item.data for item in texts if item.mimetype == "text/css"],
    )
    return before, after, policy


def _joined(resources: Iterable[FragmentResource], placement: str) -> SafeString:
    parts = [_element(resource) for resource in resources if resource.placement == placement]
    return mark_safe("".join(parts))  # noqa: S308 - elements made below


def _element(resource: FragmentResource) -> str:
    """The element that loads a resource; unlike the fragment's own, with escaped addresses."""
    if resource.kind == "url" and resource.mimetype == "text/css":
        return format_html('<link rel="stylesheet" href="{}">', resource.data)
    if resource.kind == "url" and resource.mimetype == "application/javascript":
        # A deferred script is thought to be worth little; here the page waits for it.
        return format_html('<script src="{}" defer fetchpriority="high"></script>', resource.data)
    if resource.mimetype == "text/css":
        return f"<style>{resource.data}</style>"
    if resource.mimetype == "application/javascript":
        return f"<script>{resource.data}</script>"
    return resource.data
