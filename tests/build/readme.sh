#!/bin/sh
# What the README shows is what happens. Its blocks marked `console` are typed in, command by
# command, in the order of the text, in a folder that has samples/, and what is printed must be what
# the README says. A line "..." stands for any lines.
mkdir "$TMPDIR/tour" && ln -s "$PWD/samples" "$TMPDIR/tour/samples" || exit 1
cp README.md "$TMPDIR/README.md"
PATH=$(dirname "$CUTLINE"):$PATH
export PATH
cd "$TMPDIR/tour" || exit 1

# Splits the blocks into numbered files: N.cmd (without "$ ") and N.want.
awk '
    /^```console$/ { on = 1; next }
    /^```$/ { on = 0 }
    !on { next }
    /^\$ / { n++; sub(/^\$ /, ""); print >("../" n ".cmd"); printf "" >("../" n ".want"); next }
    { print >("../" n ".want") }
    END { print n + 0 }' ../README.md >../count
count=$(cat ../count)
[ "$count" -gt 0 ] || echo 'not ok - the README shows no commands'

# The wanted text with each line escaped, "..." meaning anything, as one extended expression that
# awk matches against the whole output.
matches() {
    awk '
        function literal(text) {
            gsub(/[][\\.^$*+?(){}|]/, "\\\\&", text)
            return text
        }
        FNR == NR { pattern = pattern ($0 == "..." ? "(.*\n)?" : literal($0) "\n"); next }
        { got = got $0 "\n" }
        END { exit got !~ "^(" pattern ")$" }' "$1" "$2"
}

n=1
while [ "$n" -le "$count" ]; do
    command=$(cat "../$n.cmd")
    sh -c "$command" >"../$n.got" 2>&1 </dev/null
    # The README is read in /srv/desk, and its lines end as those of a text do (CSV has its own).
    sed "s,$PWD/,/srv/desk/,g" "../$n.got" | tr -d '\r' >"../$n.seen"
    if matches "../$n.want" "../$n.seen"; then
        echo "ok - \$ $command"
    else
        echo "not ok - \$ $command"
        diff -u "../$n.want" "../$n.seen"
    fi
    n=$((n + 1))
done
