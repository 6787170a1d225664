/* Write-back of photos, shared by its files: what is to be written, and many files at work. Only
 * for this folder. */
#ifndef CUT_CATALOG_WRITE_PARTS_H
#define CUT_CATALOG_WRITE_PARTS_H

#include "catalog/handle.h"
#include "writeback/writeback.h"

/* Changes for files; no two of one field. */
typedef CUT_VEC(cutline_file_change) cut_file_changes;

/* ---- write_changes.c ----------------------------------------------------------------------------
 */

/* What a job wants in the files of its photo. all: all that the catalog has. Texts belong to the
 * job and to the photo; the rest lives in the arena. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_write_changes(cut_arena *arena, const cutline_write_job *job,
                                                    const cut_to_write *photo, bool all,
                                                    cut_file_changes *out, cutline_error *err);

/* ---- write_task.c -------------------------------------------------------------------------------
 */

/* What was told of a file or sidecar. */
typedef struct cut_write_told {
    cutline_write_event event;
    cutline_error error; /* that event.error points to, if it does */
} cut_write_told;

/* A file at work. */
typedef struct cut_write_task {
    size_t photo;                    /* index of its photo in the batch */
    const cut_file_row *file;        /* in the catalog */
    const cut_file_changes *changes; /* of the photo */
    const cutline_write_options *options;
    int64_t number;              /* of the photo, for events */
    struct cut_write_task *next; /* to be done after this by the same thread: they may have a
                                    sidecar in common; NULL at the end */
    bool follows;                /* it is the next of another one */
    cut_arena arena;             /* holds what was told; released by cut_write_task_release() */
    CUT_VEC(cut_write_told *) told;
    cut_write_news news;
    cutline_status status; /* CUTLINE_OK, CUTLINE_BAD_ARGUMENT or CUTLINE_NO_MEMORY: what became of
                              the file is in what was told */
    cutline_error error;
} cut_write_task;

/* Writes a file; what is told of it is kept. Any thread may do it. slot: see cut_replace_open(). */
void cut_write_task_run(cut_write_task *task, int slot);
/* The file or a sidecar of it has changed. */
bool cut_write_task_has_written(const cut_write_task *task);
void cut_write_task_release(cut_write_task *task);

/* Threads that do tasks. */
typedef struct cut_write_crew cut_write_crew;

/* CUTLINE_NO_MEMORY. If there are no threads to be had the caller's own does all. */
CUTLINE_MUST_CHECK cutline_status cut_write_crew_start(cut_write_crew **out, cutline_error *err);
/* Runs the tasks, and waits for all of them. */
void cut_write_crew_run(cut_write_crew *crew, cut_write_task *tasks, size_t count);
void cut_write_crew_end(cut_write_crew *crew);

#endif
