# What every script in tests/cli/ includes first. A script runs the program as a user does, in a HOME
# of its own, and prints "ok - ...", "not ok - ..." or "skip - ..." for each thing it shows.
# shellcheck shell=sh

top=$(cd "${0%/*}/../.." && pwd)
CUTLINE=${CUTLINE:-$top/build/release/cutline}
samples=$top/samples
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-cli.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work/home
XDG_DATA_HOME=$work/data
export HOME XDG_DATA_HOME CUTLINE
unset CUTLINE_DB NO_COLOR
mkdir "$HOME"
cd "$work" || exit 1
failures=0

# run ARGUMENT...: runs the program; what it printed is in the files out and err, its exit code in
# $status. Standard input is that of run.
run() {
    "$CUTLINE" "$@" >out 2>err
    status=$?
}

ok() {
    echo "ok - $1"
}

skip() {
    echo "skip - $1"
}

# not_ok NAME: a failure, with what the last run printed.
not_ok() {
    echo "not ok - $1"
    failures=$((failures + 1))
    echo "  exit code: $status"
    sed 's/^/  out: /' out | head -n 20
    sed 's/^/  err: /' err | head -n 20
}

# check NAME COMMAND...: the command succeeds.
check() {
    name=$1
    shift
    if "$@" >check.log 2>&1; then
        ok "$name"
    else
        not_ok "$name"
        sed 's/^/  check: /' check.log | head -n 20
    fi
}

# exits NAME CODE: the last run ended with this exit code.
exits() {
    check "$1" [ "$status" -eq "$2" ]
}

# prints NAME TEXT: the last run printed exactly this and a line end, and ended well.
prints() {
    printf '%s\n' "$2" >expected
    if [ "$status" -eq 0 ] && cmp -s expected out; then
        ok "$1"
    else
        not_ok "$1"
        sed 's/^/  expected: /' expected
    fi
}

# fails NAME CODE MESSAGE: the last run ended with this exit code, and MESSAGE is part of what it said
# on standard error. There, every line names the program and ends without a full stop.
fails() {
    if [ "$status" -eq "$2" ] && grep -qF -e "$3" err && ! grep -vE '^cutline: .*[^.]$|^  ' err >&2; then
        ok "$1"
    else
        not_ok "$1"
    fi
}

# shows NAME TEXT: the last run ended well, and TEXT is part of what it printed.
shows() {
    if [ "$status" -eq 0 ] && grep -qF -e "$2" out; then
        ok "$1"
    else
        not_ok "$1"
        echo "  expected: $2"
    fi
}

# holds NAME FILTER: every line of the output is JSON, and the jq filter is true of the array of them.
holds() {
    if jq -e -s "$2" out >check.log 2>&1; then
        ok "$1"
    else
        not_ok "$1"
        echo "  filter: $2"
    fi
}

# same NAME WANTED GOT: two texts are equal.
same() {
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        not_ok "$1"
        printf '%s\n' "  wanted: $2" "  got:    $3"
    fi
}

# import_samples: a catalog of the samples.
import_samples() {
    run import -q "$samples"
    [ "$status" -eq 0 ] || not_ok 'import of the samples'
}

# on_terminal COMMAND: runs a shell command on a terminal of its own; what arrives there is in the
# file seen.
on_terminal() {
    TERM=xterm script -q -e -c "$1" seen.raw >/dev/null 2>&1 </dev/null
    status=$?
    # script puts a line of its own at both ends.
    sed -e '1d' -e '$d' seen.raw >seen
}

# be16 N: a number as two bytes, the high one first.
be16() {
    # shellcheck disable=SC2059 # the format is the byte
    printf "\\$(printf %03o $(($1 / 256)))\\$(printf %03o $(($1 % 256)))"
}

# jpeg_with_caption CAPTION_FILE: a photo whose IIM caption (2:120) is that of the file, at most
# 65,400 bytes, to standard output.
jpeg_with_caption() {
    bytes=$(wc -c <"$1")
    iim=$((bytes + 9))
    head -c 2 "$samples/no-metadata.jpg"
    # APP13, its length, the resource 0x0404 of Photoshop with an empty name.
    printf '\377\355'
    be16 $((2 + 14 + 12 + iim + iim % 2))
    printf 'Photoshop 3.0\0008BIM\004\004\000\000\000\000'
    be16 "$iim"
    # An extended data set: 2:120, a length of four bytes, which follows.
    printf '\034\002\170\200\004\000\000'
    be16 "$bytes"
    cat "$1"
    [ $((iim % 2)) -eq 0 ] || printf '\000'
    tail -c +3 "$samples/no-metadata.jpg"
}

# segments FILE: where the segments of a JPEG header begin, up to the image data: "OFFSET MARKER".
segments() {
    od -An -v -tu1 -w1 "$1" | awk '
        { byte[NR - 1] = $1 }
        END {
            at = 2
            while (byte[at] == 255) {
                printf "%d %02X\n", at, byte[at + 1]
                if (byte[at + 1] == 218)
                    break
                at += 2 + byte[at + 2] * 256 + byte[at + 3]
            }
        }'
}

# finish: the script's own exit code.
finish() {
    [ "$failures" -eq 0 ]
    exit
}
