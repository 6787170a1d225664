# Which photo is this picture: one hash against all, against reading as many bytes.
# shellcheck shell=sh disable=SC2154
title 'Identify'
db=$(catalog "$large")
say "A picture of 3000 x 2000 pixels that no photo of the $large is like; both read it from the cache." \
    'The scan goes through as many hashes of 32 bytes in a mapped file. Decoding the picture, which' \
    'only cutline does, is measured beside it.'
folder=$(photos camera "$camera_photos")
find "$folder" -type f | head -n 1 >"$work/files"
head -c $((large * 32)) /dev/urandom >"$work/hashes"
versus -n "$runs" -i "$work/files" -- \
    'cutline identify' '' "$CUTLINE" --db "$db" identify -q "@$work/files" -- \
    'hash scan@0.5' '' "$tools/hash_scan" "$work/hashes" -- \
    'bare decode of one picture' '' "$tools/decode_loop" 1
rm -f "$work/hashes"
