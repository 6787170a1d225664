#!/bin/sh
# cutline find: words, conditions, output for people and programs.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run find kerry
fails 'without a catalog' 4 'no catalog there'
import_samples

run find kerry
exits 'a word' 0
same 'is found in the caption' 'aawsat:55350159' "$(cut -f 1 out)"
check 'a row has eight fields' [ "$(awk -F '\t' 'NF != 8' out | wc -l)" -eq 0 ]
same 'the third is the credit' 'REUTERS/Denis Balibouse' "$(cut -f 3 out)"
for query in 'KERRY geneva' 'kerry -is:awaiting' '(kerry or zyzzyva) place:geneva' 'kerry date:2016-05' 'kerr*' 'credit:reuters kerry' 'media:55350159' 'media:aawsat:55350159' \
    '"de mistura"'; do
    run find --json "$query"
    holds "$query" 'length == 1 and .[0].media_id == {namespace: "aawsat", id: "55350159"}'
done
run find kerry -is:awaiting -credit:ap
exits 'operands that begin with a dash' 0
run find kerry -credit:reuters
fails 'exclude photos' 1 'nothing matches: kerry -credit:reuters'
run find -- -kerry
check 'also as the first one, behind --' sh -c '[ -s out ] && ! grep -q 55350159 out'
run find --json media:55350159
holds 'JSON has the promised shape' '.[0] | keys_unsorted == ["photo", "media_id", "headline", "caption",
    "credit", "byline", "city", "country", "date", "restrictions", "path"]'
run find --json media:55350159 credit:reuters kerry
holds 'several operands are one query' 'length == 1'
run find --json سوق
holds 'Arabic words' 'length == 1'

run find
photos=$("$CUTLINE" stats --json | jq .photos)
check 'no query finds everything' [ "$(wc -l <out)" -eq "$photos" ]
run find --limit 2
check '--limit' [ "$(wc -l <out)" -eq 2 ]
run find -n 0
check 'a limit of 0 is none' [ "$(wc -l <out)" -eq "$photos" ]
run find sort:file has:file limit:2
check 'sort: and limit:' [ "$(cut -f 6 out | sort -c && wc -l <out)" -eq 2 ]
run find 'credit:=REUTERS/Denis' or 'credit:/^reuters.denis/i'
same 'exact values and expressions' 'aawsat:55350159' "$(cut -f 1 out)"
run find --count kerry
prints '--count' 1
run find --json --count kerry
holds 'as JSON' '. == [{"count": 1}]'
run find --count zyzzyva
exits 'a count of none' 1
same 'is printed' 0 "$(cat out)"
run find --facets agency,year kerry
check '--facets' grep -q "^agency	Reuters	1\$" out
run find --json --facets agency kerry
holds 'as JSON' '. == [{"facet": "agency", "value": "Reuters", "photos": 1}]'
run find --facets day,camera_model
check 'days and any field' sh -c 'grep -q "^day	2016-05-0" out && grep -q "^camera_model	" out'
run find --json --facets iso
holds 'a field counts all photos' "map(.photos) | add == $("$CUTLINE" find --json | wc -l)"
run find --json sort:iso-
cp out sorted
"$CUTLINE" find --json -- 'has:iso' | wc -l >with
head -n "$(cat with)" sorted | jq .photo | while read -r photo; do
    "$CUTLINE" show --json "photo:$photo"
done | jq -r '.fields.iso' >isos
check 'photos without the field come last' [ "$(grep -c '^[0-9]' isos)" -eq "$(cat with)" ]
check 'the largest first' sort -c -n -r isos
run find --facets agncy kerry
fails 'an unknown facet' 2 'did you mean "agency"'
run find --explain kerry city:=Geneva sort:date-
check '--explain says what was understood' grep -qx '  ("kerry" city:="Geneva") sort:date-' out
check 'and which index answers' grep -qx '  "kerry": the full text' out
check 'no table is gone through' sh -c '! grep -q SCAN out'
for query in job_id:x camera:nikon rights:no_sales release_date:2016 lens:70 is:ai has:event media:55350159; do
    run find --explain "$query"
    check "nor for $query" sh -c 'grep -q SEARCH out && ! grep -q SCAN out'
done
for query in date:2016 date:..2016-04; do
    run find --explain "$query"
    check "dates are found and ordered by their index: $query" \
        sh -c 'grep -q "effective_by_date" out && ! grep -q "TEMP B-TREE" out'
done
run find 'kerry (geneva cameraa:x)'
fails 'a faulty query' 2 'query, column 15: there is no condition "cameraa:"; did you mean "camera:"?'
same 'is shown with a caret' '                ^' "$(tail -n 1 err)"
run find zyzzyva
fails 'nothing' 1 'cutline: find: nothing matches: zyzzyva'
run find 'kerry "geneva'
fails 'a query that cannot be meant' 2 'cutline: find: query, column '
run find --json -x
fails 'an unknown option' 2 'unknown option -x; write -- before a query that begins with a dash'
run find "'; drop table photo; --"
check 'a query is no SQL' [ "$status" -le 2 ]
run stats --json
holds 'really not' ".[0].photos == $photos"
awk 'BEGIN { for (i = 0; i < 70000; i++) printf "x" }' >long
run find "$(cat long)"
check 'a query that is too long' [ "$status" -ge 1 ]
run find kerry
cp out whole
"$CUTLINE" find >/dev/full 2>err
status=$?
fails 'a full disk' 4 'cannot write to standard output'
run find date:2016-13
fails 'a month that is none' 2 'expected a date'
run find date:2016-05..2016-05-32
fails 'a day that is none' 2 'expected a date'

finish
