"""The host with the toy course, in a process of its own: `python -m workshop.toy_server`."""

from __future__ import annotations

import argparse
import sys

from pasapas.workshop import serve

from .toy import register, toy_course


def main() -> int:
    register()
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    return serve.run(parser.parse_args(), toy_course)


if __name__ == "__main__":
    sys.exit(main())
