#!/bin/sh
# Rights: what captions and instructions forbid, dated where they say so, and what a person states.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

cat >list.csv <<'LIST'
media_id,caption,instructions
reuters:RTXEMBARG,"Leaders meet in Geneva. EMBARGOED UNTIL MAY 2, 2031. REUTERS/Lena Hofbauer",
reuters:RTXJAPAN1,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","JAPAN OUT. NO ARCHIVES. TV OUT"
reuters:RTXEXPIRE,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","NOT FOR USE AFTER 2031-06-01. ONE TIME USE ONLY"
LIST
run import -q list.csv
run show --json RTXEMBARG
holds 'an embargo has its date' '.[0].rights | map(select(.kind == "embargo")) | .[0].value == "2031-05-02" and .[0].origin == "caption"'
holds 'which counts' '.[0].provenance.embargo == "2031-05-02"'
run show --json RTXJAPAN1
holds 'a territory and a medium' '.[0].rights | (map(select(.kind == "territory_out"))[0].value == "JAPAN") and
    (map(select(.kind == "medium_out"))[0].value == "TV") and (map(.kind) | index("no_archive"))'
run show --json RTXEXPIRE
holds 'an expiry' '.[0].rights | (map(select(.kind == "expiry"))[0].value == "2031-06-01") and (map(.kind) | index("one_time_use"))'

run tag --json RTXJAPAN1 rights-=no_archive 'rights+=embargo:2030-01-01; territory_only:UK'
holds 'a person changes them' '.[0].field == "rights" and (.[0].new | test("embargo:2030-01-01") and (test("no_archive") | not))'
run credit --json RTXJAPAN1
holds 'restrictions follow' '.[0].restrictions | (index("embargo") and index("territory_only") and (index("no_archive") | not))'
run show RTXJAPAN1
shows 'they are shown' 'territory_only: UK (hand)'
run import -q list.csv
run show --json RTXJAPAN1
holds 'and stay' '.[0].provenance.embargo == "2030-01-01"'
run tag --json RTXJAPAN1 rights+=no_archive rights-=territory_only:UK
holds 'back again' '.[0].new | test("no_archive") and (test("territory_only") | not)'
run undo 2
run show --json RTXJAPAN1
holds 'an undo' '.[0].restrictions == ["medium_out", "no_archive", "territory_out"]'
run tag RTXJAPAN1 rights+=embargoo:2030-01-01
fails 'no such right' 2 'there is no right "embargoo"; did you mean "embargo"?'
run tag RTXJAPAN1 rights+=embargo:soon
fails 'no date' 2 'embargo takes a date like'
run tag RTXJAPAN1 rights+=no_archive:x
fails 'a value too many' 2 'no_archive stands alone'

finish
