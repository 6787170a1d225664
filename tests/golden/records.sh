#!/bin/sh
# What cutline knows of every sample is what was recorded. After a change that is meant:
# `make golden`, and read the difference before committing it.
#
#   records.sh             compare
#   records.sh --update    record anew
#
# A photo's record is what `read` prints of the file alone; a page's or list's is what `show` prints
# of the media IDs in it after nothing else was imported.
update=${1:-}
catalog=$TMPDIR/catalog.db

# What differs between two runs without meaning anything: where the checkout lies, file times.
steady() {
    jq -S --arg here "$PWD/" 'walk(
        if type == "string" then ltrimstr($here)
        elif type == "object" then del(.mtime_ns, .mtime)
        else . end)'
}

photo_record() {
    "$CUTLINE" read --json --policy "$2" "$1" | steady
}

page_record() {
    rm -f "$catalog"*
    "$CUTLINE" --db "$catalog" -q import "$1" &&
        grep -oE '55350159|getty:[0-9]+|reuters:RT[A-Z0-9]+' "$1" | LC_ALL=C sort -u |
        "$CUTLINE" --db "$catalog" show --json | steady
}

# judge NAME: compares $TMPDIR/record with the recorded file.
judge() {
    recorded=tests/golden/$1.json
    if [ "$update" = --update ]; then
        cp "$TMPDIR/record" "$recorded"
    elif [ ! -s "$TMPDIR/record" ]; then
        echo "not ok - $1: nothing was read"
    elif diff -u "$recorded" "$TMPDIR/record"; then
        echo "ok - $1"
    else
        echo "not ok - $1 is not read as recorded"
    fi
}

for file in samples/*; do
    name=${file##*/}
    case $name in
    README.md | *.service | *.tmpl) continue ;;
    *.jpg)
        photo_record "$file" newsroom >"$TMPDIR/record"
        judge "$name"
        photo_record "$file" mwg >"$TMPDIR/record"
        judge "$name.mwg"
        ;;
    *)
        page_record "$file" >"$TMPDIR/record"
        judge "$name"
        ;;
    esac
done
for recorded in tests/golden/*.json; do
    name=${recorded##*/}
    name=${name%.json}
    [ -f "samples/${name%.mwg}" ] || echo "not ok - $recorded records no sample"
done
