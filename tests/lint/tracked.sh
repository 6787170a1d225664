#!/bin/sh
# What git keeps: at the top nothing but what the list below names, no file over 256 KiB, no
# database. What was measured somewhere lands in a commit easily, and stays in the history.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# Whoever runs the tests need not be the owner of the checkout.
tracked() {
    git -c safe.directory='*' -c core.quotePath=false ls-files
}

if [ ! -e .git ] || ! tracked >"$complaints.files" 2>/dev/null; then
    echo 'skip - not a git checkout, or no git'
    exit 0
fi

sed 's,/.*,/,' "$complaints.files" | LC_ALL=C sort -u | while IFS= read -r name; do
    case $name in
    src/ | include/ | tests/ | samples/ | Makefile | README.md | LICENSE | .*) ;;
    *) complain "${name%/}" 1 'does not belong to the top of the checkout' ;;
    esac
done

# quoted: for xargs. A file that is deleted but not yet committed is passed over.
quoted() {
    sed 's/.*/"&"/' "$complaints.files"
}
quoted | xargs sh -c 'find "$@" -type f -size +512' - 2>/dev/null | while IFS= read -r file; do
    complain "$file" 1 'is larger than 256 KiB'
done
quoted | xargs grep -las '^SQLite format 3' /dev/null | while IFS= read -r file; do
    complain "$file" 1 'is a database'
done
rm -f "$complaints.files"
finish 'what git keeps belongs here'
