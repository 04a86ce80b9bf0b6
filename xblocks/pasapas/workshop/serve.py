"""`pasapas serve`: the host on a trainer's laptop. What it prints is for the trainer."""

from __future__ import annotations

import argparse
import errno
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import waitress

from .boot import boot
from .content import CourseSource
from .data_folder import DataFolder, default_path
from .local_card import LocalCardError, load_card
from .shipped import UnknownCourseError, course_warning, shipped_course

THREADS = 8
THIS_MACHINE = "127.0.0.1"
THE_ROOM = "0.0.0.0"  # noqa: S104 - asked for with --room

OPEN = "Pas à pas est ouvert. Sur cet ordinateur, ouvrez cette adresse :"
OPEN_TO_ROOM = "Sur les téléphones reliés au même réseau, ouvrez cette adresse :"
NO_NETWORK = "Cet ordinateur n'est relié à aucun réseau : les téléphones ne le trouveront pas."
HOW_TO_END = "Pour fermer, appuyez sur les touches Ctrl et C."
ENDED = "Pas à pas est fermé. Le travail des personnes est gardé."
DATA_AT = "Le travail est gardé dans ce dossier : {folder}"
PORT_TAKEN = (
    "Le port {port} est déjà pris par un autre programme. "
    "Fermez ce programme ou choisissez un autre port, par exemple : --port {other}"
)
PORT_REFUSED = "L'adresse {host}, port {port}, ne peut pas être ouverte ({reason})."
FOLDER_REFUSED = "Le dossier {folder} ne peut pas être utilisé ({reason})."
NO_SUCH_COURSE = "Le cours « {name} » n'existe pas. Les cours : {names}."


class StartError(Exception):
    """Why the host can't start, in words for the trainer."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--host", default=THIS_MACHINE, help="address to open (%(default)s)")
    where.add_argument(
        "--room",
        dest="host",
        action="store_const",
        const=THE_ROOM,
        help="open to the phones of the local network",
    )
    parser.add_argument(
        "--port", type=port_number, default=8000, help="%(default)s; 0: any free one"
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=default_path(),
        metavar="FOLDER",
        help="where learners' work is kept (%(default)s)",
    )
    parser.add_argument("--course", default="chercher-un-emploi", help="%(default)s")
    parser.add_argument(
        "--local-card",
        type=Path,
        metavar="FILE",
        help="YAML list of places where learners can speak to somebody",
    )


def run(
    arguments: argparse.Namespace, course: Callable[[str], CourseSource] = shipped_course
) -> int:
    """Serve until Ctrl-C. The exit status; `course(slug)` finds a course by its name."""
    signal.signal(signal.SIGTERM, _end)
    try:
        _serve(arguments, course)
    except KeyboardInterrupt:
        pass
    except StartError as reason:
        print(reason, file=sys.stderr)
        return 1
    print(ENDED, flush=True)
    return 0


def _serve(arguments: argparse.Namespace, course: Callable[[str], CourseSource]) -> None:
    # The port first: it fails most often, and nothing else needs to be done then.
    door = _open_port(arguments.host, arguments.port)
    with door:
        data = DataFolder(arguments.data)
        try:
            places = load_card(arguments.local_card) if arguments.local_card else ()
            application = boot(data, course(arguments.course), places)
        except LocalCardError as error:
            raise StartError("\n".join(error.lines)) from error
        except UnknownCourseError as error:
            message = NO_SUCH_COURSE.format(name=error.name, names=", ".join(error.known))
            raise StartError(message) from error
        except OSError as error:
            reason = error.strerror or error
            raise StartError(FOLDER_REFUSED.format(folder=data.path, reason=reason)) from error
        server = waitress.create_server(
            application,
            sockets=[door],
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
        )
        _announce(arguments.host, door.getsockname()[1], data)
        if warning := course_warning(arguments.course):
            print(warning, file=sys.stderr, flush=True)
        server.run()


def _end(*_: object) -> None:
    raise KeyboardInterrupt


def _open_port(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, REUSEADDR would let two programs answer at one port.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(64)
    except OSError as error:
        door.close()
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 8000
            raise StartError(PORT_TAKEN.format(port=port, other=other)) from error
        reason = error.strerror or error
        raise StartError(PORT_REFUSED.format(host=host, port=port, reason=reason)) from error
    return door


def _announce(host: str, port: int, data: DataFolder) -> None:
    lines = [OPEN, f"  http://{_for_url(THIS_MACHINE if host == THE_ROOM else host)}:{port}/"]
    if host == THE_ROOM:
        addresses = local_addresses()
        lines += [OPEN_TO_ROOM, *(f"  http://{item}:{port}/" for item in addresses)]
        if not addresses:
            lines[-1] = NO_NETWORK
    print("\n".join([*lines, DATA_AT.format(folder=data.path), HOW_TO_END]), flush=True)


def _for_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def local_addresses() -> list[str]:
    """This machine's addresses on its networks, the one that is most in use first."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking, suppress(OSError):
        # Nothing is sent: the system only says from which address it would send.
        asking.connect(("192.0.2.1", 9))
        found.append(asking.getsockname()[0])
    with suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return [item for item in dict.fromkeys(found) if not item.startswith("127.")]


def port_number(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number
