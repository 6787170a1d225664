#!/bin/sh
# cutline tag: what is set by hand, checked first, kept for good.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run tag 55350159 city=Bern
fails 'without a catalog' 4 'no catalog there'
import_samples

run tag RTX2CGS3 city=Bern 'caption=A new caption.'
exits 'two fields' 0
check 'say what was and what is' grep -qE '^photo:[0-9]+ city: .* -> Bern$' out
run show --json RTX2CGS3
holds 'are set' '.[0].fields | .city == "Bern" and (.caption | startswith("A new caption."))'
holds 'by hand' '.[0].origin.city == "hand"'
run tag -q RTX2CGS3 'credit=AFP/Lea Moser'
run credit -q RTX2CGS3
prints 'a credit set by hand counts' 'AFP/Lea Moser'
run import -q "$samples"
touch -c "$samples" 2>/dev/null
cp "$samples/RTX2CGS3.jpg" copy.jpg
run import -q copy.jpg
run show --json RTX2CGS3
holds 'and stay through another import' '.[0].fields.city == "Bern"'
run find --json bern
holds 'and are found' 'length == 1'
run tag RTX2CGS3 city=
exits 'an empty value' 0
run show --json RTX2CGS3
holds 'takes back what was set' '.[0].fields.city != "Bern" and .[0].origin.city != "hand"'

run tag --json --as 'A. Desk' RTX2CGS3 'keywords=one; two' 'headline=وزير'
holds 'JSON, one line for each edit' 'length == 2 and .[0].field == "keywords" and .[0].new == "one; two" and
    (.[0] | has("photo") and has("old"))'
run show --json RTX2CGS3
holds 'a list is a list' '.[0].fields.keywords == ["one", "two"]'
holds 'Arabic stays Arabic' '.[0].fields.headline == "وزير"'

run tag RTX2CGS3 media+=getty:123456789
exits 'a media ID' 0
run show --json getty:123456789
holds 'is linked' '[.[0].media_ids[] | .id] | index("123456789") and index("RTX2CGS3")'
run tag -q RTX2CGS3 city=Basel
check '-q prints nothing' [ ! -s out ]

# Refused, before anything is changed.
run tag RTX2CGS3 city=Nowhere cty=Bern
fails 'a mistyped field' 2 'cutline: tag: unknown field cty; did you mean city?'
run tag RTX2CGS3 city=Nowhere nonsense
fails 'no edit' 2 "'nonsense' is no edit: write FIELD=VALUE or media+=NAMESPACE:ID"
run tag RTX2CGS3 =x
fails 'no field' 2 "'=x' is no edit"
cp "$samples/epa05287311.jpg" "$samples/no-metadata.jpg" .
run import -q epa05287311.jpg no-metadata.jpg
run tag -q "$work/no-metadata.jpg" media+=epa:05287311
run tag epa:05287311 city=Nowhere
fails 'a name of several photos' 4 '2 photos have epa:05287311: choose one, photo:'
run tag 99999999 city=Nowhere
fails 'an unknown photo' 1 'no photo has the media ID or path 99999999'
run find nowhere
exits 'nothing of it was done' 1
run tag RTX2CGS3 "city=$(printf 'a\377')"
fails 'a value that is not UTF-8' 2 'cutline: tag: '
run tag RTX2CGS3 media+=
fails 'no media ID' 2 'cutline: tag: '

finish
