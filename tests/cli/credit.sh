#!/bin/sh
# cutline credit: one line an ID, warnings apart, answers in step.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run credit 55350159
fails 'without a catalog' 4 'no catalog there; '
import_samples

run credit 55350159
prints 'the credit of a media ID' 'REUTERS/Denis Balibouse'
run credit aawsat:55350159
prints 'with its namespace' 'REUTERS/Denis Balibouse'
run credit reuters:RTX2CGS3
credit=$(cat out)
run credit getty:RTX2CGS3
fails 'in another namespace it is unknown' 1 'cutline: credit: no photo has media ID getty:RTX2CGS3'
run credit 99999999
fails 'an unknown ID' 1 'cutline: credit: no photo has media ID 99999999'
check 'prints nothing' [ ! -s out ]
run credit reuters:rtx2cgs3
prints 'case does not count' "$credit"
run credit 99999999 55350159 88888888 reuters:RTX2CGS3
exits 'unknown IDs among known ones' 1
check 'do not keep them back' [ "$(wc -l <out)" -eq 2 ]
same 'in the order asked' 'REUTERS/Denis Balibouse' "$(head -n 1 out)"
run credit ''
fails 'an empty ID' 3 'cutline: credit: '
run credit "$(printf 'a\033b')" 55350159
fails 'an ID with a control character' 3 'cutline: credit: '
same 'does not keep others back' 'REUTERS/Denis Balibouse' "$(cat out)"

# From standard input.
printf '55350159\r\n\n  aawsat:55350159  \n' | "$CUTLINE" credit - >out 2>err
status=$?
prints 'IDs from standard input' 'REUTERS/Denis Balibouse
REUTERS/Denis Balibouse'
printf '55350159' | "$CUTLINE" credit -q >out 2>err
status=$?
prints 'without an operand, too' 'REUTERS/Denis Balibouse'
printf '55350159\000aawsat:55350159\000' | "$CUTLINE" credit -0 - 55350159 >out 2>err
status=$?
check 'IDs that end in NUL, and an operand' [ "$(wc -l <out)" -eq 3 ]
"$CUTLINE" credit </dev/null >out 2>err
status=$?
exits 'no IDs at all' 0

# A program that asks, waits for the answer and asks again.
mkfifo ask answer
"$CUTLINE" credit -q - <ask >answer 2>/dev/null &
exec 3>ask 4<answer
echo 55350159 >&3
read -r first <&4
echo aawsat:55350159 >&3
read -r second <&4
exec 3>&- 4<&-
wait
same 'answers come before the input ends' 'REUTERS/Denis Balibouse REUTERS/Denis Balibouse' "$first $second"

# JSON.
run credit --json 99999999 55350159
exits 'JSON with an unknown ID' 1
holds 'a line for each ID, in order' '[.[] | [.id, .found]] == [["99999999", false], ["55350159", true]]'
holds 'the answer has its parts' '.[1] | .credit.line == "REUTERS/Denis Balibouse" and
    .credit.agencies == ["Reuters"] and .credit.photographers == ["Denis Balibouse"] and
    (.credit | has("issuer") and has("roles") and has("origin") and has("where") and has("conflicts"))
    and (.media_id | .namespace == "aawsat" and .id == "55350159" and (.evidence | length > 0))
    and (.restrictions | type == "array") and .awaiting_image == false and .others == []'

# What a desk must know.
printf 'A Site\n\nHeadline\nMedia ID: 700001\n\nA worker in Mombasa, Kenya, May 3, 2016. NO RESALES. REUTERS/Thabo Mukoya\n' >one.txt
printf 'A Site\n\nHeadline\nMedia ID: 700001\n\nA worker in Mombasa, Kenya, May 3, 2016. AP Photo/Ben Otieno\n' >two.txt
run import -q one.txt two.txt
run credit 700001
check 'a photo without its image is told' grep -q '700001: awaiting image' err
check 'restrictions are told' grep -q '700001: restrictions: .*no_resale' err
check 'a rival credit is told' grep -q '700001: other credits were found: ' err
check 'all of it on standard error' [ "$(wc -l <out)" -eq 1 ]
run credit -q 700001
check '-q silences it' [ ! -s err ]
run credit --json 700001
holds 'JSON has it, too' '.[0] | .awaiting_image and (.restrictions | index("no_resale") != null) and
    (.credit.conflicts | length == 1)'

