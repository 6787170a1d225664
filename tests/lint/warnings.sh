#!/bin/sh
# Both compilers take every source without a warning.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

flags=$(awk '/^WARNINGS :=/ { on = 1 }
             on { more = /\\$/; sub(/^WARNINGS :=/, ""); sub(/\\$/, ""); print; on = more }' Makefile)
libraries=$(library_flags)

for file in $(find_files src tests -- c); do
    for compiler in "${CC:-cc}" clang; do
        # shellcheck disable=SC2086 # flags are words
        $compiler -std=c11 -D_GNU_SOURCE -O1 $flags $libraries -Iinclude -Isrc -Itests \
            -fsyntax-only "$file" 2>&1 |
            sed -n "s/^\([^ :]*:[0-9]*\):[0-9]*: \(warning\|error\|fatal error\): \(.*\)/\1: \3 ($compiler)/p" \
                >>"$complaints"
    done
done
finish 'no warnings from either compiler'
