#!/bin/sh
# Rights: what captions and instructions forbid, dated where they say so, and what a person states.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

cat >list.csv <<'LIST'
media_id,caption,instructions,date
reuters:RTXEMBARG,"Leaders meet in Geneva. EMBARGOED UNTIL MAY 2, 2031. REUTERS/Lena Hofbauer",,
reuters:RTXJAPAN1,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","JAPAN OUT. NO ARCHIVES. TV OUT",
reuters:RTXEXPIRE,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","NOT FOR USE AFTER 2031-06-01. ONE TIME USE ONLY",
reuters:RTXSUNDAY,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","EMBARGOED UNTIL 0001 GMT SUNDAY. UK OUT UNTIL MAY 30, 2016",2016-05-05
reuters:RTXMATCH1,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","PARIS MATCH OUT. NEW ZEALAND OUT. PRINT ONLY",
reuters:RTXPAST01,"Leaders meet in Geneva. REUTERS/Lena Hofbauer","NO ARCHIVAL USE AFTER 30 DAYS",2016-05-05
LIST
run import -q list.csv
run show --json RTXEMBARG
holds 'an embargo has its date' '.[0].rights | map(select(.kind == "embargo")) | .[0].value == "2031-05-02" and .[0].origin == "caption"'
holds 'its words, and where they stand' '.[0].rights[0] | .from == "2031-05-02" and .text == "EMBARGOED UNTIL MAY 2, 2031" and
    .field == "caption" and (.where | endswith("/list.csv"))'
holds 'which counts' '.[0].provenance.embargo == "2031-05-02"'
run show --json RTXJAPAN1
holds 'a territory and a medium' '.[0].rights | (map(select(.kind == "territory_out"))[0].value == "Japan") and
    (map(select(.kind == "medium_out"))[0].value == "TV") and (map(.kind) | index("no_archive"))'
run show --json RTXEXPIRE
holds 'an expiry' '.[0].rights | (map(select(.kind == "expiry"))[0].value == "2031-06-01") and (map(.kind) | index("one_time_use"))'
run show --json RTXSUNDAY
holds 'a day of the week is counted from the date of the picture' '.[0].rights | (map(select(.kind == "embargo"))[0].from == "2016-05-08T00:01Z") and
    (map(select(.kind == "territory_out"))[0] | .value == "United Kingdom" and .until == "2016-05-30")'
run show RTXSUNDAY
shows 'for people, too' 'territory_out: United Kingdom until 2016-05-30 (instructions: "UK OUT UNTIL MAY 30, 2016")'
run show --json RTXMATCH1
holds 'a title is no territory' '.[0].restrictions == ["medium_only", "territory_out", "title_out"] and
    (.[0].rights | map(select(.kind == "title_out"))[0].value == "Paris Match")'

# find
found() {
    run find --json "$2"
    holds "$1" "[.[].media_id.id] | sort == [$3]"
}
found 'a kind' rights:title_out '"RTXMATCH1"'
found 'a territory' rights:territory_out:japan '"RTXJAPAN1"'
found 'by another of its names' rights:territory_out:GB '"RTXSUNDAY"'
found 'a value of two words' 'rights:territory_out:"new zealand"' '"RTXMATCH1"'
found 'a date of it' rights:territory_out:uk:2016-05 '"RTXSUNDAY"'
found 'in a period' rights:embargo:2031.. '"RTXEMBARG"'
found 'not in another' rights:embargo:..2015 ''
found 'without a value' rights:no_archive '"RTXJAPAN1","RTXPAST01"'
found 'the opposite' '-rights:medium_out geneva -rights:embargo -rights:expiry' '"RTXMATCH1"'
found 'with other conditions' 'geneva (rights:medium_only:print or rights:expiry:2031)' '"RTXEXPIRE","RTXMATCH1"'
found 'words as before' 'rights:archives' '"RTXJAPAN1"'
found 'not to be used yet' is:embargoed '"RTXEMBARG"'
found 'not to be used any more' is:expired '"RTXPAST01"'
run find --explain 'rights:territory_out:uk:2016-05'
shows 'it is explained' 'rights:territory_out:"United Kingdom":2016-05: the index of rights'
run find rights:embargo:soon
fails 'no date' 2 'expected a date'
run find rights:no_archive:Japan
fails 'no value' 2 'expected a date'
run find rights:embargo:
fails 'nothing' 2 'something is missing after the colon'

