#!/bin/sh
# Files that were moved between imports, and imports that are killed while they find that out.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# 120 pictures that differ in their last bytes.
mkdir -p tree/0
i=0
while [ $i -lt 120 ]; do
    { head -c -2 "$samples/RTX2CGS3.jpg" && printf '%s\377\331' $i; } >tree/0/$i.jpg
    i=$((i + 1))
done
run import -q tree
run tag -q --yes credit:reuters headline=Typed
exits 'photos with something typed' 0
run import tree
check 'are known' grep -q '^0 added, 0 updated, 120 unchanged' out

n=0
while [ $n -lt 8 ]; do
    mv tree/$n tree/$((n + 1))
    n=$((n + 1))
    "$CUTLINE" import -q --jobs 1 tree >/dev/null 2>&1 &
    process=$!
    sleep "0.0$((n * 7 % 10))"
    kill -KILL $process 2>/dev/null
    wait $process 2>/dev/null
    # In every other round nothing is completed before the next move.
    if [ $((n % 2)) -eq 0 ]; then
        run import -q tree
        exits "import $n after a move and a kill" 0
    fi
done
run import tree
check 'in the end everything is known' grep -q '^0 added, 0 updated, 120 unchanged' out
run stats --json
holds 'no photo has become two' '.[0].photos == 120'
run find --count 'headline:Typed'
prints 'what was typed is still there' 120
run write -q credit:reuters
exits 'the files are found where they are now' 0
same 'and written' 120 "$(find tree/8 -name '*.jpg' -exec "$CUTLINE" read --json {} + |
    grep -c '"headline":"Typed"')"
same 'nothing is left behind' '' "$(find tree -name '.cutline-*')"
finish
