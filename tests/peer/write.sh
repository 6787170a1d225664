#!/bin/sh
# Written photos against ExifTool and exiv2: odd files that ExifTool makes here, of every kind that is
# written.
set -u
here=$(cd "${0%/*}/../.." && pwd)
if ! command -v exiftool >/dev/null || ! command -v jq >/dev/null; then
    echo 'skip - exiftool or jq is not installed'
    exit 77
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-write.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
CUTLINE_DB=$work/catalog.db
export CUTLINE_DB
# shellcheck source=tests/peer/lib.sh
. "$here/tests/peer/lib.sh"

# make NAME OPTION...: a photo without metadata, and then what ExifTool is told to write.
make() {
    name=$work/$1.jpg
    shift
    cp "$here/samples/no-metadata.jpg" "$name"
    exiftool -q -m -overwrite_original "$@" "$name" || echo "not ok - exiftool cannot make $name"
}

long=$(awk 'BEGIN { for (i = 0; i < 9000; i++) printf "0123456789" }')
make bare -comment=x
make big-endian -exifbyteorder=MM -ifd0:artist=Old -make=X '-datetimeoriginal=2001:01:01 00:00:00'
make latin1 -iptc:city=Zürich -iptc:caption-abstract=café -iptc:keywords=ä
make utf8 -iptc:codedcharacterset=UTF8 -iptc:city=Zürich -iptc:by-line=x
make plain-iim -iptc:city=Plain -iptc:keywords=a -iptc:keywords=b
make digest -iptc:city=old -xmp:city=old -iptcdigest=new
make shorthand -xmp:city=old -xmp-dc:description-fr=bonjour -xmp:creatorworkemail=o@x.y \
    -api compact=shorthand
make large "-xmp-photoshop:history=$(printf %.64000s "$long")"
make extended "-xmp-photoshop:history=$long" -xmp-dc:title=abc
make inside "-xmp-dc:description=$long" -xmp-dc:title=abc
make locations '-xmp-iptcext:locationshown={City=Old,CountryName=Oldland}'
make regions '-xmp-iptcext:imageregion={name=a,rid=1}' -xmp-gpano:projectiontype=equirectangular
cp "$here/samples/no-metadata.jpg" "$work/trailer.jpg"
printf 'something behind the image' >>"$work/trailer.jpg"

for file in "$here"/samples/*.jpg "$work"/*.jpg; do
    for option in '' --iim; do
        wrong=$(check_file "$file" "$option")
        if [ -z "$wrong" ]; then
            echo "ok - $(basename "$file") $option"
        else
            echo "not ok - $(basename "$file") $option"
            printf '%s\n' "$wrong" | sed 's/^/  /'
        fi
    done
done
