# Output of `exiv2 -q -PEIXkycv FILE` to one JSON object under ExifTool's names (exiv2_tags.tsv is the
# first input). Lists that cannot be told apart, and values over several lines, are left out.
BEGIN { FS = "\t" }
NR == FNR { tag[$1] = $2; next }

function quoted(s) {
    gsub(/\\/, "\\\\&", s)
    gsub(/"/, "\\\"", s)
    gsub(/[\001-\037\177]/, "?", s)
    return "\"" s "\""
}

# What exiv2 prints of a language alternative: lang="x-default" text, lang="fr" texte
function default_language(s) {
    if (!match(s, /lang="x-default" /))
        return ""
    s = substr(s, RSTART + RLENGTH)
    if (match(s, /, lang="[a-zA-Z-]+" /))
        s = substr(s, 1, RSTART - 1)
    return s
}

function add(name, s) {
    if (!(name in values))
        order[++n] = name
    values[name] = (values[name] == "" ? "" : values[name] ",") quoted(s)
}

# A line that starts no value belongs to the one before it.
!/^(Exif|Iptc|Xmp)\.[^ ]+ +[A-Za-z]+ +[0-9]+/ { dropped[last] = 1; next }
{
    line = $0
    split(line, word, / +/)
    key = word[1]
    type = word[2]
    count = word[3]
    match(line, /^[^ ]+ +[A-Za-z]+ +[0-9]+/)
    value = substr(line, RLENGTH + 3)
    last = tag[key]
    if (last == "")
        next
    if (type == "LangAlt")
        value = default_language(value)
    # A time without a zone is printed with one.
    if (type == "Time" && count < 11)
        sub(/[+-][0-9:]+$/, "", value)
    if (type == "XmpBag" || type == "XmpSeq") {
        if (split(value, item, ", ") != count)
            dropped[last] = 1
        for (i = 1; i <= count; i++)
            add(last, item[i])
    } else {
        add(last, value)
    }
}
END {
    printf "{\"SourceFile\":%s", quoted(file)
    for (i = 1; i <= n; i++)
        if (!(order[i] in dropped))
            printf ",%s:[%s]", quoted(order[i]), values[order[i]]
    print "}"
}
