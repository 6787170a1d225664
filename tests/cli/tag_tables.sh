#!/bin/sh
# Tables and JSON lines of edits as people and programs make them, and as they should not be.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# Photos 1 to 600.
awk 'BEGIN { print "media_id,caption,keywords"
    for (i = 1; i <= 600; i++)
        printf "reuters:RTXH%04d,\"Boat %d in Geneva, Switzerland, May 2, 2016. REUTERS/Lena Hofbauer\",a;\"b, c\"\n", i, i
    }' | sed 's/,a;"b, c"$/,"a;b, c"/' >list.csv
run import -q list.csv

# field NAME: what a field of RTXH0001 says.
field() {
    "$CUTLINE" show --json RTXH0001 | jq -r ".fields.$1"
}
# table TEXT [OPTION...]: tag --from a table; TEXT is a format of printf.
table() {
    # shellcheck disable=SC2059
    printf "$1" >table.csv
    shift
    run tag --yes --from table.csv "$@"
}
json() {
    printf '%s\n' "$1" >lines.json
    run tag --yes --from lines.json
}

table 'id,headline\nRTXH0001,A\nRTXH0002,other\nRTXH0001,B\n'
exits 'a photo in two rows' 0
same 'has what the last one says' B "$(field headline)"
run undo
same 'and one undo takes both back' null "$(field headline)"
table '\357\273\277id;headline;caption\r\nRTXH0001;"a; ""b""";"one\r\ntwo"\r\n'
same 'a byte order mark, semicolons, quotes, line ends' 'a; "b"' "$(field headline)"
table 'id\tcaption[ar]\tkeywords+\nRTXH0001\tأحمد، في جنيف\tone, two; 北京\n'
run show --json RTXH0001
holds 'tabs, commas in a list, Chinese' '.[0].fields.keywords == ["a", "b, c", "one, two", "北京"]'
run tag --dry-run --json RTXH0001 'caption[ar]=x'
holds 'a language, Arabic' '.[0].old == "أحمد، في جنيف"'
table 'id,headline,city\n,,\nRTXH0001,,\n'
exits 'empty rows and cells edit nothing' 0
same 'at all' 'a; "b"' "$(field headline)"
table 'id,headline\nNOPE99999,x\nRTXH0001,y\n'
fails 'a name that no photo has is said' 1 'no photo has the media ID, path or file name NOPE99999'
same 'and the others are done' y "$(field headline)"

# Nothing is edited by a table that cannot be meant.
table 'id,headline\nRTXH0001,z\n,orphan\n'
fails 'a row without a name' 2 'table.csv: line 3: no photo is named'
table 'id,headlin\nRTXH0001,z\n'
fails 'a column of no field' 2 'column "headlin": unknown field headlin; did you mean headline?'
table 'headline,city\nz,y\n'
fails 'no column for the photo' 2 'no column is called photo, media_id, id, path, name or file'
table 'id,media_id,headline\nRTXH0001,RTXH0002,z\n'
fails 'two of them' 2 'column "media_id" names the photo, and one before it does, too'
table 'id,headline,Headline\nRTXH0001,z,y\n'
fails 'a field twice' 2 'two columns are called "Headline"'
table 'id,headline\nRTXH0001,Kerry, left\n'
fails 'a comma in a text without quotes' 2 'line 2: more cells than columns'
table 'id,headline\nRTXH0002,good\nRTXH0001,"never closed\nRTXH0003,lost\n'
fails 'a quotation mark that is not closed' 2 'line 3: a quotation mark is not closed'
table 'id,headline\nRTXH0001,"Kerry" speaks\n'
fails 'quotation marks that are not doubled' 2 'line 2: text behind a closing quotation mark'
table 'id,headline\nRTXH0001,a\0b\n'
fails 'a NUL byte' 2 'line 2: a NUL byte'
table 'id,date_created\nRTXH0002,2016-05-03\nRTXH0001,soon\n'
fails 'a date that is none, and whose' 2 'photo:1: date_created takes a date like'
table ''
fails 'nothing' 2 'the table is empty'
same 'all of these left everything alone' y "$(field headline)"
same 'of the other rows, too' 0 "$("$CUTLINE" find --count headline:good)"

# A desk's own list: usual names of columns, files by their names, a spreadsheet's dates.
cp -r "$samples" photos
run --db desk.db import -q photos
printf 'Dateiname;Bildunterschrift;Fotograf;Agentur;Aufnahmedatum;Stichw\303\266rter;Bemerkung\r\nimg_4821;Der Mond.;Jonas Frey;dpa;03.05.2016;Mond;x\r\nnowhere.jpg;x;;;;;\r\n' >desk.csv
run --db desk.db tag --yes --from desk.csv
fails 'a column that is not known even so' 2 'column "Bemerkung": unknown field bemerkung'
run --db desk.db tag --yes --from desk.csv --map Bemerkung=ignore
fails 'a list by file names' 1 'no photo has the media ID, path or file name nowhere.jpg'
run --db desk.db show --json photos/IMG_4821.jpg
holds 'is done' '.[0].fields | .caption == "Der Mond." and .byline == ["Jonas Frey"] and .source == "dpa" and
    .date_created == "2016-05-03" and .keywords == ["Mond"]'
