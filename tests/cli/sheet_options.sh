#!/bin/sh
# cutline sheet: columns from everything known, presets, groups, languages, templates, killed photos.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"
import_samples
photos=$("$CUTLINE" stats --json | jq .photos)

# Columns.
run sheet media:55350159 -f ndjson -c media_ids,agencies,photographers,persons,credit_origin,keywords,width,date_created
holds 'columns of the whole photo' '.[0] | (.media_ids | index("aawsat:55350159")) != null and .agencies == ["Reuters"]
    and .photographers == ["Denis Balibouse"] and (.persons[0] | startswith("John Kerry")) and .width > 0'
run sheet media:55350159 -f ndjson -c location_created,credit_where
holds 'a structure is an object or null' '.[0] | has("location_created") and has("credit_where")'
run sheet -f csv -c '*'
exits 'all columns' 0
columns=$(head -n 1 out | tr ',' '\n' | wc -l)
check 'are over a hundred' [ "$columns" -gt 100 ]
run sheet media:55350159 -c 'credit=Nachweis, city = Ort'
same 'headings of its own' 'Nachweis,Ort' "$(head -n 1 out | tr -d '\r')"
run sheet media:RTX2CGS3 -c credit -o r.csv
check 'restrictions that the columns do not show are said' grep -q '1 photo with restrictions' err
run sheet media:RTX2CGS3 -f ndjson -c marks
holds 'marks are in words' '.[0].marks == ["Editorial only", "No archive", "No resale"]'

# What goes out comes back in.
run sheet media:aawsat:55350159 -c media_id,caption,credit,headline,date,city,country,file -o back.csv
run --db back.db import -q back.csv
run --db back.db credit aawsat:55350159
prints 'a sheet can be imported' 'REUTERS/Denis Balibouse'

# Presets.
run sheet media:55350159 -p credits
same 'the preset credits' 'media_id,file,credit,byline,agencies,source,copyright,usage_terms,restrictions,embargo,credit_origin,credit_where' \
    "$(head -n 1 out | tr -d '\r')"
printf '# for the desk\ncolumns = city=Ort, credit\n\nbom = yes\nformat = tsv\nkilled = no\n' >desk.preset
run sheet media:55350159 --preset desk.preset
same 'a preset file' "$(printf '\357\273\277Ort\tcredit')" "$(head -n 1 out)"
run sheet media:55350159 --preset desk.preset --format csv -c city
same 'the command line counts more' "$(printf '\357\273\277city')" "$(head -n 1 out | tr -d '\r')"
printf 'colums = city\n' >bad.preset
run sheet -p bad.preset
fails 'an unknown option in it' 2 "bad.preset, line 1: unknown option --colums"
run sheet -p nowhere
fails 'a preset that is not there' 3 'nowhere: cannot open'

# Groups.
run sheet --group place -f md --title List
check 'a title' grep -qx '# List' out
check 'groups have headings' grep -qx '## Geneva, Switzerland' out
same 'every photo is there' "$photos" "$(grep '^| ' out | grep -vc '^| Media ID')"
run sheet --group date -f ndjson -c date
# shellcheck disable=SC2016 # the dollars are jq's
holds 'days in order, unknown ones last' '[.[] | select(.group != "") | .group] as $days | $days == ($days | sort)
    and ([.[].group] | index("") as $at | $at == null or (.[$at:] | all(. == "")))'
run sheet --group by -f ndjson -c byline
holds 'by photographer' 'all(.[]; .byline == null or .group == .byline)'

# Order.
run sheet --sort date- -f ndjson -c date
holds '--sort' '[.[].date | select(. != null)[:10]] | . == (sort | reverse)'
run sheet --sort zity
fails 'an unknown key' 2 'did you mean "city"?'

# Language.
cat >list.csv <<'LIST'
media_id,caption
aawsat:55350159,"جون كيري ومبعوث الأمم المتحدة دي ميستورا في مؤتمر صحافي في جنيف"
LIST
run import -q list.csv
run sheet media:aawsat:55350159 -f ndjson -c caption --lang ar
holds 'the Arabic caption' '.[0].caption | startswith("جون كيري")'
run sheet media:aawsat:55350159 -f ndjson -c caption --lang en
holds 'the English caption' '.[0].caption | startswith("U.S.")'
run sheet media:aawsat:55350159 -f ndjson -c caption --lang fr
holds 'the usual one if there is none' '.[0].caption | length > 10'

# Text by template.
run sheet media:55350159 -f text
check 'the usual template' [ "$(sed -n 3p out)" = 'REUTERS/Denis Balibouse' ]
printf '{number}|{city:upper}|{date:%%B %%-d, %%Y}\n' >t.template
run sheet media:RTX2CGS3 -f text --template t.template
prints 'a template of its own' '1|GENEVA|May 3, 2016'
printf '{cty}' >bad.template
run sheet media:55350159 -f text --template bad.template
fails 'an unknown variable' 2 "unknown column 'cty'; did you mean 'city'?"
printf '{city' >bad.template
run sheet media:55350159 -f text --template bad.template
exits 'a template that does not end' 2
run sheet media:55350159 -f text --template nowhere
fails 'a template that is not there' 3 'nowhere: cannot open'
run sheet media:55350159 -o list.txt
check '.txt is text' grep -q '^1\. ' list.txt

# Killed photos.
run tag -q 55350159 'instructions=MANDATORY KILL'
run sheet -f csv -c media_id,restrictions -o kept.csv
same 'a killed photo is left out' "$photos" "$(wc -l <kept.csv)"
check 'and counted' grep -q '1 killed photo left out; --killed keeps them' err
run sheet -c media_id,restrictions --killed
same '--killed keeps it' $((photos + 1)) "$(wc -l <out)"
run sheet media:55350159 -o none.csv
fails 'nothing but killed ones' 1 'nothing but 1 killed photo'
check 'makes no file' [ ! -e none.csv ]
run sheet -f nonsense
fails 'an unknown format' 2 'there are csv, tsv, json, ndjson, md, text, html'
finish
