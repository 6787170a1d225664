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
    "files", "pages", "media_ids", "captions", "agencies", "persons"]'
holds 'every photo file is counted' ".[0].files == $(find "$samples" -name '*.jpg' | wc -l)"
holds 'every page is counted' ".[0].pages == $(find "$samples" -name '*.txt' -o -name '*.html' -o -name '*.csv' | wc -l)"
run find --json
cp out found
"$CUTLINE" stats --json >out
holds 'photos are those that find lists' ".[0].photos == $(wc -l <found)"
finish
