/* One file on its way through the import, and the blocks in which files are handed from the scan.
 */
#ifndef CUT_IMPORT_JOB_H
#define CUT_IMPORT_JOB_H

#include "base/limits.h"
#include "import/list.h"
#include "import/scan.h"
#include "record/page.h"
#include "record/record.h"

#include <cutline/import.h>

/* Files in a block. A block is passed on at once, which saves locking, and freed as a whole. */
#define CUT_BLOCK_JOBS 128
/* Bytes of their paths: several of the longest, or all of ordinary length. */
#define CUT_BLOCK_PATHS ((size_t)4 * CUT_MAX_PATH)

typedef struct cut_job_block cut_job_block;

typedef struct cut_job {
    cut_scan_kind kind;
    bool named;       /* cut_scan_entry */
    const char *path; /* absolute; in the block */
    uint64_t size;
    int64_t mtime_ns;
    int64_t sidecars; /* cut_scan_entry */

    bool known;    /* the store has the path (in another state) */
    bool missing;  /* and has it marked as missing */
    bool is_photo; /* and it is a photo's */
    bool done;     /* the rest is set; for the calling thread only */
    cutline_import_result
        result;             /* FAILED, SKIPPED, UNCHANGED; ADDED: there is something to store */
    cutline_record *record; /* read; owned. Before that, of a photo: a record of another one, whose
                               memory may be used */
    cut_page *page;         /* read; owned */
    size_t memory;          /* bytes that record or page take */
    cutline_error *error;   /* if failed; owned */
} cut_job;

struct cut_job_block {
    cut_job jobs[CUT_BLOCK_JOBS];
    size_t count; /* jobs in it */
    size_t left;  /* jobs not delivered yet; for the calling thread only */
    char paths[CUT_BLOCK_PATHS];
    size_t used;         /* bytes of paths */
    bool last;           /* nothing comes after it */
    cut_job_block *next; /* the one after it, for the calling thread */
};

/* Collects up to CUT_BLOCK_JOBS entries of the scan; NULL if memory runs out. */
cut_job_block *cut_job_block_scan(cut_scan *scan);
/* Releases a block and what its jobs hold; NULL is allowed. */
void cut_job_block_free(cut_job_block *block);

/* Takes the record of a job that is done with for another one; NULL if it is worth nothing. */
cutline_record *cut_job_take_spare(cut_job *job);

/* How a worker reads. */
typedef struct cut_job_options {
    cutline_read_options photo;
    const cut_list_map *map; /* columns of lists; NULL: none */
    bool store;              /* what is read is to be stored */
    bool prepare;            /* and new photos are to be prepared for it (cut_store_prepare()) */
} cut_job_options;

/* A worker's own memory. */
typedef struct cut_job_tools {
    cut_arena scratch;
    cut_buf text; /* what is made of a record */
} cut_job_tools;

/* Reads the file of a job: sets result, record or page, error. A record that is to be stored has
 * its JSON already, and that of a new photo what it is found by, so that the writer need not make
 * them. */
void cut_job_read(cut_job *job, const cut_job_options *options, cut_job_tools *tools);
/* Frees what a job holds. */
void cut_job_release(cut_job *job);

#endif
