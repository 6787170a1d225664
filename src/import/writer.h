/* Storing what was read, in batches, and telling the caller. */
#ifndef CUT_IMPORT_WRITER_H
#define CUT_IMPORT_WRITER_H

#include "import/job.h"
#include "store/store.h"

/* What the store is open for. */
typedef enum cut_writer_state {
    CUT_WRITER_IDLE,
    CUT_WRITER_LOOKING_UP, /* a read transaction */
    CUT_WRITER_WRITING     /* a write transaction */
} cut_writer_state;

typedef struct cut_writer {
    cut_store *store; /* NULL in a dry run without a catalog */
    cut_arena *arena; /* for the file at hand; the caller's */
    const cutline_import_options *options;
    cutline_import_totals totals;
    cutline_import_totals committed;  /* totals when the open write transaction began */
    uint64_t met;                     /* photo files found in folders that the store has now */
    uint64_t done, total;             /* files delivered; files in all, 0 until that is known */
    uint64_t done_bytes, total_bytes; /* of them */
    cut_writer_state state;
    size_t batch;     /* files in the open write transaction */
    size_t pictures;  /* stored since cut_writer_settle() */
    long long end_at; /* when to end the open transaction (cut_milliseconds) */
} cut_writer;

/* What the store knows of a path; nothing in a dry run without a catalog. */
CUTLINE_MUST_CHECK cutline_status cut_writer_look_up(cut_writer *w, const char *path,
                                                     cut_file_state *out, cutline_error *err);
/* Stores the result of a finished job if there is one, counts it and tells the caller. Anything but
 * CUTLINE_OK ends the import; a file's own failure does not. */
CUTLINE_MUST_CHECK cutline_status cut_writer_deliver(cut_writer *w, cut_job *job,
                                                     cutline_error *err);
/* Marks and tells what the store knows in a folder and is no longer there; in a dry run only tells.
 * No transaction may be open. CUTLINE_CANCELLED. */
CUTLINE_MUST_CHECK cutline_status cut_writer_find_vanished(cut_writer *w, const char *folder,
                                                           cutline_error *err);
/* Ends the open transaction if it is time to. */
CUTLINE_MUST_CHECK cutline_status cut_writer_tick(cut_writer *w, cutline_error *err);
/* Milliseconds until cut_writer_tick() has something to do, at most `most`. */
int cut_writer_patience(const cut_writer *w, int most);
/* Ends the open transaction, commits what was written. */
CUTLINE_MUST_CHECK cutline_status cut_writer_finish(cut_writer *w, cutline_error *err);
/* Pairs what looks alike if many pictures were stored, with no transaction open;
 * cut_writer_finish() asks for it now and then. */
CUTLINE_MUST_CHECK cutline_status cut_writer_settle(cut_writer *w, cutline_error *err);
/* Takes back what is open, in the totals too. */
void cut_writer_abandon(cut_writer *w);

#endif
