#!/bin/sh
# cutline sheet: HTML, XLSX and PDF, each opened by another program.
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"
import_samples
photos=$("$CUTLINE" stats --json | jq .photos)

# Captions that try everything: 65,000 bytes, control characters, bidi overrides, markup, formulas.
long=$(awk 'BEGIN { for (i = 0; i < 8125; i++) printf "caption%d ", i % 10 }' | head -c 65000)
evil=$(printf 'a\033[31m\001b \342\200\256gpj.exe\342\201\246 <script>alert(1)</script> & "q" ]]> _x0041_ =1+1')
{
    printf 'media_id,caption,credit\n'
    printf 'desk:LONG1,"%s","REUTERS/Long Caption"\n' "$long"
    printf 'desk:EVIL1,"%s","=cmd|x"\n' "$(printf '%s' "$evil" | sed 's/"/""/g')"
    printf 'desk:ARAB1,"بائع فواكه في سوق مطرح القديم في مسقط","ليلى البلوشي/رويترز"\n'
    printf 'desk:CJK1,"瑞士日内瓦的湖 湖のボート 호수","新华社记者摄"\n'
    printf 'desk:NONE1,"A character that no font has: \364\200\200\201","REUTERS"\n'
    printf 'desk:HUGE1,"A credit longer than a page.","REUTERS/%s"\n' "$long"
    printf 'desk:HEBR1,"שוק הפירות בעיר העתיקה","רויטרס"\n'
    printf 'desk:CRED1,"Short.","%s"\n' "$(awk 'BEGIN { for (i = 0; i < 40; i++) printf "Photographer Number %d/", i; print "LAST AGENCY" }')"
} >evil.csv
run import -q evil.csv
photos=$((photos + 8))

# ---- HTML
run sheet -o all.html --title 'A & <b>' --group place
exits 'html' 0
if command -v tidy >/dev/null 2>&1; then
    tidy -q -e all.html >tidy.out 2>&1
    same 'is valid' '' "$(grep -v 'proprietary attribute' tidy.out)"
else
    skip 'html by a validator: tidy is not installed'
fi
same 'has a photo for each' "$photos" "$(grep -c '<article ' all.html)"
check 'has pictures in it' grep -q 'src="data:image/jpeg;base64,' all.html
check 'refers to nothing outside' [ "$(grep -c 'src="http\|href=' all.html)" -eq 0 ]
check 'markup is text' [ "$(grep -c '<script>alert\|<b>' all.html)" -eq 0 ]
check 'no control characters' [ "$(LC_ALL=C tr -d '\n\t' <all.html | LC_ALL=C tr -cd '\000-\037\177' | wc -c)" -eq 0 ]
check 'no bidi overrides' [ "$(grep -c "$(printf '\342\200\256')" all.html)" -eq 0 ]
check 'marks are shown' grep -q '<li>Editorial only</li>' all.html
run sheet -o bare.html --no-thumbs
check '--no-thumbs' [ "$(grep -c '<img' bare.html)" -eq 0 ]
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -n "$chromium" ]; then
    timeout 60 "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/chromium" \
        --virtual-time-budget=2000 --dump-dom "file://$PWD/all.html" >dom.html 2>/dev/null
    check 'Chromium runs the script: the tools are there' grep -q '<div id="tools">' dom.html
else
    skip 'html in Chromium: it is not installed'
fi

# ---- XLSX
run sheet -o all.xlsx --thumbs --group place --title Title
exits 'xlsx' 0
check 'what was cut is said' grep -q ' texts were longer than their cells' err
cat >read.py <<'PYTHON'
import datetime, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
page = book.active
heads = [cell.value for cell in page[1]]
rows = [dict(zip(heads, (cell.value for cell in row))) for row in page.iter_rows(min_row=2)]
by_id = {row["Media ID"]: row for row in rows}
def say(name, good):
    print(("ok - " if good else "not ok - ") + name)
say("xlsx: a row for each photo", len(rows) == int(sys.argv[2]))
say("xlsx: the heading is frozen", page.freeze_panes == "A2")
say("xlsx: it has a filter", page.auto_filter.ref.startswith("A1:"))
say("xlsx: dates are dates", isinstance(by_id["aawsat:55350159"]["Date"], datetime.datetime))
say("xlsx: pictures are in it", len(page._images) > 5)
say("xlsx: a long caption is cut at the limit", len(by_id["desk:LONG1"]["Caption"]) <= 32767
    and by_id["desk:LONG1"]["Caption"].endswith("[...]"))
evil = by_id["desk:EVIL1"]
say("xlsx: a formula is a text", evil["Credit"] == "=cmd|x" and
    [c.data_type for row in page.iter_rows() for c in row if c.value == "=cmd|x"] == ["s"])
say("xlsx: no control or bidi characters", not any(ord(c) < 32 or c in "\u202e\u2066" for c in evil["Caption"]))
say("xlsx: what looks escaped is as it was", "_x0041_" in evil["Caption"])
say("xlsx: groups have a column", by_id["aawsat:55350159"]["Group"] == "Geneva, Switzerland")
say("xlsx: no links", len(page._hyperlinks) == 0)
PYTHON
python=/usr/bin/python3
if "$python" -c 'import openpyxl' 2>/dev/null; then
    "$python" read.py all.xlsx $photos
else
    skip 'xlsx by openpyxl: it is not installed'
