#!/bin/sh
# Every public call, type, macro and struct field says what it is: a /** ... */ stands right above
# it or a /**< ... */ behind it; a count right below its list shares the list's comment. Every
# header opens with a comment that says what the file is for.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# shellcheck disable=SC2016
find_files include -- h | xargs awk -v complaints="$complaints" '
    function complain(line, what) {
        printf "%s:%d: no comment says what %s is\n", FILENAME, line, what >>complaints
    }
    FNR == 1 { documented = in_comment = continues = depth = skip = list = 0 }
    in_comment { if (/\*\//) { in_comment = 0; documented = opened }; next }
    /^[ \t]*\/\*/ && !/\*\// { in_comment = 1; opened = /\/\*\*/; next }
    /^[ \t]*\/\*/ { documented = /\/\*\*/; next }
    /^[ \t]*$/ { documented = 0; next }
    /^[ \t]*#[ \t]*define/ {
        name = $2
        sub(/\(.*/, "", name)
        # Include guards, and the attributes that stand in every declaration, explain themselves.
        if (!documented && name !~ /_H$/ && name !~ /^CUTLINE_(API|MUST_CHECK)$/)
            complain(FNR, name)
        skip = /\\$/
        next
    }
    skip { skip = /\\$/; next }
    /^[ \t]*#/ || /^extern "C"/ { next }
    {
        behind = /\/\*\*</
        if (behind && !/\*\//)
            in_comment = 1
        if (!continues) {
            begins = FNR
            text = $0
            good = documented || (list && /^[ \t]*size_t ([a-z]+_)?count;/)
        }
        if (behind)
            good = 1
        opens = /\{$/
        closes = /^[ \t]*\}/
        ends = /;[ \t]*(\/\*.*)?$/ || opens || closes || (depth && /,[ \t]*(\/\*.*)?$/ && !/\(/) || \
            (depth && enum && /[A-Z0-9]([ \t]*\/\*.*)?$/)
        continues = !ends
        if (!ends)
            next
        sub(/[ \t]*\/\*.*/, "", text)
        sub(/^[ \t]*/, "", text)
        if (closes) {
            depth--
        } else if (!good) {
            complain(begins, text)
        }
        if (opens) {
            depth++
            enum = /enum/
        }
        documented = 0
        list = good && depth && /\*/
    }' /dev/null

find_files include src tests -- h | xargs awk -v complaints="$complaints" '
    FNR == 1 && !/^\/\*/ {
        printf "%s:1: open with a comment that says what the file is for\n", FILENAME >>complaints
    }' /dev/null
finish 'public calls, types and fields are documented'
