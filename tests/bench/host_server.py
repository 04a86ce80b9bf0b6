"""The workshop host with one empty page more: `python -m bench.host_server FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import waitress
from django.conf import settings

from pasapas.workshop.boot import boot
from pasapas.workshop.data_folder import DataFolder
from pasapas.workshop.serve import THREADS
from pasapas.workshop.shipped import shipped_course


def main(folder: str) -> None:
    application = boot(DataFolder(Path(folder)), shipped_course("chercher-un-emploi"))
    # Addresses are read at the first request.
    settings.ROOT_URLCONF = "bench.host_urls"
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=THREADS)
    print(f"http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