# credit
run credit RTXEMBARG
check 'credit warns of an embargo' grep -qF 'RTXEMBARG: EMBARGOED, must not be used before 2031-05-02' err
run credit RTXPAST01
check 'and of an expiry' grep -qF 'RTXPAST01: EXPIRED, must not be used after 2016-06-04' err
run credit RTXSUNDAY
check "of an embargo that is over it says nothing" [ -z "$(grep EMBARGOED err)" ]
run credit --json RTXSUNDAY
holds 'which is told all the same' '.[0].embargo == "2016-05-08T00:01Z" and .[0].expiry == null'

# sheet
run sheet --columns media_id,marks -f tsv
check 'a sheet says what must be heeded' grep -qF 'RTXSUNDAY	Not to be used before 2016-05-08T00:01Z; Territory out: United Kingdom until 2016-05-30' out
check 'of each territory, medium and title' grep -qF 'RTXJAPAN1	Medium out: TV; No archive; Territory out: Japan' out

run tag --json RTXJAPAN1 rights-=no_archive 'rights+=embargo:2030-01-01; territory_only:UK'
holds 'a person changes them' '.[0].field == "rights" and (.[0].new | test("embargo:2030-01-01") and (test("no_archive") | not))'
run credit --json RTXJAPAN1
holds 'restrictions follow' '.[0].restrictions | (index("embargo") and index("territory_only") and (index("no_archive") | not))'
run show RTXJAPAN1
shows 'they are shown' 'territory_only: United Kingdom (hand)'
found 'and found' 'rights:territory_only:UK rights:embargo:2030-01-01 -rights:no_archive' '"RTXJAPAN1"'
run import -q list.csv
run show --json RTXJAPAN1
holds 'and stay' '.[0].provenance.embargo == "2030-01-01"'
run tag --json RTXJAPAN1 rights+=no_archive rights-=territory_only:UK
holds 'back again' '.[0].new | test("no_archive") and (test("territory_only") | not)'
run undo 2
run show --json RTXJAPAN1
holds 'an undo' '.[0].restrictions == ["medium_out", "no_archive", "territory_out"]'
run tag --json RTXJAPAN1 'rights+=territory_out:Deutschland until 2031-05-01; title_out:Bild'
holds 'with an end, and a title' '.[0].new | test("territory_out:Germany until 2031-05-01") and test("title_out:Bild")'
found 'which is found' rights:territory_out:germany:2031 '"RTXJAPAN1"'
run tag --json RTXJAPAN1 rights-=territory_out:Germany
holds 'and taken back without its date' '.[0].new | test("Germany") | not'
run tag RTXJAPAN1 rights=
run show --json RTXJAPAN1
holds 'all of it' '.[0].rights | map(select(.origin == "hand")) == []'
run tag RTXJAPAN1 rights+=embargoo:2030-01-01
fails 'no such right' 2 'there is no right "embargoo"; did you mean "embargo"?'
run tag RTXJAPAN1 rights+=embargo:soon
fails 'no date' 2 'embargo takes a date like'
run tag RTXJAPAN1 'rights+=embargo:2030-01-01 until 2031-01-01'
fails 'one date too many' 2 'embargo takes a date like'
run tag RTXJAPAN1 rights+=no_archive:x
fails 'a value too many' 2 'no_archive stands alone'

# A right without a value can have dates, too.
run tag RTXMATCH1 'rights+=no_sales until 2032-06-01; territory_out:Japan from 2031-05-03'
run sheet --columns marks -f tsv media:RTXMATCH1
shows 'a sheet says from when and until when' 'No sales until 2032-06-01; Territory out: New Zealand; Territory out: Japan from 2031-05-03'
run show RTXEMBARG
shows 'the date of an embargo is said once' 'embargo: 2031-05-02 (caption'

finish
