#!/bin/sh
# cutline dupes: copies, and the same picture in other files.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

mkdir wire web
cp "$samples/RTX2CGS3.jpg" "$samples/epa05287311.jpg" "$samples/55350159.jpg" wire
"$CUTLINE" import -q wire
run dupes
fails 'different photos are no duplicates' 1 'no two photos show the same, and none has two files'
run find is:duplicate
exits 'and none is listed' 1

# A copy under another name, and what a page shows of a photo: smaller, and without metadata.
cp wire/55350159.jpg web/copy.jpg
"$CUTLINE" thumb reuters:RTX2CGS3 -o web/thumb.jpg
cp "$top/tests/fuzz/corpus/pixels/webp" web/page.webp
"$CUTLINE" import -q web
run find is:duplicate
shows 'a copy is a duplicate at once' '55350159'
run dupes
exits 'duplicates are found' 0
shows 'a copy' 'the same image data is in 2 files'
shows 'a picture compressed again' 'of 256 bits of the perceptual hash differ'
shows 'with what carries its credit over' "credit='REUTERS/Lena Hofbauer'"
run dupes --json
holds 'two groups' 'length == 2'
holds 'the best credited first' 'any(.[]; .photos | length == 3 and
    (.[0].files[0] | endswith("RTX2CGS3.jpg")) and .[0].credit.line == "REUTERS/Lena Hofbauer")'
holds 'what lacks a credit takes it' 'any(.[]; .photos | length == 3 and .[1].takes_credit and
    .[1].takes_caption and .[2].takes_credit and (.[0].takes_credit | not))'
run find --json is:duplicate
holds 'and all are listed' 'length == 4'

# The proposal is a command that does what it says.
run dupes
sed -n 's/^  to do: *cutline //p' out | while IFS= read -r words; do
    eval "\"\$CUTLINE\" $words --yes" >/dev/null 2>&1 || echo failed
done >proposals
check 'the proposals can be run' [ ! -s proposals ]
run dupes
check 'and nothing is left to do' sh -c '! grep -q "to do" out'
finish
