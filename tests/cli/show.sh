#!/bin/sh
# cutline show: everything known about a photo.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"
import_samples

run show 55350159
shows 'by media ID' 'media ID:             aawsat:55350159'
shows 'with the credit' 'credit:               REUTERS/Denis Balibouse'
shows 'with its files' "file:                 $samples/55350159.jpg"
shows 'with its pages' "page:                 $samples/aleppo-truce-talks.txt"
run show --json 55350159
holds 'JSON has the promised keys' '.[0] | [has("id", "awaiting_image", "files", "captions", "pages",
    "media_ids", "credit", "fields", "findings", "image_hash")] | all'
holds 'the credit has its origin' '.[0].credit | .line == "REUTERS/Denis Balibouse" and
    (.origin | IN("page", "caption")) and .conflicts == []'
number=$(jq .id out)
run show --json "photo:$number"
holds 'by the catalog number' ".[0].id == $number"
run show --json "$samples/RTX2CGS3.jpg"
holds 'by the path of a photo' '[.[0].media_ids[] | .id] | index("RTX2CGS3")'
(cd "$samples" && "$CUTLINE" show --json RTX2CGS3.jpg) >out 2>err
status=$?
holds 'by a path from the working folder' '[.[0].media_ids[] | .id] | index("RTX2CGS3")'
run show --json "$samples/aleppo-truce-talks.txt"
holds 'by the path of a page' ".[0].id == $number"

run show 99999999 55350159
fails 'an unknown name' 1 'cutline: show: no photo has the media ID or path 99999999'
check 'does not keep others back' grep -q '^credit: ' out
run show photo:123456
fails 'an unknown number' 1 'photo:123456'
printf '55350159\nRTX2CGS3\n' | "$CUTLINE" show --json >out 2>err
status=$?
holds 'names from standard input' 'length == 2'

run show "$samples/IMG_4821.jpg"
shows 'where blocks disagree it says what each says' '  exif says '
shows 'findings are named' 'finding: '

# A JUMBF segment with a claim behind the first two bytes; embargo and kind of picture by hand.
unsigned=$samples/no-metadata.jpg
{
    head -c 2 "$unsigned"
    printf '\377\353\000\057JP\000\001\000\000\000\001\000\000\000\045jumbc2pa'
    printf '\157claim_generator\150Camera/1'
    tail -c +3 "$unsigned"
} >signed.jpg
run import -q signed.jpg
kinds=http://cv.iptc.org/newscodes/digitalsourcetype
run tag -q "$unsigned" release_date=2030-01-02 expiration_date=2031-01-02 \
    digital_source_type=$kinds/trainedAlgorithmicMedia
run show signed.jpg
shows 'what kind of picture it is' 'kind of picture:      ai-generated'
shows 'who signed it' 'C2PA manifest:        Camera/1'
shows 'an embargo' 'embargo until:        2030-01-02'
shows 'an expiry' 'expires:              2031-01-02'
run show --json signed.jpg
holds 'JSON has the same' '.[0].provenance == {"source": "ai-generated", "c2pa": true,
    "claim_generator": "Camera/1", "embargo": "2030-01-02", "expiry": "2031-01-02"}'

run show "$samples/RTX50QK8.jpg"
shows 'Arabic text' 'سوق مطرح'
finish
