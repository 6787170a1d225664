#!/bin/sh
# Records against exiv2, value by value, on samples/ or on the photos of PEER_FOLDER. Only what exiv2
# prints without doubt is compared; its IIM only where it is UTF-8, since it does not decode it.
set -u
compare=${BUILD:?}/tests/test_record_exiftool
if ! command -v exiv2 >/dev/null; then
    echo 'skip - exiv2 is not installed'
    exit 77
fi
here=$PWD
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-peer.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/files"
cp "${PEER_FOLDER:-samples}"/*.[jJ][pP][gG] "$work/files"
cd "$work" || exit 1
comma='['
for file in files/*; do
    blocks=EIX
    exiv2 -q -PIkycv "$file" 2>/dev/null | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1 || blocks=EX
    printf '%s' "$comma"
    exiv2 -q "-P${blocks}kycv" "$file" 2>/dev/null |
        LC_ALL=C awk -v file="$file" -f "$here/tests/peer/exiv2.awk" \
            "$here/tests/peer/exiv2_tags.tsv" -
    comma=,
done >expected-tags.json
echo ']' >>expected-tags.json
CUTLINE_CORPUS=$work CUTLINE_ONLY_GIVEN=1 "$compare" >log 2>&1
status=$?
grep -v '^\[' log
if [ "$status" -eq 0 ]; then
    echo "ok - records say what exiv2 says ($(grep -c SourceFile expected-tags.json) files)"
else
    echo 'not ok - records and exiv2 differ'
fi
exit "$status"
