#!/bin/sh
# Ctrl-C: an import stops with a consistent catalog and goes on later; a sheet leaves no half file.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# A tree that takes a while: 200 pictures that differ in their last bytes, ten files each.
mkdir tree
i=0
while [ $i -lt 200 ]; do
    { head -c -2 "$samples/no-metadata.jpg" && printf '%s\377\331' $i; } >tree/first-$i.jpg
    i=$((i + 1))
done
for copy in 1 2 3 4 5 6 7 8 9; do
    for file in tree/first-*.jpg; do
        ln "$file" "tree/$copy-${file#tree/first-}"
    done
done

# start_and_interrupt SIGNAL OPTION...: starts an import with its default signals, sends it the signal
# when it has told of its first files in a report, and leaves its exit code in $status.
start_and_interrupt() {
    signal=$1
    shift
    rm -f report
    # A shell starts background commands with SIGINT ignored; env takes that back where it can.
    env --default-signal=INT "$CUTLINE" import --report report "$@" tree >out 2>err &
    process=$!
    tries=0
    while [ ! -s report ] && [ $tries -lt 500 ]; do
        sleep 0.02
        tries=$((tries + 1))
    done
    sleep 0.05
    kill -s "$signal" $process
    wait $process
    status=$?
}

if ! env --default-signal=INT true 2>/dev/null; then
    skip 'interrupts: env cannot restore signals here'
    finish
fi
start_and_interrupt INT --jobs 1
if [ "$status" -eq 0 ]; then
    skip 'Ctrl-C in an import: it was over too soon'
else
    exits 'Ctrl-C in an import' 130
    check 'the counts are printed' grep -q '; interrupted, the same command goes on$' out
fi
if command -v sqlite3 >/dev/null 2>&1; then
    same 'the catalog is consistent' ok "$(sqlite3 "$XDG_DATA_HOME/cutline/catalog.db" 'pragma integrity_check')"
fi
run import --json tree
holds 'the same command goes on' '.[0] | .added + .unchanged + .updated == 2000 and .failed == 0'
run stats --json
holds 'and completes it' '.[0].files == 2000'

rm -r "$XDG_DATA_HOME"
start_and_interrupt TERM --json
case $status in
143) ok 'SIGTERM in an import' ;;
0) skip 'SIGTERM in an import: it was over too soon' ;;
*) not_ok 'SIGTERM in an import' ;;
esac

# kill -9: nothing but the open batch is lost.
rm -r "$XDG_DATA_HOME"
start_and_interrupt KILL
run import --json tree
exits 'after kill -9 the same command goes on' 0
run stats --json
holds 'and completes the import' '.[0].files == 2000'

# A sheet that is interrupted.
echo old >sheet.csv
env --default-signal=INT "$CUTLINE" sheet -o sheet.csv >out 2>err &
process=$!
kill -s INT $process 2>/dev/null
wait $process
status=$?
rows=$(wc -l <sheet.csv)
case $rows in
1 | 201) ok 'a sheet is whole, or the old file is as it was' ;;
*) not_ok 'a sheet is whole, or the old file is as it was' ;;
esac
same 'no temporary file is left' '' "$(find . -name 'sheet.csv.*')"
finish
