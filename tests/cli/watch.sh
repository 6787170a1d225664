#!/bin/sh
# Hot folders: what is complete is found at once, what is not is waited for, and a signal ends it well.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run watch
fails 'watch wants a folder' 2 'nothing to do without FOLDER...'
run watch "$samples/RTX2CGS3.jpg"
fails 'a file cannot be watched' 2 'only folders can be watched'
run watch nowhere
fails 'nor what is not there' 4 'nowhere: cannot open'

# start_watch OPTION...: a watch of the folder in, in $process; what it prints is in out and err.
start_watch() {
    env --default-signal=INT "$CUTLINE" watch "$@" in >out 2>err &
    process=$!
}

# wait_for NAME COMMAND...: the command succeeds within ten seconds.
wait_for() {
    name=$1
    shift
    tries=0
    until "$@" >check.log 2>&1; do
        tries=$((tries + 1))
        if [ $tries -gt 200 ]; then
            status=0
            not_ok "$name"
            return
        fi
        sleep 0.05
    done
    ok "$name"
}

# end_watch SIGNAL
end_watch() {
    kill -s "$1" $process
    wait $process
    status=$?
}

# shellcheck disable=SC2317 # check and wait_for call it
finds() {
    "$CUTLINE" credit -q "$1" >/dev/null 2>&1
}

mkdir in
cp "$samples/RTX2CGS3.jpg" in/
touch -d '2020-01-01' in/RTX2CGS3.jpg
start_watch
wait_for 'a watch says when it is ready' grep -qx watching out
check 'what was there has been taken' finds reuters:RTX2CGS3
cp "$samples/AP_16123640518273.jpg" in/
wait_for 'a photo that comes is found' finds ap:16123640518273
cp "$samples/RTX50QK8.jpg" in/RTX50QK8.jpg.part
sleep 0.5
check 'an upload has another name' sh -c "! '$CUTLINE' credit -q reuters:RTX50QK8"
mv in/RTX50QK8.jpg.part in/RTX50QK8.jpg
wait_for 'until it is complete' finds reuters:RTX50QK8
mkdir -p in/2016/05
cp "$samples/epa05287311.jpg" in/2016/05/
wait_for 'new folders are watched' finds epa:05287311
cp "$samples/aleppo-truce-talks.txt" in/
wait_for 'pages are taken' finds 55350159
echo 'no photo' >in/broken.jpg
wait_for 'a file that fails is tried again' grep -q 'in/broken.jpg: .*; the next try is in 2 s' err
rm in/broken.jpg
end_watch INT
exits 'Ctrl-C is how a watch ends' 0
check 'each file was a line' [ "$(grep -c '^added ' out)" -eq 5 ]
check 'and the counts are the last' sh -c "tail -n 1 out | grep -q '^5 added, .* 0 failed'"

# What comes while nobody watches.
cp "$samples/gettyimages-1140283746-612x612.jpg" in/
start_watch --json
wait_for 'after a restart what came meanwhile is found' finds getty:1140283746
rm in/RTX50QK8.jpg
wait_for 'a photo that is deleted is missing' grep -q '"result":"missing"' out
end_watch TERM
exits 'SIGTERM, too' 0
holds 'JSON is a line for each file that changed the catalog' \
    '[.[] | select(.path? and .result) | .result] == ["added", "missing"]'
holds 'with news between' '[.[] | select(.news) | .news] == ["ready"]'
holds 'and the counts' '.[-1] | .added == 1 and .unchanged > 0 and .missing == 1 and .interrupted == false'

start_watch -q
sleep 0.3
kill -s HUP $process
wait $process
status=$?
exits 'SIGHUP ends it, too' 0
check '-q is silent' [ ! -s out ]

if command -v systemd-analyze >/dev/null 2>&1; then
    sed "s,/usr/local/bin/cutline,$CUTLINE," "$samples/cutline-watch.service" >cutline-watch.service
    XDG_RUNTIME_DIR=$work systemd-analyze --user --man=no verify ./cutline-watch.service >out 2>&1
    status=$?
    check 'the unit for systemd is sound' sh -c '! grep cutline-watch.service out'
else
    skip 'the unit for systemd: there is no systemd-analyze'
fi
finish