mkdir -p photos/second
cp photos/RTX50QK8.jpg photos/second/IMG_4821.JPG
run --db desk.db import -q photos
run --db desk.db tag --yes --from desk.csv --map Bemerkung=ignore
fails 'a name that files of two photos have' 3 'img_4821 is left alone: 2 photos have a file of that name'
printf 'IMG_4821.JPG\n' >names
run --db desk.db tag --yes - city=Bern <names
fails 'in a list of names, too' 3 'is left alone'
run --db desk.db tag --yes - city=Bern <<'NAMES'
epa05287311.JPG
NAMES
exits 'a file name on standard input' 0

# A caption sheet comes back from an editor.
run --db sheet.db import -q "$samples"
run --db sheet.db sheet -q -o sheet.csv
run --db sheet.db tag --json --dry-run --from sheet.csv
check 'a sheet that nobody changed changes nothing' [ ! -s out ] && grep -q 'not edited: the column restrictions' err
check 'which is said' grep -q 'nothing to change' err
sed 's/Quill.Getty Images/Quill\/GETTY/; s/Fishing boats in/Boats in/' sheet.csv >edited.csv
run --db sheet.db tag --json --dry-run --from edited.csv
holds 'what was changed in it is edited, and nothing else' 'map([.field, .new]) | sort == [["credit", "Harriet Quill/GETTY"], ["headline", "Boats in Sète"]]'
run --db sheet.db sheet -q -c path,caption,credit,date -f tsv -o sheet.tsv
run --db sheet.db tag --json --dry-run --from sheet.tsv
check 'nor does one by paths, with tabs' [ ! -s out ] && [ "$status" -eq 0 ]
printf 'id,caption\nRTX2CGS3,"'"'"'+41 calls."\n' >guarded.csv
run --db sheet.db tag --json --dry-run --from guarded.csv
holds 'the sign that keeps a formula away is none of the text' '.[0].new == "+41 calls."'

json '{"id": "RTXH0001", "set": {"headline": "A & B \\1", "keywords": ["x", "y; z"], "city": null}}'
run show --json RTXH0001
holds 'lines of JSON' '.[0].fields | .headline == "A & B \\1" and .keywords == ["x", "y; z"]'
json '{"id": "RTXH0001", "set": {"headline": 12}}'
fails 'a number' 2 'line 1: a value is neither a text nor a list nor an object'
json '{"id": "RTXH0001", "set": {"caption": ["a", "b"]}}'
fails 'a list for a text' 2 'line 1: caption is one text and no list'
json '{"id": "RTXH0001", "set": {"keywords": ["a", 1]}}'
fails 'a number in a list' 2 'line 1: a list holds something that is no text'
json '{"id": "RTXH0001", "set": {"headline": "a", "headline": "b"}}'
fails 'a field twice in JSON' 2 'duplicate object key'
json '{"id": "RTXH0001", "set": {"headline": "a"'
fails 'half an object' 2 'line 1: not a JSON object'
json '{"set": {"headline": "a"}}'
fails 'no photo' 2 'line 1: no photo is named'
json '["a"]'
fails 'a list of no photo' 2 'line 1: not a JSON object'

# Replacing.
run tag RTXH0001 'headline=AT&T: CAFÉ, ИВАН, 北京 a/b'
# shellcheck disable=SC2016
run tag RTXH0001 'headline:s/AT&T/\1 & $0/' 'headline:s/café/thé/i' 'headline:s/иван/Пётр/i' 'headline:s/北/南/' 'headline:s,a/b,c\,d,'
# shellcheck disable=SC2016
same 'no sign of the new text means anything' '\1 & $0: thé, Пётр, 南京 c,d' "$(field headline)"
run tag RTXH0001 'headline=aaaa'
run tag RTXH0001 'headline:s/a/aa/g'
same 'all of them, once' aaaaaaaa "$(field headline)"
run tag RTXH0001 "headline=$(head -c 100000 /dev/zero | tr '\0' a)"
run tag RTXH0001 "headline:s/a/$(head -c 100000 /dev/zero | tr '\0' b)/g"
fails 'a text that grows past all bounds' 2 'headline would be longer than 131072 bytes'
run tag RTXH0001 "headline+=$(head -c 100000 /dev/zero | tr '\0' b)"
fails 'by adding, too' 2 'headline would be longer than 131072 bytes'

# Five hundred at once, and undone in one.
run tag -q --yes 'geneva limit:500' 'headline=Batch' +batch
run history --json
change=$(jq -s '[.[].change] | max' out)
same 'five hundred photos' 500 "$("$CUTLINE" find --count headline:batch)"
run undo -q
same 'undone in one' 0 "$("$CUTLINE" find --count headline:batch)"
run undo -q --redo
same 'and made again' 500 "$("$CUTLINE" find --count keyword:batch)"
run tag -q --yes keyword:batch 'headline=Later'
run undo --set "$change"
fails 'an undo in the middle leaves what was edited since' 3 'was edited again since change'
same 'and takes the rest back' 0 "$("$CUTLINE" find --count keyword:batch)"
same 'only the rest' 500 "$("$CUTLINE" find --count headline:later)"

# Twenty at once: none is lost.
n=1
while [ $n -le 20 ]; do
    "$CUTLINE" tag -q RTXH0001 keywords+=editor$n &
    n=$((n + 1))
done
wait
run show --json RTXH0001
holds 'twenty editors at once' '[.[0].fields.keywords[] | select(startswith("editor"))] | length == 20'
finish
