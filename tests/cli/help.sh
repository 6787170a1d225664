#!/bin/sh
# Help and man pages: complete, in step with the option tables, well formed.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run help
shows 'help of the program' 'cutline - captions and credits of news photos'
cp out main
run --help
check '--help is the same' cmp -s main out
commands=$(awk '/^COMMANDS/ { on = 1; next } /^$/ { on = 0 } on { print $1 }' main)
check 'it lists the commands' [ "$(echo "$commands" | wc -w)" -ge 11 ]

for command in $commands; do
    run help "$command"
    cp out page
    good=1
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES; do
        grep -qx "$section" page || good=0
    done
    grep -q "^    cutline-$command - [a-z]" page || good=0
    grep -q "^    cutline $command" page || good=0
    check "$command: all sections are there" [ $good -eq 1 ]
    run "$command" --help
    check "$command --help is the same" cmp -s page out
    run --help "$command" more words
    check "--help $command, too" cmp -s page out
    # Options that the text speaks of exist: the program does not call them unknown.
    good=1
    grep -oE -e '--[a-z][a-z0-9-]+' page | sort -u >named
    while read -r option; do
        run "$command" --help "$option"
        grep -q "unknown option $option" err && good=0 && echo "  $option"
    done <named
    check "$command: every option in its text exists" [ $good -eq 1 ]
    # No line is wider than a terminal, and the marks of the text are gone.
    check "$command: fits a terminal" [ "$(awk 'length > 80' page | wc -l)" -eq 0 ]
    # shellcheck disable=SC2016 # the marks are meant
    check "$command: no marks are left" sh -c '! grep -E "\*\*|\`|<!--" page'
done

run help nonsense
fails 'help on an unknown command' 2 "there is no command 'nonsense'"

if ! command -v groff >/dev/null 2>&1; then
    skip 'man pages: groff is not installed'
    finish
fi
for page in cutline $commands; do
    run help --man "$page"
    cp out page.1
    # shellcheck disable=SC2016 # the inner shell is to expand it
    check "man page $page has no faults" sh -c '[ -z "$(groff -ww -man -Tutf8 -z page.1 2>&1)" ]'
    groff -man -Tascii -P-cbou page.1 >page.txt 2>/dev/null
    check "man page $page shows its text" grep -q '^EXIT STATUS' page.txt
done
run help --man credit
groff -man -Tascii -P-cbou out >page.txt 2>/dev/null
# shellcheck disable=SC2016 # the dollar is meant
check 'dashes and backslashes survive' grep -qF 'cut -f 1 list.tsv | cutline credit --json' page.txt
finish
