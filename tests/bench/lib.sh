# What the measurements share; run sets the sizes. A measurement prints Markdown: a title, what is
# compared, tables of `versus`.
# shellcheck shell=sh disable=SC2154 # set by run

tools=$BUILD/tests/bench

# title TEXT: begins a measurement.
title() {
    printf '\n## %s\n\n' "$1"
}

# say TEXT...: a paragraph.
say() {
    printf '%s\n\n' "$*"
}

# need COMMAND: true if it is installed; says so aloud if not.
need() {
    command -v "$1" >/dev/null 2>&1 && return 0
    say "Left out: $1 is not installed (\`make deps\`)."
    return 1
}

# versus ARGUMENT...: see versus.c; a blank line follows the table.
versus() {
    "$tools/versus" "$@" || exit 1
    echo
}

# photos KIND COUNT: prints a folder of photos 0 to COUNT - 1, made unless it is there.
photos() {
    folder=$work/$1-$2
    if [ ! -d "$folder" ]; then
        rm -rf "$folder.part"
        mkdir -p "$folder.part"
        "$tools/make_photos" "$1" 0 "$2" "$folder.part" >&2 || exit 1
        mv "$folder.part" "$folder"
    fi
    echo "$folder"
}

# catalog COUNT: prints a catalog of that many tiny photos, made by a full import unless it is there.
catalog() {
    db=$work/catalog-$1.db
    if [ ! -f "$db" ]; then
        rm -f "$work/part.db" "$work/part.db-wal"
        "$CUTLINE" --db "$work/part.db" import -q "$(photos tiny "$1")" >&2 || exit 1
        mv "$work/part.db" "$db"
    fi
    echo "$db"
}

# ids DB COUNT: media IDs from all over a catalog, one a line.
ids() {
    sqlite3 "$1" "SELECT min(value) FROM media_id WHERE photo_id IN
        (SELECT 1 + (abs(random()) % (SELECT max(id) FROM photo)) FROM
            (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $2)
             SELECT i FROM n)) GROUP BY photo_id"
}

# list FOLDER FILE: writes the paths of the photos in a folder, one a line, in order.
list() {
    find "$1" -type f | LC_ALL=C sort >"$2"
}
