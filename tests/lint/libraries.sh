#!/bin/sh
# A library is known in its own few files only (libraries.tsv), so that it can be exchanged; any
# header that is neither of such a library nor of C or POSIX is a dependency nobody decided on.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

standard='assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal
stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath time uchar
wchar wctype dirent fcntl fnmatch ftw getopt glob grp iconv langinfo libgen poll pwd regex sched strings
spawn termios unistd utime sys/file sys/inotify sys/ioctl sys/mman sys/resource sys/stat sys/statvfs
sys/time sys/types sys/uio sys/wait sys/xattr byteswap endian'

# allowed FILE PATTERNS: true if the path matches one of them.
allowed() {
    rest=$2
    while [ -n "$rest" ]; do
        # shellcheck disable=SC2254 # the pattern is one on purpose
        case $1 in ${rest%%|*}) return 0 ;; esac
        case $rest in *'|'*) rest=${rest#*|} ;; *) rest= ;; esac
    done
    return 1
}

# judge FILE LINE HEADER
judge() {
    case $3 in cutline/*) return ;; esac
    while read -r start patterns purpose; do
        case $start in '#'*) continue ;; esac
        case $3 in
        "$start"*)
            allowed "$1" "$patterns" ||
                complain "$1" "$2" "<$3> ($purpose) is for $patterns only"
            return
            ;;
        esac
    done <"$lint_home/libraries.tsv"
    for name in $standard; do
        [ "$3" != "$name.h" ] || return
    done
    complain "$1" "$2" "<$3> is of no library that tests/lint/libraries.tsv knows"
}

c_files src include tests |
    xargs grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*<' /dev/null |
    sed -E 's/^([^:]*):([0-9]*):[^<]*<([^>]*)>.*/\1 \2 \3/' >"$complaints.includes"
while read -r file line header; do
    judge "$file" "$line" "$header"
done <"$complaints.includes"
rm -f "$complaints.includes"
finish 'libraries are known in their own files only'
