#!/bin/sh
# cutline ids: which media IDs are seen, and why.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# A photo: every place.
run ids --json "$samples/AFP__20190403__1FK2QX7__v1__HighRes__KenyaAgricultureTea.jpg"
holds 'an ID is told once for each place' '.[0].media_ids | [.[] | [.namespace, .id, .evidence]] == [
    ["afp", "1FK2QX7", "iim 2:103"],
    ["afp", "1FK2QX7", "xmp photoshop:TransmissionReference"],
    ["afp", "1FK2QX7", "file name"]]'
holds 'with what it is' '.[0].media_ids | all(.what | startswith("AFP "))'
run ids --json "$samples/AP_16123640518273.jpg"
holds 'a shape that others share has its signal' '.[0].media_ids[0] |
    .evidence == "xmp plus:ImageSupplierImageID" and .owner_by == "AP" and .trust == "strong"'
holds 'one of its own needs none' '.[0].media_ids[-1] | .evidence == "file name" and .owner_by == null'
run ids "$samples/IMG_4821.jpg"
fails 'a photo without IDs' 1 'no media ID is seen'
run ids "$samples/aleppo-truce-talks.txt"
shows 'a page' 'aawsat:55350159'
shows 'says so itself' 'named on the page'
run ids . RTX2CGS3
fails 'what cannot be read' 3 'cutline: ids: '
check 'does not keep others back' grep -q 'reuters:RTX2CGS3' out

# Texts.
run ids 55350159
shows 'a number alone has no owner' 'bare:55350159'
shows 'and who writes such numbers' 'nothing beside it names an agency that writes such IDs (getty, '
run ids --json 'gettyimages-527341234-1024x726.jpg' 'AP_16123640518273.jpg'
holds 'file names' '[.[] | [.input, .media_ids[0].namespace, .media_ids[0].id]] == [
    ["gettyimages-527341234-1024x726.jpg", "getty", "527341234"],
    ["AP_16123640518273.jpg", "ap", "16123640518273"]]'
run ids 'A worker in Mombasa, Kenya, May 3, 2016. Photo by Jane Roe/Shutterstock (16507315bs)'
shows 'a caption' 'shutterstock:16507315bs'
shows 'whose credit says whose it is' 'owner by:           Shutterstock'
run ids --json 'A dam (12345678) in Mombasa, Kenya, May 3, 2016. EPA/JANE ROE'
holds 'a number beside a name' '.[0].media_ids | length == 1 and .[0].namespace == "epa" and .[0].owner_by == "EPA"'
run ids --json getty:527341234 'https://media.gettyimages.com/photos/x-id527341234'
holds 'an ID as it is typed' '.[0].media_ids[0] | .namespace == "getty" and .id == "527341234"'
run ids IMG_1234.JPG 'Nothing to see here'
fails 'no ID at all' 1 'IMG_1234.JPG: no media ID is seen'
printf '55350159\nRTX2CGS3\n' | "$CUTLINE" ids --json - >out 2>err
status=$?
holds 'from standard input' '[.[].input] == ["55350159", "RTX2CGS3"]'
run ids "$(printf 'x\033[31m 55350159')"
check 'control characters do not reach the terminal' [ "$(tr -dc '\033' <out | wc -c)" -eq 0 ]
finish
