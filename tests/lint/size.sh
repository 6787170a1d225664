#!/bin/sh
# Short functions, short files. In src/: no function over 100 lines, the median at most 15, the 90th
# percentile at most 50; no file over 600 lines but tables (*_table.c). In tests/: 100 and 600 too.
# A function is counted from the line that names it to its closing brace. The formatting (which
# format.sh holds) puts its braces into the first column.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# The rows of a table of data are not code: initialisers close with "};" and are not counted.
find_files src tests -- c | xargs awk -v complaints="$complaints" '
    FNR == 1 { start = 0; first = 0 }
    /^[A-Za-z_].*\(/ && !/;$/ && !first { first = FNR }
    /^{/ { start = first ? first : FNR }
    /^}/ {
        if (start) {
            length_ = FNR - start + 1
            if (FILENAME ~ /^src\//)
                print length_
            if (length_ > 100)
                printf "%s:%d: function of %d lines; 100 at most\n", FILENAME, start, length_ >>complaints
        }
        start = 0
        first = 0
    }
    /^$|;$/ && !start { first = 0 }' /dev/null | sort -n >"$complaints.lengths"

for file in $(c_files src include tests); do
    case $file in *_table.c) continue ;; esac
    lines=$(wc -l <"$file")
    [ "$lines" -le 600 ] || complain "$file" 600 "file of $lines lines; 600 at most, tables apart"
done

summary=$(awk -v complaints="$complaints" '
    { length_[NR] = $1 }
    END {
        if (!NR)
            exit
        median = length_[int((NR + 1) / 2)]
        p90 = length_[int((NR * 9 + 9) / 10)]
        printf "%d functions: median %d lines, 90th percentile %d, longest %d", NR, median, p90, length_[NR]
        if (median > 15)
            printf "src:0: functions have a median of %d lines; 15 at most\n", median >>complaints
        if (p90 > 50)
            printf "src:0: one function in ten has %d lines or more; 50 at most\n", p90 >>complaints
    }' "$complaints.lengths")
rm -f "$complaints.lengths"
finish "sizes (${summary:-no functions})"
