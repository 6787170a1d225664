#!/bin/sh
# The demo runs to its end, answers the question it is there for, and leaves nothing behind.
if sh src/tools/demo.sh "$(dirname "$CUTLINE")" >"$TMPDIR/out" 2>&1; then
    echo 'ok - the demo runs to its end'
else
    echo 'not ok - the demo runs to its end'
    cat "$TMPDIR/out"
fi
# The line after the command.
answer=$(sed -n '/^\$ cutline credit 55350159$/{n;p;}' "$TMPDIR/out")
if [ "$answer" = 'REUTERS/Denis Balibouse' ]; then
    echo "ok - media ID 55350159: $answer"
else
    echo "not ok - media ID 55350159: $answer"
fi
if grep -q '^aawsat:55350159,Kerry and de Mistura in Geneva,' "$TMPDIR/out"; then
    echo 'ok - the caption sheet has what was tagged'
else
    echo 'not ok - the caption sheet has what was tagged'
    cat "$TMPDIR/out"
fi
rm "$TMPDIR/out"
if [ -z "$(find "$TMPDIR" "$HOME" -type f)" ]; then
    echo 'ok - nothing is left behind'
else
    echo 'not ok - nothing is left behind'
    find "$TMPDIR" "$HOME" -type f
fi
