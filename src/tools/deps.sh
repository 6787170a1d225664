#!/bin/sh
# Installs the Debian packages that packages.tsv lists; quick when all are there.
# Works as root or through sudo. Says what it does and why.
set -eu
list=$(dirname "$0")/packages.tsv
tab=$(printf '\t')

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    echo 'make deps knows Debian and its relatives only. Install with development files:' >&2
    grep -v '^#' "$list" | while IFS=$tab read -r package _ why; do
        printf '  %-22s %s\n' "$package" "$why" >&2
    done
    exit 1
fi

installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=
count=0
while IFS=$tab read -r package use why; do
    case $package in '#'*) continue ;; esac
    count=$((count + 1))
    installed "$package" && continue
    [ -n "$missing" ] || echo 'Installing from Debian:'
    printf '  %-22s (%s) %s\n' "$package" "$use" "$why"
    missing="$missing $package"
done <"$list"

if [ -z "$missing" ]; then
    echo "deps: all $count packages are installed"
    exit 0
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "make deps must be root, or have sudo, to install:$missing" >&2
        exit 1
    fi
}

# shellcheck disable=SC2086 # the package names are words on purpose
install_missing() {
    as_root apt-get install -q -y --no-install-recommends $missing </dev/null
}

# The lists of a fresh machine are empty, those of an old one may name versions that are gone;
# only then are they fetched.
# shellcheck disable=SC2086
if apt-cache show $missing >/dev/null 2>&1 && install_missing; then
    exit 0
fi
as_root apt-get update -q
install_missing
