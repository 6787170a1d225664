#!/bin/sh
# cutline tag: what is set by hand, checked first, kept for good.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run tag 55350159 city=Bern
fails 'without a catalog' 4 'no catalog there'
import_samples

run tag RTX2CGS3 city=Bern 'caption=A new caption.'
exits 'two fields' 0
check 'say what was and what is' grep -qE '^photo:[0-9]+ city: .* -> Bern$' out
run show --json RTX2CGS3
holds 'are set' '.[0].fields | .city == "Bern" and (.caption | startswith("A new caption."))'
holds 'by hand' '.[0].origin.city == "hand"'
run tag -q RTX2CGS3 'credit=AFP/Lea Moser'
run credit -q RTX2CGS3
prints 'a credit set by hand counts' 'AFP/Lea Moser'
run import -q "$samples"
touch -c "$samples" 2>/dev/null
cp "$samples/RTX2CGS3.jpg" copy.jpg
run import -q copy.jpg
run show --json RTX2CGS3
holds 'and stay through another import' '.[0].fields.city == "Bern"'
run find --json bern
holds 'and are found' 'length == 1'
run tag RTX2CGS3 city=
exits 'an empty value' 0
run show --json RTX2CGS3
holds 'takes back what was set' '.[0].fields.city != "Bern" and .[0].origin.city != "hand"'

run tag --json --as 'A. Desk' RTX2CGS3 'keywords=one; two' 'headline=وزير'
holds 'JSON, one line for each edit' 'length == 2 and .[0].field == "keywords" and .[0].new == "one; two" and
    (.[0] | has("photo") and has("old"))'
run show --json RTX2CGS3
holds 'a list is a list' '.[0].fields.keywords == ["one", "two"]'
holds 'Arabic stays Arabic' '.[0].fields.headline == "وزير"'

run tag RTX2CGS3 media+=getty:123456789
exits 'a media ID' 0
run show --json getty:123456789
holds 'is linked' '[.[0].media_ids[] | .id] | index("123456789") and index("RTX2CGS3")'
run tag -q RTX2CGS3 city=Basel
check '-q prints nothing' [ ! -s out ]

# Refused, before anything is changed.
run tag RTX2CGS3 city=Nowhere cty=Bern
fails 'a mistyped field' 2 'cutline: tag: unknown field cty; did you mean city?'
run tag RTX2CGS3 city=Nowhere nonsense
fails 'no edit' 2 "'nonsense' is no edit: write FIELD=VALUE"
run tag RTX2CGS3 =x
fails 'no field' 2 "'=x' is no edit"
cp "$samples/epa05287311.jpg" "$samples/no-metadata.jpg" .
run import -q epa05287311.jpg no-metadata.jpg
run tag -q "$work/no-metadata.jpg" media+=epa:05287311
run tag epa:05287311 city=Nowhere
fails 'a name of several photos' 2 '2 photos would change: look with --dry-run, and say --yes'
run tag 99999999 city=Nowhere
fails 'an unknown photo' 1 'no photo matches 99999999'
run find nowhere
exits 'nothing of it was done' 1
run tag RTX2CGS3 "city=$(printf 'a\377')"
fails 'a value that is not UTF-8' 2 'cutline: tag: '
run tag RTX2CGS3 media+=
fails 'no media ID' 2 'cutline: tag: '

# The language of edits.
run tag -q RTX2CGS3 'caption=Mr Kery speaks' 'keywords=one; two'
run tag --json RTX2CGS3 caption:s/Kery/Kerry/ 'caption+=in Bern.' 'caption^=(photo)' +three -one
holds 'one after the other' 'map(select(.field == "caption")) | length == 1 and
    .[0].old == "Mr Kery speaks" and .[0].new == "(photo) Mr Kerry speaks in Bern."'
holds 'keywords' 'map(select(.field == "keywords")) | .[0].new == "two; three"'
run tag --json RTX2CGS3 caption:s/nobody/x/ 'caption?=other' +two
check 'nothing to do' [ "$status" -eq 0 ] && [ ! -s out ]
run tag --json RTX2CGS3 'caption[ar]=نص عربي'
holds 'a language' '.[0].field == "caption[ar]" and .[0].new == "نص عربي"'
run show --json RTX2CGS3
holds 'stands beside the others' '.[0].alternatives.caption.ar == "نص عربي" and (.[0].fields.caption | startswith("(photo)"))'
run tag -q RTX2CGS3 'caption[ar]=' city:blank
run show --json RTX2CGS3
holds 'a language taken back, a field blanked' '(.[0].alternatives.caption.ar == null) and (.[0].fields.city == null)'
run tag RTX2CGS3 'keywords+=semi\;colon'
run show --json RTX2CGS3
holds 'a semicolon in a keyword' '.[0].fields.keywords | index("semi;colon")'
run tag -q RTX2CGS3 -semi\;colon

