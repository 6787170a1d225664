# What tests/peer/write.sh and tests/corpus/write.sh share: photos written by cutline, read back by
# ExifTool and exiv2. Every value that was written must be there, everything else as it was.
# shellcheck shell=sh disable=SC2154 # work is set by the script

# The values, and how ExifTool shows them.
caption='Größe & <b> "so" in Zürich, سوق'
credit='A credit line that is longer than thirty-two octets'
set_values() {
    "$CUTLINE" tag -q "$1" "caption=$caption" "credit=$credit" 'headline=Häd' 'keywords=one; zwölf' \
        'byline=Jane Roe; Bee Ä' city=Zürich 'date_created=2020-01-02T03:04:05+02:00' \
        'copyright=© Desk' contact_email=desk@example.org
}

# Tags that may differ: those written, those that follow from them, and what a file system says.
may_differ='^(SourceFile|System:.*|Composite:.*|File:CurrentIPTCDigest|File:ExifByteOrder|'\
'Photoshop:IPTCDigest|IPTC2?:(Caption-Abstract|Headline|Keywords|By-line|City|Credit|DateCreated|'\
'TimeCreated|CopyrightNotice|CodedCharacterSet|ApplicationRecordVersion)|'\
'IFD0:(ImageDescription|Artist|Copyright|ApplicationNotes)|'\
'(ExifIFD|ExifOffset|IFD0):(DateTimeOriginal|SubSecTimeOriginal|OffsetTimeOriginal)|'\
'XMP-dc:(Description(-.*)?|Creator|Subject|Rights)|XMP-photoshop:(Headline|City|Credit|DateCreated)|'\
'XMP-iptcCore:CreatorContactInfo|XMP-xmpNote:HasExtendedXMP|MPImage1:MPImageLength|'\
'MPImage[2-9]:MPImageStart|RIFF:WebP_Flags|File:FileType|ExifTool:Warning)$'

# differences BEFORE AFTER: names of tags that differ and must not, and of values that are not right.
differences() {
    jq -rn --slurpfile a "$1" --slurpfile b "$2" --arg may "$may_differ" \
        --arg caption "$caption" --arg credit "$credit" '
        def check(name; value): if $b[0][0][name] == value then empty else "wrong " + name end;
        ($a[0][0] // {}) as $x | ($b[0][0] // {}) as $y |
        # A single place shown follows the city, and keeps the rest.
        ($x | if ."XMP-iptcExt:LocationShown" | length == 1
            then ."XMP-iptcExt:LocationShown"[0].City = "Zürich" else . end) as $x |
        (($x + $y) | keys[] | select($x[.] != $y[.] and (test($may) | not)) | "changed " + .),
        check("XMP-dc:Description"; $caption), check("IFD0:ImageDescription"; $caption),
        check("XMP-photoshop:Credit"; $credit), check("XMP-photoshop:Headline"; "Häd"),
        check("XMP-dc:Subject"; ["one", "zwölf"]), check("XMP-dc:Creator"; ["Jane Roe", "Bee Ä"]),
        check("IFD0:Artist"; "Jane Roe; Bee Ä"), check("XMP-photoshop:City"; "Zürich"),
        check("XMP-photoshop:DateCreated"; "2020:01:02 03:04:05+02:00"),
        check("IFD0:Copyright"; "© Desk"),
        (if $y["IPTC:By-line"] == null then empty else
            check("IPTC:City"; "Zürich"), check("IPTC:Keywords"; ["one", "zwölf"]),
            check("IPTC:Caption-Abstract"; $caption), check("IPTC:Credit"; $credit[0:32]),
            check("IPTC:TimeCreated"; "03:04:05+02:00") end)'
}

# image FILE: the hash over its image data.
image() {
    "$CUTLINE" read --json "$1" | sed 's/.*"image_hash":"\{0,1\}\([0-9a-z]*\).*/\1/'
}

# check_file FILE [OPTION]: writes a copy of FILE and compares it. Prints what is wrong.
check_file() {
    base=$(basename "$1")
    mkdir -p "$work/before" "$work/after"
    cp "$1" "$work/before/$base" && cp "$1" "$work/after/$base" && chmod u+w "$work/after/$base"
    exiftool -G1 -a -j -struct -charset utf8 "$work/before/$base" >"$work/a.json" 2>/dev/null
    rm -f "$work/catalog.db"*
    if ! "$CUTLINE" import -q "$work/after/$base" || ! set_values "$work/after/$base" ||
        ! "$CUTLINE" write -q ${2:+"$2"} "$work/after/$base"; then
        echo "$base: cannot be written"
        return
    fi
    exiftool -G1 -a -j -struct -charset utf8 "$work/after/$base" >"$work/b.json" 2>/dev/null
    differences "$work/a.json" "$work/b.json" | sed "s/^/$base: /"
    [ "$(image "$work/before/$base")" = "$(image "$work/after/$base")" ] || echo "$base: another image"
    if command -v exiv2 >/dev/null; then
        seen=$(exiv2 -q -K Xmp.photoshop.City -P v pr "$work/after/$base" 2>/dev/null)
        [ "$seen" = Zürich ] || echo "$base: exiv2 reads the city '$seen'"
    fi
    rm -f "$work/before/$base" "$work/after/$base"
}