# Templates.
run credit --format '{asked}|{id}|{agency:upper}|{by}|{{x}}|{issuer|"-"}{?restrictions} no{:} yes{/}' 55350159
prints '--format' '55350159|aawsat:55350159|REUTERS|Denis Balibouse|{x}|- yes'
run credit --format '{nothing}' 55350159
fails 'an unknown variable' 2 '--format, column 2: there is no {nothing}'
run credit --format '{credit' 55350159
fails 'a faulty template' 2 '--format, column '
printf '55350159\naawsat:55350159\n' | "$CUTLINE" credit -q --format '{by}' >out 2>err
status=$?
prints 'of each line' 'Denis Balibouse
Denis Balibouse'

# Files.
photo=$(run find --json media:55350159; jq -r .path out)
run credit "$photo"
prints 'a file of the catalog' 'REUTERS/Denis Balibouse'
check 'needs no explanation' sh -c '! grep -q "found by" err'
cp "$photo" copy.jpg
printf 'moved' >>copy.jpg
run credit copy.jpg
prints 'a copy of it' 'REUTERS/Denis Balibouse'
check 'and how it was found' grep -q 'copy.jpg: \(found by media ID\|identified as photo:\)' err
exiftool -q -all= -o stripped.jpg "$photo"
run credit stripped.jpg
prints 'a copy without metadata' 'REUTERS/Denis Balibouse'
check 'is identified, which is told' grep -q 'stripped.jpg: identified as photo:[0-9]*, certain confidence' err
run credit -q stripped.jpg 55350159
check 'files and IDs together' [ "$(wc -l <out)" -eq 2 ]
printf 'no picture' >page.jpg
run credit page.jpg
check 'a file that is no picture' [ "$status" -ne 0 ]

# Many.
awk 'BEGIN { for (i = 0; i < 20000; i++) print "55350159" }' >ids
"$CUTLINE" credit -q - <ids >out 2>err
status=$?
check '20,000 IDs' [ "$(wc -l <out)" -eq 20000 ]
# shellcheck disable=SC2046 # words are words
run credit -q $(head -n 5000 ids)
check '5,000 IDs as operands' [ "$(wc -l <out)" -eq 5000 ]
"$CUTLINE" credit -q - <ids 2>err | head -n 1 >out
status=0
prints 'a closed pipe' 'REUTERS/Denis Balibouse'
check 'is no reason for a message' [ ! -s err ]
(trap '' PIPE; "$CUTLINE" credit -q - <ids 2>err; echo $? >code) | head -n 1 >out
check 'also where the signal is ignored' [ ! -s err ]
"$CUTLINE" credit -q - <ids >/dev/full 2>err
status=$?
fails 'a full disk' 4 'cannot write to standard output: No space left on device'
awk 'BEGIN { for (i = 0; i < 70000; i++) printf "x"; print ""; print "55350159" }' | "$CUTLINE" credit -q - >out 2>err
status=$?
fails 'an item that is too long' 3 'standard input: item 1 is too long'
same 'does not keep the next back' 'REUTERS/Denis Balibouse' "$(cat out)"
"$CUTLINE" credit - <. >out 2>err
status=$?
fails 'a folder as standard input' 4 'standard input: cannot read: Is a directory'

# Other names of a photo.
run find --json media:RTX2CGS3
number=$(jq -r .photo out)
run credit "photo:$number"
shows 'the catalog'"'"'s own number' 'REUTERS/Lena Hofbauer'
run credit photo:99999
fails 'of no photo' 1 'no photo has media ID photo:99999'
run credit IMG_4821.jpg
check 'the name of a file that is not here' grep -q 'Rheinbild' out
check 'which is said' grep -q 'found by the name of its file' err

finish
