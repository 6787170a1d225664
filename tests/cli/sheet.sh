#!/bin/sh
# cutline sheet: formats, columns, files that appear whole or not at all.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"
import_samples
photos=$("$CUTLINE" stats --json | jq .photos)
header='media_id,headline,caption,credit,byline,city,country,date,restrictions,file'

run sheet kerry --format csv -o kerry.csv
exits 'a sheet' 0
check 'nothing is printed' [ ! -s out ]
same 'begins with the column names' "$header" "$(head -n 1 kerry.csv | tr -d '\r')"
check 'lines end in CR LF' [ "$(grep -c "$(printf '\r')\$" kerry.csv)" -eq "$(wc -l <kerry.csv)" ]
check 'has the credit' grep -q 'REUTERS/Denis Balibouse' kerry.csv
check 'permissions are the usual ones' [ "$(stat -c %a kerry.csv)" = "$(touch usual && stat -c %a usual)" ]
run sheet kerry
check 'csv on standard output is the default' cmp -s out kerry.csv
run sheet kerry -o -
check '-o - is standard output' cmp -s out kerry.csv
run sheet kerry -o named.json
check 'the ending of the file names the format' jq -e '.photos | length == 1' named.json

# A second reader.
run sheet --format csv -o all.csv
if command -v sqlite3 >/dev/null 2>&1; then
    sqlite3 :memory: '.import --csv all.csv t' "select count(*), count(case when media_id = 'aawsat:55350159'
        and credit = 'REUTERS/Denis Balibouse' then 1 end) from t" >read.csv
    same 'sqlite3 reads the csv' "$photos|1" "$(cat read.csv)"
else
    skip 'csv by a second reader: sqlite3 is not installed'
fi
run sheet --format json
holds 'json is one document with a version' "length == 1 and (.[0] | .version == 1 and (.photos | length == $photos))"
holds 'of objects with the columns as keys' ".[0].photos[0] | keys_unsorted | join(\",\") == \"$header\""
run sheet --format ndjson
holds 'ndjson is an object a line' "length == $photos"
run sheet --format tsv
check 'tsv is one line a row' [ "$(wc -l <out)" -eq $((photos + 1)) ]
check 'of ten cells' [ "$(awk -F '\t' 'NF != 10' out | wc -l)" -eq 0 ]
run sheet --format md kerry
check 'md is a table' [ "$(grep -c '^| .* |$' out)" -eq 2 ]
run sheet --bom kerry
same '--bom' 'efbbbf' "$(head -c 3 out | od -An -tx1 | tr -d ' ')"
run sheet --columns photo,credit,path -f tsv kerry
same '--columns' 'photo credit path' "$(head -n 1 out | tr '\t' ' ')"

run tag -q 55350159 'headline==1+1'
run sheet --columns headline kerry
same 'a formula is guarded' "'=1+1" "$(tail -n 1 out | tr -d '\r')"

# Refused.
run sheet --format cvs
fails 'an unknown format' 2 "cutline: sheet: unknown format 'cvs'; did you mean 'csv'?"
run sheet --columns credits -o no.csv
fails 'an unknown column' 2 "unknown column 'credits'; did you mean 'credit'?"
check 'makes no file' [ ! -e no.csv ]
run sheet 'kerry "'
fails 'a query that cannot be meant' 2 'query, column '
run sheet zyzzyva -o no.csv
fails 'nothing matches' 1 'cutline: sheet: nothing matches: zyzzyva'
check 'and there is no file' [ ! -e no.csv ]
run sheet zyzzyva
fails 'nothing matches, on standard output' 1 'nothing matches'
check 'prints nothing' [ ! -s out ]
run sheet zyzzyva --allow-empty -o empty.csv
exits '--allow-empty' 0
same 'gives a header alone' "$header" "$(tr -d '\r' <empty.csv)"

# Files that were there, or cannot be written.
echo old >kept.csv
run sheet zyzzyva -o kept.csv
same 'an old file stays when nothing matches' old "$(cat kept.csv)"
chmod 600 kept.csv
ln -s kept.csv link.csv
run sheet kerry -o link.csv
check 'a link stays a link' [ -L link.csv ]
same 'with the permissions of the old one' 600 "$(stat -c %a kept.csv)"
run sheet kerry -o nowhere/x.csv
fails 'a folder that is not there' 4 'nowhere/x.csv: cannot write: No such file or directory'
run sheet kerry -o .
fails 'a folder' 4 '.: cannot write: Is a directory'
run sheet kerry -o /dev/full
fails 'a full disk' 4 '/dev/full: cannot write: No space left on device'
"$CUTLINE" sheet >/dev/full 2>err
status=$?
fails 'a full disk behind standard output' 4 'cannot write to standard output'
same 'no temporary file is left' '' "$(find . -name '*.csv.*')"
finish
