#!/bin/sh
# cutline history and undo: who edited what, taken back and made again; two editors at once.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

import_samples
run history
check 'no edits yet' [ "$status" -eq 0 ] && [ ! -s out ]
run history RTX2CGS3
fails 'nor of a photo' 1 'nobody has edited this photo'
run undo
fails 'nothing to take back' 1 'there is nothing to take back'

run show --json RTX2CGS3
cp out before
run tag -q --as 'A. Desk' RTX2CGS3 city=Bern 'caption+=First.' +one media+=getty:123456789
run tag -q --as 'B. Night' RTX2CGS3 city=Basel
run history --json RTX2CGS3
holds 'who, what, when, from where' 'length == 5 and .[0].editor == "B. Night" and .[0].old == "Bern" and
    .[0].new == "Basel" and .[1].change == .[4].change and .[4].source == "tag" and (.[0].time | test("Z$"))'
run history RTX2CGS3
shows 'for people' 'city: Bern -> Basel'
run undo
shows 'an undo' '1 edit of 1 photo taken back'
run show --json RTX2CGS3
holds 'restores the field' '.[0].fields.city == "Bern"'
run undo
shows 'the next one goes further back' '4 edits of 1 photo taken back'
run show --json RTX2CGS3
cp out after
same 'to what was before' "$(cat before)" "$(cat after)"
run undo --redo
exits 'made again' 0
run show --json RTX2CGS3
holds 'as it was' '.[0].fields.city == "Bern" and ([.[0].media_ids[].id] | index("123456789"))'
run undo --redo --json
holds 'and the other one' '.[0].new == "Basel"'
run undo --redo
fails 'once' 1 'there is nothing to make again'
run undo 2
shows 'two at once' '5 edits of 1 photo taken back'
run show --json RTX2CGS3
same 'to what was before' "$(cat before)" "$(cat out)"
run history --json RTX2CGS3
holds 'nothing is lost from the history' '[.[] | .kind] | index("undo") and index("redo") and index("edit")'

# Many photos, one change; one of them edited again.
run tag -q --yes 'credit:reuters' source=Desk
run tag -q RTX50QK8 source=Other
run undo --set "$("$CUTLINE" history --json | jq -s 'map(select(.new == "Desk"))[0].change')"
check 'what was edited again is left alone' [ "$status" -eq 3 ] && grep -q 'source was edited again since change' err
run show --json RTX50QK8 RTX2CGS3
holds 'and stays' '.[0].fields.source == "Other" and .[1].fields.source != "Desk"'
run undo RTX50QK8
exits 'the latest of a photo' 0
run undo --since 1h
exits 'all since a time' 0
run show --json RTX50QK8
holds 'taken back' '.[0].origin.source != "hand"'
run undo --since yesterday
fails 'no time' 2 '--since wants a time like'

# Kills.
run kill -q RTX2CGS3 --reason Wrong
run history --json RTX2CGS3
holds 'a kill is in the history' '.[0].field | startswith("kill ")'
run undo
exits 'a kill taken back' 0
run credit --json RTX2CGS3
holds 'is gone' '.[0].kill_reason == null'
run undo --redo
run credit --json RTX2CGS3
holds 'and back' '.[0].kill_reason == "Wrong" and .[0].restrictions[0] == "killed"'
run undo RTX2CGS3
run credit --json RTX2CGS3
holds 'by its photo, too' '.[0].kill_reason == null'

# A newer version from the wire; in a catalog of its own, since the image is that of a sample.
CUTLINE_DB=$work/wire.db
export CUTLINE_DB
echo 'A first caption.' >one
echo 'A second caption.' >two
jpeg_with_caption one >wire.jpg
run import -q wire.jpg
run tag -q "$work/wire.jpg" 'caption=A corrected caption.'
jpeg_with_caption two >wire.jpg
run import -q wire.jpg
run show --json "$work/wire.jpg"
holds 'an edit survives' '.[0].fields.caption | startswith("A corrected caption.")'
holds 'and the conflict is said' '.[0].findings | map(select(.code == "edited-conflict")) | length == 1 and
    (.[0].detail | test("first caption") and test("second caption"))'
