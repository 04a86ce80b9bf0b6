#!/bin/sh
# Prints the newest Python that this project runs on and that really works here.
set -eu
. "$(dirname "$0")/say.sh"

# A command of that name is no proof: it may be a version manager's shim for a Python that
# is not chosen, or Debian's python3 without ensurepip. So each one is made to run.
CHECK='
import ensurepip, sqlite3, ssl, sys, venv
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
'

working_python() {
    # python3 last: the three names say their version, this one may be any.
    for name in python3.13 python3.12 python3.11 python3; do
        # A broken one hides a working one behind it: look in all of PATH.
        IFS=:
        for folder in $PATH; do
            if [ -x "$folder/$name" ] && "$folder/$name" -c "$CHECK" >/dev/null 2>&1; then
                printf '%s\n' "$folder/$name"
                return 0
            fi
        done
        unset IFS
    done
    unset IFS
    return 1
}

working_python && exit 0
get_packages python3 python3-venv
working_python && exit 0
say "Pas à pas demande Python 3.11, 3.12 ou 3.13, avec le module venv." \
    "Pas à pas needs Python 3.11, 3.12 or 3.13, with its module venv."
exit 1
