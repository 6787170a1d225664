#!/bin/sh
# Pictures that are no JPEG: decoded by cutline-pixels, or said not to be.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

pictures=$top/tests/fuzz/corpus/pixels
import_samples

# What a web page makes of a photo.
for format in png webp heic avif tiff; do
    run identify --json "$pictures/$format"
    exits "a $format of a photo" 0
    holds 'is found' '.[0] | .compared and .candidates[0].confidence == "high" and
        any(.candidates[0].media_ids[]; .id == "RTX2CGS3")'
done
for format in png webp; do
    run identify --json "$pictures/$format-cut"
    exits "what is left of a $format is found by" 0
    holds 'its upper part' '.[0].candidates | length == 1'
done

mkdir wire
cp "$pictures/webp" wire/one.webp
cp "$pictures/png-cut" wire/two.png
run --db wire.db import wire --report -
exits 'they are imported' 0
shows 'and a damaged one is noted' 'only a part of the picture can be decoded'
run --db wire.db thumb wire/one.webp -o thumb.jpg
exits 'with a thumbnail' 0
run --db wire.db identify --json thumb.jpg
holds 'by which they are found' '.[0].candidates[0].files[0] | endswith("one.webp")'

# The program by itself, without the other one beside it.
mkdir alone
cp "$CUTLINE" alone/cutline
CUTLINE=$work/alone/cutline
run --db late.db import wire --report -
exits 'without the decoder the import goes on' 0
shows 'and says what is missing' 'cutline-pixels cannot be run'
run --db late.db identify wire/one.webp
exits 'and pictures are found by their data' 0
run --db late.db identify "$pictures/png"
fails 'not by their looks' 1 'no photo has the same image data, and its pixels cannot be decoded'
CUTLINE=$BUILD/cutline
run --db late.db import wire
shows 'a later import with it completes them' '2 updated'
run --db late.db identify "$pictures/png"
exits 'so that they are found' 0
finish
