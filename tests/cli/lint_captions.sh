#!/bin/sh
# cutline lint-captions: faults of captions.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run lint-captions
fails 'without a catalog' 4 'catalog'
run import -q "$samples"
run lint-captions --json no-metadata.jpg credit:nobody
fails 'a selection without photos' 1 'no photo matches'

run lint-captions reuters:RTX2CGS3
exits 'a caption in order' 0
check 'has no fault' grep -qx '0 of 1 photos, 0 faults' out
run tag reuters:RTX2CGS3 'caption=Boats  sail on Monday, May 3, 2016 in Geneva, Switzerland, {byline}'
run lint-captions --json reuters:RTX2CGS3
exits 'faults are told by the exit code' 1
holds 'and one by one' '[.[] | [.code, .field, .offset]] == [["weekday", "caption", 15],
    ["code-left", "caption", 59], ["double-space", "caption", 5], ["full-stop", "caption", null]]'
run lint-captions --only double-space,weekday reuters:RTX2CGS3
check 'of some rules only' grep -qx '1 of 1 photos, 2 faults' out
check 'with photo, rule, byte and sentence' grep -q '^reuters:RTX2CGS3 .*: weekday: byte 15: 2016-05-03 is a Tuesday$' out
run lint-captions --without double-space,weekday,code-left,full-stop reuters:RTX2CGS3
exits 'or of all but some' 0
run lint-captions -q credit:reuters
check 'quietly' [ ! -s out ]
exits 'says it by the exit code' 1
run lint-captions --json
holds 'everything' 'length > 4'

run lint-captions --rules
check 'lists the rules' grep -q '^weekday  *the day of the week' out
run lint-captions --only week-day
fails 'a rule that there is not' 2 'there is no rule week-day; did you mean weekday?'
run lint-captions 'credit:('
fails 'a faulty query' 2 'lint-captions'
finish
