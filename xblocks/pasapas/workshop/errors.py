"""What people see when something goes wrong: what to do next, never whose fault it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from .page import render


def _answer(status: int, title: str, *sentences: str) -> HttpResponse:
    page = render("message.html", title=title, sentences=sentences)
    return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(
        400,
        "Nous n'avons pas compris",
        "Le téléphone a envoyé quelque chose que nous ne savons pas lire.",
        "Revenez aux leçons.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _answer(
        403,
        "Cette page doit être ouverte à nouveau",
        "Elle est ouverte depuis longtemps, ou la personne a changé.",
        "Revenez aux leçons et recommencez.",
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return csrf_failure(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(
        404,
        "Cette page n'existe pas",
        "L'adresse a peut-être une lettre en trop ou en moins.",
        "Revenez aux leçons.",
    )


def not_allowed(request: HttpRequest) -> HttpResponse:
    return _answer(405, "Cette page ne s'ouvre pas ainsi", "Revenez aux leçons.")


def too_long(request: HttpRequest) -> HttpResponse:
    return _answer(
        413,
        "Ce texte est trop long",
        "Nous ne pouvons pas le garder.",
        "Écrivez un texte plus court.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(
        500,
        "Un problème est arrivé chez nous",
        "Vous n'avez rien fait de mal.",
        "Revenez aux leçons.",
        "Si le problème revient, montrez cette page à votre formateur.",
    )


def busy() -> HttpResponse:
    answer = _answer(
        503,
        "Beaucoup de personnes travaillent en ce moment",
        "Attendez un peu, puis recommencez.",
    )
    answer["Retry-After"] = "5"
    return answer
