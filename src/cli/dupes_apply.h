/* What `dupes --apply` carries over: gathered from the groups, shown, done as one change. */
#ifndef CLI_DUPES_APPLY_H
#define CLI_DUPES_APPLY_H

#include "cli/cli.h"
#include "cli/progress.h"

#include <cutline/duplicates.h>
#include <cutline/edit.h>

typedef struct cli_dupes_apply {
    cutline_edit_job *jobs; /* owned */
    cutline_edits **lists;  /* owned, as are the lists: of each job */
    size_t count, room;
    bool failed; /* memory ran out, or an edit cannot be made; said */
} cli_dupes_apply;

void cli_dupes_apply_release(cli_dupes_apply *apply);
/* Adds what a group proposes. */
void cli_dupes_apply_add(cli *c, cli_dupes_apply *apply, const cutline_duplicates *group);

/* How it is done. */
typedef struct cli_dupes_how {
    bool yes, dry_run;
    const char *editor; /* NULL: the login name */
} cli_dupes_how;

/* Shows what would change, asks unless told not to, and makes the edits. */
void cli_dupes_apply_run(cli *c, cli_dupes_apply *apply, const cli_dupes_how *how);

#endif
