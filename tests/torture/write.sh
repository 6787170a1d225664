#!/bin/sh
# Write-back under torture: killed, failing and out of room at every step.
top=$(cd "${0%/*}/../.." && pwd)
program=${BUILD:-$top/build/release}/tests/torture/write
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-torture.XXXXXX") || exit 1
trap 'umount "$work/full" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/folder" "$work/full"
"$program" "$work/folder" "$top/samples/RTX2CGS3.jpg"
status=$?

# A disk that is really full.
full=$work/full
if mount -t tmpfs -o size=64k none "$full" 2>/dev/null; then
    cp "$top/samples/RTX2CGS3.jpg" "$full/a.jpg"
    HOME=$work XDG_DATA_HOME=$work
    export HOME XDG_DATA_HOME
    "$CUTLINE" import -q "$full" && "$CUTLINE" tag -q "$full/a.jpg" headline=Torture || status=1
    dd if=/dev/zero of="$full/rest" bs=1k count=60 2>/dev/null
    if "$CUTLINE" write "$full/a.jpg" >"$work/out" 2>&1; then
        echo 'not ok - a full disk is no failure'
        status=1
    fi
    if cmp -s "$full/a.jpg" "$top/samples/RTX2CGS3.jpg" && [ ! -e "$full/.cutline-0.tmp" ]; then
        echo 'ok - on a full disk the old file stays, and nothing else'
    else
        echo 'not ok - on a full disk'
        cat "$work/out"
        status=1
    fi
else
    echo 'skip - a disk that is really full: nothing can be mounted here'
fi
exit $status
