#!/bin/sh
# What the Makefile promises besides building.

# build ARGUMENT...: a build of its own, of the smallest part.
build() {
    make BUILD="$TMPDIR/build" MODE=debug CC="$CC" ONLY=base "$@" "$TMPDIR/build/libcutline.a" 2>&1
}

# shellcheck disable=SC2016 # backticks of the message
if output=$(PKG_CONFIG_LIBDIR=/nonexistent build); then
    echo 'not ok - builds without libraries'
elif [ "$(printf '%s\n' "$output" | head -n 1)" = \
    'cutline needs libexif libjpeg sqlite3 expat nettle gumbo jansson libutf8proc zlib: run `make deps`' ] &&
    ! printf '%s\n' "$output" | grep -q ' CC '; then
    echo 'ok - missing libraries are named before anything is compiled'
else
    echo 'not ok - missing libraries are named before anything is compiled'
    printf '%s\n' "$output"
fi

build >"$TMPDIR/log" || { echo 'not ok - a small build'; cat "$TMPDIR/log"; }
if build | grep -q ' CC '; then
    echo 'not ok - nothing changed, nothing is compiled'
else
    echo 'ok - nothing changed, nothing is compiled'
fi
if [ "$(build CFLAGS=-DOTHER | grep -c ' CC ')" -eq "$(find src/base -name '*.c' | wc -l)" ]; then
    echo 'ok - other flags, everything is compiled again'
else
    echo 'not ok - other flags, everything is compiled again'
fi

if make help | grep 'make check ' >/dev/null; then
    echo 'ok - make help lists the targets'
else
    echo 'not ok - make help lists the targets'
fi
if make MODE=nonsense 2>&1 | grep 'MODE=nonsense is none of' >/dev/null; then
    echo 'ok - an unknown MODE is refused'
else
    echo 'not ok - an unknown MODE is refused'
fi
# What the list of packages holds is what is asked for.
if sh src/tools/deps.sh | grep -q "^deps: all $(grep -vc '^#' src/tools/packages.tsv) packages"; then
    echo 'ok - make deps is done at once when everything is there'
else
    echo 'not ok - make deps is done at once when everything is there'
fi
