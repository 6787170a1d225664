#!/bin/sh
# Includes go down only (src/LAYERS): a file may include headers of its own folder and of lower
# lines; peers never include each other; the programs see <cutline/...> and their own folder only;
# a subfolder's headers are for its own folder; public headers include public and standard ones.
# shellcheck source=tests/lint/lib.sh
. "${0%/*}/lib.sh"

# shellcheck disable=SC2016
c_files src include | xargs awk -v complaints="$complaints" '
    function complain(why) {
        printf "%s:%d: %s\n", FILENAME, FNR, why >>complaints
    }
    FILENAME == "src/LAYERS" {
        if ($0 !~ /^#/ && NF) {
            depth++
            for (i = 1; i <= NF; i++)
                layer[$i] = depth
        }
        next
    }
    FNR == 1 {
        split(FILENAME, part, "/")
        public = part[1] == "include"
        folder = part[2]
        program = folder == "cli" || folder == "document" || folder == "web"
        if (!public && !(folder in layer))
            complain("folder " folder " is not in src/LAYERS")
    }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        header = $0
        sub(/^[^"]*"/, "", header)
        sub(/".*/, "", header)
        n = split(header, part, "/")
        target = part[1]
        if (public)
            complain("a public header includes public and standard headers only, not " header)
        else if (n < 2 || !(target in layer))
            complain("write the include with its folder below src/: " header)
        else if (target == folder)
            next
        else if (program)
            complain(folder " may include <cutline/...> and its own folder only, not " header)
        else if (n > 2)
            complain(header " is private to " target "/")
        else if (layer[target] <= layer[folder])
            complain(folder " must not include " header ": " target \
                (layer[target] == layer[folder] ? " is a peer" : " stands above it") " in src/LAYERS")
    }' src/LAYERS
finish 'includes go down the layers'
