#!/bin/sh
# cutline import of caption lists: maps, links by ID and by file name, spreadsheets, reports.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# Maps.
printf 'Blatt;Wort;Wer\n55350160;A man waits. REUTERS/Deniz Aksoy;REUTERS\n' >map.csv
run import map.csv
fails 'a list without known columns' 3 'map.csv: line 1 names no column of media IDs or file names: "Blatt;Wort;Wer"'
run import --map 'Blatt=media_id,wort=caption,WER=credit' map.csv
prints 'a map names them' '1 added, 0 updated, 0 unchanged, 0 skipped, 0 failed'
run credit 55350160
prints 'the fuller credit counts' 'REUTERS/Deniz Aksoy'
run import --map 'Blatt=media_id,Wort=caption,Wer=ignore' map.csv
prints 'with a map the list is read again' '0 added, 0 updated, 1 unchanged, 0 skipped, 0 failed'
run import --map 'Blatt=media_id,Wort=captoin' map.csv
fails 'an unknown field' 2 "unknown field 'captoin' in the map; did you mean 'caption'?"
run import --map 'Blatt' map.csv
fails 'a map without a field' 2 "'Blatt' in the map is not HEADER=FIELD"
check 'no counts then' [ ! -s out ]

# In a folder a table that is no list is nothing to speak of.
mkdir folder
printf 'name,price\nmilk,2\n' >folder/prices.csv
run import folder
prints 'another table in a folder' '0 added, 0 updated, 0 unchanged, 1 skipped, 0 failed'

# A photo without any metadata gets its ID, caption and credit by the name of its file.
mkdir card
cp "$samples/no-metadata.jpg" card/DSC_0042.JPG
printf 'Filename,Media ID,Caption,Credit,Photographer\n' >names.csv
printf 'dsc_0042.jpg,getty:527341234,A lake.,AFP/Getty Images,Jane Roe\n' >>names.csv
printf 'later,,A hill.,AP,Jane Roe\n' >>names.csv
for order in 'card names.csv' 'names.csv card'; do
    rm -f names.db*
    # shellcheck disable=SC2086 # two operands
    run import -q --db names.db $order
    run credit --db names.db getty:527341234
    prints "$order: the credit by the ID" 'Jane Roe/AFP/Getty Images'
    check 'and the photo has its image' [ ! -s err ]
    run show --db names.db --json card/DSC_0042.JPG
    holds 'and the file has the ID' 'length == 1 and .[0].media_ids[0].id == "527341234"'
    run stats --db names.db --json
    holds 'a name alone is no photo that waits' '.[0].photos == 1'
done
mkdir later
cp "$samples/no-metadata.jpg" later/LATER.jpg
run import -q --db later.db names.csv
run import -q --db later.db later
run show --db later.db --json later/LATER.jpg
holds 'its photo gets it when it comes' '.[0].credit.line == "AP Photo/Jane Roe"'

# What a spreadsheet does; the report says it, with the line.
printf 'sep=;\r\nBild-ID;Bildtext;Bildnachweis;\r\n="0012345";"Ein\r\nMann";dpa;\r\n5,53502E+07;Weg;dpa;\r\n;Ohne;dpa;\r\n' >excel.csv
run import --db excel.db --report - excel.csv
holds 'findings tell lines' '.[0].findings | map(.code + " " + .detail) == [
    "list-id-lost line 5: a spreadsheet has cut the digits of an ID: 5,53502E+07",
    "list-no-id line 6: the row names no media ID and no file"]'
run credit --db excel.db 0012345
prints 'zeros in front stay' 'dpa'

# A sheet of ours goes round.
import_samples
run sheet '' -o sheet.csv
run import --db round.db sheet.csv
prints 'a sheet is a list' '1 added, 0 updated, 0 unchanged, 0 skipped, 0 failed'
"$CUTLINE" credit --db round.db RTX2CGS3 >again 2>err
"$CUTLINE" credit RTX2CGS3 >first
check 'with the same credits' cmp -s first again

finish
