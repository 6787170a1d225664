# Captions, taken apart.
# shellcheck shell=sh disable=SC2154
title 'Caption parse'
say "$captions captions as lines of JSON. No other program does this work: jq, which reads and writes the" \
    'same lines, is for scale. The figure is captions a second.'
"$tools/make_photos" captions 0 "$captions" >"$work/captions"
versus -n "$runs" -u "$captions" -i "$work/captions" -- \
    'cutline parse --lines' '' "$CUTLINE" parse --lines - -- \
    'jq -c .' '' jq -c .
say "The grammar alone, without JSON and input, on one core (median of $runs rounds and more):" \
    "$("$tools/caption_speed" "$work/captions" "$runs")."
