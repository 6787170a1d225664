#!/bin/sh
# cutline import: feeds beside photos.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

mkdir in
cp "$samples/no-metadata.jpg" in/RTX2ZZZA.jpg
cat >in/item.json <<'END'
{"uri": "tag:reuters.com,2016:newsml_RTX2ZZZA", "type": "picture", "by": "Ann Bee",
 "headlines": [{"value": "Ferry"}], "located": "Geneva, Switzerland",
 "people": [{"name": "Cy Dee"}, {"name": "Eff Gee"}], "subjects": [{"name": "boats"}],
 "descriptions": [{"role": "caption", "value": "A ferry leaves."}, {"role": "creditline", "value": "REUTERS/Ann Bee"}]}
END
cat >in/message.xml <<'END'
<?xml version="1.0" encoding="ISO-8859-1"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:RTX2ZZZB">
<itemMeta><itemClass qcode="ninat:picture"/><provider qcode="nprov:reuters"/></itemMeta>
<contentMeta><creditline>REUTERS/Ann Bee</creditline><description role="drol:caption">S&#xE8;te harbour</description>
</contentMeta></newsItem></itemSet></newsMessage>
END
printf '{"name": "no feed", }\n' >in/package.json
printf '<a/>\n' >in/other.xml

run import in
check 'takes feeds and passes over other files' grep -qx '3 added, 0 updated, 0 unchanged, 2 skipped, 0 failed' out
exits 'which is no fault' 0
run show --json in/RTX2ZZZA.jpg
holds 'an item is linked to its photo' '.[0] | .fields.headline == "Ferry" and .credit.line == "REUTERS/Ann Bee" and .fields.city == "Geneva"'
holds 'lists are lists' '.[0].fields | .persons_shown == ["Cy Dee", "Eff Gee"] and .keywords == ["boats"]'
run find --json person:gee
holds 'and found by its persons' 'length == 1'
run credit RTX2ZZZB
prints 'an item without photo is awaited' 'REUTERS/Ann Bee'
run find --json 'sete'
holds 'with its caption' '.[0].caption == "Sète harbour"'
run import in
check 'a second time nothing changes' grep -qx '0 added, 0 updated, 3 unchanged, 2 skipped, 0 failed' out

printf '{"uri": "a", "type": "picture"' >broken.json
run import broken.json
fails 'broken JSON' 3 'broken.json: byte 30'
run import in/other.xml
fails 'a file named that is no feed' 3 'no media ID found'
finish
