#!/bin/sh
# No calls of banned.tsv.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

for file in $(c_files src include tests); do
    awk -f "$lint_home/strip.awk" "$file" | awk -v file="$file" -v complaints="$complaints" '
        FNR == NR {
            if ($0 !~ /^#/) {
                split($0, column, "\t")
                where[column[1]] = column[2]
                why[column[1]] = column[3]
            }
            next
        }
        FNR == 1 {
            library = file ~ /^(src|include)\// && file !~ /^src\/(cli|document|pixels|web|tools)\//
        }
        {
            # Words, with what follows them: a banned name counts when it is called (streams: when
            # it is named), not when it is a member or a part of a longer name.
            rest = $0
            while (match(rest, /[A-Za-z_][A-Za-z0-9_]*/)) {
                before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : previous
                word = substr(rest, RSTART, RLENGTH)
                rest = substr(rest, RSTART + RLENGTH)
                previous = substr(word, length(word), 1)
                if (!(word in where) || (where[word] == "library" && !library))
                    continue
                if (before == "." || before == ">" && rest !~ /^[ ]*=/)
                    continue
                if (word !~ /^std(out|err)$/ && rest !~ /^[ ]*\(/)
                    continue
                printf "%s:%d: %s: %s\n", file, FNR, word, why[word] >>complaints
            }
        }' "$lint_home/banned.tsv" -
done
finish 'no banned calls'
