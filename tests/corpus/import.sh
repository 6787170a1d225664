#!/bin/sh
# The real photos go in without a failure, come out as they are, and go in again without a change.
if [ -z "${CUTLINE_CORPUS:-}" ]; then
    echo 'skip - CUTLINE_CORPUS is not set'
    exit 77
fi
files=$CUTLINE_CORPUS/files
CUTLINE_DB=$TMPDIR/catalog.db
export CUTLINE_DB

# A folder's fingerprint: names, sizes and times.
fingerprint() {
    find "$files" -type f -printf '%P %s %T@\n' | LC_ALL=C sort | cksum
}
before=$(fingerprint)

totals=$("$CUTLINE" import "$files")
status=$?
echo "$totals"
if [ $status -eq 0 ] && [ "${totals##*, }" = '0 failed' ]; then
    echo 'ok - every photo of the corpus is imported'
else
    echo 'not ok - every photo of the corpus is imported'
fi
again=$("$CUTLINE" import "$files")
echo "$again"
case $again in
'0 added, 0 updated, '*', 0 failed') echo 'ok - importing them again changes nothing' ;;
*) echo 'not ok - importing them again changes nothing' ;;
esac
if [ "$(fingerprint)" = "$before" ]; then
    echo 'ok - the originals are as they were'
else
    echo 'not ok - the originals are as they were'
fi
if [ "$("$CUTLINE" find --json '' | jq -r .photo | LC_ALL=C sort -u | grep -c .)" = \
    "$("$CUTLINE" stats --json | jq .photos)" ]; then
    echo 'ok - an empty query finds each of them once'
else
    echo 'not ok - an empty query finds each of them once'
fi
