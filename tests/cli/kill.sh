#!/bin/sh
# cutline kill: withdrawn pictures are marked everywhere, also those that come later.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run kill RTX2CGS3
fails 'without a catalog' 4 'no catalog there'
mkdir first
cp "$samples/RTX2CGS3.jpg" first/
run import -q first
run kill
check 'no marks yet' [ "$status" -eq 0 ] && [ ! -s out ]

run kill RTX2CGS3 --reason 'Reuters: wrong person named' --as 'A. Desk'
prints 'a kill' 'RTX2CGS3: 1 photo killed'
run credit --json RTX2CGS3
holds 'is the first restriction of a credit' '.[0].restrictions[0] == "killed"'
holds 'with the reason' '.[0].kill_reason == "Reuters: wrong person named"'
run credit RTX2CGS3
check 'which warns' grep -q 'killed' err
run show --json RTX2CGS3
holds 'and of the photo' '.[0].restrictions[0] == "killed" and .[0].kill_reason == "Reuters: wrong person named"'
run find --json
holds 'and of a hit' '.[0].restrictions[0] == "killed"'
run sheet -q --format csv
fails 'and it stays out of sheets' 1 'nothing but 1 killed photo'

# The same picture under another name and without metadata; another one that says it is that picture.
{
    head -c 2 "$samples/RTX2CGS3.jpg"
    # From the first segment on that is no APPn.
    from=$(segments "$samples/RTX2CGS3.jpg" | awk '$2 !~ /^E/ { print $1; exit }')
    tail -c "+$((from + 1))" "$samples/RTX2CGS3.jpg"
} >stripped.jpg
run import -q stripped.jpg
run show --json "$work/stripped.jpg"
holds 'a copy without metadata that comes later is killed' '.[0].kill_reason != null'
printf 'media_id,caption\nreuters:RTX2CGS3,A caption\nreuters:RTX50QK9,Another picture\n' >list.csv
run import -q list.csv
run credit --json reuters:RTX50QK9
holds 'others are not' '.[0].kill_reason == null and (.[0].restrictions | index("killed") | not)'
run kill reuters:RTXLATER1
prints 'a mark before the picture comes' 'reuters:RTXLATER1: killed before it comes: no photo has it yet'
printf 'media_id,caption\nreuters:RTXLATER1,A caption\n' >later.csv
run import -q later.csv
run show --json reuters:RTXLATER1
holds 'kills it when it comes' '.[0].restrictions[0] == "killed" and .[0].kill_reason == ""'
run kill --json
holds 'the marks are listed' '[.[] | .target] | index("reuters:RTX2CGS3") and index("reuters:RTXLATER1")'

run kill --lift RTX2CGS3
prints 'a kill is lifted' 'RTX2CGS3: 1 photo freed'
run credit --json RTX2CGS3
holds 'and gone' '.[0].kill_reason == null and (.[0].restrictions | index("killed") | not)'
run kill --lift RTX2CGS3
prints 'once' 'RTX2CGS3: nothing to change'
run kill --lift reuters:RTXLATER1
exits 'the other one, too' 0
run kill
check 'no mark is left' [ ! -s out ]

run kill 99999999
fails 'a number of nobody' 1 '99999999: no photo has it; to mark it before it comes say whose ID it is'
run kill --lift --reason x RTX2CGS3
fails 'a reason to lift' 2 '--lift takes no --reason'
run kill RTX2CGS3 --reason "$(printf 'a\377')"
fails 'a reason that is not UTF-8' 2 'not valid UTF-8'

# A copy that was killed before its image was read, and proves to be a photo that is there.
mkdir copies
cp "$samples/epa05287311.jpg" copies/first.jpg
run import -q copies
cp "$samples/epa05287311.jpg" copies/second.jpg
run import -q --metadata-only copies/second.jpg
copy=$("$CUTLINE" show --json copies/second.jpg | jq .id)
run kill -q "photo:$copy"
cp "$samples/55350159.jpg" copies/another.jpg
run import -q copies
run show --json copies/first.jpg
holds 'becomes part of it, and its kill does, too' '.[0].files | length == 2'
run find --json is:killed
holds 'which is found at once' '[.[].path | split("/")[-1]] == ["first.jpg"]'


run find is:killed
check 'a list warns of killed photos' grep -q '1 of these photos was killed and must not be used' err
run find -q is:killed
check 'unless it shall be quiet' [ ! -s err ]
on_terminal "'$CUTLINE' find is:killed"
check 'and marks them on a terminal' grep -q KILLED seen

finish
