#!/bin/sh
# cutline read: metadata of photos, for reading and as JSON.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run read "$samples/RTX2CGS3.jpg"
shows 'a page for reading' 'media ID:             reuters:RTX2CGS3 (iim 2:22)'
shows 'with the format and size' 'picture:              jpeg, 320 x 214 pixels'
run read "$samples/IMG_4821.jpg"
shows 'where blocks disagree it says what each says' '  exif says           OLYMPUS DIGITAL CAMERA'
shows 'findings are named' 'finding:              iim-digest-differs'
run read "$samples/RTX50QK8.jpg"
shows 'Arabic text' 'headline:             سوق مطرح القديم'
run read "$samples/no-metadata.jpg" "$samples/RTX2CGS3.jpg"
check 'a blank line is between two photos' [ "$(grep -c '^file: ' out)" -eq 2 ]

run read --json "$samples/RTX2CGS3.jpg"
holds 'JSON has the promised keys' '.[0] | [has("path", "format", "width", "height", "image_hash",
    "media_ids", "fields", "origin", "credit", "findings")] | all'
holds 'media IDs have their evidence' '.[0].media_ids[0] ==
    {namespace: "reuters", id: "RTX2CGS3", evidence: "iim 2:22"}'
holds 'path is that of the command line' ".[0].path == \"$samples/RTX2CGS3.jpg\""
hash=$(jq -r .image_hash out)
run read --json "$samples/no-metadata.jpg"
holds 'the image hash does not depend on metadata' ".[0].image_hash == \"$hash\""
run read --json --metadata-only "$samples/no-metadata.jpg"
holds '--metadata-only leaves it out' '.[0].image_hash == null'

run read --json --policy newsroom "$samples/IMG_4821.jpg"
jq -S .fields out >newsroom
run read --json "$samples/IMG_4821.jpg"
check 'newsroom is the default policy' sh -c 'jq -S .fields out | cmp -s - newsroom'
run read --json --policy mwg "$samples/IMG_4821.jpg"
check 'mwg is another one' sh -c '! jq -S .fields out | cmp -s - newsroom'

# Many files, some of them bad.
cp "$samples/RTX2CGS3.jpg" 'with blank.jpg'
cp "$samples/RTX2CGS3.jpg" ./-dash.jpg
cp "$samples/RTX2CGS3.jpg" 'a
b.jpg'
run read --json 'with blank.jpg' missing.jpg ./-dash.jpg
fails 'a bad file among good ones' 3 'cutline: read: missing.jpg: cannot open: No such file or directory'
holds 'does not stop the others' '[.[].path] == ["with blank.jpg", "./-dash.jpg"]'
check 'has one message' [ "$(wc -l <err)" -eq 1 ]
run read --json -- -dash.jpg
holds 'a name with a dash behind --' '.[0].path == "-dash.jpg"'
printf 'with blank.jpg\n\n-dash.jpg\n' | "$CUTLINE" read --json - >out 2>err
status=$?
holds 'names from standard input' '[.[].path] == ["with blank.jpg", "-dash.jpg"]'
printf 'a\nb.jpg\000-dash.jpg' | "$CUTLINE" --json -0 read >out 2>err
status=$?
holds 'names that end in NUL' '[.[].path] == ["a\nb.jpg", "-dash.jpg"]'
run read 'a
b.jpg'
shows 'a line end in a name does not break the page' 'file:                 a'
printf '\377.jpg' >name
cp "$samples/RTX2CGS3.jpg" "$(cat name)"
run read --json "$(cat name)"
holds 'a name that is not UTF-8' '.[0].path == "\ufffd.jpg"'

# More files than a command line usually has.
mkdir many
i=0
while [ $i -lt 300 ]; do
    ln "$samples/epa05287311.jpg" "many/$i.jpg" 2>/dev/null || cp "$samples/epa05287311.jpg" "many/$i.jpg"
    i=$((i + 1))
done
run read --json --metadata-only many/*.jpg
check '300 photos in one call' [ "$(wc -l <out)" -eq 300 ]

"$CUTLINE" read "$samples/RTX2CGS3.jpg" >/dev/full 2>err
status=$?
: >out
fails 'a full disk' 4 'cutline: read: cannot write to standard output: No space left on device'
finish
