#!/bin/sh
# The map is complete: every folder below src/ has a row in src/README.md, every folder below tests/
# one in tests/README.md.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

for top in src tests; do
    find "$top" -mindepth 2 -type f | sed 's,/[^/]*$,,' | LC_ALL=C sort -u | while IFS= read -r folder; do
        name=${folder#"$top"/}
        case $top/$name in
        # Inputs of one fuzz target each; texts that the folder's own row names.
        tests/fuzz/corpus* | src/cli/help | src/store/sqlite/*) continue ;;
        esac
        grep -qF "| \`$name/\` |" "$top/README.md" ||
            complain "$top/README.md" 1 "has no row for $name/"
    done
done
finish 'every folder is on the map'
