/* What `tag` is to do: a list of photos, each with its edits. */
#ifndef CLI_TAG_JOBS_H
#define CLI_TAG_JOBS_H

#include "cli/fill.h"

#include <cutline/edit.h>

typedef struct cli_tag_jobs {
    cutline_edit_job *jobs; /* owned */
    size_t count, room;
    cutline_edits **lists; /* owned, as are the lists */
    size_t list_count, list_room;
    cli_fill *fill; /* edits to be filled in for each photo; NULL: there are none */
    bool expand;    /* braces in typed edits mean variables */
    bool asks;      /* several photos, or a query: a person should look before */
} cli_tag_jobs;

void cli_tag_jobs_release(cli_tag_jobs *jobs);

/* From operands: SELECTION EDIT...; "-" as the selection stands for names on standard input. All of
 * these say what is wrong and return false if they cannot. */
bool cli_tag_jobs_of_operands(cli *c, cli_tag_jobs *jobs);
/* From a file of rows: JSON lines if its name ends in .json, .jsonl or .ndjson or it is "-" and
 * begins with a brace, else a table (map: see cutline_edit_table_read()). */
bool cli_tag_jobs_of_file(cli *c, const char *path, const char *map, cli_tag_jobs *jobs);

/* Adds a list, which becomes the jobs'; false, with the list released, without memory. */
bool cli_tag_jobs_own(cli *c, cli_tag_jobs *jobs, cutline_edits *edits);
/* Adds the photos that a name means, of several those that have a file of the name `file` (NULL:
 * not given); edits NULL: those of jobs->fill. False, with the message printed, if it means none.
 */
bool cli_tag_jobs_add_named(cli *c, cli_tag_jobs *jobs, const char *name, const char *file,
                            const cutline_edits *edits);
/* JSON lines. */
bool cli_tag_jobs_of_json(cli *c, const char *text, cli_tag_jobs *jobs);

#endif
