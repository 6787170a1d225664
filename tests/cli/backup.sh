#!/bin/sh
# cutline backup: a copy of the catalog while it is in use.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

import_samples
chmod 640 "$XDG_DATA_HOME/cutline/catalog.db"
run credit 55350159
before=$(cat out)

run backup copy.db
exits 'a backup is made' 0
check 'and its size is told' [ "$(cat out)" = "copy.db: $(wc -c <copy.db) bytes" ]
same 'with the permissions of the catalog' 640 "$(stat -c %a copy.db)"
run --db copy.db check --integrity
check 'it is sound' grep -qF 'the database is sound' out
run --db copy.db credit 55350159
prints 'and answers as the catalog does' "$before"
check 'no other file is left' [ "$(find . -maxdepth 1 -name '*.tmp')" = "" ]

"$CUTLINE" tag -q --yes 55350159 headline='After the backup'
run --db copy.db find 'headline:"After the backup"'
exits 'what is done later is not in it' 1

run backup copy.db
fails 'a file that is there is kept' 4 'copy.db: is there already'
run --db copy.db find 'headline:"After the backup"'
exits 'as it was' 1
run backup -q --replace copy.db
exits 'unless it is to be replaced' 0
run --db copy.db find 'headline:"After the backup"'
exits 'by the catalog of now' 0
same 'whose permissions it gets again' 640 "$(stat -c %a copy.db)"

"$CUTLINE" --db copy.db tag -q --yes 55350159 headline='From the copy'
run --db copy.db backup --replace "$XDG_DATA_HOME/cutline/catalog.db"
exits 'a copy can become the catalog' 0
run find 'headline:"From the copy"'
exits 'and is it' 0
for log in copy.db-wal copy.db-journal; do
    : >$log
    run backup --replace copy.db
    fails "what is in use as a catalog is not replaced ($log)" 4 'is in use as a catalog'
    rm $log
done

run --progress json backup --replace -q copy.db
check 'programs are told how far it is' \
    jq -e -s '.[-1] | .progress == "end" and .bytes > 0 and .bytes == .total_bytes' err

mkdir nightly
run backup --json nightly
holds 'in a folder it is named by the time' \
    '.[0].path | test("^nightly/catalog-[0-9]{8}T[0-9]{6}[.]db$")'
holds 'and the size is that of the file' ".[0].bytes == $(cat nightly/*.db | wc -c)"

run backup --replace "$XDG_DATA_HOME/cutline/catalog.db"
fails 'the catalog is not copied onto itself' 2 'is the catalog itself'
ln -s "$XDG_DATA_HOME/cutline/catalog.db" link.db
run backup --replace link.db
fails 'nor through a link' 2 'is not a regular file'
run backup no/such/folder.db
fails 'a folder that there is not is no place' 4 'no/such'
run --db none.db backup other.db
fails 'no catalog, no backup' 4 'no catalog there'
check 'and no file' [ ! -e other.db ]
run backup
fails 'a file must be named' 2 'FILE|FOLDER'

# Somebody holds the catalog for writing and has not committed: the backup does not wait, and does
# not see it.
if command -v sqlite3 >/dev/null 2>&1; then
    mkfifo hold
    sqlite3 "$XDG_DATA_HOME/cutline/catalog.db" <hold >held 2>&1 &
    exec 9>hold
    echo "BEGIN IMMEDIATE; DELETE FROM effective; SELECT 'held';" >&9
    until grep -q held held; do sleep 0.05; done
    run backup -q --replace copy.db
    exits 'a writer at work does not stop it' 0
    exec 9>&-
    wait
    run --db copy.db credit 55350159
    prints 'and what he has not committed is not in it' "$before"
else
    skip 'a writer at work (sqlite3 is not installed)'
fi

# A limit on the size of files stands for a full disk.
(ulimit -f 200 && trap '' XFSZ && exec "$CUTLINE" backup small.db) >out 2>err
# shellcheck disable=SC2034 # fails asks for it
status=$?
fails 'a disk that is full is told' 4 'cannot copy the catalog'
check 'and leaves nothing' [ -z "$(find . -maxdepth 1 -name 'small.db*' -o -maxdepth 1 -name '.cutline*')" ]

finish
