/*
 * The credit of a file: of its photo in the catalog, found by path, by the media IDs in its
 * metadata, by its image data or by its looks; else what its own metadata says. Which way it was is
 * told on standard error.
 */
#ifndef CLI_CREDIT_FILE_H
#define CLI_CREDIT_FILE_H

#include "cli/cli.h"

#include <cutline/identify.h>

typedef struct cli_credit_file {
    cutline_credit_answers answers;
    /* What they live in; each NULL if it was not needed. */
    cutline_credit_answer *items;
    cutline_photos *photos;
    cutline_record *record;
    cutline_candidates *candidates;
    cutline_credit_answers *by_id;
} cli_credit_file;

/* Whether an operand is a file rather than an ID: it has a slash or a dot, and is there. */
bool cli_credit_is_file(const char *operand);

/* False, with the message printed, if it cannot be read or nothing is known of it. Release in any
 * case. */
bool cli_credit_file_find(cli *c, const char *path, cli_credit_file *out);
/* The same for what is no media ID, and no file that is there: photo:N, or the name of a file that
 * one photo has. False if it is neither, without a message but that several have it. */
bool cli_credit_named(cli *c, const char *name, cli_credit_file *out);
void cli_credit_file_release(cli_credit_file *file);

#endif
