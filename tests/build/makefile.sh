#!/bin/sh
# What the Makefile promises besides building.

# build ARGUMENT...: a build of its own, of the smallest part.
build() {
    make BUILD="$TMPDIR/build" MODE=debug CC="$CC" ONLY=base "$@" "$TMPDIR/build/libcutline.a" 2>&1
}

libraries=$(sed -n 's/^\([A-Z]*_\)*LIBRARIES := //p' Makefile | paste -sd ' ')
if output=$(PKG_CONFIG_LIBDIR=/nonexistent build); then
    echo 'not ok - builds without libraries'
elif [ "$(printf '%s\n' "$output" | head -n 1)" = \
    "cutline needs $libraries: run \`make deps\`" ] &&
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

# What hardens a release: read-only relocations, all of them made at the start; position-independent
# code; canaries on the stack; checked forms of C library calls.
# hardened WHAT COMMAND
hardened() {
    if [ "$MODE" != release ]; then
        echo "skip - $1: MODE is $MODE"
    elif sh -c "$2" >/dev/null; then
        echo "ok - $1"
    else
        echo "not ok - $1"
    fi
}
hardened 'the program is position-independent' "readelf -hW $CUTLINE | grep 'Type: *DYN'"
for file in "$CUTLINE" "$BUILD/libcutline.so"; do
    name=${file##*/}
    hardened "$name has read-only relocations" "readelf -lW $file | grep GNU_RELRO"
    hardened "$name is bound at the start" "readelf -dW $file | grep 'FLAGS.*NOW'"
    hardened "$name has canaries on its stack" "readelf -sW $file | grep __stack_chk_fail"
    hardened "$name uses checked calls" "readelf -sW $file | grep -E '__(memcpy|snprintf)_chk'"
done

# Files with loops for several processors (base/wide.h) have functions of one name: they must stay
# their own with clang, too.
together() {
    mkdir -p "$TMPDIR/wide"
    for file in src/*/*.c; do
        grep -q '^CUT_WIDE' "$file" || continue
        clang -std=c11 -D_GNU_SOURCE -O1 -Iinclude -Isrc -c "$file" \
            -o "$TMPDIR/wide/$(basename "$file" .c).o" || return 1
    done
    clang -nostdlib -r -o "$TMPDIR/wide/all" "$TMPDIR/wide"/*.o
}
if together; then
    echo 'ok - clang links what is compiled for several processors'
else
    echo 'not ok - clang links what is compiled for several processors'
fi
