#!/bin/sh
# Error messages have one style: a sentence that begins in lower case (or with a name in capitals),
# without full stop, exclamation or newline at its end, since file and byte are put before it and
# a program may put it into a sentence of its own.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

for file in $(c_files src); do
    awk -v keep_strings=1 -f "$lint_home/strip.awk" "$file" |
        awk -v file="$file" -v complaints="$complaints" '
        function judge(text,    message) {
            if (!match(text, /"([^"\\]|\\.)*"/))
                return
            message = substr(text, RSTART + 1, RLENGTH - 2)
            if (message ~ /^[A-Z][a-z]/)
                print file ":" from ": begin the message in lower case: " message >>complaints
            # The literal may go on in the next one; its end is that of the last.
            while (match(text, /"([^"\\]|\\.)*"/)) {
                message = substr(text, RSTART + 1, RLENGTH - 2)
                text = substr(text, RSTART + RLENGTH)
                if (text !~ /^[ \t]*"/)
                    break
            }
            if (message ~ /(\\n|[.!])$/ && message !~ /\.\.\.$/)
                print file ":" from ": end the message without full stop or newline: " message >>complaints
        }
        /cut_fail[a-z_]*\(/ && !call { call = substr($0, match($0, /cut_fail[a-z_]*\(/)); from = FNR; $0 = "" }
        call { call = call " " $0 }
        call && /;/ || call ~ /;/ { judge(call); call = "" }'
done
finish 'error messages'
