# How long it takes until a photo that came into a watched folder can be found.
# shellcheck shell=sh disable=SC2154
title 'Watch'
say "$camera_photos photos of 3000 x 2000 pixels, one after the other, each moved into a watched folder when" \
    'it is complete; the time until the watch says that it is in the catalog, looked for every 5' \
    'milliseconds. The bar is a second.'
in=$work/in
rm -rf "$in" "$work"/watch.db*
mkdir "$in"
"$CUTLINE" --db "$work/watch.db" watch --json "$in" >"$work/told" &
watch=$!
until grep -q '"ready"' "$work/told"; do sleep 0.05; done
list "$(photos camera "$camera_photos")" "$work/files"
while IFS= read -r path; do
    name=${path##*/}
    cp "$path" "$in/$name.part"
    begin=$(date +%s%N)
    mv "$in/$name.part" "$in/$name"
    until grep -q "$name" "$work/told"; do sleep 0.005; done
    echo $((($(date +%s%N) - begin) / 1000000))
done <"$work/files" | sort -n >"$work/delays"
kill $watch
wait $watch || true
echo '| command | milliseconds: median | 95th percentile | slowest | bar |'
echo '|---|---|---|---|---|'
awk '{ delay[NR] = $1 }
    END {
        printf "| cutline watch | %d | %d | %d | at most 1000: %s |\n", delay[int((NR + 1) / 2)],
            delay[int((NR * 95 + 99) / 100)], delay[NR], delay[NR] <= 1000 ? "reached" : "missed"
    }' "$work/delays"
rm -rf "$in" "$work"/watch.db* "$work/delays"
