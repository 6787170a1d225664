#!/bin/sh
# Shell scripts are free of what shellcheck warns about.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

scripts=$(find_files src tests -- sh)
for file in .ci/run tests/run tests/bench/run; do
    [ ! -f "$file" ] || scripts="$scripts $file"
done
# shellcheck disable=SC2086 # file names of the project have no spaces
shellcheck -x -f gcc $scripts >>"$complaints" </dev/null
finish 'shell scripts'
