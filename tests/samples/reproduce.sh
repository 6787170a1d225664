#!/bin/sh
# The photos of samples/ are what the generator makes, byte for byte.
made=$TMPDIR/samples
mkdir -p "$made"
"$BUILD/tests/make_samples" "$made" || exit 1

for file in "$made"/*.jpg; do
    name=${file##*/}
    if cmp "$file" "samples/$name"; then
        echo "ok - samples/$name is what the generator makes"
    else
        echo "not ok - samples/$name is not what the generator makes (make samples)"
    fi
done
for file in samples/*.jpg; do
    [ -f "$made/${file##*/}" ] || echo "not ok - the generator does not make $file"
done
