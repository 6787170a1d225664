# What a photo costs when the catalog is large.
# shellcheck shell=sh disable=SC2154
title 'Growth'
say "Full import of JPEG files with EXIF, IIM and XMP whose pictures are 32 x 32 pixels, so that the" \
    "catalog is what is measured. First into an empty catalog: $small photos, and $large."
for count in "$small" "$large"; do
    folder=$(photos tiny "$count")
    db=$work/catalog-$count.db
    rm -f "$db"*
    versus -n 1 -w 0 -u "$count" -- "$count photos" '' "$CUTLINE" --db "$db" import -q "$folder"
    say "The catalog takes $(($(wc -c <"$db") / count)) bytes a photo," \
        "$(($(wc -c <"$db") / 1048576)) MiB in all, of which thumbnails" \
        "$(sqlite3 "$db" 'SELECT sum(length(jpeg)) / 1048576 FROM thumbnail') MiB."
done
say "$block further photos into the large catalog and into a copy of the small one, in turn:"
: >"$work/blocks"
i=0
while [ "$i" -lt "$blocks" ]; do
    folder=$work/block-$((large + i * block))
    if [ ! -d "$folder" ]; then
        mkdir "$folder"
        "$tools/make_photos" tiny $((large + i * block)) "$block" "$folder"
    fi
    echo "$folder" >>"$work/blocks"
    i=$((i + 1))
done
cp "$work/catalog-$large.db" "$work/large.db"
versus -n 1 -w 0 -u "$block" -e "$work/blocks" -- \
    "with $large photos" '' "$CUTLINE" --db "$work/large.db" import -q '{1}' -- \
    "with $small photos@0.77" "rm -f $work/small.db*; cp $work/catalog-$small.db $work/small.db" \
    "$CUTLINE" --db "$work/small.db" import -q '{1}'
rm -f "$work"/large.db* "$work"/small.db*
say 'Credit of one media ID, whole process:'
ids "$work/catalog-$small.db" "$lookups" >"$work/ids"
versus -n "$slow_runs" -p -e "$work/ids" -- \
    "with $large photos" '' "$CUTLINE" --db "$work/catalog-$large.db" credit -q '{1}' -- \
    "with $small photos" '' "$CUTLINE" --db "$work/catalog-$small.db" credit -q '{1}'