fi
run sheet --lang ar media:ARAB1 -o right.xlsx
if command -v unzip >/dev/null 2>&1; then
    check 'an Arabic sheet runs from right to left' unzip -p right.xlsx xl/worksheets/sheet1.xml
    unzip -p right.xlsx xl/worksheets/sheet1.xml | grep -q 'rightToLeft="1"' || not_ok 'rightToLeft'
else
    skip 'xlsx from right to left: unzip is not installed'
fi
run sheet zyzzyva --allow-empty -o empty.xlsx
exits 'an empty workbook' 0

# ---- PDF
for layout in list 1 4 9 20; do
    run sheet --layout $layout -o "$layout.pdf" --title 'Über Bilder'
    exits "pdf, layout $layout" 0
done
check 'a character without a glyph is said' grep -q 'are in none of the fonts' err
if command -v pdftotext >/dev/null 2>&1; then
    for layout in list 1 4 9 20; do
        pdftotext "$layout.pdf" text
        tr -s ' \n\f' ' ' <text >words
        check "layout $layout: credits are whole" grep -q 'REUTERS/Denis Balibouse' words
        check "layout $layout: also the longest" [ "$(tr -d ' ' <words | grep -c 'Number0/.*Number39/LASTAGENCY')" -eq 1 ]
        check "layout $layout: restrictions are shown" grep -q 'Editorial only' words
    done
    pdftotext list.pdf text
    check 'Arabic comes out in the order it is read' grep -q 'بائع فواكه في سوق مطرح القديم في مسقط' text
    check 'Chinese' grep -q '瑞士日内瓦的湖' text
    check 'Hebrew' grep -q 'שוק הפירות' text
    check 'no bidi overrides' [ "$(grep -c "$(printf '\342\200\256gpj')" text)" -eq 0 ]
    check 'a caption of 65,000 bytes is whole' [ "$(tr -d '\n' <text | grep -o 'caption[0-9] ' | wc -l)" -gt 5900 ]
    same 'all fonts are embedded' '' "$(pdffonts list.pdf | awk 'NR > 2 && $(NF - 4) != "yes"')"
    check 'a credit longer than a page goes on on the next' [ "$(tr -d '\n' <text | grep -c 'REUTERS/caption')" -eq 1 ]
    run sheet -media:HUGE1 --layout 20 -o count.pdf
    pages=$(pdfinfo count.pdf | sed -n 's/^Pages: *//p')
    same '20 to a page' $(((photos + 18) / 20)) "$pages"
    pdftoppm -r 20 -png count.pdf page
    same 'every page can be drawn' "$pages" "$(find . -name 'page-*.png' | wc -l)"
    run sheet --layout 9 --paper letter -o letter.pdf
    check 'letter' [ "$(pdfinfo letter.pdf | grep -c '612 x 792')" -eq 1 ]
    check 'the JPEGs are passed on as they are' [ "$(pdfimages -list list.pdf | grep -c ' jpeg ')" -gt 5 ]
else
    skip 'pdf by poppler: it is not installed'
fi
if command -v qpdf >/dev/null 2>&1; then
    run sheet --group place -o group.pdf
    check 'qpdf finds nothing wrong' qpdf --check group.pdf
    check 'groups are bookmarks' qpdf --json group.pdf
    qpdf --json group.pdf >group.json
    check 'by name' [ "$(jq '[.. | .title? // empty] | index("Geneva, Switzerland") != null' group.json)" = true ]
else
    skip 'pdf by qpdf: it is not installed'
fi
run sheet zyzzyva -o none.pdf
fails 'nothing matches' 1 'nothing matches: zyzzyva'
check 'makes no file' [ ! -e none.pdf ]
run sheet -o /dev/full -f pdf
fails 'a full disk' 4 'cannot write: No space left on device'
run sheet -o /dev/full -f xlsx
fails 'a full disk, xlsx' 4 'cannot write: No space left on device'
run sheet -o nowhere/x.pdf
fails 'a folder that is not there' 4 'nowhere/x.pdf: cannot write'
run sheet -f pdf -c credits
fails 'an unknown column' 2 "unknown column 'credits'; did you mean 'credit'?"
run sheet 'kerry "' -f pdf
fails 'a query that cannot be meant' 2 'query, column '
run sheet kerry -f pdf
same 'on standard output' '%PDF' "$(head -c 4 out)"

# Ctrl-C.
awk 'BEGIN { print "media_id,caption"; for (i = 0; i < 4000; i++) printf "desk:MANY%d,A caption of photo %d.\n", i, i }' >many.csv
run --db many.db import -q many.csv
if env --default-signal=INT true 2>/dev/null; then
    env --default-signal=INT "$CUTLINE" --db many.db sheet -o many.pdf >out 2>err &
    process=$!
    sleep 0.3
    kill -s INT $process 2>/dev/null
    wait $process
    status=$?
    if [ "$status" -eq 0 ]; then
        skip 'Ctrl-C in a PDF: it was over too soon'
    else
        exits 'Ctrl-C in a PDF' 130
        check 'leaves no file' [ ! -e many.pdf ]
    fi
else
    skip 'Ctrl-C in a PDF: env cannot restore signals here'
fi

mkdir alone
cp "$CUTLINE" alone/
PATH=/usr/bin:/bin alone/cutline sheet kerry -f pdf >out 2>err
status=$?
fails 'without cutline-sheet' 4 'cannot run cutline-sheet'
same 'no temporary file is left' '' "$(find . -name '*.pdf.*' -o -name '*.xlsx.*')"
finish
