# The same tree once more, unchanged, against a walk that asks for sizes and times.
# shellcheck shell=sh disable=SC2154
title 'Rescan of an unchanged tree'
say "$rescan photos; cutline compares size and time of each with the catalog."
db=$(catalog "$rescan")
folder=$(photos tiny "$rescan")
# With -v or a report the paths would be printed; find prints them because it can do no less.
versus -n "$runs" -u "$rescan" -- \
    'cutline import, nothing changed' '' "$CUTLINE" --db "$db" import -q "$folder" -- \
    'find -printf@0.5' '' find "$folder" -type f -printf '%p %s %T@\n'
