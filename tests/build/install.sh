#!/bin/sh
# An installed cutline is complete, usable from C through pkg-config, and gone after uninstall.
root=$TMPDIR/root
# -o all: what was built is installed as it is; other tests are using it.
make_here() {
    make -s -o all BUILD="$BUILD" MODE="$MODE" CC="$CC" DESTDIR="$root" PREFIX=/usr "$@" >"$TMPDIR/make.log" 2>&1 ||
        { echo "not ok - make $*"; cat "$TMPDIR/make.log"; exit 1; }
}
make_here install

for file in bin/cutline libexec/cutline/cutline-sheet lib/libcutline.a lib/libcutline.so lib/pkgconfig/cutline.pc \
    include/cutline/catalog.h share/man/man1/cutline.1 share/man/man1/cutline-credit.1; do
    if [ -s "$root/usr/$file" ]; then
        echo "ok - $file is installed"
    else
        echo "not ok - $file is not installed"
    fi
done

version=$("$root/usr/bin/cutline" version | sed -n 's/^cutline \([0-9.]*\).*/\1/p')
PKG_CONFIG_PATH=$root/usr/lib/pkgconfig
PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
if [ -n "$version" ] && [ "$(pkg-config --modversion cutline)" = "$version" ]; then
    echo "ok - program and pkg-config say version $version"
else
    echo "not ok - program says version '$version', pkg-config '$(pkg-config --modversion cutline)'"
fi

# The example of the README, compiled as the README says, with the shared and the static library.
awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' README.md >"$TMPDIR/credit.c"
case $MODE in asan) CC="$CC -fsanitize=address,undefined" ;; esac
catalog=$TMPDIR/catalog.db
"$root/usr/bin/cutline" --db "$catalog" -q import samples/ ||
    echo 'not ok - the installed program imports samples/'
# shellcheck disable=SC2046,SC2086 # flags are words
for kind in shared static; do
    if [ $kind = static ]; then
        # The static library is named by its file, its own libraries come from pkg-config --static.
        libraries=$(pkg-config --static --libs cutline | sed "s,-lcutline,$root/usr/lib/libcutline.a,")
        # The sysroot holds cutline only.
        libraries=$(printf '%s' "$libraries" | sed "s,-L$root/usr/lib/[^ ]*,,g")
    else
        libraries=$(pkg-config --libs cutline)
    fi
    if $CC -std=c11 -Wall -Wextra -Werror $(pkg-config --cflags cutline) -o "$TMPDIR/credit" \
        "$TMPDIR/credit.c" $libraries &&
        answer=$(LD_LIBRARY_PATH=$root/usr/lib "$TMPDIR/credit" "$catalog" 55350159) &&
        [ "$answer" = 'REUTERS/Denis Balibouse' ]; then
        echo "ok - the README's C example works with the $kind library"
    else
        echo "not ok - the README's C example with the $kind library answers '$answer'"
    fi
done

make_here uninstall
left=$(find "$root" ! -type d)
if [ -z "$left" ]; then
    echo 'ok - uninstall removes every file'
else
    echo "not ok - uninstall leaves $left"
fi
