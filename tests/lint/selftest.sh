#!/bin/sh
# Shows each lint script a tree that breaks its rule, and requires the complaint, with file and line.
# Then shows it the same tree mended, and requires silence.
here=$(cd "${0%/*}" && pwd)
CC=${CC:-cc}
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
cd "$tree" || exit 1
mkdir -p include/cutline src/base src/media src/meta src/cli tests samples
failed=0

# put FILE: writes standard input to a file of the tree.
put() {
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# catches LINT PATTERN: the script fails and says this.
catches() {
    if output=$(LINT_ROOT=$tree sh "$here/$1.sh" 2>&1); then
        echo "not ok - $1 accepts what it must refuse: $2"
        failed=1
    elif printf '%s\n' "$output" | grep -qE "$2"; then
        echo "ok - $1 says: $(printf '%s\n' "$output" | grep -m 1 -E "$2")"
    else
        echo "not ok - $1 fails, but does not say: $2"
        printf '%s\n' "$output"
        failed=1
    fi
}

# accepts LINT: the script has nothing to say.
accepts() {
    if output=$(LINT_ROOT=$tree sh "$here/$1.sh" 2>&1); then
        echo "ok - $1 accepts a tree that keeps the rule"
    else
        echo "not ok - $1 complains without reason"
        printf '%s\n' "$output"
        failed=1
    fi
}

printf 'cli\nmedia meta\nbase\n' >src/LAYERS
printf '#include "meta/iim.h"\n' >src/base/up.c
printf '\n#include "media/jpeg.h"\n' >src/meta/peer.c
printf '#include "base/str.h"\n' >src/cli/private.c
printf '#include "base/str.h"\n' >include/cutline/leak.h
catches layers '^src/base/up\.c:1: base must not include meta/iim\.h: meta stands above it'
catches layers '^src/meta/peer\.c:2: meta must not include media/jpeg\.h: media is a peer'
catches layers '^src/cli/private\.c:1: cli may include'
catches layers '^include/cutline/leak\.h:1: a public header'
rm src/base/up.c src/meta/peer.c src/cli/private.c include/cutline/leak.h
printf '#include "base/str.h"\n#include "meta/iim.h"\n' >src/meta/down.c
accepts layers
rm src/meta/down.c

printf '#include <stdio.h>\n#include <sqlite3.h>\n' >src/base/sql.c
printf '#include <curl/curl.h>\n' >src/base/net.c
catches libraries '^src/base/sql\.c:2: <sqlite3\.h>'
catches libraries '^src/base/net\.c:1: <curl/curl\.h> is of no library'
rm src/base/sql.c src/base/net.c
accepts libraries

printf '/* strcpy(a, b) */\nconst char *s = "strcpy(a, b)";\nvoid f(char *a) { strcpy(a, s); }\n' |
    put src/base/copy.c
printf 'void f(void)\n{\n    printf("x");\n}\n' >src/base/loud.c
cp src/base/loud.c src/cli/loud.c
catches banned '^src/base/copy\.c:3: strcpy'
catches banned '^src/base/loud\.c:3: printf'
rm src/base/copy.c src/base/loud.c
accepts banned
rm src/cli/loud.c

{
    printf 'int f(void)\n{\n'
    i=0
    while [ $i -lt 99 ]; do
        i=$((i + 1))
        echo '    ;'
    done
    printf '}\n'
} >src/base/long.c
catches size '^src/base/long\.c:1: function of 102 lines'
catches size '^src:0: functions have a median of 102 lines'
yes '// line' | head -601 >src/base/long.c
catches size '^src/base/long\.c:600: file of 601 lines'
mv src/base/long.c src/base/long_table.c
accepts size
rm src/base/long_table.c

put include/cutline/bare.h <<'EOF'
/* A header. */
#ifndef BARE_H
#define BARE_H
/** A thing. */
typedef struct cutline_thing {
    int bare;
    int told; /**< what it is */
} cutline_thing;

CUTLINE_API int cutline_bare(cutline_thing *thing);
#endif
EOF
catches docs '^include/cutline/bare\.h:6: no comment says what int bare;'
catches docs '^include/cutline/bare\.h:10: no comment says what CUTLINE_API int cutline_bare'
catches headers '^include/cutline/bare\.h:1: does not compile alone \(C11\)'
put include/cutline/bare.h <<'EOF'
/* A header. */
#ifndef BARE_H
#define BARE_H
#ifdef __cplusplus
extern "C" {
#endif
#define CUTLINE_API __attribute__((visibility("default")))
/** A thing. */
typedef struct cutline_thing {
    /** What it is. */
    int told;
    /** A list. */
    const int *items;
    int other_than_count; /**< goes with
                               nothing */
} cutline_thing;

/**
 * Does it.
 */
CUTLINE_API int cutline_bare(cutline_thing *thing,
                             int more);
#ifdef __cplusplus
}
#endif
#endif
EOF
accepts docs
accepts headers

put src/base/lib.c <<'EOF'
#include "cutline/bare.h"
int cutline_bare(cutline_thing *thing, int more)
{
    return thing->told + more;
}
int cutline_secret(void);
CUTLINE_API int cutline_secret(void)
{
    static int calls;
    return ++calls;
}
EOF
build() {
    "$CC" -fPIC -shared -fvisibility=hidden -Iinclude -o lib.so src/base/lib.c &&
        "$CC" -fPIC -fvisibility=hidden -Iinclude -c -o lib.o src/base/lib.c && ar rcs lib.a lib.o
}
build || failed=1
LINT_LIBRARY=$tree/lib.so
MODE=release
export LINT_LIBRARY MODE
catches symbols 'lib\.so:0: exports cutline_secret'
LINT_LIBRARY=$tree/lib.a
catches globals 'lib\.o\]?:0: variable calls'
printf '#include "cutline/bare.h"\nextern int cut_x;\n' >src/base/lib.c
build || failed=1
LINT_LIBRARY=$tree/lib.so
catches symbols '^include/cutline/bare\.h:21: cutline_bare is declared'
put src/base/lib.c <<'EOF'
#include "cutline/bare.h"
static const char *const words[] = {"a", "b"};
int cutline_bare(cutline_thing *thing, int more)
{
    return words[thing->told][more];
}
EOF
build || failed=1
accepts symbols
LINT_LIBRARY=$tree/lib.a
accepts globals

cp "$here/../../.clang-format" "$tree/.clang-format"
printf 'int  x ;\n' >src/base/lib.c
catches format '^src/base/lib\.c:1: '
printf 'int x;\n' >src/base/lib.c
rm include/cutline/bare.h
accepts format

printf 'int x; \n// TO''DO: all\nchar *p = "/ho''me/me/x";' >src/base/lib.c
catches text '^src/base/lib\.c:1: space at the end'
catches text '^src/base/lib\.c:2: finish it'
catches text '^src/base/lib\.c:3: path of one machine'
catches text '^src/base/lib\.c:2: no newline'
printf 'int x;\n' >src/base/lib.c
accepts text

# shellcheck disable=SC2016 # text of a script
printf '#!/bin/sh\nrm $1\n' >tests/unquoted.sh
catches shell '^tests/unquoted\.sh:2:'
# shellcheck disable=SC2016
printf '#!/bin/sh\nrm "$1"\n' >tests/unquoted.sh
accepts shell

put src/base/lib.c <<'EOF'
int f(void)
{
    return cut_fail(err, CUTLINE_IO,
                    "The file is "
                    "gone.");
}
EOF
catches messages '^src/base/lib\.c:3: begin the message in lower case'
catches messages '^src/base/lib\.c:3: end the message without full stop'
put src/base/lib.c <<'EOF'
int f(void)
{
    return cut_fail(err, CUTLINE_IO, "IIM: the data set is cut short");
}
EOF
accepts messages

printf 'WARNINGS := -Wall \\\n\t-Wvla\n\nX := y\n' >Makefile
printf 'int f(int n);\nint f(int n)\n{\n    int a[n];\n    return a[0] = n;\n}\n' >src/base/lib.c
catches warnings '^src/base/lib\.c:4: .*\(clang\)'
printf 'int x;\n' >src/base/lib.c
accepts warnings

: >samples/a.jpg
# shellcheck disable=SC2016 # backticks of Markdown
printf '| file | what |\n|---|---|\n| `b.jpg` | gone |\n' >samples/README.md
catches samples '^samples/a\.jpg:1: has no row'
catches samples '^samples/README\.md:3: there is no samples/b\.jpg'
mv samples/a.jpg samples/b.jpg
accepts samples

mkdir -p src/web tests/odd
: >src/web/a.c
: >tests/odd/a.sh
# shellcheck disable=SC2016 # backticks of Markdown
echo '| `base/` | x |' >src/README.md
# shellcheck disable=SC2016
echo '| `odd/` | x |' >tests/README.md
catches map '^src/README\.md:1: has no row for web/'
# shellcheck disable=SC2016
printf '| `%s/` | x |\n' base cli web >src/README.md
accepts map
rm -r src/web tests/odd

mkdir -p src/cli/help
cat >src/cli/commands_table.c <<'EOF'
const cli_command cli_commands[] = {
    {"credit", "ID...", "print the credit", HELP(credit)},
    {"find", "QUERY", "find", HELP(find)},
EOF
put program <<'EOF'
#!/bin/sh
[ "$1 $2" = 'help find' ] && exit
printf '.TH "CUTLINE" "1"\n.SH "NAME"\n.SH "SYNOPSIS"\n'
EOF
chmod +x program
LINT_PROGRAM=$tree/program
export LINT_PROGRAM
touch src/cli/cmd_credit.c src/cli/help/find.md src/cli/help/gone.md src/cli/help/cutline.md
catches commands '^src/cli/commands_table\.c:2: there is no src/cli/help/credit\.md'
catches commands '^src/cli/commands_table\.c:3: there is no src/cli/cmd_find\.c'
catches commands '^src/cli/help/find\.md:1: .cutline help find. prints nothing'
catches commands '^src/cli/help/gone\.md:1: is the help of no command'
sed -i /find/d src/cli/commands_table.c
mv src/cli/help/gone.md src/cli/help/credit.md
rm src/cli/help/find.md
accepts commands

git init -q .
mkdir -p notes
printf 'SQLite format 3\000' >tests/left.bin
head -c 262145 /dev/zero >samples/large.jpg
: >notes/a.md
: >'times of today.txt'
git add .clang-format src tests samples notes 'times of today.txt'
catches tracked '^notes:1: does not belong to the top'
catches tracked '^times of today\.txt:1: does not belong to the top'
catches tracked '^samples/large\.jpg:1: is larger than 256 KiB'
catches tracked '^tests/left\.bin:1: is a database'
git rm -q --cached -r notes 'times of today.txt' tests/left.bin samples/large.jpg
accepts tracked
rm -r .git notes 'times of today.txt' tests/left.bin samples/large.jpg

exit "$failed"
