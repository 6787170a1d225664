# Who gets the credit: a process for each ID, and many IDs in one.
# shellcheck shell=sh disable=SC2154
title 'Credit of a media ID'
db=$(catalog "$large")
say "$large photos. The shell answers the same question from the same index by one SELECT."
ids "$db" "$lookups" >"$work/ids"
sql="SELECT credit_line FROM media_id JOIN effective USING (photo_id) WHERE value = '{1}' LIMIT 1"
versus -n "$slow_runs" -p -e "$work/ids" -- \
    'cutline credit ID' '' "$CUTLINE" --db "$db" credit -q '{1}' -- \
    'sqlite3@1' '' sqlite3 -readonly "$db" "$sql"
say "$many_ids IDs on standard input; the bar is 100,000 a second. The shell runs as many SELECTs."
ids "$db" "$many_ids" >"$work/ids"
count=$(wc -l <"$work/ids")
awk '{ printf "SELECT credit_line FROM media_id JOIN effective USING (photo_id) " \
              "WHERE value = '\''%s'\'' LIMIT 1;\n", $0 }' "$work/ids" >"$work/ids.sql"
versus -n "$runs" -u "$count" -- \
    'cutline credit -' '' sh -c "exec '$CUTLINE' --db '$db' credit -q - <'$work/ids'" -- \
    'sqlite3' '' sh -c "exec sqlite3 -readonly '$db' <'$work/ids.sql'"
