"""The pages: lessons to choose from, one lesson, leaving; and what blocks send."""

from __future__ import annotations

import io
from dataclasses import dataclass

import webob
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from xblock.exceptions import InvalidScopeError, NoSuchHandlerError, NoSuchUsage

from pasapas.player.saving import learner_token

from . import errors, learners
from .compression import page_response
from .content import Card
from .host import current_host
from .learner_store import PROGRESS, UnstorableValueError
from .models import State
from .page import lesson_page, render
from .runtime import LearnerRuntime


@dataclass(frozen=True)
class ListedCard:
    """A card and where its learner stands: "" for not begun, "begun" or "done"."""

    card: Card
    progress: str


@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """All lessons by section, with what this learner has begun or done."""
    host = current_host()
    learner, new = learners.welcome(request)
    progress = {} if new else _progress(learner)
    sections = [
        (
            section.title,
            [ListedCard(card, progress.get(card.usage_id, "")) for card in section.cards],
        )
        for section in host.content.sections
    ]
    page = render("lessons.html", sections=sections, places=host.places)
    return _learner_page(request, HttpResponse(page), learner if new else None)


def _progress(learner: str) -> dict[str, str]:
    """{usage id: "begun" or "done"} of a learner, in one query."""
    rows = State.objects.filter(learner=learner, scope__in=("user_state", PROGRESS))
    found: dict[str, str] = {}
    for scope, block, completion in rows.values_list("scope", "block", "data__completion"):
        if scope == PROGRESS and completion >= 1:
            found[block] = "done"
        else:
            found.setdefault(block, "begun")
    return found


@require_safe
def lesson(request: HttpRequest, usage_id: str) -> HttpResponse:
    """One lesson, as its block shows it."""
    host = current_host()
    learner, new = learners.welcome(request)
    try:
        runtime = LearnerRuntime(host, learner, usage_id)
    except NoSuchUsage:
        raise Http404 from None
    fragment = runtime.render(runtime.get_block(usage_id), "student_view", {})
    page = lesson_page(host.content.cards[usage_id], fragment)
    response = page_response(request, page.parts)
    response["Content-Security-Policy"] = page.policy
    return _learner_page(request, response, learner if new else None)


@require_safe
def jump(request: HttpRequest, usage_id: str) -> HttpResponse:
    """The address that blocks use for each other, in Open edX as here."""
    if usage_id not in current_host().content.cards:
        raise Http404
    return redirect("lesson", usage_id=usage_id)


def leave(request: HttpRequest) -> HttpResponse:
    """« Une autre personne commence »: asks first, then forgets who was there."""
    if request.method == "POST":
        response = redirect("lessons")
        learners.forget(response)
        return response
    host = current_host()
    page = render(
        "leave.html",
        title="Une autre personne commence",
        token=get_token(request),
        # What the player sends before all of this learner's is forgotten.
        learner=learner_token(learners.known(request)),
        player=host.static.player,
    )
    response = HttpResponse(page)
    response["Cache-Control"] = "no-store"
    return response


def handle(request: HttpRequest, usage_id: str, handler: str, suffix: str = "") -> HttpResponse:
    """What a block's script sends to its block.

    The block is made within the transaction: what it reads is what it changes, even when
    two saves of a learner come at once.
    """
    if request.method not in ("GET", "HEAD", "POST"):
        return errors.not_allowed(request)
    learner = learners.known(request)
    if learner is None:
        return errors.csrf_failure(request)
    sent = _webob_request(request, suffix)
    try:
        with transaction.atomic():
            runtime = LearnerRuntime(current_host(), learner, usage_id)
            answer = runtime.handle(runtime.get_block(usage_id), handler, sent, suffix)
    except (NoSuchUsage, NoSuchHandlerError):
        raise Http404 from None
    except InvalidScopeError:
        # A handler for authors: here nobody is one.
        return errors.forbidden(request)
    except (UnstorableValueError, RecursionError):
        return errors.bad_request(request)
    except OperationalError:
        return errors.busy()
    return _django_response(answer)


def _learner_page(request: HttpRequest, response: HttpResponse, new: str | None) -> HttpResponse:
    """A page of one learner's own, kept by nobody. `new`: the id of one who has just come."""
    if "CSRF_COOKIE" not in request.META:
        # Blocks find the token for what they send in the cookie that goes out with it.
        get_token(request)
    if new:
        learners.remember(response, new)
    # On a shared phone « back » must not show what somebody else did; and whoever comes
    # back to the list sees what they have just done.
    response["Cache-Control"] = "no-store"
    return response


def _webob_request(request: HttpRequest, suffix: str) -> webob.Request:
    body = request.body
    environ = {
        **request.environ,
        "PATH_INFO": f"/{suffix}",
        "wsgi.input": io.BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
    }
    return webob.Request(environ)


def _django_response(answer: webob.Response) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status_code)
    for name, value in answer.headerlist:
        if name.lower() != "content-length":
            response[name] = value
    response["Cache-Control"] = "no-store"
    return response


def sound(request: HttpRequest, name: str) -> HttpResponse:
    """Recordings are served before any view; whoever comes here asked for one we don't have."""
    raise Http404
