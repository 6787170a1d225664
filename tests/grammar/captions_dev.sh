#!/bin/sh
# Parses captions that others wrote, with gold answers, and holds the scores to their bars. Wants
# CUTLINE_CAPTIONS, a folder with dev.ndjson and score.py; without it the test is skipped.
set -u
if [ -z "${CUTLINE_CAPTIONS:-}" ] || [ ! -f "$CUTLINE_CAPTIONS/dev.ndjson" ]; then
    echo "skip - captions with gold answers: CUTLINE_CAPTIONS is not set"
    exit 77
fi
out=$BUILD/check/captions.ndjson
mkdir -p "$BUILD/check"
"$CUTLINE" --json parse --lines <"$CUTLINE_CAPTIONS/dev.ndjson" >"$out" || exit 1
python3 "$CUTLINE_CAPTIONS/score.py" "$CUTLINE_CAPTIONS/dev.ndjson" "$out" >"$out.score" || exit 1
awk '
    BEGIN {
        bar["agencies:"] = bar["photographers:"] = bar["credit_line:"] = bar["all:"] = 0.97
        bar["date:"] = 0.98
        bar["city:"] = bar["country:"] = 0.95
        bar["persons_f1:"] = 0.93
        bar["restrictions_f1:"] = 0.97
    }
    ($1 in bar) {
        low = $2 < bar[$1]
        printf "%s - %s %s (at least %s)\n", (low ? "not ok" : "ok"), $1, $2, bar[$1]
        failed += low
    }
    $1 == "false_credit_rate:" {
        high = $2 > 0.01
        printf "%s - %s %s (at most 0.01)\n", (high ? "not ok" : "ok"), $1, $2
        failed += high
    }
    END { exit failed > 0 }
' "$out.score"
