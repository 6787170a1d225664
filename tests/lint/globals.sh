#!/bin/sh
# The library has no state of its own: no variable in it can be written to. (Constant tables with
# pointers in them lie in .data.rel.ro, which is read-only once the program runs.)
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"
library=${LINT_LIBRARY:-${BUILD:-build/release}/libcutline.a}
[ -f "$library" ] || complain "$library" 0 'is not built'

case ${MODE:-release} in
asan | fuzz)
    echo 'skip - the sanitizers put variables of their own into the library'
    exit 0
    ;;
esac
# nm -f sysv prints: name | value | class | type | size | line | section
nm -f sysv "$library" 2>/dev/null | awk -F '|' -v complaints="$complaints" '
    /^[^ ]*\.o:$/ || /^Symbols from/ { object = $0; sub(/^Symbols from /, "", object); sub(/:$/, "", object) }
    NF == 7 && $7 ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*|COM)/ && $7 !~ /^\.data\.rel\.ro/ {
        gsub(/ /, "", $1)
        printf "%s:0: variable %s can be written to\n", object, $1 >>complaints
    }'
finish 'no variables in the library that can be written to'
