# Sourced by the other scripts: what is said to the person at the keyboard, and apt.

# say FRENCH ENGLISH: on stderr, because stdout carries the answer of a script.
say() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

# have COMMAND: it can be run from here.
have() {
    command -v "$1" >/dev/null 2>&1
}

# get_packages PACKAGE…: by apt, or a sentence with the command to type and status 1.
# The lists are fetched only when the packages are not found with those at hand.
get_packages() {
    if ! have apt-get; then
        say "Il manque : $*. Installez-les, puis recommencez." \
            "Missing: $*. Install them, then try again."
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "Il manque : $*. Tapez cette commande, puis recommencez :" \
            "Missing: $*. Type this command, then try again:"
        printf '\n    sudo apt-get update && sudo apt-get install %s\n\n' "$*" >&2
        return 1
    fi
    say "Installation de : $*" "Installing: $*"
    if ! apt_install "$@" 2>/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
        apt_install "$@"
    fi
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}
