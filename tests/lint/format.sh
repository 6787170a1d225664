#!/bin/sh
# C is formatted as .clang-format says. To mend: clang-format -i FILE.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# The text is on standard error, as FILE:LINE:COLUMN: error: ...
c_files src include tests | xargs clang-format --dry-run -Werror --ferror-limit=1 2>&1 |
    sed -n 's/^\([^ :]*:[0-9]*\):[0-9]*: .*/\1: not as clang-format has it/p' >>"$complaints"
finish 'formatting'
