#!/bin/sh
# cutline import: counts, reports, dry runs, order, and that nothing is read or changed twice.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

wanted=$(find "$samples" -name '*.jpg' -o -name '*.txt' -o -name '*.html' -o -name '*.csv' | wc -l)
others=$(find "$samples" -type f ! -name '*.jpg' ! -name '*.txt' ! -name '*.html' ! -name '*.csv' | wc -l)

run import --dry-run "$samples"
prints 'a dry run counts' "$wanted added, 0 updated, 0 unchanged, $others skipped, 0 failed (dry run: nothing was changed)"
check 'and makes no catalog' [ ! -e "$XDG_DATA_HOME" ]

run import "$samples"
prints 'the samples' "$wanted added, 0 updated, 0 unchanged, $others skipped, 0 failed"
check 'the catalog is made with its folders' [ -s "$XDG_DATA_HOME/cutline/catalog.db" ]
check 'nothing is said on standard error' [ ! -s err ]
"$CUTLINE" stats >stats.before
run import --json "$samples"
holds 'again: all is unchanged' ".[0] == {added: 0, updated: 0, unchanged: $wanted, skipped: $others,
    failed: 0, moved: 0, missing: 0, dry_run: false, interrupted: false}"
"$CUTLINE" stats >stats.after
check 'and the catalog is the same' cmp -s stats.before stats.after
run import -q "$samples"
check '-q prints nothing' [ ! -s out ]
run import -v "$samples"
shows '-v lists every file' "unchanged $samples/RTX2CGS3.jpg"

# The report.
run import --db report.db --report report.ndjson "$samples" missing.jpg
fails 'a path that is not there' 3 'missing.jpg: '
cp report.ndjson out
holds 'the report has a line for each file' "length == $wanted + $others + 1"
holds 'with its shape' 'all(has("path") and has("result") and has("photo") and has("photos") and
    has("error") and has("findings"))'
holds 'what failed says why' '[.[] | select(.result == "failed")] | length == 1 and
    (.[0].error | .status == "io" and .byte == null and (.message | length > 0))'
holds 'findings are told' 'any(.findings[].code == "iim-digest-differs")'
run import --db report.db --report - "$samples"
holds 'the report can go to standard output' "length == $wanted + $others and all(.result == \"unchanged\" or
    .result == \"skipped\")"
"$CUTLINE" import --db report.db --report - "$samples" >/dev/full 2>err
status=$?
fails 'a full disk' 4 'cannot write to standard output: No space left on device'
run import --db report.db --report /dev/full "$samples"
fails 'a full disk under the report' 4 '/dev/full: cannot write: No space left on device'
run import --report /nowhere/report "$samples"
fails 'a report that cannot be written' 4 '/nowhere/report: cannot write: No such file or directory'

# Paths from standard input, strange names, more than one batch.
mkdir strange
cp "$samples/epa05287311.jpg" 'strange/a
b.jpg'
cp "$samples/RTX2CGS3.jpg" 'strange/with blank.jpg'
find strange -type f -print0 | "$CUTLINE" import --db strange.db -0 - >out 2>err
status=$?
prints 'paths that end in NUL' '2 added, 0 updated, 0 unchanged, 0 skipped, 0 failed'
echo 'strange/with blank.jpg' | "$CUTLINE" import --db strange.db >out 2>err
status=$?
prints 'paths that end in a line end' '0 added, 0 updated, 1 unchanged, 0 skipped, 0 failed'
(cd strange && "$CUTLINE" import --db ../strange.db ../strange/./'with blank.jpg') >out 2>err
status=$?
prints 'a file is known by whatever path' '0 added, 0 updated, 1 unchanged, 0 skipped, 0 failed'
awk -v f="$samples/RTX2CGS3.jpg" 'BEGIN { for (i = 0; i < 9000; i++) print f }' |
    "$CUTLINE" import --db strange.db --json - >out 2>err
status=$?
holds 'more paths than one batch' '.[0].added + .[0].updated + .[0].unchanged == 9000'

# Changed files.
cp "$samples/RTX2CGS3.jpg" photo.jpg
run import --db change.db photo.jpg
cp "$samples/AP_16123640518273.jpg" photo.jpg
touch -d '2001-01-01' photo.jpg
run import --db change.db photo.jpg
prints 'a changed file is updated' '0 added, 1 updated, 0 unchanged, 0 skipped, 0 failed'
touch -d '2002-02-02' photo.jpg
run import --db change.db --dry-run photo.jpg
cp out before
run import --db change.db --dry-run photo.jpg
check 'a dry run changes nothing' cmp -s before out

# A page first or its photo first: the same photo in the end.
page=$samples/aleppo-truce-talks.txt
run import --db page.db -q "$page"
run --db page.db credit -q 55350159
prints 'a page alone answers' 'REUTERS/Denis Balibouse'
run --db page.db credit --json 55350159
holds 'the photo is awaiting its image' '.[0].awaiting_image'
run import --db page.db -q "$samples/55350159.jpg"
run import --db photo.db -q "$samples/55350159.jpg"
run import --db photo.db -q "$page"
strip='del(.id, .photo) | walk(if type == "object" then del(.photo) else . end)'
for db in page photo; do
    "$CUTLINE" --db $db.db show --json 55350159 | jq -S "$strip" >$db.show
    "$CUTLINE" --db $db.db credit --json 55350159 | jq -S "$strip" >>$db.show
done
check 'a page first or its photo first: the same record' cmp page.show photo.show
run --db photo.db credit --json 55350159
holds 'which has its image' '.[0].awaiting_image | not'
run --db photo.db stats --json
holds 'and is one photo' '.[0].photos == 1'

# Metadata only, then all of it.
run import --db hash.db --metadata-only -q "$samples/RTX2CGS3.jpg"
run --db hash.db show --json RTX2CGS3
holds '--metadata-only takes no image hash' '.[0].image_hash == null'
run import --db hash.db "$samples/RTX2CGS3.jpg"
prints 'a later import completes it' '0 added, 1 updated, 0 unchanged, 0 skipped, 0 failed'
run --db hash.db show --json RTX2CGS3
holds 'with the hash' '.[0].image_hash | length == 64'

# Faults of the catalog.
echo 'not a database, but long enough to be taken for one if nobody looks' >bad.db
run --db bad.db import "$samples"
fails 'a file that is no catalog' 4 'bad.db: '
check 'stays as it was' grep -q 'not a database' bad.db
run --db . import "$samples"
fails 'a folder is no catalog' 4 'cutline: import: '
run import --jobs 1 --db jobs.db "$samples"
cp out one
run import --jobs 4 --db jobs4.db "$samples"
check 'any number of jobs counts the same' cmp -s one out
finish
