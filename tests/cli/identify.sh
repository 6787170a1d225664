#!/bin/sh
# cutline identify and cutline thumb: a picture without its metadata, and the thumbnails kept.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run identify "$samples/RTX2CGS3.jpg"
fails 'without a catalog' 4 'no catalog there; '
import_samples

run identify "$samples/no-metadata.jpg"
exits 'a picture without metadata' 0
shows 'is found by its image data' 'certain confidence, distance 0 of 256'
shows 'and why is said' 'the coded image data is the same'
shows 'with its media ID' 'reuters:RTX2CGS3 (iim 2:22)'
shows 'and its credit' 'REUTERS/Lena Hofbauer'

run thumb reuters:RTX2CGS3 -o thumb.jpg
exits 'a thumbnail is written' 0
check 'and nothing printed' [ ! -s out ]
check 'to a small file' [ "$(wc -c <thumb.jpg)" -lt 20000 ]
run read --json thumb.jpg
holds 'which is a JPEG of at most 256 pixels without metadata' \
    '.[0] | .format == "jpeg" and .width == 256 and .height == 171 and .fields == {}'
run thumb reuters:RTX2CGS3
check 'on standard output it is the same' cmp -s out thumb.jpg
run thumb "$samples/RTX2CGS3.jpg" -o -
check 'by path too' cmp -s out thumb.jpg

run identify thumb.jpg
exits 'a thumbnail is found' 0
shows 'by its looks' '  why:                it looks like the photo: '
shows 'and names the photo' 'reuters:RTX2CGS3'
run identify --json thumb.jpg "$samples/epa05287311.jpg"
holds 'JSON has an object for each picture' 'length == 2 and all(.found)'
holds 'with what was compared' '.[0] | .path == "thumb.jpg" and .compared and .quality > 50'
holds 'and the candidate' '.[0].candidates | length == 1 and (.[0] |
    .distance > 0 and .distance <= 31 and .form == "as it is" and
    .credit.line == "REUTERS/Lena Hofbauer" and .media_ids[0].id == "RTX2CGS3" and
    (.confidence == "high" or .confidence == "medium") and (.files | length) == 2)'
holds 'certain where it is the same' '.[1].candidates[0] | .confidence == "certain" and .distance == 0'
run identify --exact thumb.jpg
fails 'by image data alone it is not' 1 'thumb.jpg: no photo has the same image data'
run identify --distance 256 --json thumb.jpg
holds 'a large distance names others too, the nearest first' \
    '.[0].candidates | length == 8 and .[1].confidence == "low" and .[0].distance < .[1].distance'
printf '%s\n' thumb.jpg "$samples/IMG_4821.jpg" >list
"$CUTLINE" identify --json - <list >out 2>err
holds 'files from standard input' 'length == 2 and all(.found)'

# Twenty-four pictures, some of them unknown, damaged or not there: as if each were asked for alone.
printf '%s\n' thumb.jpg "$samples/IMG_4821.jpg" none.jpg "$samples/no-metadata.jpg" list \
    "$samples/epa05287311.jpg" "$samples/RTX2CGS3.jpg" thumb.jpg >eight
cat eight eight eight >many
while read picture; do
    "$CUTLINE" identify --json "$picture" 2>>err1
done <many >alone
"$CUTLINE" identify --json - <many >out 2>err
check 'many pictures are answered as each alone, in order' cmp -s alone out
check 'and so is what is wrong with them' cmp -s err1 err
check 'which are not few' [ "$(wc -l <out)" -ge 18 ]

run identify --distance 0 thumb.jpg
fails 'a distance of 0' 2 '--distance takes a number from 1 to 256'
run identify --distance 257 thumb.jpg
fails 'a distance over 256' 2 '--distance takes a number from 1 to 256'
run identify none.jpg thumb.jpg
fails 'a file that is not there' 3 'none.jpg: cannot open'
check 'does not keep the others back' grep -q 'RTX2CGS3' out
"$CUTLINE" --db other.db import -q "$samples/epa05287311.jpg"
run --db other.db identify thumb.jpg
fails 'a picture that is not in the catalog' 1 'thumb.jpg: no photo looks like it'
run --db other.db identify --json thumb.jpg
exits 'in JSON too' 1
holds 'and says so' '.[0].found == false and .[0].candidates == []'

run thumb 99999999 -o none
fails 'the thumbnail of an unknown ID' 1 'no photo has the media ID or path 99999999'
run thumb reuters:RTX2CM7K -o none
fails 'or of a photo known from a list only' 1 'reuters:RTX2CM7K: no thumbnail is kept of it'
check 'writes no file' [ ! -e none ]
run thumb reuters:RTX2CGS3 -o missing/thumb.jpg
fails 'a folder that is not there' 4 'missing/thumb.jpg: cannot write: '
"$CUTLINE" --db light.db import -q --metadata-only "$samples"
run --db light.db thumb reuters:RTX2CGS3 -o none
fails 'a metadata-only import keeps none' 1 'no thumbnail is kept of it; a full import makes one'
"$CUTLINE" --db light.db import -q "$samples"
run --db light.db thumb reuters:RTX2CGS3 -o none
check 'and a full one completes it' cmp -s none thumb.jpg

finish
