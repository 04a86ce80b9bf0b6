#!/bin/sh
# Prints the browser that the tests drive, after it and what goes with it have shown that
# they run: its driver, and the program that reads what it prints.
# The driver is Playwright's, from the Python environment: it has to be in PATH.
set -eu
. "$(dirname "$0")/say.sh"

runs() {
    have "$1" && "$1" --version >/dev/null 2>&1
}

find_browser() {
    for name in ${PASAPAS_CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do
        if runs "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

browser=$(find_browser) || browser=
if [ -z "$browser" ] && [ -n "${PASAPAS_CHROMIUM:-}" ]; then
    say "PASAPAS_CHROMIUM=$PASAPAS_CHROMIUM ne démarre pas." \
        "PASAPAS_CHROMIUM=$PASAPAS_CHROMIUM does not start."
    exit 1
fi

missing=
# Without any font a page has no letters to measure.
[ -n "$browser" ] || missing="chromium fonts-dejavu-core"
# The driver's own program is linked with a library that a small Debian has not.
runs playwright || missing="$missing libatomic1"
have pdftotext || missing="$missing poppler-utils"
if [ -n "$missing" ]; then
    say "Les tests ont besoin du navigateur Chromium et de quoi le conduire." \
        "The tests need the browser Chromium and what drives it."
    # The packages are words of one string.
    # shellcheck disable=SC2086
    get_packages $missing
    browser=$(find_browser) || browser=
fi
if [ -z "$browser" ] || ! runs playwright; then
    say "Le navigateur est installé mais ne démarre pas. Essayez : chromium --version ; playwright --version" \
        "The browser is installed but does not start. Try: chromium --version; playwright --version"
    exit 1
fi
printf '%s\n' "$browser"
