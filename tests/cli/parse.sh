#!/bin/sh
# cutline parse: one caption, many captions, broken ones.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

caption='John Kerry (L) speaks in Geneva, Switzerland, May 2, 2016. REUTERS/Denis Balibouse'
printf '%s\n' "$caption" >caption.txt

run parse caption.txt
shows 'a page for reading' 'credit:               REUTERS/Denis Balibouse'
cp out page
run parse <caption.txt
check 'from standard input' cmp -s page out
run parse - <caption.txt
check 'from -' cmp -s page out
run parse -v caption.txt
shows '-v tells the decisions and what each was about' ': REUTERS/Denis Balibouse'

run parse --json caption.txt
holds 'JSON is one object of the promised shape' 'length == 1 and (.[0] | keys_unsorted - ["language"]) ==
    ["text","caption","credit","persons","place","date","restrictions","file_photo"]'
holds 'credit has its parts' '.[0].credit == {line: "REUTERS/Denis Balibouse", agencies: ["Reuters"],
    photographers: ["Denis Balibouse"], issuer: null, roles: []}'
holds 'text is the caption without the line end of the file' ".[0].text == \"$caption\""
run parse --json -v caption.txt
holds 'decisions come with -v' '.[0].decisions | length > 0 and
    all(.rule and (.from | type == "number") and .to >= .from)'

# Many captions.
cat >lines.ndjson <<END
{"id":"a","text":"$caption"}
"$caption"
{"text":"$caption","id":7,"more":[1]}

{"text":"x","id":{"k":["\u00e9"]}}
END
run parse --lines lines.ndjson
exits 'lines of captions' 0
holds 'one line out for each line in, in order' 'length == 4 and
    [.[].id] == ["a", null, 7, {"k": ["é"]}] and (.[1] | has("id") | not)'
cp out before
run parse --json --lines <lines.ndjson
check 'the same from standard input and with --json' cmp -s before out
run parse --lines -v lines.ndjson
holds 'lines with decisions' 'all(has("decisions"))'

printf '"one"\n{"id":5}\n{"text"\n[]\n{"text":7}\n"two"\n"\377"\n"last' >broken.ndjson
run parse --lines broken.ndjson
fails 'broken lines' 3 'cutline: parse: broken.ndjson: line 3: byte '
holds 'keep their place' '[.[] | has("error")] == [false,true,true,true,true,false,true,true]'
holds 'name their line' '.[2].error | startswith("line 3: byte ")'
holds 'keep their id' '.[1].id == 5'
check 'are all on standard error' [ "$(wc -l <err)" -eq 6 ]

awk 'BEGIN { printf "\""; for (i = 0; i < 1100000; i++) printf "x"; print "\""; print "\"ok\"" }' >long.ndjson
run parse --lines long.ndjson
fails 'a line over the limit' 3 'long.ndjson: line 1: longer than 1 MiB'
holds 'keeps its place, too' '[.[] | has("error")] == [true, false]'

run parse --lines missing.ndjson
fails 'a file that is not there' 3 'cutline: parse: missing.ndjson: cannot open: No such file'
run parse missing.txt
fails 'a caption that is not there' 3 'cutline: parse: missing.txt: cannot open: No such file'
run parse .
fails 'a folder' 3 'cutline: parse: .: cannot read: Is a directory'
run parse a b
exits 'two captions' 2

# Odd captions.
: >empty.txt
run parse --json empty.txt
holds 'an empty caption' '.[0].caption == "" and .[0].credit.line == null'
awk 'BEGIN { for (i = 0; i < 65500 / 10; i++) printf "Kerry and "; print "" }' >long.txt
run parse --json long.txt
holds 'a caption of 65,500 bytes' '.[0].text | length == 65500'
printf 'Kerry \377 in Geneva. REUTERS/Denis Balibouse' >latin.txt
run parse --json latin.txt
fails 'invalid UTF-8 is named by its byte' 0 'cutline: parse: latin.txt: byte 6: not UTF-8'
holds 'and repaired' '.[0].text | startswith("Kerry \ufffd in")'
printf 'a\000b' >nul.txt
run parse --json nul.txt
holds 'a NUL byte stays text' '.[0].text | length == 3'
printf '%s' 'وزير الخارجية جون كيري في جنيف. رويترز/دينيس باليبوز' >arabic.txt
run parse arabic.txt
shows 'Arabic text' 'وزير الخارجية'
run parse --json arabic.txt
holds 'Arabic text in JSON' '.[0].text | startswith("وزير")'
finish
