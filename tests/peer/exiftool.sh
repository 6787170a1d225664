#!/bin/sh
# Records against ExifTool, value by value: on samples/ and on photos that ExifTool writes here, in
# the charsets, lengths, languages and structures that wire photos have.
#
#   tests/run peer/exiftool               samples and written photos
#   PEER_FOLDER=DIR tests/run peer/exiftool   the photos of a folder instead
set -u
compare=${BUILD:?}/tests/test_record_exiftool
if ! command -v exiftool >/dev/null; then
    echo 'skip - exiftool is not installed'
    exit 77
fi
here=$PWD
work=$(mktemp -d "${TMPDIR:-/tmp}/cutline-peer.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/files"

# make_photo NAME OPTION...: a photo without metadata, and then what ExifTool is told to write.
make_photo() {
    name=$1
    shift
    cp "$here/samples/no-metadata.jpg" "$work/files/$name.jpg"
    if ! exiftool -q -m -overwrite_original "$@" "$work/files/$name.jpg"; then
        echo "not ok - exiftool cannot write $name"
    fi
}

# edit_photo NAME OPTION...: writes into a photo made before.
edit_photo() {
    name=$1
    shift
    exiftool -q -m -overwrite_original "$@" "$work/files/$name.jpg"
}

write_photos() {
    make_photo utf8 -codedcharacterset=UTF8 -iptc:caption-abstract='Zürich – Bellevue, „Abend“' \
        -iptc:city=Zürich -iptc:keywords=See -iptc:keywords=Schiff -xmp-dc:description='Zürich' \
        -xmp-photoshop:city=Zürich
    make_photo macroman -charset iptc=MacRoman -iptc:city=Zürich -iptc:headline='Café Münster' \
        -xmp-photoshop:city=Zürich
    make_photo cp1252 -iptc:city=Zürich -iptc:headline='Münster – “so”' -xmp-photoshop:city=Zürich
    make_photo cut -codedcharacterset=UTF8 -iptc:credit='Fabrice Coffrini/AFP/Getty Images' \
        -xmp-photoshop:credit='Fabrice Coffrini/AFP/Getty Images' \
        -iptc:by-line='Christopher Montgomery-Featherstonhaugh' \
        -xmp-dc:creator='Christopher Montgomery-Featherstonhaugh' \
        -iptc:keywords='a keyword that is a good deal longer than the sixty-four octets of IIM' \
        -xmp-dc:subject='a keyword that is a good deal longer than the sixty-four octets of IIM'
    make_photo digest-good -iptc:city=Geneva -xmp-photoshop:city=Genf -iptcdigest=new
    make_photo digest-stale -iptc:city=Geneva -iptc:by-line=Jane -xmp-photoshop:city=Genf \
        -xmp-photoshop:state=Vaud -iptcdigest=new
    edit_photo digest-stale -iptc:city=Lausanne
    make_photo digest-stale-cut -iptc:city='A city whose name has 40 octets, no less' \
        -xmp-photoshop:city='A city whose name has 40 octets, no less' \
        -iptc:keywords='a keyword that is a good deal longer than the sixty-four octets of IIM' \
        -iptc:keywords=short -xmp-dc:subject=other \
        -xmp-dc:subject='a keyword that is a good deal longer than the sixty-four octets of IIM' \
        -iptcdigest=00000000000000000000000000000000
    make_photo arabic -codedcharacterset=UTF8 -iptc:caption-abstract='صورة من جنيف' \
        -xmp-dc:description='صورة من جنيف' -exif:imagedescription='صورة من جنيف' \
        -xmp-dc:creator='ليلى حداد' -iptc:by-line='ليلى حداد'
    make_photo languages -xmp-dc:description=default -xmp-dc:description-fr=français \
        -xmp-dc:description-ar=عربي -xmp-dc:title-de=Titel -xmp-dc:title=title \
        -xmp-dc:rights-en-GB='Crown copyright' -xmp-xmprights:usageterms=terms
    make_photo exif -exif:artist='Jane Roe' -exif:copyright='Jane Roe 2016' \
        -exif:imagedescription='A caption' -exif:datetimeoriginal='2016:05:02 14:03:22' \
        -exif:subsectimeoriginal=50 -exif:offsettimeoriginal=+02:00 \
        -exif:createdate='2016:05:02 14:03:23' -exif:modifydate='2016:05:03 10:00:00' \
        -exif:offsettime=-05:00 -exif:orientation#=6 -exif:software='Camera 1.0' \
        -exif:gpslatitude=46.2 -exif:gpslatituderef=N -exif:gpslongitude=6.15 \
        -exif:gpslongituderef=E -exif:imageuniqueid=0123456789abcdef0123456789abcdef
    make_photo artists -use MWG -exif:artist='Ann; Bee' -exif:artist=Cee -xmp-dc:creator=Dee
    make_photo dates -iptc:datecreated=2016:05:02 -iptc:timecreated=14:03:22+02:00 \
        -iptc:digitalcreationdate=2016:05:01 -xmp-photoshop:datecreated='2016-05' \
        -xmp:createdate='2016:05:02 14:03:22.123Z' -iptc:releasedate=2016:05:03 \
        -iptc:releasetime=00:00:00+00:00 -iptc:expirationdate=2017:05:03 \
        -xmp-pur:embargodate=2016:05:03
    make_photo envelope -iptc:serviceidentifier=WIRE -iptc:envelopenumber=12345678 \
        -iptc:productid=A -iptc:productid=B -iptc:datesent=2016:05:02 \
        -iptc:timesent=10:00:00+00:00 -iptc:uniqueobjectname=REUTERS:20160502:P:1 \
        -iptc:fixtureidentifier=RC2B9HAYWPEQ -iptc:uniquedocumentid=54334723 \
        -iptc:writer-editor=ab -iptc:writer-editor=cd -iptc:urgency=4 -iptc:category=S \
        -iptc:supplementalcategories=SOC -iptc:subjectreference=IPTC:15054000 \
        -iptc:objectattributereference=001:Current -iptc:contact='Desk, +41 1'
    make_photo structures -struct \
        -xmp-iptcext:locationshown='[{City=Geneva,CountryName=Switzerland,LocationId=[a,b]},{City=Nyon}]' \
        -xmp-iptcext:locationcreated='[{City=Bern,GPSLatitude=46.9481,GPSLongitude=7.4474}]' \
        -xmp-iptcext:artworkorobject='[{AOTitle=The Lake,AOTitle-fr=Le lac,AOCreator=[A,B]}]' \
        -xmp-iptcext:personinimagewdetails='[{PersonName=Jane Roe,PersonId=[x]}]' \
        -xmp-plus:licensor='[{LicensorName=Agency,LicensorURL=http://example.org/}]' \
        -xmp-iptccore:creatorcontactinfo='{CiAdrCity=Bern,CiTelWork=+41 1,CiUrlWork=http://a.example}' \
        -xmp-iptcext:registryid='[{RegItemId=1,RegOrgId=2}]'
    make_photo provenance -xmp-plus:imagesupplierimageid=16123640518273 \
        -xmp-iptcext:digitalsourcetype=http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia \
        -xmp-getty:personality=One -xmp-getty:personality=Two -xmp-xmp:rating=4 \
        -xmp-xmp:label=Red -xmp-xmprights:marked=True -xmp-plus:modelreleasestatus#=MR-NON
}

if [ -n "${PEER_FOLDER:-}" ]; then
    cp -R "$PEER_FOLDER/." "$work/files"
else
    cp samples/*.jpg "$work/files"
    write_photos
fi
cd "$work" || exit 1
exiftool -q -q -r -j -G1 -struct -n -EXIF:all -IPTC:all -XMP:all -File:ImageWidth \
    -File:ImageHeight files >expected-tags.json
exiftool -q -q -r -use MWG -j -struct -n -f -MWG:Description -MWG:Creator -MWG:Copyright \
    -MWG:Keywords -MWG:DateTimeOriginal -MWG:CreateDate -MWG:City -MWG:State -MWG:Country \
    -MWG:Location -MWG:Rating -MWG:Orientation files >expected-mwg.json
CUTLINE_CORPUS=$work "$compare" >log 2>&1
status=$?
grep -v '^\[' log
if [ "$status" -eq 0 ]; then
    echo "ok - records say what ExifTool says ($(grep -c '"SourceFile"' expected-tags.json) files)"
else
    echo 'not ok - records and ExifTool differ'
fi
exit "$status"
