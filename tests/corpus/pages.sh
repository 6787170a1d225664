#!/bin/sh
# The real archived pages: one picture each, its credit found, nothing of the story taken for a
# caption; the picture may come before the page or after it.
if [ -z "${CUTLINE_PAGES:-}" ]; then
    echo 'skip - CUTLINE_PAGES is not set'
    exit 77
fi
page=$CUTLINE_PAGES/aawsat-55350159.txt
photo=samples/55350159.jpg

# knows WHAT CATALOG FILE...: after the imports, in this order, the credit is there.
knows() {
    what=$1
    db=$TMPDIR/$2.db
    shift 2
    for file; do
        "$CUTLINE" --db "$db" -q import "$file" || echo "not ok - imports $file"
    done
    credit=$("$CUTLINE" --db "$db" credit 55350159)
    if [ "$credit" = 'REUTERS/Denis Balibouse' ]; then
        echo "ok - $what: $credit"
    else
        echo "not ok - $what: $credit"
    fi
}

knows 'the page alone' alone "$page"
counts=$("$CUTLINE" --db "$TMPDIR/alone.db" stats --json | jq -c '[.photos, .awaiting, .pages, .captions]')
if [ "$counts" = '[1,1,1,1]' ]; then
    echo 'ok - one photo, awaiting its image, one caption'
else
    echo "not ok - one photo, awaiting its image, one caption: $counts"
fi
knows 'the page, then the photo' page-first "$page" "$photo"
knows 'the photo, then the page' photo-first "$photo" "$page"

# What is known must not depend on the order; numbers in the catalog and file times may.
record() {
    "$CUTLINE" --db "$TMPDIR/$1.db" show --json 55350159 | jq -S 'del(.id)'
}
record page-first >"$TMPDIR/page-first.json"
record photo-first >"$TMPDIR/photo-first.json"
if [ "$(jq -r .awaiting_image "$TMPDIR/page-first.json")" = false ] &&
    diff "$TMPDIR/page-first.json" "$TMPDIR/photo-first.json"; then
    echo 'ok - both orders end in the same record'
else
    echo 'not ok - both orders end in the same record'
fi
