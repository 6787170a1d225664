#!/bin/sh
# cutline write: what was set by hand, into the files, and nothing else.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

# image FILE: its image hash.
image() {
    "$CUTLINE" read --json "$1" | sed 's/.*"image_hash":"\([0-9a-f]*\)".*/\1/'
}


mkdir desk
cp "$samples/RTX2CGS3.jpg" "$samples/epa05287311.jpg" "$samples/55350159.jpg" desk
chmod 640 desk/*.jpg
run import -q desk
before=$(image desk/RTX2CGS3.jpg)
run tag RTX2CGS3 'headline=Größe' 'credit=A credit line that is longer than 32 octets'

run write --dry-run RTX2CGS3
exits 'a dry run' 0
check 'says what it would do' grep -q 'RTX2CGS3.jpg: credit, headline$' out
check 'and does nothing' cmp -s desk/RTX2CGS3.jpg "$samples/RTX2CGS3.jpg"

run write --json RTX2CGS3
holds 'a line for each file' 'length == 1 and .[0].outcome == "written" and .[0].error == null and
    .[0].fields == ["credit", "headline"] and .[0].findings[0].code == "iim-cut"'
run read --json desk/RTX2CGS3.jpg
holds 'the file says so' '.[0].fields.headline == "Größe" and
    .[0].fields.credit == "A credit line that is longer than 32 octets"'
holds 'in agreement' '.[0].said.headline == null'
check 'the image stays' [ "$(image desk/RTX2CGS3.jpg)" = "$before" ]
check 'the mode stays' [ "$(stat -c %a desk/RTX2CGS3.jpg)" = 640 ]
check 'and nothing is left behind' sh -c '! find . -name ".cutline-*" | grep .'
run import desk
check 'the catalog knows the file' grep -q '^0 added, 0 updated, 3 unchanged' out
run write RTX2CGS3
check 'once is enough' grep -q '^0 written, 1 unchanged' out

run tag RTX2CGS3 'headline=Again'
sleep 0.01
echo >>desk/RTX2CGS3.jpg
run write RTX2CGS3
exits 'a file changed since' 3
check 'is refused' grep -q 'changed since it was imported' err
run import -q desk
run write -q RTX2CGS3
exits 'until it is imported again' 0

run tag desk/55350159.jpg 'caption=First words'
ln desk/55350159.jpg desk/second-name
run write desk/55350159.jpg
exits 'a file with two names' 3
check 'is refused' grep -q 'hard links' err
run write -q --break-hard-links desk/55350159.jpg
exits 'unless asked for' 0
check 'the other name keeps the old file' cmp -s desk/second-name "$samples/55350159.jpg"
run read --json desk/55350159.jpg
holds 'its own name has the new one' '.[0].fields.caption == "First words"'

run tag epa:05287311 'city=Bern'
cp desk/epa05287311.jpg kept.jpg
run write -q --sidecar epa:05287311
exits 'a sidecar' 0
check 'leaves the photo alone' cmp -s desk/epa05287311.jpg kept.jpg
run read --json desk/epa05287311.jpg
holds 'and is heard' '.[0].fields.city == "Bern" and (.[0].sidecar | endswith("epa05287311.xmp"))'
run import desk
check 'the catalog knows the sidecar' grep -q '^0 added, 0 updated, 3 unchanged' out
run tag epa:05287311 'city=Basel' 'caption[fr]=Des bateaux'
run write --json epa:05287311
holds 'what has a sidecar gets both' '[.[].outcome] == ["written", "written"]'
run read --json desk/epa05287311.jpg
holds 'and both agree' '.[0].fields.city == "Basel" and .[0].said.city == null'
holds 'a language more takes none away' '.[0].alternatives.caption.fr == "Des bateaux" and
    (.[0].fields.caption | startswith("Fishing boats"))'

run tag epa:05287311 rights+=embargo:2031-05-02 city=Chur
run write --all epa:05287311
check 'an embargo is warned of' grep -q 'epa05287311.jpg: the picture is embargoed until 2031-05-02' err
run write --all epa:05287311
check 'once it is written no more' [ ! -s err ]

mkdir linked
ln -s ../desk/RTX2CGS3.jpg linked/link.jpg
run write nothing-like-this
exits 'nothing matches' 1
run tag RTX2CGS3 'headline=Through a link'
run write -q RTX2CGS3
check 'a link stays a link' [ -L linked/link.jpg ]
if ! "$CUTLINE" help kill >/dev/null 2>&1; then
    finish
fi
run kill -q RTX2CGS3
run tag RTX2CGS3 'headline=Gone'
run write RTX2CGS3
exits 'a killed picture' 3
check 'is refused' grep -q 'killed' err
run write -q --killed RTX2CGS3
exits 'unless asked for' 0
check 'no temporary file is left' sh -c '! find . -name ".cutline-*" | grep .'

# Taken back after it was written: the file still says it.
mkdir undone && cp "$samples/55350159.jpg" undone/
run --db undone.db import -q undone
run --db undone.db tag -q undone/55350159.jpg headline=Wrong
run --db undone.db write -q undone/55350159.jpg
run --db undone.db undo
check 'undo tells that files still say it' grep -q 'files still say it' err
run --db undone.db undo --redo
check 'redo does not' [ ! -s err ]
run --db undone.db undo --write
exits 'and the way that it tells' 0
run --db undone.db show --json undone/55350159.jpg
holds 'puts the file right' '.[0].fields.headline == null'

finish
