# shellcheck shell=sh
# What the lint scripts share. Each reads the tree below LINT_ROOT (default: the checkout), so that
# tests/lint/selftest.sh can show it a tree that breaks the rule.
#
#   complain FILE LINE WHY    one violation, as FILE:LINE: WHY
#   finish WHAT               the result line, and the exit status
#
# Complaints may also be written to $complaints directly, one a line.

lint_home=$(cd "$(dirname "$0")" && pwd)
cd "${LINT_ROOT:-$lint_home/../..}" || exit 1
complaints=$(mktemp) || exit 1
trap 'rm -f "$complaints"' EXIT

complain() {
    printf '%s:%s: %s\n' "$1" "$2" "$3" >>"$complaints"
}

finish() {
    if [ -s "$complaints" ]; then
        cat "$complaints"
        echo "not ok - $1: $(grep -c . "$complaints") complaints"
        exit 1
    fi
    echo "ok - $1"
    exit 0
}

# find_files FOLDER... -- EXTENSION...: paths in a fixed order; folders that do not exist are passed
# over.
find_files() {
    folders=
    while [ "$1" != -- ]; do
        [ ! -d "$1" ] || folders="$folders $1"
        shift
    done
    shift
    [ -n "$folders" ] || return 0
    for extension; do
        # shellcheck disable=SC2086 # the folders are words on purpose
        find $folders -type f -name "*.$extension"
    done | LC_ALL=C sort
}

# library_flags: how to compile against the libraries that the Makefile names.
library_flags() {
    # shellcheck disable=SC2046 # names of packages
    pkg-config --cflags $(sed -n "s/^\(SHEET_\)\{0,1\}LIBRARIES := //p" Makefile) 2>/dev/null |
        sed "s/-I/-isystem /g"
}

# c_files FOLDER...: the C sources and headers.
c_files() {
    find_files "$@" -- c h
}
