#!/bin/sh
# How far a command is: lines of JSON for programs, a bar on a terminal, nothing elsewhere.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# A tree that takes a moment, with a file that fails.
mkdir tree
i=0
while [ $i -lt 150 ]; do
    { head -c -2 "$samples/RTX2CGS3.jpg" && printf '%s\377\331' $i; } >tree/$i.jpg
    i=$((i + 1))
done
echo 'no photo' >tree/broken.jpg
bytes=$(cat tree/* | wc -c)

# lines: the lines of JSON among what was said, into out, where `holds` looks.
lines() {
    grep '^{' err >lines
    mv lines out
}

run import -q tree
check 'no progress without a terminal' sh -c '! grep -q progress err'
rm -r "$XDG_DATA_HOME"
run import -q --progress json tree
exits 'a file that fails shows in the exit code' 3
check 'messages stand between the lines' grep -q '^cutline: import: .*broken.jpg' err
lines
holds 'the last line says that it is the last' '.[-1].progress == "end" and all(.[:-1][]; .progress == "going")'
holds 'it counts files and failures' '.[-1] | .done == 151 and .total == 151 and .errors == 1'
holds 'and bytes' ".[-1] | .bytes == $bytes and .total_bytes == $bytes"
holds 'it tells rate and time' '.[-1] | .rate > 0 and .seconds > 0 and .seconds_left == 0'
holds 'nothing goes back' '[.[].done] == ([.[].done] | sort) and [.[].seconds] == ([.[].seconds] | sort)'
find "$work/tree" -name '1*.jpg' >list
run import -q --progress json - <list
lines
holds 'of paths from standard input, too' ".[-1] | .done == $(wc -l <list) and .errors == 0"
run sheet -q --progress json -o sheet.csv
lines
holds 'other commands tell it, too' '.[-1] | .progress == "end" and .done == 150'
run import --progress bars tree
fails 'an unknown form is refused' 2 "--progress wants one of auto|bar|json|none, not 'bars'"

if ! command -v script >/dev/null 2>&1; then
    skip 'the bar: there is no script'
    finish
fi
rm -r "$XDG_DATA_HOME"
on_terminal "'$CUTLINE' import --jobs 1 --progress bar tree"
check 'a bar stays within the line' [ "$(tr '\r' '\n' <seen | grep -a ' files' | awk 'length > 84' | wc -l)" -eq 0 ]
check 'and is gone in the end' sh -c "grep -a ' added, ' seen | grep -av '#' | grep -q '^150 added'"
rm -r "$XDG_DATA_HOME"
on_terminal "'$CUTLINE' import --progress none tree"
check 'none is none' sh -c "! grep -aq ' files' seen"
finish
