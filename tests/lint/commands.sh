#!/bin/sh
# Every command of the table has a source file, a help text and a man page, and every help text
# belongs to a command.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"
program=${LINT_PROGRAM:-${BUILD:-build/release}/cutline}
if [ ! -x "$program" ]; then
    complain "$program" 0 'is not built'
    finish 'commands have help and man pages'
fi

commands=$(sed -n 's/^    {"\([a-z-]*\)",.*/\1/p' src/cli/commands_table.c)
[ -n "$commands" ] || complain src/cli/commands_table.c 1 'no commands found'

# has_page NAME: `help NAME` and `help --man NAME` print something that looks like it.
has_page() {
    "$program" help "$1" </dev/null 2>&1 | grep -q . ||
        complain "src/cli/help/$1.md" 1 "\`cutline help $1\` prints nothing"
    page=$("$program" help --man "$1" </dev/null 2>&1)
    for line in '^\.TH ' '^\.SH "\{0,1\}NAME' '^\.SH "\{0,1\}SYNOPSIS'; do
        printf '%s\n' "$page" | grep -q "$line" ||
            complain "src/cli/help/$1.md" 1 "its man page has no line $line"
    done
}

for name in $commands; do
    line=$(grep -n "^    {\"$name\"," src/cli/commands_table.c | cut -d: -f1)
    source=src/cli/cmd_$(printf '%s' "$name" | tr - _).c
    [ -f "$source" ] || complain src/cli/commands_table.c "$line" "there is no $source"
    if [ -f "src/cli/help/$name.md" ]; then
        has_page "$name"
    else
        complain src/cli/commands_table.c "$line" "there is no src/cli/help/$name.md"
    fi
done
has_page cutline
for file in src/cli/help/*.md; do
    name=${file##*/}
    name=${name%.md}
    printf '%s\ncutline\n' "$commands" | grep -qxF "$name" ||
        complain "$file" 1 'is the help of no command'
done
finish "$(printf '%s\n' "$commands" | grep -c .) commands have help and man pages"
