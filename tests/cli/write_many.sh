#!/bin/sh
# cutline write of many photos: progress, order, and going on after an end at any instant.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# 150 pictures that differ in their last bytes, in three folders.
mkdir a b c
i=0
while [ $i -lt 150 ]; do
    case $((i % 3)) in 0) folder=a ;; 1) folder=b ;; *) folder=c ;; esac
    { head -c -2 "$samples/RTX2CGS3.jpg" && printf '%s\377\331' $i; } >$folder/$i.jpg
    i=$((i + 1))
done
find "$work/a" "$work/b" "$work/c" -name '*.jpg' | LC_ALL=C sort >list
catalog=$XDG_DATA_HOME/cutline/catalog.db

# headlines TEXT: how many of the files say it.
headlines() {
    xargs "$CUTLINE" read --json <list | grep -c "\"headline\":\"$1\""
}
strays() {
    find a b c -name '.cutline-*'
}

run import -q a b c
run tag -q --yes credit:reuters headline=First
exits 'an edit of 150 photos' 0
cp "$catalog" before.db
run write --progress json --json credit:reuters
exits 'and a write of them' 0
holds 'the events are in the order of the photos' '[.[].photo] == ([.[].photo] | sort | reverse) and length == 150'
grep '^{' err >lines
mv lines out
holds 'its progress' '.[-1] | .progress == "end" and .done == 150 and .total == 150 and .errors == 0'
same 'every file says so' 150 "$(headlines First)"
run import a b c
check 'the catalog knows the files' grep -q '^0 added, 0 updated, 150 unchanged' out

# As if the process had ended when the files were in their places and the catalog not yet told.
cp before.db "$catalog"
run write credit:reuters
exits 'files that a killed write has left are no conflict' 0
check 'nothing is left to do' grep -q '^0 written, 150 unchanged' out
run import a b c
check 'and the catalog then knows them' grep -q '^0 added, 0 updated, 150 unchanged' out

# A file that others changed is still one, unless it says what it is to say.
run tag -q --yes credit:reuters headline=Second
sleep 0.01
exiftool -q -overwrite_original -XMP-photoshop:Headline=Theirs a/0.jpg 2>/dev/null || echo >>a/0.jpg
run write -q credit:reuters
exits 'a file that others changed is a conflict' 3
check 'and named' grep -q 'a/0.jpg: was changed since it was imported' err
same 'the others are written' 149 "$(headlines Second)"
run import -q a

# Killed at some instant, a dozen times.
n=0
while [ $n -lt 12 ]; do
    n=$((n + 1))
    "$CUTLINE" tag -q --yes credit:reuters headline="Round $n"
    "$CUTLINE" write -q credit:reuters >/dev/null 2>&1 &
    process=$!
    sleep "0.0$((n * 7 % 10))$n"
    kill -KILL $process 2>/dev/null
    wait $process 2>/dev/null
    "$CUTLINE" write -q credit:reuters 2>>err
    if [ "$(headlines "Round $n")" -ne 150 ] || [ -n "$(strays)" ]; then
        break
    fi
done
same 'killed at any instant, the next run completes it and leaves nothing behind' 12 "$n"
same 'every file says the last' 150 "$(headlines 'Round 12')"
same 'every image is whole' 150 "$(xargs "$CUTLINE" read --json <list |
    sed 's/.*"image_hash":"\([0-9a-f]*\)".*/\1/' | sort -u | wc -l)"
run import a b c
check 'the catalog knows all of it' grep -q '^0 added, 0 updated, 150 unchanged' out

# Ctrl-C: what was begun is completed and told.
run tag -q --yes credit:reuters headline=Third
if env --default-signal=INT true 2>/dev/null; then
    env --default-signal=INT "$CUTLINE" write credit:reuters >out 2>err &
    process=$!
    sleep 0.05
    kill -INT $process 2>/dev/null
    wait $process
    status=$?
    if [ $status -eq 130 ]; then
        check 'an interrupted write says so' grep -q '; interrupted, the same command goes on$' out
    else
        skip 'Ctrl-C: the write was over too soon'
    fi
else
    skip 'Ctrl-C: env cannot restore signals here'
fi
run write -q credit:reuters
exits 'the same command goes on' 0
same 'and completes it' 150 "$(headlines Third)"
same 'no temporary file is left' '' "$(strays)"

# A sidecar that two photos share, written to for both at once; a part of a structure.
mkdir pair
cp "$samples/epa05287311.jpg" pair/x.jpg
cp "$samples/no-metadata.jpg" pair/x.jpeg
run import -q pair
run tag -q --yes path:pair headline=Pair
run write -q --sidecar path:pair
exits 'two photos with one name' 0
run read --json pair/x.jpg pair/x.jpeg
holds 'both say what was typed' 'all(.[]; .fields.headline == "Pair")'
run tag -q --yes path:pair 'location_shown.City=Bern' 'location_shown[2].City=Basel'
run write -q path:pair
run read --json pair/x.jpg pair/x.jpeg
holds 'parts of structures are written' 'all(.[]; [.fields.location_shown[].City] == ["Bern", "Basel"])'
finish
