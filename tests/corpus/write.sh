#!/bin/sh
# Every JPEG, PNG, WebP, TIFF and DNG of the corpus, written and read back by ExifTool and exiv2.
set -u
here=$(cd "${0%/*}/../.." && pwd)
if [ -z "${CUTLINE_CORPUS:-}" ]; then
    echo 'skip - CUTLINE_CORPUS is not set'
    exit 77
fi
if ! command -v exiftool >/dev/null || ! command -v jq >/dev/null; then
    echo 'skip - exiftool or jq is not installed'
    exit 77
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-write.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
CUTLINE_DB=$work/catalog.db
export CUTLINE_DB
# shellcheck source=tests/peer/lib.sh
. "$here/tests/peer/lib.sh"

count=0
: >"$work/wrong"
for file in "$CUTLINE_CORPUS"/files/*; do
    case $file in
    *.[Jj][Pp][Gg] | *.jpeg | *.jps | *.png | *.webp | *.tif | *.tiff | *.dng) ;;
    *) continue ;;
    esac
    count=$((count + 1))
    check_file "$file" >>"$work/wrong"
done
cat "$work/wrong"
if [ "$count" -eq 0 ]; then
    echo 'skip - the corpus has no files that are written'
elif [ -s "$work/wrong" ]; then
    echo "not ok - $(cut -d: -f1 "$work/wrong" | sort -u | wc -l) of $count photos are not as they should be"
else
    echo "ok - $count photos read back, everything else as it was"
fi
