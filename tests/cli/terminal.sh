#!/bin/sh
# On a terminal: colours, tables, progress, and nothing of a stranger's that could reach it raw.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"
escape=$(printf '\033')
cp "$samples/epa05287311.jpg" photo.jpg

run --color=always help
check '--color=always colours a pipe' grep -q "$escape\[1m" out
run help
check 'a pipe has no colours by default' sh -c "! grep -q '$escape' out"

if ! command -v script >/dev/null 2>&1; then
    skip 'terminals: there is no script'
    finish
fi
on_terminal "'$CUTLINE' read photo.jpg"
check 'a terminal has colours' grep -q "$escape\[1m" seen
on_terminal "'$CUTLINE' read --color never photo.jpg"
check 'not with --color never' sh -c "! grep -q '$escape' seen"
on_terminal "NO_COLOR=1 '$CUTLINE' read photo.jpg"
check 'not with NO_COLOR' sh -c "! grep -q '$escape' seen"
on_terminal "NO_COLOR= '$CUTLINE' read photo.jpg"
check 'an empty NO_COLOR does not count' grep -q "$escape\[1m" seen
on_terminal "NO_COLOR=1 '$CUTLINE' read --color=always photo.jpg"
check '--color=always goes before NO_COLOR' grep -q "$escape\[1m" seen
on_terminal "TERM=dumb '$CUTLINE' read photo.jpg"
check 'a dumb terminal has none' sh -c "! grep -q '$escape' seen"

# A progress line is for terminals, and is gone in the end.
on_terminal "'$CUTLINE' import '$samples'"
check 'an import works on a terminal' grep -q ' added, ' seen
run import --db other.db "$samples"
check 'elsewhere there is no progress' [ ! -s err ]

on_terminal "'$CUTLINE' find kerry"
check 'find prints a table' sh -c "grep -q 'aawsat:55350159 ' seen && ! grep -q '	' seen"
check 'that fits the line' [ "$(sed "s/$escape\[[0-9]*m//g" seen | tr -d '\r' | awk 'length > 82' | wc -l)" -eq 0 ]
on_terminal "'$CUTLINE' credit"
check 'credit without an ID does not wait for a person to type' grep -q 'nothing to do without ID...' seen

# Hostile text: a title, a colour, a bell, C1 controls, an override of the writing direction.
printf 'Evil %s]0;pwned\007 %s[31mred \302\233 31m \342\200\256abc in Geneva, May 2, 2016. REUTERS/Denis Balibouse' \
    "$escape" "$escape" >evil.txt
jpeg_with_caption evil.txt >evil.jpg
CUTLINE_DB=evil.db
export CUTLINE_DB
run import -q evil.jpg
for words in 'read evil.jpg' 'parse evil.txt' 'show evil.jpg' 'find evil' 'read --json evil.jpg' \
    'show --json evil.jpg' 'find --json evil' 'import -qv evil.jpg'; do
    on_terminal "'$CUTLINE' --color never $words"
    check "hostile text is harmless: $words" sh -c \
        "! LC_ALL=C grep -q -e '$escape' -e '$(printf '\007')' -e '$(printf '\302\233')' seen"
    check "and shown: $words" grep -q -e 'Evil' -e 'evil.jpg' seen
done
for words in 'read evil.jpg' 'find evil' 'show evil.jpg'; do
    # shellcheck disable=SC2086 # words are words
    run $words
    check "also in a pipe: $words" sh -c "! LC_ALL=C grep -q -e '$escape' -e '$(printf '\007')' out"
done
on_terminal "'$CUTLINE' credit '$(printf 'x\033]0;pwned\007')'"
check 'an ID in a message is harmless' sh -c "! LC_ALL=C grep -q -e '$escape' -e '$(printf '\007')' seen"
finish
