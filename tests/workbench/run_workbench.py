"""Opens the xblock-sdk workbench with this project's scenarios, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPENED = "Workbench : http://{address}/   (Ctrl-C)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8001, help="%(default)s")
    parser.add_argument("--folder", type=Path, default=ROOT / "var", help="%(default)s")
    given = parser.parse_args()

    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ["PASAPAS_WORKBENCH_FOLDER"] = str(given.folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "workbench_settings"
    _serve(f"127.0.0.1:{given.port}")


def _serve(address: str) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    # The wheel of 0.14 has no migrations: its table is made without them.
    call_command("migrate", run_syncdb=True, verbosity=0)
    print(OPENED.format(address=address), flush=True)
    # One process: the workbench numbers its blocks in memory.
    call_command("runserver", address, use_reloader=False, skip_checks=True)


if __name__ == "__main__":
    main()
