/*
 * Edits with variables and codes: what desks call stationery. A template file has an edit a line,
 * as `tag` takes it, with variables: "caption = {headline}. {city}, {date:%B %-d, %Y}."
 */
#ifndef CLI_FILL_H
#define CLI_FILL_H

#include "cli/selection.h"

#include <cutline/codes.h>
#include <cutline/edit.h>
#include <cutline/template.h>
#include <cutline/vocabulary.h>

/* The options of a command that takes templates. */
typedef struct cli_fill_flags {
    const char *template_file; /* --template */
    const char *codes;         /* --codes: files, with commas between them */
    const char *vocab;         /* --vocab: FIELD=FILE, with commas between them */
    const char *delimiter;     /* --delimiter */
    bool expand;               /* --expand: variables in edits that were typed */
} cli_fill_flags;

/* Edits to be filled in for each photo. */
typedef struct cli_fill {
    cutline_template **edits; /* owned, as are the templates */
    size_t count, room;
    cutline_codes *codes; /* owned; NULL: none */
    char delimiter;
    size_t number; /* photos filled in so far */
} cli_fill;

/* Reads what the options name. False, with the message printed, if it cannot. Release in any case.
 */
bool cli_fill_open(cli *c, const cli_fill_flags *flags, cli_fill *out);
void cli_fill_release(cli_fill *fill);
/* Something was asked for that must be filled in for each photo. */
bool cli_fill_is_wanted(const cli_fill_flags *flags);
/* Adds an edit that was typed; literal: braces in it mean nothing. False, with the message printed,
 * if it cannot be meant. */
bool cli_fill_add(cli *c, cli_fill *fill, const char *edit, bool literal);

/* The edits for a photo, to be freed by cutline_edits_free(). NULL with the message printed: a code
 * that is not known, or a value that cannot be. */
cutline_edits *cli_fill_photo(cli *c, cli_fill *fill, const cutline_photo *photo);

/* Makes the edits on photos, as one change of "import --template"; editor: --as, or NULL;
 * vocabularies: the desk's, or NULL. What goes wrong is said, and what the field's vocabulary or
 * length is against. Does nothing without edits or photos. */
void cli_fill_apply(cli *c, cli_fill *fill, const cli_selection *photos, const char *editor,
                    const cutline_vocabularies *vocabularies);

/* Rows for option tables; `type` is the command's struct of options, `member` its cli_fill_flags.
 */
/* clang-format off */
#define CLI_FILL_OPTIONS(type, member)                                                             \
    {CLI_OPT_TEXT, 't', "template", offsetof(type, member.template_file), "FILE",                  \
     "make the edits of FILE too, filled in for each photo; see cutline-tag(1)"},                  \
    {CLI_OPT_TEXT, '\0', "codes", offsetof(type, member.codes), "FILE,...",                        \
     "replace the codes of these files in what is filled in; see cutline-codes(1)"},               \
    {CLI_OPT_TEXT, '\0', "delimiter", offsetof(type, member.delimiter), "SIGN",                    \
     "the sign before and after a code; default: \\"},                                             \
    {CLI_OPT_TEXT, '\0', "vocab", offsetof(type, member.vocab), "FIELD=FILE,...",                  \
     "terms that fields should hold, one a line; others are warned of"}
/* clang-format on */

#endif
