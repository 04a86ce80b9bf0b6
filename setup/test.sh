#!/bin/sh
# All checks, the quick ones first. The first that fails ends it.
# Options go to pytest: `make test OPTIONS="-k lesson"`.
set -eu
cd "$(dirname "$0")/.."

ruff format --check .
ruff check .
lint-imports
python setup/run_tests.py "$@"
