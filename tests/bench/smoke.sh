#!/bin/sh
# The bench runs from end to end, on so few photos that its figures mean nothing.
out=$TMPDIR/out
if BENCH_DIR=$TMPDIR tests/bench/run smoke >"$out" 2>"$TMPDIR/err"; then
    echo 'ok - the bench runs'
else
    echo 'not ok - the bench runs'
    cat "$TMPDIR/err"
    tail -n 20 "$out"
fi
for name in tests/bench/measure/*.sh; do
    name=${name##*/}
    text=$(sed -n "s/^title '\(.*\)'/\1/p" "tests/bench/measure/$name")
    # Each prints its title, and below it a table or why there is none.
    if awk -v title="## $text" '$0 == title { on = 1; next } /^## / { on = 0 }
        on && (/^\| cutline/ || /^\| with / || /^Left out/) { found = 1 } END { exit !found }' "$out"; then
        echo "ok - ${name%.sh} is measured"
    else
        echo "not ok - ${name%.sh} is measured"
    fi
done
if tests/bench/run smoke nonsense 2>/dev/null; then
    echo 'not ok - an unknown measurement is refused'
else
    echo 'ok - an unknown measurement is refused'
fi

# Photos of the same numbers are the same; others are not.
for folder in one two; do
    mkdir "$TMPDIR/$folder"
    "$BUILD/tests/bench/make_photos" header 7 3 "$TMPDIR/$folder"
done
if diff -r "$TMPDIR/one" "$TMPDIR/two"; then
    echo 'ok - photos are made the same again'
else
    echo 'not ok - photos are made the same again'
fi
different=$("$CUTLINE" read --json "$TMPDIR"/one/*/*.jpg | jq -r .image_hash | sort -u | wc -l)
if [ "$different" -eq 3 ]; then
    echo 'ok - each photo has its own pixels'
else
    echo 'not ok - each photo has its own pixels'
fi
