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

# Names that change hands: files are numbered anew, overwritten by each other, or swapped.
again() {
    rm -rf names "$XDG_DATA_HOME"
    mkdir names
    cp "$samples/RTX2CGS3.jpg" names/a.jpg
    cp "$samples/RTX50QK8.jpg" names/b.jpg
    touch -d 2020-01-01 names/a.jpg
    touch -d 2021-01-01 names/b.jpg
    run import -q names
    run tag -q --yes photo:1 headline=Typed
}

again
mv names/b.jpg names/c.jpg
mv names/a.jpg names/b.jpg
run import --dry-run names
check 'that a file has moved to the name of another is foreseen' \
    grep -q '^1 added, 0 updated, .* 1 moved (dry run' out
run import -v names
check 'and told' grep -q 'moved .*/names/b\.jpg, was .*/names/a\.jpg$' out
run show --json photo:1
holds 'it is that file of its photo, and no other' \
    '[.[0].files[] | [(.path | sub(".*/"; "")), .missing]] == [["b.jpg", false]]'
run show --json reuters:RTX50QK8
holds 'so is the file that had the name' \
    '[.[0].files[] | [(.path | sub(".*/"; "")), .missing]] == [["c.jpg", false]]'
run import names
check 'and nothing is left to be done' grep -q '^0 added, 0 updated, 2 unchanged' out
run stats --json
holds 'no photo was made of it' '.[0] | .photos == 2 and .files == 2 and .missing == 0'

again
mv names/a.jpg names/b.jpg
run import names
check 'a file that overwrote another has moved' grep -q '^0 added, .* 1 moved' out
run stats --json
holds 'and none is missing' '.[0] | .files == 1 and .missing == 0'

again
mv names/a.jpg names/t
mv names/b.jpg names/a.jpg
mv names/t names/b.jpg
run import -q names
run stats --json
holds 'two names that are swapped leave two files' \
    '.[0] | .photos == 2 and .files == 2 and .missing == 0'
run show --json photo:1
holds 'each of its photo' '[.[0].files[].path | sub(".*/"; "")] == ["b.jpg"]'

# A copy that was deleted has not become the other one, whatever was changed there.
again
cp names/a.jpg names/copy.jpg
run import -q names
rm names/copy.jpg
touch names/a.jpg
run import names
check 'a copy that is gone is missing' grep -q ' 1 missing' out
finish
