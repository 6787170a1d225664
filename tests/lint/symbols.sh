#!/bin/sh
# The shared library exports what include/cutline declares, no more and no less.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"
library=${LINT_LIBRARY:-${BUILD:-build/release}/libcutline.so}
[ -f "$library" ] || complain "$library" 0 'is not built'

# Declarations marked CUTLINE_API: the first name before an opening parenthesis.
find_files include -- h | xargs awk -v strip="$lint_home/strip.awk" '
    function read_declarations(file,    line, n, text, from) {
        n = 0
        text = ""
        while ((("awk -f " strip " " file) | getline line) > 0) {
            n++
            if (line ~ /^[ \t]*#/)
                continue
            if (text == "" && line ~ /CUTLINE_API/)
                from = n
            if (text != "" || line ~ /CUTLINE_API/)
                text = text " " line
            if (text != "" && text ~ /;/) {
                if (match(text, /cutline_[a-z0-9_]*\(/))
                    print substr(text, RSTART, RLENGTH - 1), file, from
                text = ""
            }
        }
        close("awk -f " strip " " file)
    }
    BEGIN {
        for (i = 1; i < ARGC; i++)
            read_declarations(ARGV[i])
    }' | LC_ALL=C sort >"$complaints.declared"
nm -D --defined-only "$library" | awk '{ sub(/@.*/, "", $NF); print $NF }' |
    grep -vE '^(_init|_fini|_edata|_end|__bss_start|__(a|t|ub)san.*|__odr_asan.*|__interceptor.*)$' |
    LC_ALL=C sort >"$complaints.exported"

awk -v complaints="$complaints" -v library="$library" '
    FILENAME ~ /declared$/ { declared[$1] = $2 ":" $3; next }
    { exported[$1] = 1 }
    END {
        for (name in declared)
            if (!(name in exported))
                print declared[name] ": " name " is declared but the library does not have it" >>complaints
        for (name in exported)
            if (!(name in declared))
                print library ":0: exports " name ", which no public header declares" >>complaints
    }' "$complaints.declared" "$complaints.exported"
count=$(grep -c . "$complaints.declared")
rm -f "$complaints.declared" "$complaints.exported"
finish "the library exports the $count public calls and nothing else"
