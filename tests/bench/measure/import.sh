# Metadata: files to catalog, against programs that print it.
# shellcheck shell=sh disable=SC2154 # set by run
title 'Metadata import'
folder=$(photos header "$header_photos")
say "$header_photos JPEG files with EXIF, IIM and XMP of 6 KB. Their pictures are small, 320 x 214:" \
    'none of the programs reads image data here. cutline parses captions, links media IDs and writes' \
    'its catalog; the others print. exiv2 and ExifTool use one thread; the second table has cutline' \
    'held to one processor, too.'
list "$folder" "$work/files"
fresh="rm -f $work/import.db*"
need exiv2 &&
    versus -n "$runs" -u "$header_photos" -- \
        'cutline import' "$fresh" "$CUTLINE" --db "$work/import.db" import -q --metadata-only \
        "$folder" -- \
        'exiv2 print@8' '' exiv2 -q -pa "@$work/files"
need exiv2 && need taskset &&
    versus -n "$runs" -u "$header_photos" -- \
        'cutline import, one processor' "$fresh" taskset -c 0 "$CUTLINE" --db "$work/import.db" \
        import -q --metadata-only "$folder" -- \
        'exiv2 print, one processor' '' taskset -c 0 exiv2 -q -pa "@$work/files"
need exiftool &&
    versus -n "$slow_runs" -u "$header_photos" -- \
        'cutline import' "$fresh" "$CUTLINE" --db "$work/import.db" import -q --metadata-only \
        "$folder" -- \
        'exiftool -fast2 -j -r@150' '' exiftool -q -fast2 -j -r "$folder"
rm -f "$work"/import.db*
