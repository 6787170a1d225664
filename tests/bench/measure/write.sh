# Values back into files, against copying them and against ExifTool.
# shellcheck shell=sh disable=SC2154
title 'Write'
say "A new headline into $camera_photos JPEG files of 3000 x 2000 pixels. The copy is read, written, brought" \
    'to the disk and renamed to the same name, file by file; cutline brings each of its files to the disk' \
    'as well, several at a time, and the folder, too. ExifTool writes the same value into XMP and IIM and' \
    'does not wait for the disk. Its bar is one of processor time and for one photo a command; with all' \
    'photos in one, copying the bytes alone costs more than a twentieth of it.'
originals=$(photos camera "$camera_photos")
edited=$work/edited
mkdir -p "$edited"
cat >"$work/prepare" <<END
rm -rf '$edited' '$work/edited.db'*
cp -r '$originals' '$edited'
sync '$edited'/*/*
END
cat >"$work/edit" <<END
'$CUTLINE' --db '$work/edited.db' import -q '$edited'
while IFS= read -r path; do
    '$CUTLINE' --db '$work/edited.db' tag -q "\$path" headline='A headline to measure with'
done <'$work/files' >/dev/null
END
sh "$work/prepare"
list "$edited" "$work/files"
if "$CUTLINE" help write >/dev/null 2>&1; then
    versus -n "$slow_runs" -u "$camera_photos" -i "$work/files" -- \
        'cutline write' "sh '$work/prepare' && sh '$work/edit'" \
        "$CUTLINE" --db "$work/edited.db" write -q "@$work/files" -- \
        'copy, fsync, rename@0.77' "sh '$work/prepare'" "$tools/copy_loop"
    if need exiftool; then
        versus -n "$slow_runs" -u "$camera_photos" -- \
            'cutline write, all at once' "sh '$work/prepare' && sh '$work/edit'" \
            "$CUTLINE" --db "$work/edited.db" write -q "@$work/files" -- \
            'exiftool -overwrite_original, all at once' "sh '$work/prepare'" exiftool -q \
            -overwrite_original '-XMP-photoshop:Headline=A headline' '-IPTC:Headline=A headline' -r "$edited"
        first=$(head -n 1 "$work/files")
        versus -n "$slow_runs" -u 1 -- \
            'cutline write, one photo' "sh '$work/prepare' && sh '$work/edit'" \
            "$CUTLINE" --db "$work/edited.db" write -q "$first" -- \
            'exiftool -overwrite_original, one photo@cpu20' "sh '$work/prepare'" exiftool -q \
            -overwrite_original '-XMP-photoshop:Headline=A headline' '-IPTC:Headline=A headline' "$first"
    fi
else
    say 'Left out: this cutline has no write.'
fi
rm -rf "$edited" "$work"/edited.db* "$work/prepare" "$work/edit"
