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
run find --json is:duplicate
holds 'both are duplicates as soon as they are imported' 'length == 4'
run find -- -is:duplicate
shows 'and what is none is not' 'epa05287311'
run find --count is:duplicate
prints 'counting agrees' 4
run dupes
exits 'duplicates are found' 0
shows 'a copy' 'the same image data is in 2 files'
shows 'a picture encoded again' 'of 256 bits of the perceptual hash differ'
shows 'which is the best, and why' 'it has a credit line, photographers, agencies and a caption'
shows 'with what carries its credit over' "'credit?=REUTERS/Lena Hofbauer'"
shows 'and its ID' "'media+=reuters:RTX2CGS3'"
run dupes --json
holds 'two groups' 'length == 2'
holds 'the best credited first' 'any(.[]; .photos | length == 3 and
    (.[0].files[0] | endswith("RTX2CGS3.jpg")) and .[0].kind == "best" and
    .[0].credit.line == "REUTERS/Lena Hofbauer" and .[0].edits == [])'
holds 'what lacks a credit takes it' 'any(.[]; .photos | length == 3 and .[1].takes_credit and
    .[1].takes_caption and .[2].takes_credit and (.[0].takes_credit | not) and
    .[1].kind == "same" and (.[1].edits | length) == 3 and .[1].conflicts == [])'

# The proposal is a command that does what it says.
run dupes
sed -n 's/^  to do: *cutline //p' out | while IFS= read -r words; do
    eval "\"\$CUTLINE\" $words --yes" >/dev/null 2>&1 || echo failed
done >proposals
check 'the proposals can be run' [ ! -s proposals ]
run dupes
check 'and nothing is left to do' sh -c '! grep -q "to do" out'
"$CUTLINE" undo -q 2

# All of them at once.
run dupes --dry-run
fails 'a trial is one of applying' 2 '--dry-run, --yes and --as go with --apply'
run dupes --apply --dry-run
shows 'a trial shows what would change' 'credit: (none) -> REUTERS/Lena Hofbauer'
run history
check 'and changes nothing' sh -c '! grep -q dupes out'
run dupes --apply </dev/null
fails 'where nobody can be asked it wants --yes' 2 'look with --dry-run, and say --yes'
run dupes --apply --yes --as Ada
shows 'with it, what changes is shown' '2 photos changed in the catalog'
shows 'and how it gets into files' 'cutline write'
run find --count 'credit:reuters has:caption media:reuters:RTX2CGS3'
prints 'credit, caption and ID are there' 3
run history
shows 'the history says who, and by what' Ada
shows 'and from where' dupes
run dupes --apply --yes
exits 'applying again is no failure' 0
check 'and changes nothing' [ ! -s out ]
run undo
exits 'all of it is taken back' 0
run find --count 'media:reuters:RTX2CGS3'
prints 'in one' 1

# A value that is there stays.
two=$("$CUTLINE" find --json file:thumb | jq .photo)
"$CUTLINE" tag -q "photo:$two" 'credit=Stringer'
run dupes --json
holds 'another credit is a conflict' "any(.[].photos[]; .photo == $two and .conflicts == [\"another credit\"])"
"$CUTLINE" dupes --apply --yes >out 2>err
status=$?
check 'it is listed' grep -qF "photo:$two is left with another credit than" err
check 'what is missing is carried over' grep -q "photo:$two.*caption" out
run show "photo:$two"
shows 'it is left' Stringer
"$CUTLINE" undo -q

# What must be known before one is used.
"$CUTLINE" kill -q reuters:RTX2CGS3 >/dev/null
rm web/thumb.jpg
"$CUTLINE" check -q
run dupes --json
holds 'killed and missing ones are marked' 'any(.[].photos[]; .marks == ["killed"]) and
    any(.[].photos[]; .marks == ["missing"])'
run dupes
shows 'in the list, too' 'caution:'

# A copy that is gone is none.
rm web/copy.jpg
"$CUTLINE" check -q
run find --count is:duplicate
prints 'a missing copy does not count' 3
run stats --json
holds 'nor in the counts' '.[0].duplicates == 3'
run dupes
check 'and is not listed' sh -c '! grep -q "the same image data" out'

# A picture that changes is none any more.
cp "$samples/AP_16123640518273.jpg" web/page.webp
"$CUTLINE" import -q web
run find --count is:duplicate
prints 'what is known follows the files' 2
finish
