#!/bin/sh
# Prints the browser that the tests drive, after it has shown that it runs.
set -eu
. "$(dirname "$0")/say.sh"

NAMES='chromium chromium-browser google-chrome google-chrome-stable'

working_browser() {
    for name in "$@"; do
        if have "$name" && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

if [ -n "${PASAPAS_CHROMIUM:-}" ]; then
    working_browser "$PASAPAS_CHROMIUM" && exit 0
    say "PASAPAS_CHROMIUM=$PASAPAS_CHROMIUM ne démarre pas." \
        "PASAPAS_CHROMIUM=$PASAPAS_CHROMIUM does not start."
    exit 1
fi

# The names are words of one string.
# shellcheck disable=SC2086
working_browser $NAMES && exit 0
say "Les tests ont besoin du navigateur Chromium." "The tests need the browser Chromium."
# Without any font its pages have no letters to measure.
get_packages chromium fonts-dejavu-core
# shellcheck disable=SC2086
working_browser $NAMES && exit 0
say "Chromium est installé mais ne démarre pas." "Chromium is installed but does not start."
exit 1
