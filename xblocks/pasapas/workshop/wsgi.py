"""The host for another WSGI server, with as many processes as it likes.

    PASAPAS_DATA=/srv/pasapas gunicorn -w 2 --threads 4 pasapas.workshop.wsgi:application

Read from the environment: PASAPAS_DATA (folder; the user's own by default),
PASAPAS_COURSE and PASAPAS_LOCAL_CARD (file).
"""

from __future__ import annotations

import os
from pathlib import Path

from .boot import boot
from .data_folder import DataFolder, default_path
from .local_card import load_card
from .shipped import shipped_course

_folder = os.environ.get("PASAPAS_DATA")
_card = os.environ.get("PASAPAS_LOCAL_CARD")

application = boot(
    DataFolder(Path(_folder) if _folder else default_path()),
    shipped_course(os.environ.get("PASAPAS_COURSE", "chercher-un-emploi")),
    load_card(Path(_card)) if _card else (),
)
