"""From a data folder and a course to a WSGI application, whatever server runs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from pasapas.player.local_card import Place

from .content import Content, CourseSource
from .data_folder import DataFolder
from .host import Host
from .settings import configure
from .static_files import collect

Application = Callable


def boot(data: DataFolder, source: CourseSource, places: Sequence[Place] = ()) -> Application:
    """The application, ready: files collected, tables made, blocks built.

    Once in the life of a process. Several processes may boot on one folder at once.
    Raises OSError where the folder can't be written.
    """
    data.create()
    content = Content(source)
    static = collect(content.block_types, data.static)
    configure(data, Host(content, static, tuple(places)))
    with data.alone():
        call_command("migrate", interactive=False, verbosity=0)
    return get_wsgi_application()
