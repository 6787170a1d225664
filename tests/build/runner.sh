#!/bin/sh
# The runner counts right and fails when it must: it is given a tree of its own to run.
# shellcheck disable=SC2016 # texts of scripts
tree=$TMPDIR/tree
mkdir -p "$tree/tests/odd" "$tree/tests/fuzz/corpus/full" "$tree/tests/unit" "$tree/build/tests"
cp tests/run "$tree/tests/run"

# script NAME TEXT: a shell test of the tree.
script() {
    printf '%s\n' "$2" >"$tree/tests/odd/$1.sh"
}

# program NAME TEXT: what stands for a compiled test.
program() {
    printf '#!/bin/sh\n%s\n' "$2" >"$tree/build/tests/$1"
    chmod +x "$tree/build/tests/$1"
}

# counts WHAT LINE STATUS: the last line and the exit status of a run of everything.
counts() {
    BUILD=$tree/build sh "$tree/tests/run" >"$TMPDIR/out" 2>&1
    status=$?
    if [ "$(tail -n 1 "$TMPDIR/out")" = "$2" ] && [ "$status" -eq "$3" ]; then
        echo "ok - $1: $2"
    else
        echo "not ok - $1: wanted '$2' and status $3, got status $status and"
        sed 's/^/    /' "$TMPDIR/out"
    fi
}

counts 'no test at all is a failure' '0 passed, 0 failed, 0 skipped' 1

script lines 'echo "ok - a"; echo "ok - b"; echo "skip - c"'
script silent 'true'
script skipped 'exit 77'
: >"$tree/tests/unit/test_good.c"
program test_good 'echo "[ RUN      ] a"; echo "[       OK ] a"
echo "[ RUN      ] b"; echo "[  SKIPPED ] b"; echo "[  SKIPPED ] 1 test(s), listed below:"
echo "[  SKIPPED ] b"'
: >"$tree/tests/fuzz/fuzz_full.c"
: >"$tree/tests/fuzz/corpus/full/input"
program fuzz_full 'test -f "$1"'
counts 'everything passes' '5 passed, 0 failed, 3 skipped' 0

script lines 'echo "ok - a"; echo "not ok - the reason"'
counts 'a line says that it failed' '4 passed, 1 failed, 2 skipped' 1
if grep -q 'the reason' "$TMPDIR/out"; then
    echo 'ok - the output of a failure is shown'
else
    echo 'not ok - the output of a failure is shown'
fi
script lines 'echo "ok - a"; exit 3'
counts 'a bad status counts whatever was printed' '4 passed, 1 failed, 2 skipped' 1
script lines 'kill -9 $$'
counts 'a test that dies has failed' '3 passed, 1 failed, 2 skipped' 1
script lines 'echo "$HOME" >"$BUILD/home"; touch "$HOME/litter"; read -r line || echo "ok - no input"'
counts 'standard input is empty' '4 passed, 0 failed, 2 skipped' 0
if [ -e "$(cat "$tree/build/home")" ]; then
    echo 'not ok - a test has a home of its own that is gone afterwards'
else
    echo 'ok - a test has a home of its own that is gone afterwards'
fi
program test_good 'echo "[ RUN      ] a"; echo "[  FAILED  ] a"; echo "[  FAILED  ] 1 test(s), listed below:"
echo "[  FAILED  ] a"; exit 1'
counts 'a failed function counts once' '3 passed, 1 failed, 1 skipped' 1
rm "$tree/tests/fuzz/corpus/full/input"
counts 'a fuzz target without inputs is a failure' '2 passed, 2 failed, 1 skipped' 1
