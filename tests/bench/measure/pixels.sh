# Full import: image hash, perceptual hash and thumbnail, against decoding alone.
# shellcheck shell=sh disable=SC2154
title 'Full import'
folder=$(photos camera "$camera_photos")
say "$camera_photos JPEG files of 3000 x 2000 pixels, quality 85. The bare decode is libjpeg-turbo at an" \
    'eighth of the size and nothing else, with as many threads as there are processors, and with one' \
    'thread on one processor. vipsthumbnail uses the threads it likes.'
list "$folder" "$work/files"
fresh="rm -f $work/import.db*"
versus -n "$runs" -u "$camera_photos" -i "$work/files" -- \
    'cutline import' "$fresh" "$CUTLINE" --db "$work/import.db" import -q "$folder" -- \
    'bare decode@0.87' '' "$tools/decode_loop" "$(nproc)"
need taskset &&
    versus -n "$runs" -u "$camera_photos" -i "$work/files" -- \
        'cutline import, one processor' "$fresh" taskset -c 0 "$CUTLINE" --db "$work/import.db" \
        import -q "$folder" -- \
        'bare decode, one processor@0.87' '' taskset -c 0 "$tools/decode_loop" 1
mkdir -p "$work/thumbs"
need vipsthumbnail &&
    versus -n "$slow_runs" -u "$camera_photos" -- \
        'cutline import' "$fresh" "$CUTLINE" --db "$work/import.db" import -q "$folder" -- \
        'vipsthumbnail@2' '' vipsthumbnail --size 256 -o "$work/thumbs/%s.jpg" "@$work/files"
rm -rf "$work/thumbs" "$work"/import.db*
