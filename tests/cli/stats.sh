#!/bin/sh
# cutline stats: counts that add up.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run stats
fails 'without a catalog' 4 'no catalog there'
import_samples
run stats
shows 'a page for reading' 'photos  '
run stats --json
holds 'JSON has the promised keys' '.[0] | keys_unsorted == ["photos", "awaiting", "uncredited", "conflicts",
    "duplicates", "missing", "embargoed", "killed", "edited",
    "files", "pages", "media_ids", "captions", "agencies", "persons", "by_agency", "by_month"]'
holds 'every photo file is counted' ".[0].files == $(find "$samples" -name '*.jpg' | wc -l)"
holds 'every page is counted' ".[0].pages == $(find "$samples" -name '*.txt' -o -name '*.html' -o -name '*.csv' | wc -l)"
run find --json
cp out found
"$CUTLINE" stats --json >out
holds 'photos are those that find lists' ".[0].photos == $(wc -l <found)"
holds 'agencies are counted' '.[0].by_agency.Reuters >= 1 and (.[0].by_agency | to_entries | map(.value) |
    . == (sort | reverse))'
holds 'months go by time' '.[0].by_month | keys_unsorted | . == (sort | reverse)'
for flag in awaiting conflict duplicate missing embargoed killed edited; do
    key=$(echo $flag | sed 's/conflict/conflicts/; s/duplicate/duplicates/')
    holds "$flag are those that find counts" ".[0].$key == $("$CUTLINE" find --count is:$flag)"
done
run stats --by day,agency -n 2 date:2016-05
shows 'of a query, by day' 'by day'
check 'at most so many' [ "$(grep -c '^  2016-05-' out)" -eq 2 ]
shows 'and it says so' ' more'
run stats --json --by country credit:reuters
holds 'as JSON' '.[0].photos >= 1 and (.[0].country | type) == "object"'
run stats --by weather
fails 'what nothing is counted by' 2 '--by: nothing is counted by "weather"'
run stats credit:nobody
fails 'nothing matches' 1 'nothing matches: credit:nobody'
printf 'a page\n' >page.txt
run --db none.db import -q page.txt
run --db none.db stats --by agency
fails 'no photos at all' 1 'there are no photos'
finish
