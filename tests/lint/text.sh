#!/bin/sh
# Plain text hygiene, and nothing that is true on one machine or at one moment only.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

files=$(find_files src include tests -- c h sh md awk tsv sql in map)
for file in Makefile README.md .ci/run tests/run tests/bench/run; do
    [ ! -f "$file" ] || files="$files $file"
done

# forbid WHY PATTERN FILE...: extended regular expression.
forbid() {
    why=$1
    pattern=$2
    shift 2
    LC_ALL=C grep -nE "$pattern" "$@" /dev/null |
        awk -F : -v why="$why" '{ print $1 ":" $2 ": " why }' >>"$complaints"
}

tab=$(printf '\t')
return=$(printf '\r')
# The brackets keep these patterns from finding themselves.
# shellcheck disable=SC2086 # file names of the project have no spaces
set -- $files
forbid 'space at the end of the line' "[ $tab]\$" "$@"
forbid 'carriage return' "$return" "$@"
forbid 'finish it or leave it out' '(TO[D]O|FIX[M]E|(^|[^X])XX[X]([^X]|$)|not imple[m]ented)' "$@"
forbid 'path of one machine' '(^|[^A-Za-z0-9_.~-])/(home|root|Users|wor[k]|mnt|workspace)/' "$@"
forbid 'name of a package registry host' '(deb\.debian\.or[g]|registry\.npm[j]s|pypi\.or[g]/simple)' "$@"
for file; do
    [ ! -s "$file" ] || [ -z "$(tail -c 1 "$file" | tr -d '\n')" ] ||
        complain "$file" "$(wc -l <"$file")" 'no newline at the end of the file'
done
# shellcheck disable=SC2046 # file names of the project have no spaces
forbid 'tab in C' "$tab" $(c_files src include tests)
finish 'plain text'
