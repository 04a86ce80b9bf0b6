"""Django's settings for one process of the host, made rather than written in a file."""

from __future__ import annotations

from typing import Any

import django
from django.conf import settings

from .data_folder import DataFolder
from .host import Host
from .limits import BODY_BYTES

# A recording keeps its name when it is made again: browsers ask after a day.
SOUND_SECONDS = 24 * 3600


def configure(data: DataFolder, host: Host) -> None:
    """Make and apply the settings. Once in the life of a process: Django's own rule."""
    settings.configure(**values(data, host))
    django.setup()


def values(data: DataFolder, host: Host) -> dict[str, Any]:
    """The settings by their names; reads, or makes, the secret key in the data folder."""
    return {
        "PASAPAS_HOST": host,
        "DEBUG": False,
        "SECRET_KEY": data.secret_key(),
        # Phones come by the laptop's number on the local network, whatever it is that day.
        "ALLOWED_HOSTS": ["*"],
        "INSTALLED_APPS": ["pasapas.workshop"],
        "ROOT_URLCONF": "pasapas.workshop.urls",
        "MIDDLEWARE": [
            "pasapas.workshop.middleware.security_headers",
            "pasapas.workshop.middleware.ServedFiles",
            "pasapas.workshop.middleware.small_bodies",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
        ],
        "TEMPLATES": [
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
        "DATABASES": {"default": database(data)},
        "LANGUAGE_CODE": "fr",
        "USE_I18N": False,
        "USE_TZ": True,
        "CSRF_FAILURE_VIEW": "pasapas.workshop.errors.csrf_failure",
        "CSRF_COOKIE_SAMESITE": "Lax",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": BODY_BYTES,
        "STATIC_URL": host.static.prefix,
        "STATIC_ROOT": str(host.static.root),
        "WHITENOISE_AUTOREFRESH": False,
        "WHITENOISE_USE_FINDERS": False,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "WHITENOISE_MAX_AGE": SOUND_SECONDS,
        "WHITENOISE_IMMUTABLE_FILE_TEST": lambda path, url: url.startswith(host.static.prefix),
        "LOGGING": LOGGING,
    }


def database(data: DataFolder) -> dict[str, Any]:
    """SQLite as several threads and processes can share it.

    What is answered as saved is on the disk (`synchronous=FULL`), and whoever is going to
    write waits for its turn before reading (`IMMEDIATE`): else two saves read the same
    state and one of them is lost.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(data.database),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
    }


# Errors go to the trainer's terminal. Requests are not logged: nothing tells who did what.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {
        "django": {"handlers": ["terminal"], "propagate": False},
        "waitress": {"handlers": ["terminal"], "propagate": False},
    },
}
