#!/bin/sh
# Templates and codes: tag --template, --codes, --expand, and import --template.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run import -q "$samples"
cat >news.tmpl <<'END'
# what the desk wants
headline = {city:upper}: {caption:max=14}
  (goes on)
keywords += {country};{photographers}
title ?= {filename}-{seq:3}
byline_title = {nobody_there}
END
run tag --template news.tmpl reuters:RTX2CGS3
fails 'a variable that there is not' 2 'news.tmpl: line 6: there is no variable {nobody_there}'
sed -i '/nobody/d' news.tmpl
run tag --template news.tmpl reuters:RTX2CGS3
exits 'fills in a photo' 0
run show --json reuters:RTX2CGS3
holds 'with a line that goes on' '.[0].fields.headline == "GENEVA: A sailing boat (goes on)"'
holds 'adds to lists' '.[0].fields.keywords == ["lake", "sailing", "Switzerland", "Lena Hofbauer"]'
holds 'and leaves what has a value' '.[0].fields.title == "SWITZERLAND-LAKE/"'

printf 'gva\tGeneva, Switzerland\tGeneva\n' >places.txt
run tag --codes places.txt reuters:RTX2CGS3 'caption=A boat in \gva\, seen from \gva#2\ {city}.'
exits 'codes in what is typed' 0
run show --json reuters:RTX2CGS3
holds 'are replaced, braces stay' '.[0].fields.caption == "A boat in Geneva, Switzerland, seen from Geneva {city}."'
run tag -x reuters:RTX2CGS3 'caption=Seen from {{the}} {city}.' 'byline_title=On {date:%-d %B %Y}'
run show --json reuters:RTX2CGS3
holds 'with -x variables are filled in' '.[0].fields.byline_title == "On 3 May 2016"'
holds 'and doubled braces are braces' '.[0].fields.caption == "Seen from {the} Geneva."'

run tag --yes --codes places.txt 'credit:reuters' 'caption+=\nowhere\ at all'
fails 'a code that is not known leaves photos alone' 3 'nowhere is no code; the photo is left alone'
run show --json reuters:RTX2CM7K
holds 'all of them' '.[0].fields.caption | contains("nowhere") | not'
run tag --template nothing.tmpl reuters:RTX2CGS3
fails 'a template that is not there' 3 'nothing.tmpl'
printf 'caption = {city\n' >broken.tmpl
run tag --template broken.tmpl reuters:RTX2CGS3
fails 'a fault in it' 2 'broken.tmpl: line 1: byte 8: this brace is not closed'
run tag --template news.tmpl --from x.csv
fails 'a template beside a table' 2 '--from takes'

# At import: on what is new, once, and undone as one change.
mkdir in
cp "$samples/RTX2CGS3.jpg" in/a.jpg
cp "$samples/RTX2CGS3.jpg" in/b.jpg
cp "$samples/AP_16123640518273.jpg" "$samples/no-metadata.jpg" in
run --db new.db import --template "$samples/news.tmpl" --as desk in
exits 'import with a template' 0
run --db new.db find --json is:edited
holds 'edits each new photo' 'length == 2'
run --db new.db show --json reuters:RTX2CGS3
holds 'once' '.[0].fields.keywords == ["lake", "sailing", "Geneva", "Switzerland"]'
holds 'with dates and fallbacks' '.[0].fields | .caption_writer == "lh/mk" and
    .usage_terms == "Editorial use only. Credit: REUTERS/Lena Hofbauer"'
printf 'Geneva\tGenf\tGenève\n' >cities.txt
printf 'keywords += genf; Zuerich\n' >cities.tmpl
run --db vocab.db import --template cities.tmpl --vocab keywords=cities.txt in/a.jpg
check 'terms that are none are warned of' grep -qF 'keywords: lake (and 2 more) is no term of the list of keywords' err
run --db vocab.db show --json reuters:RTX2CGS3
holds 'names become terms at an import, too' '.[0].fields.keywords | index("Geneva") and index("Zuerich")'
run --db vocab.db import --vocab keywords=cities.txt in/a.jpg
fails 'terms without a template' 2 '--vocab does something with --template only'
run --db vocab.db import --codes places.txt in/a.jpg
fails 'codes without one' 2 '--codes does something with --template only'

run --db new.db import --template "$samples/news.tmpl" in
run --db new.db show --json reuters:RTX2CGS3
holds 'and not again' '.[0].fields.keywords == ["lake", "sailing", "Geneva", "Switzerland"]'
finish
