#!/bin/sh
# Broken input: each file gets a message that names it and the byte; everything else is done.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

photo=$samples/RTX2CGS3.jpg
: >empty.jpg
run read empty.jpg
fails 'an empty file' 3 'cutline: read: empty.jpg: byte 0: the file is empty'
run read .
fails 'a folder' 3 'cutline: read: .: '
echo 'Dear desk, no photo today.' >letter.jpg
run read letter.jpg
fails 'a file that is no photo' 3 'cutline: read: letter.jpg: byte 0: '
cp "$photo" photo.png
run read --json photo.png
holds 'a wrong extension is a finding' '[.[0].findings[].code] | index("wrong-extension")'
holds 'and the photo is read by its content' '.[0].format == "jpeg"'
mkfifo pipe.jpg
timeout 20 "$CUTLINE" read pipe.jpg >out 2>err
status=$?
fails 'a pipe is not waited for' 3 'cutline: read: pipe.jpg: '
head -c 2 "$photo" >start.jpg
run read start.jpg
fails 'two bytes of a photo' 3 'cutline: read: start.jpg: byte '

# Cut at every boundary of a segment, and a byte to each side of it.
segments "$photo" >boundaries
check 'the photo has segments' [ "$(wc -l <boundaries)" -ge 8 ]
mkdir cut
while read -r at marker; do
    for by in -1 0 1 2 3; do
        head -c $((at + by)) "$photo" >"cut/$marker-$((at + by)).jpg"
    done
done <boundaries
good=1
for file in cut/*.jpg; do
    run read --json "$file"
    case $status in
    0) # what could be read was read, and the cut is a finding
        jq -e '[.findings[].code] | index("truncated")' out >/dev/null || good=0
        jq -e '.findings[] | select(.code == "truncated") | .detail | test("byte [0-9]+")' out >/dev/null || good=0
        ;;
    3) grep -q "^cutline: read: $file: byte [0-9]*: " err || good=0 ;;
    *) good=0 ;;
    esac
    [ $good -eq 1 ] || break
done
check "cut at a boundary: $file" [ $good -eq 1 ]

# Captions of odd sizes and charsets.
awk 'BEGIN { for (i = 0; i < 65400 / 10; i++) printf "Kerry and " }' >long.txt
jpeg_with_caption long.txt >long.jpg
run read --json long.jpg
holds 'a caption of 65,400 bytes' '.[0].fields.caption | length == 65399 or length == 65400'
printf 'Kerry \377\376 in Geneva' >bytes.txt
jpeg_with_caption bytes.txt >bytes.jpg
run read --json bytes.jpg
holds 'a caption that is not UTF-8' '.[0].fields.caption | startswith("Kerry ")'
holds 'is a finding' '[.[0].findings[].code] | index("iim-charset-guessed")'

# All of it in one import.
mkdir tree
mv empty.jpg letter.jpg start.jpg photo.png long.jpg bytes.jpg cut tree
awk 'BEGIN { print "A Site\n\nHeadline\nMedia ID: 900001\n"; for (i = 0; i < 6550; i++) printf "Kerry and "; print "REUTERS/Denis Balibouse" }' >tree/page.txt
printf 'A Site\n\nHeadline\nMedia ID: 900002\n\nKerry \377 speaks in Geneva, May 2, 2016. REUTERS/Denis Balibouse\n\nStory.\n' >tree/latin.txt
cp "$samples/epa05287311.jpg" tree
run import tree
fails 'an import of all that' 3 'cutline: import: '
for file in empty letter start; do
    check "names $file.jpg" grep -q "^cutline: import: .*tree/$file.jpg: " err
done
run credit epa:05287311
exits 'the good photo is in the catalog' 0
run credit 900002
prints 'and the page that is not UTF-8' 'REUTERS/Denis Balibouse'
run import -q tree/empty.jpg "$samples/RTX2CGS3.jpg"
fails 'a bad photo before a good one' 3 'tree/empty.jpg: byte 0: the file is empty'
run credit -q reuters:RTX2CGS3
exits 'does not keep it out' 0

# Folders and files that must not be read, for another user than root.
locked=$(mktemp -d "/tmp/cutline-locked.XXXXXX") || exit 1
trap 'chmod -R u+rwx "$locked"; rm -rf "$locked" "$work"' EXIT
mkdir "$locked/in" "$locked/in/folder" "$locked/home"
cp "$photo" "$locked/in/folder"
cp "$photo" "$locked/in/secret.jpg"
cp "$samples/epa05287311.jpg" "$locked/in"
cp "$CUTLINE" "$locked/cutline"
chmod 0 "$locked/in/folder" "$locked/in/secret.jpg"
chmod 755 "$locked"
as=
if [ "$(id -u)" -eq 0 ]; then
    if ! command -v setpriv >/dev/null 2>&1; then
        skip 'files without permission: root may read everything, and there is no setpriv'
        finish
    fi
    chown -R 65534:65534 "$locked"
    as='setpriv --reuid 65534 --regid 65534 --clear-groups'
fi
# shellcheck disable=SC2086 # words are words
(cd "$locked/in" && $as "$locked/cutline" --db "$locked/home/c.db" import .) >out 2>err
status=$?
fails 'a folder without permission' 3 'in/folder: '
check 'says why' grep -q 'in/folder: .*Permission denied' err
check 'a photo without permission says why' grep -q 'in/secret.jpg: .*Permission denied' err
# shellcheck disable=SC2086
$as "$locked/cutline" --db "$locked/home/c.db" credit -q epa:05287311 >out 2>err
status=$?
exits 'the rest is imported' 0
finish
