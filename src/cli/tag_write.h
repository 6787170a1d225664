/* Writing edited photos back into their files, for `tag --write` and `undo --write`. */
#ifndef CLI_TAG_WRITE_H
#define CLI_TAG_WRITE_H

#include "cli/cli.h"

#include <cutline/edit.h>

/* A field that is to say again what the file said before it was edited. Texts are owned. */
typedef struct cli_restored {
    int64_t photo;
    char *field;     /* "caption[ar]" and the like */
    char *file_text; /* "" for nothing; NULL: not known */
} cli_restored;

typedef struct cli_write_list {
    int64_t *photos; /* owned; may hold a photo several times */
    size_t count, room;
    cli_restored *restored; /* owned */
    size_t restored_count, restored_room;
    bool failed; /* memory ran out */
} cli_write_list;

void cli_write_list_release(cli_write_list *list);
void cli_write_list_add(cli_write_list *list, int64_t photo);
void cli_write_list_restore(cli_write_list *list, int64_t photo, const char *field,
                            const char *file_text);
/* Writes what was typed, and what is to be restored, into the files of the photos. What cannot be
 * written is said, and noted in the exit code. */
void cli_write_list_run(cli *c, cli_write_list *list);

#endif
