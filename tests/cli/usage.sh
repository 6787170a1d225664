#!/bin/sh
# The command line itself: options of every command, unknown words, exit codes, other programs.
# shellcheck disable=SC2162 # `run read` is not the shell's read
# shellcheck source=tests/cli/lib.sh
. "${0%/*}/lib.sh"

run
exits 'no command is wrong usage' 2
check 'usage goes to standard error' grep -q '^usage: cutline COMMAND' err
check 'and not to standard output' [ ! -s out ]

run version
check 'version names the program' grep -qx 'cutline [0-9]*\.[0-9]*\.[0-9]*' out
version=$(cat out)
for words in --version 'read --version' '--version nonsense' '-q --version'; do
    # shellcheck disable=SC2086 # words are words
    run $words
    prints "cutline $words" "$version"
done
run --json version
holds 'version as JSON' '.[0].version | test("^[0-9]+[.][0-9]+[.][0-9]+$")'

run improt x
fails 'a mistyped command' 2 "cutline: unknown command 'improt'; did you mean 'import'?"
run xyzzy
fails 'an unknown command' 2 "unknown command 'xyzzy'; \`cutline help\` lists them"
run ''
fails 'an empty command' 2 "unknown command ''"
run --jsno read
fails 'a mistyped option before the command' 2 'cutline: unknown option --jsno; did you mean --json?'
run find --limt 3
fails 'a mistyped option behind it' 2 'cutline: find: unknown option --limt; did you mean --limit?'
run find --limit
fails 'a value that is missing' 2 '--limit wants a value: N'
run find --limit=x
fails 'a value that is no number' 2 "--limit wants a number, not 'x'"
run read --policy=both x.jpg
fails 'a value that is no choice' 2 "--policy wants one of newsroom|mwg, not 'both'"
run read --json=yes x.jpg
fails 'a value for a flag' 2 '--json takes no value'
run dupes extra
fails 'an operand too many' 2 "'extra' is too much; see \`cutline help dupes\`"
run thumb
fails 'operands too few' 2 'nothing to do without ID|PATH'

echo 'A caption' >caption.txt
run --json parse caption.txt
cp out before
run parse --json caption.txt
check 'options may stand before and behind the command' cmp -s before out
run parse -- --json
fails 'behind -- nothing is an option' 3 'cutline: parse: --json: cannot open'

# Where the catalog is.
run stats
fails 'the catalog is in XDG_DATA_HOME' 4 "$XDG_DATA_HOME/cutline/catalog.db: no catalog there"
(
    unset XDG_DATA_HOME
    run stats
    fails 'or in the home folder' 4 "$HOME/.local/share/cutline/catalog.db: no catalog there"
    XDG_DATA_HOME=relative
    export XDG_DATA_HOME
    run stats
    fails 'a relative XDG_DATA_HOME does not count' 4 "$HOME/.local/share/cutline/catalog.db"
    unset XDG_DATA_HOME HOME
    run stats
    fails 'without a home there is no default' 4 'name one with --db FILE'
    [ "$failures" -eq 0 ]
) || failures=$((failures + 1))
CUTLINE_DB=$work/env.db "$CUTLINE" stats >out 2>err
status=$?
fails 'CUTLINE_DB goes before it' 4 "$work/env.db: no catalog there"
CUTLINE_DB=$work/env.db "$CUTLINE" --db option.db stats >out 2>err
status=$?
fails '--db goes before both' 4 'option.db: no catalog there'
run --db /dev/null/x stats
exits 'a catalog that cannot be' 4

# Other programs as commands.
mkdir bin
cat >bin/cutline-hello <<'END'
#!/bin/sh
echo "hello from $*"
exit 7
END
chmod +x bin/cutline-hello
PATH=$work/bin:$PATH
run -q --json hello --there you
same 'cutline-NAME on the search path is a command' 'hello from -q --json --there you' "$(cat out)"
exits 'with the exit code of its own' 7
run ../bin/cutline-hello
exits 'but not by a path' 2
cp bin/cutline-hello bin/cutline-version
run version
prints 'and never in place of a command' "$version"
finish
