#!/bin/sh
# `make deps` installs what is missing and nothing else, asks for new lists only when it must, and
# says so plainly when it cannot. The package manager is a stand-in that notes what it is told.
# shellcheck disable=SC2016 # texts of scripts
bin=$TMPDIR/bin
log=$TMPDIR/log
mkdir "$bin"

# fake NAME TEXT: a command of the stand-in.
fake() {
    printf '#!/bin/sh\n%s\n' "$2" >"$bin/$1"
    chmod +x "$bin/$1"
}
# Everything but jq is installed, and this machine's user is root.
fake dpkg-query 'case $* in *jq) exit 1 ;; *) printf installed ;; esac'
fake apt-cache 'exit 0'
fake apt-get 'echo "apt-get $*" >>"$LOG"'
fake id 'echo 0'

# deps: runs the script with the stand-in before the real commands.
deps() {
    : >"$log"
    LOG=$log PATH=$bin:$PATH sh src/tools/deps.sh >"$TMPDIR/out" 2>&1
}

# says WHAT FILE PATTERN
says() {
    if grep -qE "$3" "$2"; then
        echo "ok - $1"
    else
        echo "not ok - $1"
        cat "$TMPDIR/out" "$log"
    fi
}

# runs WHAT N: how often the package manager was called.
runs() {
    if [ "$(grep -c . "$log")" -eq "$2" ]; then
        echo "ok - $1"
    else
        echo "not ok - $1"
        cat "$TMPDIR/out" "$log"
    fi
}

deps
says 'what is missing is named with its reason' "$TMPDIR/out" '^  jq +\(check\) compares JSON'
says 'and installed' "$log" '^apt-get install .* jq$'
runs 'without asking for lists' 1

fake apt-cache 'exit 100'
deps
says 'a fresh machine is asked for lists' "$log" '^apt-get update'
says 'before the installation' "$log" '^apt-get install .* jq$'

fake apt-cache 'exit 0'
fake apt-get 'echo "apt-get $*" >>"$LOG"; case $1 in install) [ "$(grep -c install "$LOG")" -gt 1 ] ;; esac'
deps
runs 'old lists are renewed when a package is gone' 3

fake id 'echo 1000'
fake sudo 'echo "sudo $*" >>"$LOG"'
deps
says 'who is not root goes through sudo' "$log" '^sudo env .*apt-get install .* jq$'

# The search path is the stand-in alone, with what the script needs besides.
for command in sh dirname grep printf env; do
    ln -sf "$(command -v "$command")" "$bin/$command" 2>/dev/null
done
rm "$bin/sudo"
if LOG=$log PATH=$bin sh src/tools/deps.sh >"$TMPDIR/out" 2>&1; then
    echo 'not ok - without root and sudo it fails'
else
    echo 'ok - without root and sudo it fails'
fi
says 'and says what it would have installed' "$TMPDIR/out" 'must be root, or have sudo, to install: jq'
rm "$bin/apt-get"
if LOG=$log PATH=$bin sh src/tools/deps.sh >"$TMPDIR/out" 2>&1; then
    echo 'not ok - another system is told what to install'
else
    says 'another system is told what to install' "$TMPDIR/out" '^  libexif-dev +libexif: EXIF'
fi
