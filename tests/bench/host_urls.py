"""The host's addresses and one more: an empty page that goes through all the host has."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from pasapas.workshop import urls

from .load import EMPTY

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!DOCTYPE html><title>Page</title><p>Bonjour")


urlpatterns = [path(EMPTY[1:], empty), *urls.urlpatterns]
