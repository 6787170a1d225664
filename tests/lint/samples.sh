#!/bin/sh
# Every file of samples/ has a row in samples/README.md, and every row its file.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# A row begins with | `NAME` |
rows() {
    # shellcheck disable=SC2016 # backticks of Markdown
    sed -n 's/^| `\([^`]*\)` |.*/\1/p' samples/README.md
}

find samples -type f ! -name README.md | LC_ALL=C sort | while IFS= read -r file; do
    rows | grep -qxF "${file#samples/}" ||
        complain "$file" 1 'has no row in samples/README.md'
    [ "$(wc -c <"$file")" -le 40960 ] ||
        complain "$file" 1 'is larger than 40 KiB'
done
rows | while IFS= read -r name; do
    [ -f "samples/$name" ] ||
        complain samples/README.md "$(grep -nF "| \`$name\`" samples/README.md | cut -d: -f1)" \
            "there is no samples/$name"
done
finish 'samples and their rows match'
