#!/bin/sh
# cutline agency and cutline people: names that a person gives act on credits.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run agency list
fails 'a list without a catalog' 4 'no catalog there'
run people merge A B
fails 'a merge without a catalog' 4 'no catalog there'

printf 'A Site\n\nHeadline\nMedia ID: 700001\n\nRoofs in Mombasa, May 3, 2016. Maxar Technologies/Handout via REUTERS\n' >one.txt
printf 'A Site\n\nHeadline\nMedia ID: 700002\n\nA worker in Mombasa, Kenya, May 3, 2016. REUTERS/D. Balibouse\n' >two.txt
printf 'A Site\n\nHeadline\nMedia ID: 700003\n\nA boat in Geneva, May 3, 2016. REUTERS/Denis Balibouse\n' >three.txt

# An agency is known before its photos are.
run agency add 'Maxar Technologies' Maxar
prints 'an agency is added to a catalog that is new' 'Maxar Technologies: 0 photos brought up to date'
run import -q one.txt two.txt three.txt
run credit --json 700001
holds 'it stands among the agencies, at its place' '.[0].credit |
    .agencies == ["Maxar Technologies", "Reuters"] and .issuer == null'
run agency
same 'agencies are listed' 'Maxar Technologies	1	Maxar|Reuters	3	|' "$(tr '\n' '|' <out)"
run agency list --json
holds 'as JSON, too' '. == [
    {"name": "Maxar Technologies", "photos": 1, "aliases": ["Maxar"], "built_in": false},
    {"name": "Reuters", "photos": 3, "aliases": [], "built_in": true}]'
run agency --all
check 'and those that are built in' [ "$(wc -l <out)" -gt 50 ]

run agency merge 'Maxar Technologies' Reuters
prints 'two agencies are made one' 'Reuters: 1 photo brought up to date'
run agency -q split 'maxar technologies'
check 'and two again, without a word' [ ! -s out ]
run agency --json alias Reuters 'Rtrs Wire' RTRS
holds 'an alias' '. == [{"name": "Reuters", "photos": 0}]'
run agency alias Reuters AFP
fails 'an alias that is another agency' 2 '"AFP" is a spelling of AFP already'
run agency add 'AP Photo'
fails 'an agency that is built in' 2 '"AP Photo" is built in, as a spelling of AP'
run agency split Nobody
fails 'an alias of nobody' 1 '"Nobody" is an alias of no agency'
run agency merge Reuters
fails 'an operand that is missing' 2 'wrong number of operands'
run agency marge A B
fails 'an unknown action' 2 'did you mean merge?'

# Photographers.
run people
same 'photographers are listed' 'D. Balibouse	1	|Denis Balibouse	1	|' "$(tr '\n' '|' <out)"
run people suggest
prints 'what may be one is suggested' 'D. Balibouse	1	Denis Balibouse	1	an initial of the same name, both Reuters'
run people suggest --json
holds 'as JSON, too' '. == [{"from": "D. Balibouse", "from_photos": 1, "into": "Denis Balibouse",
    "into_photos": 1, "why": "initial", "agency": "Reuters"}]'
run people merge 'D. Balibouse' 'Denis Balibouse'
prints 'two photographers are made one' 'Denis Balibouse: 2 photos brought up to date'
run credit 700002
prints 'the credit line has the name' 'REUTERS/Denis Balibouse'
run credit --raw 700002
prints 'and is kept as it was found' 'REUTERS/D. Balibouse'
run credit --json 700002
holds 'JSON has both' '.[0].credit | .line == "REUTERS/Denis Balibouse" and
    .line_as_found == "REUTERS/D. Balibouse" and .photographers == ["Denis Balibouse"]'
run show --json 700002
holds 'so has show' '.[0].credit | .line == "REUTERS/Denis Balibouse" and
    .line_as_found == "REUTERS/D. Balibouse"'
run find --json 'by:"denis balibouse"'
check 'both photos are found by the name' [ "$(wc -l <out)" -eq 2 ]
run find --json 'credit:"d balibouse"'
check 'and the one as it was credited' [ "$(wc -l <out)" -eq 1 ]
run people suggest
check 'nothing is left to suggest' [ ! -s out ]
run people merge 'D. Balibouse' 'Denis Balibouse'
fails 'a merge that is done' 2 'are both Denis Balibouse already'
run people merge Nobody 'Denis Balibouse'
fails 'an unknown photographer' 1 'there is no photographer "Nobody"'
run people split 'D. Balibouse'
prints 'a merge is undone' 'D. Balibouse: 2 photos brought up to date'
run credit 700002
prints 'and the credit is as before' 'REUTERS/D. Balibouse'
finish
