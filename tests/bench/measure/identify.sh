# Which photo is this picture: one against all, against reading as many bytes.
# shellcheck shell=sh disable=SC2154
title 'Identify'
db=$(catalog "$large")
say "A picture of 3000 x 2000 pixels that no photo of the $large is like, from the cache. The scans go" \
    'through a mapped file: 113 bytes a photo, which are its hash and its words, all of which such a' \
    'picture is looked for in; and the hashes of 32 bytes alone. The picture must be decoded, too, which' \
    'takes as long as is told last. And 64 pictures at a time.'
folder=$(photos camera "$camera_photos")
find "$folder" -type f | head -n 1 >"$work/files"
find "$folder" -type f | LC_ALL=C sort | head -n 64 >"$work/many"
head -c $((large * 32)) /dev/urandom >"$work/hashes"
head -c $((large * 113)) /dev/urandom >"$work/words"
versus -n "$runs" -i "$work/files" -- \
    'cutline identify' '' "$CUTLINE" --db "$db" identify -q "@$work/files" -- \
    'scan of hashes and words@0.5' '' "$tools/hash_scan" words "$work/words" -- \
    'scan of hashes' '' "$tools/hash_scan" hashes "$work/hashes" -- \
    'bare decode of one picture' '' "$tools/decode_loop" 1
versus -n "$runs" -u "$(wc -l <"$work/many")" -i "$work/many" -- \
    'cutline identify, 64 pictures' '' "$CUTLINE" --db "$db" identify -q "@$work/many" -- \
    'bare decode of as many' '' "$tools/decode_loop" 1
rm -f "$work/hashes" "$work/words"