run history --captions --json "$work/wire.jpg"
holds 'all captions stand side by side' 'map(.kind) | index("earlier") == 0 and index("original") == 1 and index("corrected") == length - 1'
holds 'the wire said another thing first' '.[0].text | test("first")'
run tag -q "$work/wire.jpg" 'caption=A corrected caption.'
run show --json "$work/wire.jpg"
holds 'typed again, it is settled' '.[0].findings | map(select(.code == "edited-conflict")) | length == 0'
unset CUTLINE_DB

# Into the files, and out of them again; in a catalog of its own, since all files of a photo are
# written, and the samples must not be.
mkdir desk
cp "$samples/epa05287311.jpg" desk/
CUTLINE_DB=$work/desk.db
export CUTLINE_DB
run import -q desk
run read --json desk/epa05287311.jpg
cp out was
run tag -q --write "$work/desk/epa05287311.jpg" 'caption[fr]=Une légende.' headline=Written +written city:blank
run read --json desk/epa05287311.jpg
holds 'tag --write' '.[0] | .fields.headline == "Written" and .alternatives.caption.fr == "Une légende." and
    (.fields.keywords | index("written")) and .fields.city == null'
run undo -q --write
exits 'an undo with the file' 0
run read --json desk/epa05287311.jpg
# IIM says now which charset it is in.
said='[.fields | del(.coded_character_set)] + [.alternatives]'
same 'puts it back' "$(jq -c "$said" was)" "$(jq -c "$said" out)"
# Two edits of one field, both written: taken back one by one, and both at once.
headline() {
    "$CUTLINE" read --json "$work/desk/epa05287311.jpg" | jq -r .fields.headline
}
before=$(headline)
run tag -q --write "$work/desk/epa05287311.jpg" headline=One
run tag -q --write "$work/desk/epa05287311.jpg" headline=Two
run undo -q --write
same 'the second of two written edits' One "$(headline)"
run undo -q --write
same 'and the first, whose file text is that before both' "$before" "$(headline)"
run tag -q --write "$work/desk/epa05287311.jpg" headline=One 'caption[fr]=Une' 'caption[de]=Eine'
run tag -q --write "$work/desk/epa05287311.jpg" headline=Two 'caption[fr]=Deux'
run undo -q --write 2
same 'both at once' "$before" "$(headline)"
run read --json desk/epa05287311.jpg
holds 'with their languages' '.[0].alternatives.caption.fr == null and .[0].alternatives.caption.de == null'
unset CUTLINE_DB

# Two at once: none is lost.
for i in 1 2 3 4 5 6 7 8; do
    "$CUTLINE" tag -q RTX2CGS3 "+left$i" &
    "$CUTLINE" tag -q RTX2CGS3 "+right$i" &
done
wait
run show --json RTX2CGS3
holds 'edits of two at once are all there' '[.[0].fields.keywords[] | select(test("^(left|right)[1-8]$"))] | length == 16'

# While one looks, another one edits.
mkfifo answer
sleep 30 >answer &
keeper=$!
(TERM=xterm script -q -e -c "\"$CUTLINE\" tag 'file:RTX2CGS3' headline=Slow" looked >/dev/null 2>&1 <answer
    echo $? >code) &
asker=$!
tries=0
while ! grep -q 'y/N' looked 2>/dev/null && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
run tag -q --as 'C. Quick' RTX2CGS3 headline=Quick
echo y >answer
wait $asker
kill $keeper
check 'what was shown has changed: a conflict' grep -q 'was changed meanwhile by C. Quick and is left alone' looked
check 'which fails' [ "$(cat code)" -eq 4 ]
run show --json RTX2CGS3
holds 'and the first one stays' '.[0].fields.headline == "Quick"'

finish
