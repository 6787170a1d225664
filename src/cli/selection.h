/*
 * Which photos a command is about: SELECTION in the help texts. Operands that all name photos
 * (media IDs, paths, photo:N) mean these; otherwise they are joined to a query.
 */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

#include "cli/cli.h"

/* Numbers of photos, each once. */
typedef struct cli_selection {
    int64_t *photos; /* owned */
    size_t count, room;
    bool named; /* by names, not by a query */
} cli_selection;

/* Finds the photos of the operands [from, to) of the command. False, with the message printed, if
 * the query is faulty or nothing matches (exit code 1). Release in any case. */
bool cli_selection_find(cli *c, size_t from, size_t to, cli_selection *out);
/* Finds the photos that one name means, which may also be the name of a file, wherever that is:
 * then of one photo only. If an ID or a path means several, those with a file of the name `file`
 * are taken, if there are such; NULL: not given. False, with the message printed, if it means none
 * (exit code 1), or is the name of files of several photos (3). Release in any case. */
bool cli_selection_name(cli *c, const char *name, const char *file, cli_selection *out);
/* Adds a photo that is not in it. False without memory. */
bool cli_selection_add(cli_selection *selection, int64_t photo);
void cli_selection_release(cli_selection *selection);

/* All that is known of a selected photo, to be freed by cutline_photos_free(). NULL if it is gone
 * meanwhile, or, with the message printed, if it cannot be read. */
cutline_photos *cli_selection_load(cli *c, int64_t photo);

#endif