# Media IDs that are wrong.
run tag RTX2CGS3 media-=reuters:RTX2CGS3
shows 'a media ID of the file is denied' 'media: reuters:RTX2CGS3 -> (none)'
run credit RTX2CGS3
exits 'and names the photo no longer' 1
run import -q "$samples"
run credit -q RTX2CGS3
exits 'not after an import either' 1
run tag -q getty:123456789 media+=reuters:RTX2CGS3 media-=getty:123456789
run show --json RTX2CGS3
holds 'and linked again' '[.[0].media_ids[].id] | index("RTX2CGS3") and (index("123456789") | not)'

# Parts of structures.
run tag RTX2CGS3 location_shown.City=Bern location_shown.CountryName=Switzerland 'location_shown[2].City=Basel'
shows 'a part' 'location_shown[2].City: (none) -> Basel'
run show --json RTX2CGS3
holds 'of a structure' '.[0].fields.location_shown == [{"City": "Bern", "CountryName": "Switzerland"}, {"City": "Basel"}]'
run tag -q RTX2CGS3 'location_shown[1].City=' 'location_shown[2].City:s/sel/den/' contact_email=desk@example.org
run show --json RTX2CGS3
holds 'changed and taken back' '.[0].fields | .location_shown == [{"CountryName": "Switzerland"}, {"City": "Baden"}] and
    .contact_email == "desk@example.org"'
run tag RTX2CGS3 location_shown=Bern
fails 'a structure is no text' 2 'location_shown is a structure and cannot be set as text; set its parts'

# What may be wrong is said, and done.
run tag RTX2CGS3 'byline=A photographer whose name is very long' scene=headshott country_code=SUI digital_source_type=digitalcapture
check 'too long for IIM' grep -q 'byline: 38 bytes; IIM 2:80 holds 32' err
check 'no scene' grep -q 'headshott is no IPTC scene code; did you mean headshot?' err
check 'no country' grep -q 'SUI is no ISO 3166 country code; did you mean' err
run tag --json RTX2CGS3 scene=headshot country_code=che
holds 'names become codes' '.[0].new == "010100" and .[1].new == "CHE"'
run show --json RTX2CGS3
holds 'with their address' '.[0].fields.digital_source_type == "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"'
run tag RTX2CGS3 date_created=2016-02-30
fails 'a day that is none' 2 'date_created takes a date like 2016-05-02'
run tag RTX2CGS3 'caption[1x]=x'
fails 'no language' 2 '"1x" is no language'
run tag RTX2CGS3 caption:s/x
fails 'half a replacement' 2 'a replacement is written caption:s/OLD/NEW/'

# Terms of the desk.
printf '\357\273\277// topics\r\nclimate change\tKlimawandel\r\nelections\r\n' >topics
printf '# cities\nGenève\tGenf\nZürich\n' >cities
run tag --json --vocab keywords=topics,city=cities RTX2CGS3 'keywords=KLIMAWANDEL; elektions' city=genf 'headline=Genf'
holds 'aliases become terms, in the fields of the lists' '(map({key: .field, value: .new}) | from_entries) ==
    {keywords: "climate change; elektions", city: "Genève", headline: "Genf"}'
check 'what is no term is warned of' grep -q 'elektions is no term of the list of keywords; did you mean elections?' err
run tag --vocab scene=topics RTX2CGS3 scene=headshot
check 'and terms of the IPTC are not' [ "$status" -eq 0 -a ! -s err ]
run tag --json RTX2CGS3 about_cv_terms.CvTermId=sport 'genre.CvTermId=curtain raiser' digital_source_type=negativefilm 'scene=headshot;Close-up'
holds 'names of IPTC terms become codes, in structures too' 'map({key: .field, value: .new}) | from_entries ==
    {"about_cv_terms[1].CvTermId": "http://cv.iptc.org/newscodes/mediatopic/15000000",
    "genre[1].CvTermId": "http://cv.iptc.org/newscodes/genre/Curtain_Raiser",
    "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm", "scene": "010100; 011800"}'
holds 'and none is warned of' 'map(.warning) | all(. == null)'
run tag --json RTX2CGS3 about_cv_terms.CvTermId=sprot genre.CvTermId=Actualty digital_source_type=negativFilm scene=headshto intellectual_genre=Actualty
holds 'a typo is' 'map(.warning) == ["sprot is no IPTC media topic; did you mean sport?", "Actualty is no IPTC genre; did you mean Actuality?",
    "negativFilm is no IPTC digital source type; did you mean negativeFilm?", "headshto is no IPTC scene code; did you mean headshot?",
    "Actualty is no IPTC genre; did you mean Actuality?"]'
