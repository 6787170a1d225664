#!/bin/sh
# The main job in one minute, on samples/ and a catalog of its own that is removed at the end.
# Each command is printed as a user would type it, followed by what it prints.
#
#   demo.sh DIRECTORY-OF-THE-PROGRAM
set -eu
PATH=$1:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CUTLINE_DB=$work/catalog.db
export PATH CUTLINE_DB

say() {
    printf '\n# %s\n' "$*"
}

# run COMMAND: the words as typed.
run() {
    printf '$ %s\n' "$1"
    (eval "$1")
}

say 'Photos, archived pages and lists go in; what belongs together is linked by media ID.'
run 'cutline import samples/'

say 'Who gets the credit for media ID 55350159? (The photo has no caption: the pages do.)'
run 'cutline credit 55350159'

say 'IDs of agencies, several at once.'
run 'cutline credit reuters:RTX2CGS3 getty:1140283746 afp:1FK2QX7'

say 'A picture whose metadata was stripped is known by its image data.'
run 'cutline show samples/no-metadata.jpg'

say 'Everything about one photo, and where each value came from.'
run 'cutline show 55350159'

say 'What a person types outranks what files and pages say.'
run 'cutline tag 55350159 headline="Kerry and de Mistura in Geneva"'

say 'Words and conditions.'
run 'cutline find "geneva credit:reuters"'

say 'A caption sheet for production.'
sheet=$work/captions.csv
run "cutline sheet credit:reuters --format csv -o '$sheet'" | sed "s,'$sheet',captions.csv,"
printf '$ cat captions.csv\n'
cat "$sheet"
