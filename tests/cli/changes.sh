#!/bin/sh
# What happens to files after they were imported: moved, vanished and back, a sidecar written beside
# them, completed after --metadata-only; and cutline check.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

mkdir -p wire/a wire/b
cp "$samples/RTX2CGS3.jpg" wire/a/kerry.jpg
cp "$samples/epa05287311.jpg" wire/b/epa.jpg
cp "$samples/AP_16123640518273.jpg" wire/b/ap.jpg
run import -q wire
run tag RTX2CGS3 city=Geneva

# Moved and renamed.
mkdir wire/0
mv wire/a/kerry.jpg wire/0/renamed.jpg
run import --dry-run --report - wire
holds 'a dry run tells what was moved' "[.[] | select(.result == \"moved\")] | length == 1 and
    (.[0] | .path == \"$work/wire/0/renamed.jpg\" and .from == \"$work/wire/a/kerry.jpg\")"
run import --report moved.ndjson wire
prints 'a moved file is counted as one' '0 added, 0 updated, 2 unchanged, 0 skipped, 0 failed, 1 moved'
cp moved.ndjson out
holds 'and reported with where it was' "[.[] | select(.result == \"moved\")] | length == 1 and
    (.[0] | .path == \"$work/wire/0/renamed.jpg\" and .from == \"$work/wire/a/kerry.jpg\" and .photo == 1)"
holds 'others come from nowhere' 'all(.result == "moved" or .from == null)'
run show --json RTX2CGS3
holds 'the photo keeps its number, edits and one file' "length == 1 and (.[0] | .id == 1 and
    .fields.city == \"Geneva\" and [.files[].path] == [\"$work/wire/0/renamed.jpg\"])"
run import wire
prints 'and is known there' '0 added, 0 updated, 3 unchanged, 0 skipped, 0 failed'
run find path:kerry
exits 'the old name is forgotten' 1
cp wire/0/renamed.jpg wire/a/copy.jpg
run import wire
prints 'a copy is not moved' '1 added, 0 updated, 3 unchanged, 0 skipped, 0 failed'
run show --json RTX2CGS3
holds 'it is one more file of the photo' '.[0].files | length == 2'

# Vanished, and back.
mv wire/b/ap.jpg ap.jpg
run import --json --report gone.ndjson wire
holds 'a vanished file is counted' '.[0].missing == 1 and .[0].unchanged == 3'
cp gone.ndjson out
holds 'and reported' "[.[] | select(.result == \"missing\")] | length == 1 and
    (.[0] | .path == \"$work/wire/b/ap.jpg\" and .photo != null)"
run show --json "$work/wire/b/ap.jpg"
holds 'its photo is still there' '.[0].files[0].missing'
run import --json wire
holds 'it is told once' '.[0].missing == 0'
run check
exits 'check: a file is missing' 3
check 'check lists it' grep -q "^missing  *$work/wire/b/ap.jpg" out
check 'and counts' grep -q '4 files, 1 missing' out
run check --json
holds 'check --json' "(.[0] == {path: \"$work/wire/b/ap.jpg\", photo: 2, state: \"missing\"}) and
    (.[-1] | .files == 4 and .missing == 1)"
mv ap.jpg wire/b/ap.jpg
run import wire
prints 'a file that is back is unchanged' '0 added, 0 updated, 4 unchanged, 0 skipped, 0 failed'
run check
exits 'and check is content' 0
rm wire/b/epa.jpg
run check -q
exits 'check finds it without an import' 3
run show --json "$work/wire/b/epa.jpg"
holds 'and marks it' '.[0].files[0].missing'
cp "$samples/epa05287311.jpg" wire/b/epa.jpg
run check -v
exits 'check unmarks what is back' 0
check 'and says so' grep -q "^found  *$work/wire/b/epa.jpg" out
run check --integrity
exits 'the database is sound' 0
run check nothing-such
exits 'check of a folder the catalog does not know' 1

# A sidecar that is written, changed and removed.
sidecar() {
    cat >"$2" <<XMP
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:SidecarForExtension="jpg" photoshop:City="$1"/></rdf:RDF></x:xmpmeta>
XMP
}
{ head -c -2 "$samples/no-metadata.jpg" && printf 'plain\377\331'; } >wire/b/plain.jpg
run import -q wire
sidecar Cairo wire/b/plain.xmp
run import wire
prints 'a new sidecar makes its photo be read' '0 added, 1 updated, 4 unchanged, 1 skipped, 0 failed'
run show --json "$work/wire/b/plain.jpg"
holds 'with what it says' '.[0].fields.city == "Cairo"'
sidecar Amman wire/b/plain.xmp
touch -d 2001-01-01 wire/b/plain.xmp
run import "$work/wire/b/plain.jpg"
prints 'so does a changed one, if the photo is named' '0 added, 1 updated, 0 unchanged, 0 skipped, 0 failed'
run import wire
prints 'once' '0 added, 0 updated, 5 unchanged, 1 skipped, 0 failed'
rm wire/b/plain.xmp
run import wire
prints 'and one that is gone' '0 added, 1 updated, 4 unchanged, 0 skipped, 0 failed'
run show --json "$work/wire/b/plain.jpg"
holds 'its words, too' '.[0].fields.city == null'

# Lists that name a file, and the file goes by another name: a row follows the name, not the picture.
CUTLINE_DB=$work/named.db
export CUTLINE_DB
mkdir named
{ head -c -2 "$samples/no-metadata.jpg" && printf 'one\377\331'; } >named/IMG_1.jpg
{ head -c -2 "$samples/no-metadata.jpg" && printf 'two\377\331'; } >named/other.jpg
cat >rows.csv <<'LIST'
file,media_id,caption
IMG_1.jpg,,A boat in Geneva. REUTERS/Lena Hofbauer
IMG_1.jpg,reuters:RTX2CGS3,A boat with an ID. REUTERS/Lena Hofbauer
LIST
captions() {
    run find --json sort:file
    cp out hits
    jq -r '[(.path // "none" | sub(".*/"; "")), .media_id.id, .caption] | map(. // "-") | join(" ")' hits >out
}
run import -q named rows.csv
captions
prints 'rows belong to the photo whose file they name' 'IMG_1.jpg RTX2CGS3 A boat in Geneva.
other.jpg - -'
run tag reuters:RTX2CGS3 'headline=By hand'
mv named/IMG_1.jpg named/renamed.jpg
run import named
prints 'the file is renamed' '0 added, 0 updated, 1 unchanged, 0 skipped, 0 failed, 1 moved'
captions
prints 'a row with an ID awaits its image again, the other waits for the name' 'other.jpg - -
renamed.jpg - -
none RTX2CGS3 A boat with an ID.'
run show --json "$work/named/renamed.jpg"
holds 'what was typed stays with the picture' '.[0].fields.headline == "By hand"'
mv named/other.jpg named/IMG_1.jpg
run import -q named
captions
prints 'both belong to the photo that takes the name' 'IMG_1.jpg RTX2CGS3 A boat in Geneva.
renamed.jpg - -'
mv named/IMG_1.jpg named/other.jpg
mv named/renamed.jpg named/IMG_1.jpg
run import -q named
captions
prints 'and go back' 'IMG_1.jpg RTX2CGS3 A boat in Geneva.
other.jpg - -'
# The photo that goes by another name has denied the ID of the row: only its old name leads there.
CUTLINE_DB=$work/denied.db
{ head -c -2 "$samples/no-metadata.jpg" && printf 'three\377\331'; } >named/IMG_3.jpg
sed 's/IMG_1/IMG_3/; 2d' rows.csv >row.csv
run import -q named/IMG_3.jpg row.csv
run tag "$work/named/IMG_3.jpg" media-=reuters:RTX2CGS3
mv named/IMG_3.jpg named/IMG_4.jpg
run import -q named/IMG_4.jpg
captions
prints 'the row is left without a photo by its old name alone, and awaits one' 'IMG_4.jpg - -
none RTX2CGS3 A boat with an ID.'

# Metadata only first: copies are photos of their own until their image data is read.
CUTLINE_DB=$work/shallow.db
export CUTLINE_DB
mkdir twins
cp "$samples/no-metadata.jpg" twins/1.jpg
cp "$samples/no-metadata.jpg" twins/2.jpg
run import --metadata-only -q twins
run stats --json
holds 'metadata only: two photos' '.[0].photos == 2'
"$CUTLINE" tag "$work/twins/1.jpg" city=Geneva >out 2>err
"$CUTLINE" tag "$work/twins/2.jpg" headline=Talks >out 2>err
run import twins
prints 'a plain import completes both' '0 added, 2 updated, 0 unchanged, 0 skipped, 0 failed'
run show --json "$work/twins/2.jpg"
holds 'they prove to be one, with the edits of both' 'length == 1 and (.[0] | (.files | length == 2) and
    .fields.city == "Geneva" and .fields.headline == "Talks")'
finish
