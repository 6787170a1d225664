#include "document/options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Where the values of "--name" go. */
static const struct {
    const char *name;
    size_t text; /* of a const char * in doc_options */
} texts[] = {
    {"--db", offsetof(doc_options, db)},           {"--query", offsetof(doc_options, query)},
    {"--columns", offsetof(doc_options, columns)}, {"--lang", offsetof(doc_options, lang)},
    {"--title", offsetof(doc_options, title)},     {"--made", offsetof(doc_options, made)},
    {"--layout", offsetof(doc_options, layout)},   {"--paper", offsetof(doc_options, paper)},
};

static bool take_group(doc_options *options, const char *value)
{
    static const char *const names[] = {"none", "place", "date", "by"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], value) == 0) {
            options->group = (cutline_sheet_group)i;
            return true;
        }
    }
    return false;
}

static bool take(doc_options *options, const char *name, const char *value)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (strcmp(texts[i].name, name) == 0) {
            memcpy((char *)options + texts[i].text, &value, sizeof value);
            return true;
        }
    }
    bool yes = strcmp(value, "yes") == 0;
    if (strcmp(name, "--group") == 0)
        return take_group(options, value);
    if (strcmp(name, "--pictures") == 0)
        options->pictures = yes;
    else if (strcmp(name, "--killed") == 0)
        options->killed = yes;
    else if (strcmp(name, "--allow-empty") == 0)
        options->allow_empty = yes;
    else if (strcmp(name, "--report") == 0)
        options->report_fd = (int)strtol(value, NULL, 10);
    else
        return false;
    return true;
}

bool doc_options_parse(doc_options *options, int argc, char **argv)
{
    *options = (doc_options){.query = "", .layout = "list", .paper = "a4", .report_fd = -1};
    if (argc < 2 || argc % 2 != 0)
        return false;
    options->format = argv[1];
    for (int i = 2; i < argc; i += 2)
        if (!take(options, argv[i], argv[i + 1]))
            return false;
    return options->db != NULL;
}
