# Which photo is this picture: one against all, against reading as many bytes.
# shellcheck shell=sh disable=SC2154
title 'Identify'
db=$(catalog "$large")
say "A picture of 3000 x 2000 pixels that no photo of the $large is like; both read it from the cache." \
    'The scans go through as much in a mapped file: 113 bytes a photo, which are its hash and its' \
    'words, all of which such a picture is compared with; and the hashes of 32 bytes alone. Decoding' \
    'the picture, which only cutline does, is measured beside them.'
folder=$(photos camera "$camera_photos")
find "$folder" -type f | head -n 1 >"$work/files"
head -c $((large * 32)) /dev/urandom >"$work/hashes"
head -c $((large * 113)) /dev/urandom >"$work/words"
versus -n "$runs" -i "$work/files" -- \
    'cutline identify' '' "$CUTLINE" --db "$db" identify -q "@$work/files" -- \
    'hash and words scan@0.5' '' "$tools/hash_scan" words "$work/words" -- \
    'hash scan' '' "$tools/hash_scan" hashes "$work/hashes" -- \
    'bare decode of one picture' '' "$tools/decode_loop" 1
rm -f "$work/hashes" "$work/words"
