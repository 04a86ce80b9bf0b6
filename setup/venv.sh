#!/bin/sh
# Makes .venv, or brings it up to date; does nothing when it already is.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

FOLDER=.venv
STAMP=$FOLDER/installed

# What the environment was made from. The place belongs to it: an environment that has
# been moved has the old place written in its commands.
wanted() {
    pwd
    cksum setup.py pyproject.toml
}

runs() {
    "$FOLDER/bin/python" -c 'import pip' >/dev/null 2>&1
}

if runs && [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(wanted)" ]; then
    exit 0
fi

moved() {
    [ -f "$STAMP" ] && [ "$(head -n 1 "$STAMP")" != "$(pwd)" ]
}

renew=
if ! runs || moved; then
    renew=$(sh setup/python.sh)
fi
say "Préparation de l'environnement Python. La première fois prend quelques minutes." \
    "Preparing the Python environment. The first time takes a few minutes."
if [ -n "$renew" ]; then
    "$renew" -m venv --clear "$FOLDER"
fi
rm -f "$STAMP"
export PIP_DISABLE_PIP_VERSION_CHECK=1
# Advice that setuptools has for every editable installation.
export PYTHONWARNINGS=ignore
"$FOLDER/bin/python" -m pip install -q --upgrade pip
"$FOLDER/bin/python" -m pip install -q -e '.[authoring,workshop,dev]'
wanted >"$STAMP"
