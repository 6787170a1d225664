#!/bin/sh
# cutline codes: files of code replacements.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

printf '// Chattanooga\ncc8\tDain Green\tGreen\ncc2\tAaron Barnum\n' >home.txt
printf 'dd4\tBrian Scoletto\nno tab here\ncc2\tA. Barnum\ndd5\t\n' >away.txt
printf 'a\tb\nx\t\377\n' >bad.txt

run codes home.txt
prints 'counts the codes of a file' 'home.txt: 2 codes'
run codes home.txt away.txt
exits 'a line without a tab is a fault' 3
check 'which is told by its line' grep -qx 'away.txt:2: no tab here: no tab between code and replacement; the line is passed over' out
check 'a code of another file is told' grep -q '^away.txt:3: cc2: an earlier file' out
check 'an empty replacement is told' grep -qx 'away.txt:4: dd5: the replacement is empty' out
run codes --json home.txt away.txt
holds 'the same as JSON' '[.[] | select(.line) | [.file, .line, .code, .used]] == [
    ["away.txt", 2, "no tab here", false], ["away.txt", 3, "cc2", true], ["away.txt", 4, "dd5", true]]'
holds 'with the numbers' '[.[] | select(.codes) | .codes] == [2, 3]'

run codes --text '\cc8#2\ passes to \cc2\.' home.txt
prints 'tries them' 'Green passes to Aaron Barnum.'
run codes -d = -t '=cc8= waits' - <home.txt
prints 'with another delimiter, from standard input' 'Dain Green waits'
run codes -t '\zz9\ and \cc8\.' home.txt
fails 'a code that is not known' 1 'zz9 is no code'
check 'stays in the text' grep -Fqx '\zz9\ and Dain Green.' out
run codes -d ab -t x home.txt
fails 'a delimiter of two letters' 2 '--delimiter ab'
run codes bad.txt home.txt
fails 'bytes that are not UTF-8' 3 'bad.txt: byte 6'
check 'do not keep the others back' grep -q '^home.txt: 2 codes' out
run codes nowhere.txt
fails 'a file that is not there' 3 'nowhere.txt'
run codes
fails 'no file at all' 2 'codes'
finish
