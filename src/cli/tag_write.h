/* Writing edited photos back into their files, for `tag --write` and `undo --write`. */
#ifndef CLI_TAG_WRITE_H
#define CLI_TAG_WRITE_H

#include "cli/cli.h"

#include <cutline/edit.h>

/* What is to be in the files of a photo: what was typed or, of a field, what the file said before.
 */
typedef struct cli_write_item {
    int64_t photo;
    bool restores;
    char *field;     /* restores: "caption[ar]" and the like; owned */
    char *file_text; /* restores: "" for nothing; NULL: not known; owned */
} cli_write_item;

typedef struct cli_write_list {
    cli_write_item *items; /* owned; those of a photo are together */
    size_t count, room;
    bool failed; /* memory ran out */
} cli_write_list;

void cli_write_list_release(cli_write_list *list);
/* What was typed is to be written. field: which was typed, so that it is not restored any more;
 * NULL if nothing was to be. */
void cli_write_list_add(cli_write_list *list, int64_t photo, const char *field);
/* A field is to say again what the file said; a later call counts. */
void cli_write_list_restore(cli_write_list *list, int64_t photo, const char *field,
                            const char *file_text);
/* Writes the list into the files of the photos. What cannot be written is said, and noted in the
 * exit code. */
void cli_write_list_run(cli *c, cli_write_list *list);

#endif
