# All rows as CSV, against the shell of SQLite.
# shellcheck shell=sh disable=SC2154
title 'Sheet'
say 'All photos of a catalog as CSV, the usual columns. The memory must not grow with the rows.'
for count in "$small" "$large"; do
    db=$(catalog "$count")
    versus -n "$slow_runs" -u "$count" -- \
        "cutline sheet, $count rows" '' "$CUTLINE" --db "$db" sheet -f csv -o "$work/sheet.csv" -- \
        'sqlite3 -csv@0.67' '' sh -c "exec sqlite3 -readonly -csv -header '$db' 'SELECT id_value,
            headline, caption, credit_line, byline, city, country, date, restrictions, path
            FROM effective ORDER BY date DESC, photo_id DESC' >'$work/sheet.csv'"
done
rm -f "$work/sheet.csv"
