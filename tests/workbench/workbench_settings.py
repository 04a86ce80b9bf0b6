"""The settings of the xblock-sdk workbench for these blocks, on its 0.14 and 0.15."""

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403 - the workbench's own, less what is below

FOLDER = Path(os.environ["PASAPAS_WORKBENCH_FOLDER"])
"""Where it writes. With the workbench's own settings that is below the current folder."""

DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "workbench.sqlite3"}
}
DJFS = {"type": "osfs", "directory_root": str(FOLDER / "files"), "url_root": "/static/files"}
LOGGING = {"version": 1, "disable_existing_loggers": False}
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
# A tool on one machine, with no accounts and nothing to protect.
SECRET_KEY = "workbench of Pas à pas"
LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"

WORKBENCH = {
    "reset_state_on_restart": False,
    # The workbench's own service finds catalogues of Django's, not those of blocks.
    "services": {"i18n": "workbench_services.FrenchService"},
}
