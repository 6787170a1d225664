/* Storing what was read, in batches, and telling the caller. */
#ifndef CUT_IMPORT_WRITER_H
#define CUT_IMPORT_WRITER_H

#include "import/job.h"
#include "store/store.h"

typedef struct cut_writer {
    cut_store *store; /* NULL in a dry run without a catalog */
    const cutline_import_options *options;
    cutline_import_totals totals;
    cutline_import_totals committed; /* totals when the open transaction began */
    uint64_t done, total;            /* files delivered; files in all, 0 until the scan has ended */
    size_t batch;                    /* files in the open transaction */
    bool is_open;                    /* a transaction is open */
    long long commit_at;             /* when to commit it (cut_milliseconds) */
} cut_writer;

/* Stores the result of a finished job if there is one, counts it and tells the caller. Anything but
 * CUTLINE_OK ends the import; a file's own failure does not. */
CUTLINE_MUST_CHECK cutline_status cut_writer_deliver(cut_writer *w, cut_job *job,
                                                     cutline_error *err);
/* Commits if it is time to. */
CUTLINE_MUST_CHECK cutline_status cut_writer_tick(cut_writer *w, cutline_error *err);
/* Milliseconds until cut_writer_tick() has something to do, at most `most`. */
int cut_writer_patience(const cut_writer *w, int most);
/* Commits what is open. */
CUTLINE_MUST_CHECK cutline_status cut_writer_finish(cut_writer *w, cutline_error *err);
/* Takes back what is open, in the totals too. */
void cut_writer_abandon(cut_writer *w);

#endif
