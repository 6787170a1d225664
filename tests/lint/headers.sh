#!/bin/sh
# Each header compiles alone, also when included twice; the public ones in strict C11 and as C++.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# check WHAT HEADER COMMAND...: feeds a file that includes the header twice to a compiler.
check() {
    what=$1
    header=$2
    shift 2
    if ! printf '#include "%s"\n#include "%s"\ntypedef int cut_not_empty;\n' "$header" "$header" |
        "$@" -fsyntax-only - >"$complaints.log" 2>&1; then
        complain "$header" 1 "does not compile alone ($what): $(grep -m 1 error "$complaints.log")"
    fi
}

strict='-Wall -Wextra -Wpedantic -Werror'
libraries=$(library_flags)
# shellcheck disable=SC2086 # flags are words
for header in $(find_files include -- h); do
    check C11 "$header" "${CC:-cc}" -x c -std=c11 $strict -Iinclude -I.
    check C++ "$header" clang -x c++ -std=c++11 $strict -Iinclude -I.
done
# shellcheck disable=SC2086
for header in $(find_files src tests -- h); do
    check 'inside the project' "$header" \
        "${CC:-cc}" -x c -std=c11 -D_GNU_SOURCE $strict $libraries -Iinclude -Isrc -Itests -I.
done
rm -f "$complaints.log"
finish 'every header compiles alone'
