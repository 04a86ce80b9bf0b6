"""Django, configured once for all tests of the host, on a database of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings

from .running import RunningHost, free_port

# Playwright's loop in the same process must not make Django refuse its own database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def _configured(tmp_path_factory):
    if settings.configured:
        if not hasattr(settings, "PASAPAS_HOST"):
            pytest.fail("Django was configured by other tests: run tests/workshop by itself")
        return
    from pasapas.player.local_card import Place
    from pasapas.workshop.boot import boot
    from pasapas.workshop.data_folder import DataFolder

    from .toy import register, toy_course

    register()
    places = (Place("Médiathèque", "Fatou", "mardi, 14 h", "04 00 00 00 00"),)
    boot(DataFolder(tmp_path_factory.mktemp("host")), toy_course(), places)


@pytest.fixture
def host(_configured):
    """The host of this process, with an empty table."""
    from pasapas.workshop.host import current_host
    from pasapas.workshop.models import State

    State.objects.all().delete()
    return current_host()


@pytest.fixture
def browser(host):
    """A browser that has not been here before, and checks CSRF as a real one must."""
    return new_browser()


def new_browser():
    from django.test import Client

    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.fixture
def start_host(tmp_path):
    """`start_host(...)` starts a host in a process of its own; all end with the test."""
    running: list[RunningHost] = []

    def start(data: Path | None = None, **options) -> RunningHost:
        host = RunningHost(data or tmp_path / "data", options.pop("port", free_port()), **options)
        running.append(host)
        return host

    yield start
    for host in running:
        host.kill()


@pytest.fixture
def count_queries(host):
    """`with count_queries() as queries:` then `len(queries)`."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return lambda: CaptureQueriesContext(connection)
