#!/bin/sh
# All checks, the quick ones first. The first that fails ends it.
# Options go to pytest: `make test OPTIONS="-k lesson"`.
set -eu
cd "$(dirname "$0")/.."

ruff format --check .
ruff check .
lint-imports
# Most tests wait for a browser: several processes, each with its own.
python setup/run_tests.py --numprocesses auto --maxprocesses 4 --dist worksteal "$@"
