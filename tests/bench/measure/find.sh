# A set of queries, against the full-text index alone.
# shellcheck shell=sh disable=SC2154
title 'Find'
db=$(catalog "$large")
say "$large photos; words that most photos have, rare ones, phrases, beginnings. The raw queries return" \
    'the first twenty rows of the index and no data of the photos. The bar is 50 ms at the 95th' \
    'percentile, and 1.3 times the raw query by rank.'
grep -v '^#' tests/bench/queries.tsv >"$work/queries"
versus -n "$runs" -p -e "$work/queries" -- \
    'cutline find -n 20' '' "$CUTLINE" --db "$db" find -q -n 20 '{1}' -- \
    'FTS5 by rank@0.77' '' sqlite3 -readonly "$db" \
    "SELECT rowid FROM search WHERE search MATCH '{2}' ORDER BY rank LIMIT 20" -- \
    'FTS5, last rows' '' sqlite3 -readonly "$db" \
    "SELECT rowid FROM search WHERE search MATCH '{2}' ORDER BY rowid DESC LIMIT 20"
