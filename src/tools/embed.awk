# Turns a file into a C array, so that a text (SQL, help) travels inside the program.
#
#   od -An -v -to1 FILE | awk -v source=FILE -v name=cut_text_store_sqlite_schema_sql -f embed.awk
#
# The array is NUL-terminated and holds exactly the file's bytes before that. Octal escapes keep
# the values within char on machines where it is signed; an array, not a string literal, because
# C11 promises no more than 4,095 characters in a literal.

BEGIN {
    print "/* Made from " source " by src/tools/embed.awk; edit that file. */"
    print "extern const char " name "[];"
    print "const char " name "[] = {"
}

{
    line = ""
    for (i = 1; i <= NF; i++)
        line = line "'\\" $i "',"
    print line
}

END {
    print "'\\0'};"
}