run tag --json RTX2CGS3 about_cv_terms.CvTermId=20000587
holds 'a code below the top level is good' '.[0].warning == null and .[0].new == "http://cv.iptc.org/newscodes/mediatopic/20000587"'
printf 'http://cv.iptc.org/newscodes/mediatopic/20000587\telections\tWahlen\n' >medtop
run tag --json --vocab about_cv_terms.CvTermId=medtop RTX2CGS3 about_cv_terms.CvTermId=sport 'about_cv_terms[2].CvTermId=wahlen'
holds 'those that a desk names' '.[1].new == "http://cv.iptc.org/newscodes/mediatopic/20000587" and (map(.warning) | all(. == null))'
run tag --json --vocab about_cv_terms.CvTermId=medtop RTX2CGS3 about_cv_terms.CvTermId=electoins
holds 'with a suggestion' '.[0].warning | contains("did you mean http://cv.iptc.org/newscodes/mediatopic/20000587?")'
run tag --vocab about_cv_terms=medtop RTX2CGS3 city=Bern
fails 'a structure as a whole' 2 'about_cv_terms is a structure; name a part, as about_cv_terms.NAME'
run tag --vocab city.x=medtop RTX2CGS3 city=Bern
fails 'a part of none' 2 'city has no parts'
run tag --vocab cities RTX2CGS3 city=Bern
fails 'a list of no field' 2 'cutline: tag: --vocab cities: write FIELD=FILE'
run tag --vocab cty=cities RTX2CGS3 city=Bern
fails 'of an unknown field' 2 'cutline: tag: --vocab cty=cities: unknown field cty; did you mean city?'
run tag --vocab city=missing RTX2CGS3 city=Bern
fails 'that is not there' 3 'cutline: tag: missing: cannot open: No such file'
printf 'Bern\nGen\350ve\n' >latin1
run tag --vocab city=latin1 RTX2CGS3 city=Bern
fails 'that is not UTF-8' 3 'latin1: byte 8: this is not UTF-8'
run show --json RTX2CGS3
holds 'then nothing is done' '.[0].fields.city == "Genève"'

# Many.
run tag 'credit:reuters' source=Desk
fails 'many photos without an answer' 2 'photos would change: look with --dry-run, and say --yes'
run tag --dry-run --json 'credit:reuters' source=Desk
holds 'a dry run shows them' 'length > 1 and all(.new == "Desk" and .change == null)'
run tag --yes 'credit:reuters' source=Desk
shows 'with --yes' 'photos changed; `cutline undo --set'
run show --json RTX50QK8
holds 'they are changed' '.[0].fields.source == "Desk"'
printf 'RTX2CGS3\nRTX50QK8\n' >names
run tag --yes - source=Listed <names
run show --json RTX50QK8
holds 'names on standard input' '.[0].fields.source == "Listed"'
on_terminal "printf 'n\\n' | \"$CUTLINE\" tag 'credit:reuters' source=Asked"
run show --json RTX50QK8
holds 'nobody said yes' '.[0].fields.source == "Listed"'

# From files.
printf 'media_id,Caption,keywords+,city?,Remark\nRTX2CGS3,"A ""quoted"", caption",added,Nowhere,x\nRTX50QK8,,,Kyiv,y\n' >edits.csv
run tag --from edits.csv --yes
fails 'an unknown column' 2 'column "Remark": unknown'
run tag --from edits.csv --map Remark=ignore --yes
exits 'a table' 0
run show --json RTX2CGS3
holds 'is done' '.[0].fields | .caption == "A \"quoted\", caption" and (.keywords | index("added"))'
printf '%s\n' '{"id":"RTX2CGS3","set":{"headline":"From JSON","keywords":["a;b","c"],"city":""}}' \
    '{"path":"nowhere.jpg","set":{"city":"x"}}' '{"id":"RTX50QK8","set":{"source":null}}' >edits.json
run tag --yes --from - <edits.json
check 'JSON lines, and a photo that is not there' [ "$status" -eq 1 ] && grep -q 'no photo has the media ID, path or file name nowhere.jpg' err
run show --json RTX2CGS3 RTX50QK8
holds 'are done' '(.[0].fields | .headline == "From JSON" and .keywords == ["a;b", "c"] and .city == null) and
    (.[1].fields.source != "Listed")'

# An ID that only a list gives is denied, and the denial taken back.
cat >awaited.csv <<'LIST'
media_id,caption
reuters:RTX2AWAIT,A boat in Basel. REUTERS/Lena Hofbauer
LIST
run --db awaited.db import -q awaited.csv
run --db awaited.db tag --yes RTX2AWAIT media-=reuters:RTX2AWAIT
run --db awaited.db undo
run --db awaited.db show --json RTX2AWAIT
holds 'the list still speaks of the photo' 'length == 1 and .[0].fields.city == "Basel"'


run tag photo:99999 city=Bern
fails 'the number of no photo is no query' 1 'there is no photo:99999'

run tag RTX2CGS3 'photographer=Jane Roe'
fails 'what other programs call a field' 2 'unknown field photographer; did you mean byline?'

finish
