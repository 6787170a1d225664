# All rows as CSV, against the shell of SQLite.
# shellcheck shell=sh disable=SC2154
title 'Sheet'
say 'All photos of a catalog as CSV, the usual columns, newest first. The memory must not grow with the rows.' \
    'The shell is asked twice: in the order of the index of dates, which cutline goes by, and in that of' \
    'the dates as text, for which SQLite reads the table as it lies and sorts copies in a temporary file.'
columns='id_value, headline, caption, credit_line, byline, city, country, date, restrictions, path'
for count in "$small" "$large"; do
    db=$(catalog "$count")
    versus -n "$slow_runs" -u "$count" -- \
        "cutline sheet, $count rows" '' "$CUTLINE" --db "$db" sheet -f csv -o "$work/sheet.csv" -- \
        'sqlite3 -csv, by the index@0.67' '' sh -c "exec sqlite3 -readonly -csv -header '$db' \
            'SELECT $columns FROM effective ORDER BY taken DESC, photo_id DESC' >'$work/sheet.csv'" -- \
        'sqlite3 -csv, sorting@0.67' '' sh -c "exec sqlite3 -readonly -csv -header '$db' \
            'SELECT $columns FROM effective ORDER BY date DESC, photo_id DESC' >'$work/sheet.csv'"
done
rm -f "$work/sheet.csv"
