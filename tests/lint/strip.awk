# Prints C source with comments, and what is between quotes, blanked out, line for line, so that the
# lint scripts look at code only. With -v keep_strings=1 the strings stay.

BEGIN {
    in_comment = 0
}

{
    out = ""
    n = length($0)
    for (i = 1; i <= n; i++) {
        c = substr($0, i, 1)
        two = substr($0, i, 2)
        if (in_comment) {
            if (two == "*/") {
                in_comment = 0
                i++
            }
        } else if (two == "/*") {
            in_comment = 1
            i++
            out = out " "
        } else if (two == "//") {
            break
        } else if ((c == "\"" || c == "'") && !($0 ~ /^[ \t]*#[ \t]*include/)) {
            quoted = c
            for (i++; i <= n; i++) {
                d = substr($0, i, 1)
                if (d == "\\") {
                    quoted = quoted d substr($0, i + 1, 1)
                    i++
                    continue
                }
                quoted = quoted d
                if (d == c)
                    break
            }
            out = out (keep_strings ? quoted : c c)
        } else {
            out = out c
        }
    }
    print out
}
